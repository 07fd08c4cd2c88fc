/**
 * The garbage of the process that measures. What it has read becomes garbage, and collecting that takes it longer than the
 * server takes for an answer: in the middle of a measurement it would be counted as the server's time.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { readonly type: 'minor' | 'major' }) => void;

/** Takes away what was made since the last time. */
export function collectYoung(): void {
  collect({ type: 'minor' });
}

/** Takes away everything, so that none of it is collected bit by bit in what follows. */
export function collectAll(): void {
  collect();
}
