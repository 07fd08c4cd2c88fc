import type { LocatedObjective } from '../document/model';
import { shift } from '../text/span';
import { DEFAULT_LIMITS } from './profiles';
import { quoteItem } from './reading';
import type { DocumentContext, Hit, Limits } from './rule';

/** Key results that count: struck ones were dropped by their authors. */
function liveKeyResults({ keyResults }: LocatedObjective): number {
  return keyResults.filter(({ item }) => !item.struck).length;
}

/** One hit at each objective whose number of key results `isWrong`. */
export function hitsByCount(
  context: DocumentContext,
  isWrong: (count: number, limits: Limits['keyResults']) => boolean,
): readonly Hit[] {
  const limits = (context.limits ?? DEFAULT_LIMITS).keyResults;
  return context.objectives.flatMap((objective) => {
    const count = liveKeyResults(objective);
    if (objective.item.struck || !isWrong(count, limits)) return [];
    return [
      {
        span: shift(objective.item.statement.span, objective.offset),
        params: {
          words: quoteItem(objective.item),
          count: String(count),
          min: String(limits.min),
          max: String(limits.max),
        },
      },
    ];
  });
}
