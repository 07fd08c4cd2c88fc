import type { Span } from '../text/span';
import { hasBaseline, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

/** "Tăng doanh thu lên 20%": to 20 % or by 20 %? Only amounts are ambiguous; a rate can be 20 %. Domain note §3.5. */
export const toOrBy: StatementRule = {
  id: 'to-or-by',
  scope: 'item',
  source: 'article',
  check(context): Hit | undefined {
    const { target, metric, head } = context.facts;
    if (target?.kind !== 'percent' || target.comparison !== '=' || !metric?.key || hasBaseline(context))
      return undefined;
    if (head?.class !== 'increase' && head?.class !== 'decrease') return undefined;
    if (metric.kind !== 'amount' && metric.kind !== 'count' && metric.kind !== 'duration') return undefined;
    if (isLeft(context, target.span)) return undefined;
    return {
      span: target.span,
      params: { words: wordsAt(context, target.span), metric: wordsAt(context, metric.span) },
    };
  },
};

/** Whether the words say that so much is left ("giảm còn 1,5%"): then it is the level, not the change. */
function isLeft({ item, facts }: StatementContext, { start }: Span): boolean {
  const before = item.statement.text.slice(0, start).trimEnd().normalize('NFC').toLowerCase();
  return wording(facts.language).left.some((word) => before.endsWith(` ${word}`));
}
