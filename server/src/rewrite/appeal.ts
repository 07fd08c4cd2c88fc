/** Work that moves others to do something: how many of them do it is its result. */
import { kindOf } from '../teams/index';
import type { Language } from '../text/language';
import { isMany, isPlainVerb, pluralOfOne } from './aim-many';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { afterHead } from './deed';
import { doneByOthers, isOneOf, opening } from './inner-deed';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { core, PEOPLE, tokensOf } from './noun-phrase';
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
  if (wordingOf(language).phrase.plural !== '') return measureOfCause(context, head.span.end);
  const span = afterHead(context);
  if (!span) return [];
  const text = statementText(context);
  // "hướng dẫn sử dụng": a verb that teaches needs somebody before it
  const teaches = kindOf('', head.lemma, language) === 'training';
  const alone = teaches ? undefined : opening(text, span, language);
  const found = alone ?? doneByOthers(text, span, language);
  // "đi làm bằng xe buýt": how they are to do it
  const does = found ? wordsIn(context, { start: found.start, end: means?.end ?? span.end }) : '';
  if (!found || tokensOf(does).length > LONGEST || /[^\p{L}\p{M} -]/u.test(does)) return [];
  const named = found.doers.join(' ');
  if (named !== '' && ![undefined, ...PEOPLE].includes(nounKind(named, language))) return [];
  const people = peopleOf(context);
  const who = named || (people.named ? people.served : anyone);
  const words = sentence(language, 'peopleWho', { who, does }).join('');
  const name = sentence(language, 'share', { words }).join('');
  return [{ name, unit: '%', direction: 'increase', everywhere: true }];
}

/** Words for whoever is moved, at most, with what stands before them ("all our 40 dealers"). */
const LONGEST_DOERS = 5;

/** "Get dealers to order online", "have suppliers deliver at night": the share of them that do. */
function measureOfCause(context: RewriteContext, start: number): SentenceMetric[] {
  const { language, deadline } = context.facts;
  const { words: known, phrase } = wordingOf(language);
  const end = deadline && deadline.start > start ? deadline.start : sentenceSpan(context).end;
  const tokens = tokensOf(statementText(context).slice(start, end));
  for (let at = 1; at <= LONGEST_DOERS && at < tokens.length; at++) {
    const { lead, words } = core(tokens.slice(0, at), phrase, []);
    const does = tokens.slice(known.toWords.includes(tokens[at] ?? '') ? at + 1 : at);
    const who = lead.some((word) => known.aimEach.includes(word)) ? pluralOfOne(words, language) : words;
    if (lead.length + words.length < at || !isMany(who, language) || !isPlainVerb(does, language)) continue;
    if (does.length > LONGEST || /[^\p{L}\p{M} '’-]/u.test(does.join(' '))) return [];
    return [
      {
        name: shareOf(who.join(' '), does.join(' '), language),
        unit: '%',
        direction: 'increase',
        everywhere: true,
      },
    ];
  }
  return [];
}

function shareOf(who: string, does: string, language: Language): string {
  const pattern = PEOPLE.includes(nounKind(who, language)) ? 'peopleWho' : 'thingsThat';
  const words = sentence(language, pattern, { who, does }).join('');
  return sentence(language, 'share', { words }).join('');
}
