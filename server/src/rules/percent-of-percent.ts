import { hasBaseline, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Raise conversion by 5 %": five points, or a twentieth of what it is? Domain note §3.5. */
export const percentOfPercent: StatementRule = {
  id: 'percent-of-percent',
  scope: 'key-result',
  source: 'google',
  check(context): Hit | undefined {
    const { change, metric, target } = context.facts;
    if (change?.kind !== 'percent' || target || metric?.kind !== 'rate' || hasBaseline(context))
      return undefined;
    return {
      span: change.span,
      params: { words: wordsAt(context, change.span), metric: wordsAt(context, metric.span) },
    };
  },
};
