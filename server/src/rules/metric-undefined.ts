import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** A number on a noun that nobody can read off a dial: engagement, productivity. Domain note §3.5. */
export const metricUndefined: StatementRule = {
  id: 'metric-undefined',
  scope: 'key-result',
  source: 'google; article',
  check(context): Hit | undefined {
    const { metric, class: kind } = context.facts;
    if (kind !== 'outcome' || !metric?.fuzzy || metric.instrument) return undefined;
    return { span: metric.span, params: { words: wordsAt(context, metric.span) } };
  },
};
