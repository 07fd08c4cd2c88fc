import type { GroupContext } from '../rule';

/** Before a third of the cycle has passed, nothing need have happened yet. */
const EARLY = 1 / 3;
const FEWEST = 2;

/** Whether all key results claim to be on track while not one of them has moved. */
export function isWishful({ keyResults, elapsed }: GroupContext): boolean {
  if (elapsed === undefined || elapsed <= EARLY || keyResults.length < FEWEST) return false;
  return keyResults.every((kr) => {
    if (kr.item.fields.length === 0) return false;
    const { status, progress, stated } = kr.tracking;
    const reached = progress ?? stated;
    return status === 'on-track' && reached !== undefined && reached <= 0;
  });
}
