import { onSentence } from './places';
import { DEFAULT_LIMITS } from './profiles';
import type { GroupContext, GroupHit, Limits } from './rule';

/** A hit at an objective whose number of live key results `isWrong`. */
export function hitsByCount(
  { objective, keyResults, document }: GroupContext,
  isWrong: (count: number, limits: Limits['keyResults']) => boolean,
): readonly GroupHit[] {
  const limits = (document.limits ?? DEFAULT_LIMITS).keyResults;
  const count = keyResults.length;
  if (!isWrong(count, limits)) return [];
  const params = { count: String(count), min: String(limits.min), max: String(limits.max) };
  return [onSentence(objective, { params })];
}
