/** Rewrites of the verb: a hedge dropped, a direction that contradicts the numbers turned round. */
import { withoutDiacritics } from '../teams/words';
import type { Span } from '../text/span';
import { type RewriteContext, statementText, wordsIn } from './context';
import { changeSentence, type InnerEdit } from './edit';
import { digitsOf, leadingWord } from './number-words';
import type { Suggestion } from './suggestion';
import { titleOf, wordingOf } from './wording';

function likeFirst(old: string, written: string): string {
  return /^\p{Lu}/u.test(old) ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}

/** The edit that takes "Try to" away: the verb after it stands in its dictionary form and takes over the capital. */
export function hedgeRemoval({ facts, item }: RewriteContext): InnerEdit | undefined {
  const { hedge, head } = facts;
  if (!hedge) return undefined;
  const { text } = item.item.statement;
  const next = hedge.end + (text.slice(hedge.end).length - text.slice(hedge.end).trimStart().length);
  const old = text.slice(hedge.start, hedge.end);
  if (!head || head.span.start !== next)
    return { span: { start: hedge.start, end: next + 1 }, parts: [likeFirst(old, text.charAt(next))] };
  const verb = text.slice(head.span.start, head.span.end);
  const same = withoutDiacritics(verb) === withoutDiacritics(head.lemma);
  return {
    span: { start: hedge.start, end: head.span.end },
    parts: [likeFirst(old, same ? verb : head.lemma)],
  };
}

/** "Try to reach 50" is "Reach 50". Certain where a number says what is to be reached. */
export function dropHedge(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const removal = hedgeRemoval(context);
  if (!facts.hedge || !removal) return [];
  const { edits, statement } = changeSentence(context, [removal]);
  const certain = facts.class === 'outcome' && (facts.target ?? facts.change)?.value !== undefined;
  return [
    {
      id: 'drop-hedge',
      kind: certain ? 'certain' : 'quickfix',
      title: titleOf(language, 'dropHedge', { words: wordsIn(context, facts.hedge) }),
      edits,
      statement,
    },
  ];
}

/** The verb of opposite direction, undefined for verbs that have none or stand in another form than the dictionary's. */
function opposite(context: RewriteContext): string | undefined {
  const { head, language } = context.facts;
  if (!head) return undefined;
  const verb = statementText(context).slice(head.span.start, head.span.end);
  if (withoutDiacritics(verb) !== withoutDiacritics(head.lemma)) return undefined;
  for (const [one, other] of wordingOf(language).words.antonyms) {
    if (head.lemma === one) return likeFirst(verb, other);
    if (head.lemma === other) return likeFirst(verb, one);
  }
  return undefined;
}

/** Brings the word before the target ("lên", "xuống") in line with a direction, where the language has two. */
function turnedLead(context: RewriteContext, direction: 'increase' | 'decrease'): InnerEdit[] {
  const { target, language } = context.facts;
  if (!target) return [];
  const wording = wordingOf(language);
  const { upWords, downWords } = wording.words;
  const [right, wrong] = direction === 'increase' ? [upWords, downWords] : [downWords, upWords];
  const lead = leadingWord(statementText(context), target, wording, wrong);
  const written = lead && wordsIn(context, lead).normalize('NFC').toLowerCase();
  if (!lead || !right[0] || right.includes(written ?? '')) return [];
  return [{ span: lead, parts: [right[0]] }];
}

/** Which way the numbers go; where only a target is given, the way that is better for this metric. */
function wantedDirection({ facts }: RewriteContext): 'increase' | 'decrease' | undefined {
  const { baseline, target, metric } = facts;
  if (baseline?.value !== undefined && target?.value !== undefined && baseline.value !== target.value)
    return target.value > baseline.value ? 'increase' : 'decrease';
  if (metric?.polarity === 'up') return 'increase';
  return metric?.polarity === 'down' ? 'decrease' : undefined;
}

/** The verb goes where the numbers go. Certain where the metric is better that way, too. */
export function swapVerb(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const verb = opposite(context);
  const direction = wantedDirection(context);
  if (!facts.head || !verb || !direction || facts.head.class === direction) return [];
  const { edits, statement } = changeSentence(context, [
    { span: facts.head.span, parts: [verb] },
    ...turnedLead(context, direction),
  ]);
  const better = facts.metric?.polarity === (direction === 'increase' ? 'up' : 'down');
  const byNumbers = facts.baseline !== undefined;
  const byMetric = direction === 'increase' ? 'swapForHigher' : 'swapForLower';
  return [
    {
      id: 'swap-verb',
      kind: better && byNumbers ? 'certain' : 'quickfix',
      title: titleOf(language, byNumbers ? 'swapVerb' : byMetric, { words: verb }),
      edits,
      statement,
    },
  ];
}

/** The numbers go where the verb goes, unless the metric is known to be worse that way. */
export function swapNumbers(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const text = statementText(context);
  const from = facts.baseline && digitsOf(text, facts.baseline);
  const to = facts.target && digitsOf(text, facts.target);
  const direction = facts.head?.class;
  if (!from || !to || (direction !== 'increase' && direction !== 'decrease')) return [];
  if (facts.metric?.polarity === (direction === 'increase' ? 'down' : 'up')) return [];
  const words = (span: Span): string => text.slice(span.start, span.end);
  const { edits, statement } = changeSentence(context, [
    { span: from, parts: [words(to)] },
    ...turnedLead(context, direction),
    { span: to, parts: [words(from)] },
  ]);
  return [
    { id: 'swap-numbers', kind: 'quickfix', title: titleOf(language, 'swapNumbers'), edits, statement },
  ];
}
