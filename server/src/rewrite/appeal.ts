/** Work that moves others to do something: how many of them do it is its result. */
import { kindOf } from '../teams/index';
import { aimIn, sharedBy } from './aim';
import { type RewriteContext, statementText, wordsIn } from './context';
import { afterHead } from './deed';
import { doneByOthers, isOneOf, opening } from './inner-deed';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { PEOPLE, tokensOf } from './noun-phrase';
import { peopleOf } from './people';
import { isHasty } from './thing';
import { sentence, wordingOf } from './wording';

/** Longest thing to do that is said again, in words. */
const LONGEST = 8;

/** "Vận động bà con trồng lúa hữu cơ" is measured by the share of them who do. */
export function measureOfAppeal(context: RewriteContext): SentenceMetric[] {
  const { head, language, means } = context.facts;
  const { appeals, anyone } = wordingOf(language).words;
  if (!head || isHasty(context) || !isOneOf(head.lemma, appeals, language)) return [];
  const span = afterHead(context);
  if (!span) return [];
  const text = statementText(context);
  // "hướng dẫn sử dụng": a verb that teaches needs somebody before it
  const teaches = kindOf('', head.lemma, language) === 'training';
  const alone = teaches ? undefined : opening(text, span, language);
  const found = alone ?? doneByOthers(text, span, language);
  // "đi làm bằng xe buýt": how they are to do it
  // "nhắc khách | đóng tiền đúng hạn": a verb that no list knows, behind those who are to do it
  const share = found ? undefined : aimIn(wordsIn(context, span), language)?.share;
  if (share) return [sharedBy(share, language)];
  const does = found ? wordsIn(context, { start: found.start, end: means?.end ?? span.end }) : '';
  if (!found || tokensOf(does).length > LONGEST || /[^\p{L}\p{M} -]/u.test(does)) return [];
  const named = found.doers.join(' ');
  if (named !== '' && ![undefined, ...PEOPLE].includes(nounKind(named, language))) return [];
  const people = peopleOf(context);
  const who = named || (people.named ? people.served : anyone);
  const words = sentence(language, 'peopleWho', { who, does }).join('');
  return [sharedBy(words, language)];
}
