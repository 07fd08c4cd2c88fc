/**
 * What is known of sentences by their words. An edit makes new items of all sentences around it, most of which say what
 * they said before.
 */

/** Sentences that are remembered for sure; a section that somebody writes in has fewer. */
const ENOUGH = 1000;

/** A map that forgets what was not asked for lately, so that it never grows large. */
export class Recent<V extends object> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** @param enough entries that are remembered for sure; at most twice as many are */
  constructor(private readonly enough = ENOUGH) {}

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    if (this.#young.size >= this.enough) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
