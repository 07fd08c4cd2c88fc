/** The chunks of a reading. */
import { commonEnd, commonStart } from '../text/common-ends';
import type { Chunk, ChunkContent, Chunks } from './model';

/**
 * Chunks in order, without gaps. Where they stand is kept apart from what they hold: an edit moves thousands of them,
 * and all that costs is to add to some numbers.
 */
export class ChunkList implements Chunks {
  private constructor(
    readonly contents: readonly ChunkContent[],
    /** Where each stands, and where the last ends. */
    private readonly starts: Int32Array,
  ) {}

  static of(contents: readonly ChunkContent[]): ChunkList {
    const starts = new Int32Array(contents.length + 1);
    placeFrom(0, contents, starts);
    return new ChunkList(contents, starts);
  }

  /** The first `first` of these, others, and the last `last` of these where they stand then. */
  with(first: number, others: readonly ChunkContent[], last: number): ChunkList {
    const rest = this.length - last;
    const contents = this.contents.slice(0, first).concat(others, this.contents.slice(rest));
    const starts = new Int32Array(contents.length + 1);
    starts.set(this.starts.subarray(0, first + 1));
    const end = placeFrom(first, others, starts);
    const by = end - this.startOf(rest);
    for (let n = 0; n <= last; n++) starts[first + others.length + n] = this.startOf(rest + n) + by;
    return new ChunkList(contents, starts);
  }

  get length(): number {
    return this.contents.length;
  }

  startOf(index: number): number {
    return this.starts[index] ?? (this.starts.at(-1) as number);
  }

  at(index: number): Chunk | undefined {
    const content = this.contents[index];
    return content && { start: this.startOf(index), content };
  }

  indexAt(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle + 1) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  holding(offset: number): Chunk | undefined {
    return this.at(Math.min(this.indexAt(offset), this.length - 1));
  }

  between(from: number, to = this.length): Chunk[] {
    const some: Chunk[] = [];
    for (let n = from; n < Math.min(to, this.length); n++) some.push(this.at(n) as Chunk);
    return some;
  }

  sharedStart({ contents }: Chunks): number {
    return commonStart(this.contents, contents);
  }

  sharedWith({ contents }: Chunks): { readonly first: number; readonly last: number } {
    const first = commonStart(this.contents, contents);
    return { first, last: commonEnd(this.contents, contents, first) };
  }

  [Symbol.iterator](): Iterator<Chunk> {
    return this.between(0)[Symbol.iterator]();
  }
}

export const NO_CHUNKS = ChunkList.of([]);

/** Writes down where chunks stand of which the first is number `index`; where the last ends. */
function placeFrom(index: number, contents: readonly ChunkContent[], starts: Int32Array): number {
  let end = starts[index] as number;
  contents.forEach(({ length }, n) => {
    end += length;
    starts[index + n + 1] = end;
  });
  return end;
}
