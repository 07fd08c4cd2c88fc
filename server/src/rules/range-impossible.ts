import type { Metric, Quantity } from '../statement/facts';
import { wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { isAmong, wording } from './wording';

/** Net promoter scores run from −100 to 100 whatever they are called. */
const NPS_LIMIT = 100;

/** A share of a whole. Retained revenue and the like can pass 100 %, because those who stay may buy more. */
function isShare({ key, span }: Metric, context: StatementContext): boolean {
  const words = wording(context.facts.language);
  if (key === undefined || !isAmong(words.shares, key, words)) return false;
  const written = context.item.statement.text.slice(span.start, span.end).normalize('NFC').toLowerCase();
  return !words.growing.some((word) => written.includes(word));
}

/** What is impossible about a level (a start or a target), where something is. */
function variantOfLevel(value: number, { kind }: Quantity, context: StatementContext): string | undefined {
  const { metric, language } = context.facts;
  if (!metric) return undefined;
  if (metric.key && wording(language).promoterScores.has(metric.key))
    return Math.abs(value) > NPS_LIMIT ? 'nps' : undefined;
  if (kind === 'percent') return value > 100 && isShare(metric, context) ? 'share' : undefined;
  return value < 0 && metric.kind === 'count' ? 'negative' : undefined;
}

function variantOf(quantity: Quantity, context: StatementContext): string | undefined {
  const value = quantity.upper ?? quantity.value;
  if (value === undefined) return undefined;
  if (quantity.role === 'target' || quantity.role === 'baseline')
    return variantOfLevel(value, quantity, context);
  const falls = quantity.role === 'change' && context.facts.direction === 'decrease';
  return falls && quantity.kind === 'percent' && value > 100 ? 'decrease' : undefined;
}

/** A number that the metric cannot take. Domain note §3.5. */
export const rangeImpossible: StatementRule = {
  id: 'range-impossible',
  scope: 'item',
  source: 'arithmetic',
  wordless: true,
  variants: ['nps', 'decrease', 'share', 'negative'],
  check(context): Hit | undefined {
    for (const quantity of context.facts.quantities) {
      const variant = variantOf(quantity, context);
      if (variant)
        return { span: quantity.span, variant, params: { words: wordsAt(context, quantity.span) } };
    }
    return undefined;
  },
};
