import { hasBaseline, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** A number on a noun that nobody can read off a dial: engagement, productivity. Domain note §3.5. */
export const metricUndefined: StatementRule = {
  id: 'metric-undefined',
  scope: 'key-result',
  source: 'google; article',
  check(context): Hit | undefined {
    const { metric, class: kind, abstractNouns } = context.facts;
    // Where a start value is known, somebody has measured it, and knows how.
    if (kind !== 'outcome' || hasBaseline(context)) return undefined;
    // A fuzzy noun that no metric is known for is as open as a metric that is known to be fuzzy.
    const fuzzy = metric ? metric.fuzzy && !metric.instrument && metric.span : abstractNouns[0];
    return fuzzy ? { span: fuzzy, params: { words: wordsAt(context, fuzzy) } } : undefined;
  },
};
