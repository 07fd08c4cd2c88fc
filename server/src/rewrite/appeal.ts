/** Work that moves others to do something: how many of them do it is its result. */
import { kindOf } from '../teams/index';
import type { Language } from '../text/language';
import { aimIn } from './aim';
import { isMany, isPlainVerb, saidOfMany, those } from './aim-many';
import { sharedBy } from './aim-measure';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { afterHead } from './deed';
import { doneByOthers, isOneOf, opening } from './inner-deed';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { core, PEOPLE, PUNCTUATION, tokensOf } from './noun-phrase';
import { peopleOf } from './people';
import { sentence, wordingOf } from './wording';

/** Longest thing to do that is said again, in words. */
const LONGEST = 9;

/** "Vận động bà con trồng lúa hữu cơ" is measured by the share of them who do. */
export function measureOfAppeal(context: RewriteContext): SentenceMetric[] {
  const { head, language, means } = context.facts;
  const { appeals, anyone } = wordingOf(language).words;
  if (!head) return [];
  const span = afterHead(context);
  const learnt = span && learntIn(wordsIn(context, span), language);
  if (learnt) return [sharedBy(learnt, language)];
  if (!isOneOf(head.lemma, appeals, language)) return [];
  if (wordingOf(language).phrase.plural !== '') return measureOfCause(context, head.span.end);
  if (!span) return [];
  const text = statementText(context);
  // "hướng dẫn sử dụng": a verb that teaches needs somebody before it
  const teaches = kindOf('', head.lemma, language) === 'training';
  const alone = teaches ? undefined : opening(text, span, language);
  const found = alone ?? doneByOthers(text, span, language);
  // "nhắc khách | đóng tiền đúng hạn": a verb that no list knows, behind those who are to do it
  const share = found ? undefined : aimIn(wordsIn(context, span), language)?.share;
  if (share) return [sharedBy(share, language)];
  // "đi làm bằng xe buýt": how they are to do it
  const does = found ? wordsIn(context, { start: found.start, end: means?.end ?? span.end }) : '';
  if (!found || tokensOf(does).length > LONGEST || /[^\p{L}\p{M} -]/u.test(does)) return [];
  const named = found.doers.join(' ');
  if (named !== '' && ![undefined, ...PEOPLE].includes(nounKind(named, language))) return [];
  const people = peopleOf(context);
  const who = named || (people.named ? people.served : anyone);
  const words = sentence(language, 'peopleWho', { who, does }).join('');
  return [sharedBy(words, language)];
}

/** "(Hướng dẫn) nông dân cách ủ phân", "(hỗ trợ) y tá trong việc ghi sổ": the share of them who know or do it by themselves. */
function learntIn(words: string, language: Language): string | undefined {
  const { taught } = wordingOf(language).words;
  const lead = taught.find(([each]) => words.includes(` ${each} `));
  const [who = '', does = ''] = lead ? words.split(` ${lead[0]} `) : [];
  const named = core(tokensOf(who), wordingOf(language).phrase, []).words.join(' ');
  if (!lead || !PEOPLE.includes(nounKind(named, language)) || tokensOf(does).length > LONGEST)
    return undefined;
  return PUNCTUATION.test(does) ? undefined : `${named} ${lead[1]} ${does}`;
}

/** "Get our 40 dealers to order online", "have suppliers deliver at night": the share of them that do. */
function measureOfCause(context: RewriteContext, start: number): SentenceMetric[] {
  const { language, deadline } = context.facts;
  const { words: known, phrase } = wordingOf(language);
  const end = deadline && deadline.start > start ? deadline.start : sentenceSpan(context).end;
  const tokens = tokensOf(statementText(context).slice(start, end));
  const said = tokens.slice(core(tokens, phrase, []).lead.length);
  if (said.length > LONGEST || /[^\p{L}\p{M} '’-]/u.test(said.join(' '))) return [];
  const at = said.indexOf(known.toWords[0] ?? '');
  const who = said.slice(0, Math.max(0, at));
  const does = said.slice(at + 1);
  // "invite bakers to a tasting"
  const [verb = ''] = does;
  const isVerb =
    isPlainVerb(does, language) || (!phrase.leading.includes(verb) && nounKind(verb, language) === undefined);
  const moved = isMany(who, language) ? isVerb && those(who, does, language) : saidOfMany(said, language);
  return moved ? [sharedBy(moved.share, language)] : [];
}
