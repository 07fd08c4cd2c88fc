/** Work that moves others to do something: how many of them do it is its result. */
import { type RewriteContext, sentenceSpan, statementText } from './context';
import { doneByOthers, isOneOf, opening } from './inner-deed';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { core, PEOPLE } from './noun-phrase';
import { peopleOf } from './people';
import { isHasty } from './thing';
import { sentence, wordingOf } from './wording';

/** Longest thing to do that is said again, in words. */
const LONGEST = 8;

/** "Vận động bà con trồng lúa hữu cơ" is measured by the share of them who do. */
export function measureOfAppeal(context: RewriteContext): SentenceMetric[] {
  const { head, language, clauses, deadline, means, purpose } = context.facts;
  const { words, phrase } = wordingOf(language);
  if (!head || clauses.length > 1 || isHasty(context) || !isOneOf(head.lemma, words.appeals, language))
    return [];
  const text = statementText(context);
  const start = head.span.end;
  const stops = [deadline, means, purpose].flatMap((part) =>
    part && part.start > start ? [part.start] : [],
  );
  const span = { start, end: Math.min(sentenceSpan(context).end, ...stops) };
  const found = opening(text, span, language) ?? doneByOthers(text, span, language);
  if (!found) return [];
  const doing = text.slice(found.start, span.end).trim().split(/\s+/u).join(' ');
  if (/[\p{N}\p{Po}\p{Sm}]/u.test(doing) || doing.split(' ').length > LONGEST) return [];
  const who = core(found.doers, phrase, []).words.filter(
    (word) => !words.wrappers.some((each) => each.split(' ').includes(word)),
  );
  const named = who.join(' ');
  const people = peopleOf(context);
  const isPeople = [undefined, ...PEOPLE].includes(nounKind(named, language));
  if (named !== '' && !isPeople) return [];
  const doers = named || (people.named ? people.served : words.anyone);
  const share = sentence(language, 'peopleWho', { who: doers, does: doing }).join('');
  return [
    {
      name: sentence(language, 'share', { words: share }).join(''),
      unit: '%',
      direction: 'increase',
      everywhere: true,
    },
  ];
}
