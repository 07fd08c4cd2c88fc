/**
 * What is known of an object for as long as the object lives: a WeakMap that keeps its values in the objects.
 *
 * V8 takes the values of a WeakMap that has grown old for alive until its next full collection, also when their keys are
 * long gone. What is made anew at every key press would survive by that, be copied twice and pile up: two thirds of the
 * pauses while somebody types, and half of the memory.
 */

/** One thing known of an object, and the rest of what is known of it. */
interface Note {
  /** Whose note it is. */
  readonly of: object;
  value: unknown;
  readonly next: Note | undefined;
}

/** Not enumerable, so that no copy takes it along and no comparison sees it. */
const NOTES = Symbol('notes');

interface Noted {
  [NOTES]?: Note;
}

function noteOf(key: Noted, of: object): Note | undefined {
  let note = key[NOTES];
  while (note && note.of !== of) note = note.next;
  return note;
}

/**
 * Notes about objects that can be extended and that no other inherits from. Throws a TypeError for frozen ones. They
 * live as long as the object, also when whoever made them is gone.
 */
export class Notes<K extends object, V> {
  get(key: K): V | undefined {
    return noteOf(key, this)?.value as V | undefined;
  }

  set(key: K, value: V): void {
    const known = noteOf(key, this);
    if (known) {
      known.value = value;
      return;
    }
    const next = (key as Noted)[NOTES];
    const note: Note = { of: this, value, next };
    if (next) (key as Noted)[NOTES] = note;
    else Object.defineProperty(key, NOTES, { value: note, writable: true });
  }
}
