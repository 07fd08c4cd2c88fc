import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';
import { wording } from './wording';

/** "10k visits": a month, or since the beginning? Google's "1 million users". Domain note §3.5. */
export const metricAmbiguousWindow: StatementRule = {
  id: 'metric-ambiguous-window',
  scope: 'key-result',
  source: 'google',
  check(context): Hit | undefined {
    const { facts } = context;
    const { metric, target } = facts;
    if (
      facts.class !== 'outcome' ||
      !target ||
      target.kind === 'percent' ||
      target.kind === 'ratio' ||
      facts.windows.length > 0
    )
      return undefined;
    const { head } = facts;
    // What is built or added ("3 new views") is no flow.
    if (head && head.class !== 'increase' && head.class !== 'decrease' && head.class !== 'reach')
      return undefined;
    if (!metric?.key || !wording(facts.language).flowMetrics.has(metric.key)) return undefined;
    return {
      span: metric.span,
      params: { words: wordsAt(context, metric.span), target: wordsAt(context, target.span) },
    };
  },
};
