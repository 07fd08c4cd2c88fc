/**
 * Parts of answers that stay what they are while somebody types elsewhere: whoever writes messages may keep what it has
 * made of them. They must not be changed any more.
 */
import { Notes } from '../text/notes';

/** What a writer keeps of a part. */
export interface Lasting {
  bytes?: Uint8Array;
}

const known = new Notes<object, Lasting>();

/** Says that a part will be sent again. */
export function lasting<T extends object>(part: T): T {
  known.set(part, {});
  return part;
}

/** Undefined for what is sent only once. */
export function lastingOf(part: unknown): Lasting | undefined {
  return typeof part === 'object' && part !== null ? known.get(part) : undefined;
}
