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

/** How many pieces of long work are under way, and who is told when the first begins and when the last has ended. */
let underWay = 0;
let tell: (isLong: boolean) => void = () => {};

/** Has `listener` told when long work begins (true) and when none is left (false). */
export function onLongWork(listener: (isLong: boolean) => void): void {
  tell = listener;
}

/**
 * Takes steps in slices, so that other messages get their turn. Undefined as soon as `isWanted` says no, which is asked
 * between slices; the steps can be taken up again.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean = () => true,
): Promise<{ readonly value: T } | undefined> {
  const first = slice(steps);
  if (first) return first;
  if (++underWay === 1) tell(true);
  try {
    for (;;) {
      await nextTurn();
      if (!isWanted()) return undefined;
      const end = slice(steps);
      if (end) return end;
    }
  } finally {
    if (--underWay === 0) tell(false);
  }
}

/** Takes steps until they come to their end, or others should have their turn. */
function slice<T>(steps: Steps<T>): { readonly value: T } | undefined {
  const until = performance.now() + SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { value };
    if (performance.now() >= until) return undefined;
  }
}
