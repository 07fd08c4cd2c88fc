import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

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
    // Only where the verb acts on the metric: in "the return rate tops 55%" it is the number that rises.
    if (!head || !metric?.key || metric.span.start < head.span.end) return undefined;
    const wrongRise = head.class === 'increase' && metric.polarity === 'down';
    const wrongFall = head.class === 'decrease' && metric.polarity === 'up';
    if (!wrongRise && !wrongFall) return undefined;
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
