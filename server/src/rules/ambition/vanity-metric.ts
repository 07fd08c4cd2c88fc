import { UNMEASURED } from '../causes';
import { wordsAt } from '../reading';
import type { Hit, StatementRule } from '../rule';

/** Likes, followers, page views: they can rise without anybody buying, staying or coming back. Domain note §3.6. */
export const vanityMetric: StatementRule = {
  id: 'vanity-metric',
  scope: 'key-result',
  source: 'castro',
  judgement: true,
  yieldsTo: [...UNMEASURED, 'kr-counted-activity'],
  check(context): Hit | undefined {
    const { metric, direction, target, change } = context.facts;
    // a share says what people do: "one in three visitors buys", "first-time visitors: 30%"
    if (target?.kind === 'ratio' || target?.kind === 'percent') return undefined;
    // Who wants fewer of them does not count them for show.
    if (!metric?.vanity || direction === 'decrease' || (!target && !change)) return undefined;
    return { span: metric.span, params: { words: wordsAt(context, metric.span) } };
  },
};
