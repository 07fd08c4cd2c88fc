/** When V8 makes better machine code of what runs often: at once, or late. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * What a function may run through before V8 optimises it, in bytes of its own code; V8's own figure is about 68,000 in Node 20.
 *
 * Optimising holds up whoever types by several milliseconds, and by V8's own measure it happens hundreds of times in
 * the first minute, for functions that are hardly worth it: so they wait. While a large document is read nobody waits
 * for a single key, and code that runs ten thousand times is worth optimising soon: opening takes a fifth less of the
 * main thread's time. V8 optimises in other threads, so where two processors are all there is, less of that shows; with
 * lower figures it even takes longer.
 */
const BUDGET = { typing: 1_000_000, 'long-work': 130_000 } as const;

/** Electron is left alone: it may not take flags from a running program. */
export function optimiseFor(work: keyof typeof BUDGET): void {
  if (process.versions.electron === undefined) setFlagsFromString(`--interrupt-budget=${BUDGET[work]}`);
}
