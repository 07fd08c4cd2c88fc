import type { Metric, Quantity, StatementFacts } from '../statement/facts';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';
import { wording } from './wording';

/** Net promoter scores run from −100 to 100 whatever they are called. */
const NPS_LIMIT = 100;

function variantOf(
  quantity: Quantity,
  facts: StatementFacts,
  metric: Metric | undefined,
): string | undefined {
  const value = quantity.upper ?? quantity.value;
  if (value === undefined) return undefined;
  const state = quantity.role === 'target' || quantity.role === 'baseline';
  if (state && metric?.key && wording(facts.language).promoterScores.has(metric.key))
    return Math.abs(value) > NPS_LIMIT ? 'nps' : undefined;
  if (quantity.kind === 'percent' && quantity.role === 'change' && facts.direction === 'decrease')
    return value > 100 ? 'decrease' : undefined;
  if (quantity.kind === 'percent' && state && metric?.key && wording(facts.language).shares.has(metric.key))
    return value > 100 ? 'share' : undefined;
  return state && value < 0 && metric?.kind === 'count' ? 'negative' : undefined;
}

/** A number that the metric cannot take. Domain note §3.5. */
export const rangeImpossible: StatementRule = {
  id: 'range-impossible',
  scope: 'item',
  source: 'arithmetic',
  variants: ['nps', 'decrease', 'share', 'negative'],
  check(context): Hit | undefined {
    const { facts } = context;
    for (const quantity of facts.quantities) {
      const variant = variantOf(quantity, facts, facts.metric);
      if (variant)
        return { span: quantity.span, variant, params: { words: wordsAt(context, quantity.span) } };
    }
    return undefined;
  },
};
