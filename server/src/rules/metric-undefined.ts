import type { StatementFacts } from '../statement/facts';
import type { Span } from '../text/span';
import { hasBaseline, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Increase service quality by 20 %": an abstract noun that grows by a share of nobody knows what. */
function abstractObject({ head, object, change, abstractNouns }: StatementFacts): Span | undefined {
  const changes = head?.class === 'increase' || head?.class === 'decrease' || head?.class === 'improve';
  if (!changes || change?.kind !== 'percent') return undefined;
  return abstractNouns.find(({ start }) => start === object?.start);
}

/** A number on a noun that nobody can read off a dial: engagement, productivity. Domain note §3.5. */
export const metricUndefined: StatementRule = {
  id: 'metric-undefined',
  scope: 'key-result',
  source: 'google; article',
  check(context): Hit | undefined {
    const { metric, target, change, class: kind } = context.facts;
    if (kind !== 'outcome') return undefined;
    // Six opportunities can be counted; what 20 % more opportunity is, nobody knows.
    const number = change ?? target;
    if (number?.kind === 'number' || number?.kind === 'currency' || number?.kind === 'score')
      return undefined;
    const fuzzy = metric ? metric.fuzzy && !metric.instrument && metric.span : abstractObject(context.facts);
    // Where a start value is known, somebody has measured it, and knows how.
    if (!fuzzy || hasBaseline(context)) return undefined;
    return { span: fuzzy, params: { words: wordsAt(context, fuzzy) } };
  },
};
