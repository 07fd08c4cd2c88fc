import type { Head, Metric } from '../statement/facts';
import { LETTER } from '../text/letters';
import { wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

const OTHER_SIGN = new RegExp(`[^${LETTER} ]`, 'u');

/**
 * Whether the metric is all that the phrase names. "Lead-to-proposal time" holds "lead", "ROI on marketing spend" holds
 * "marketing spend"; which way is better there is for the whole phrase to say, and the lexicon does not know it.
 */
function isNamedPlainly({ key, span }: Metric, context: StatementContext): boolean {
  const words = context.item.statement.text.slice(span.start, span.end).normalize('NFC').toLowerCase();
  if (key === undefined || words === key) return key !== undefined;
  return wording(context.facts.language).headNounLast && words.endsWith(` ${key}`) && !OTHER_SIGN.test(words);
}

/** Whether the metric follows the verb at once, but for a number and an article: "increase the churn", "giảm 10% doanh thu". */
function isObject(head: Head, metric: Metric, { item, facts }: StatementContext): boolean {
  if (metric.span.start < head.span.end) return false;
  let between = item.statement.text.slice(head.span.end, metric.span.start);
  for (const { span } of facts.quantities)
    if (span.start >= head.span.end && span.end <= metric.span.start)
      between = between.replace(item.statement.text.slice(span.start, span.end), ' ');
  // An article or an adjective; where nouns come first, a word in between is what the phrase is about.
  return wordCount(between) <= (wording(facts.language).headNounLast ? 1 : 0);
}

/**
 * Whether the metric's name goes on behind it: "the share of tickets reopened", "the time users need", "số lần giao
 * sai". Then it is the whole phrase that is better when it is larger or smaller. One word ("to", "xuống") may stand
 * before the numbers.
 */
function goesOn({ span }: Metric, { item, facts }: StatementContext): boolean {
  const { text } = item.statement;
  const ends = [
    ...facts.quantities.map((quantity) => quantity.span),
    facts.means,
    facts.purpose,
    facts.deadline,
  ]
    .flatMap((part) => (part && part.start >= span.end ? [part.start] : []))
    .concat(text.length);
  return wordCount(text.slice(span.end, Math.min(...ends))) > 1;
}

function wordCount(text: string): number {
  return text.split(/\s/u).filter((word) => word !== '').length;
}

/** "Increase churn": the wrong way for this metric. Only for metrics that the lexicon knows. Domain note §3.5. */
export const metricPolarity: StatementRule = {
  id: 'metric-polarity',
  scope: 'item',
  source: 'lexicon',
  judgement: true,
  variants: ['decrease'],
  yieldsTo: ['direction-contradiction'],
  check(context): Hit | undefined {
    const { head, metric } = context.facts;
    if (!head || !metric) return undefined;
    const wrongRise = head.class === 'increase' && metric.polarity === 'down';
    const wrongFall = head.class === 'decrease' && metric.polarity === 'up';
    if (!wrongRise && !wrongFall) return undefined;
    // Only where the verb acts on the metric: in "the return rate tops 55%" it is the number that rises.
    if (!isObject(head, metric, context) || !isNamedPlainly(metric, context) || goesOn(metric, context))
      return undefined;
    return {
      span: {
        start: Math.min(head.span.start, metric.span.start),
        end: Math.max(head.span.end, metric.span.end),
      },
      ...(wrongFall && { variant: 'decrease' }),
      params: { verb: wordsAt(context, head.span), metric: wordsAt(context, metric.span) },
    };
  },
};
