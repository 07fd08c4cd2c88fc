/** Finding the chunk at an offset. */
import type { Chunk } from '../document/model';

/** The chunk that holds an offset. */
export function chunkAt(chunks: readonly Chunk[], offset: number): Chunk | undefined {
  // The end of the text belongs to the last chunk.
  return chunks[chunkIndexAt(chunks, offset)] ?? chunks.at(-1);
}

/** Whether two chunks hold the same, wherever they stand. */
export function sameContent(one: Chunk | undefined, other: Chunk | undefined): boolean {
  return one?.content === other?.content;
}

/** The index of the chunk that holds an offset; that behind the last for what lies beyond. */
export function chunkIndexAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const chunk = chunks[middle] as Chunk;
    if (chunk.start + chunk.content.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
