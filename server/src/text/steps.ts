/** Long work in small steps, so that whoever does it can let others have their turn in between. */

/** What takes steps to make: a step each time it is asked to go on, the result at the end. */
export type Steps<T> = Generator<void, T, void>;

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
