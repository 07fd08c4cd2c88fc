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
    if (facts.class !== 'outcome' || !target || target.kind === 'percent' || facts.windows.length > 0)
      return undefined;
    if (!metric?.key || !wording(facts.language).flowMetrics.has(metric.key)) return undefined;
    return {
      span: metric.span,
      params: { words: wordsAt(context, metric.span), target: wordsAt(context, target.span) },
    };
  },
};
