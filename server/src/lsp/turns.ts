/** Turns of the event loop. */
import type { Steps } from '../service';

/** Milliseconds of long work after which others get their turn. */
const SLICE = 30;

/** Resolves when what waits on the event loop has had its turn. Workers have no `setImmediate`. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/**
 * Takes steps in slices, so that other messages get their turn. Undefined as soon as `isWanted` says no, which is asked
 * between slices; the steps can be taken up again.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean = () => true,
): Promise<{ readonly value: T } | undefined> {
  let until = performance.now() + SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { value };
    if (performance.now() < until) continue;
    await nextTurn();
    if (!isWanted()) return undefined;
    until = performance.now() + SLICE;
  }
}
