/** Finding the chunk at an offset. */
import type { Chunk } from '../document/model';

/** The chunk that holds an offset. */
export function chunkAt(chunks: readonly Chunk[], offset: number): Chunk | undefined {
  // The end of the text belongs to the last chunk.
  return chunks[chunkIndexAt(chunks, offset)] ?? chunks.at(-1);
}

/** How many chunks at the start of two readings have the same content. */
export function commonStart(a: readonly Chunk[], b: readonly Chunk[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count]?.content === b[count]?.content) count++;
  return count;
}

/** How many chunks at the end have, not counting the first `taken`. */
export function commonEnd(a: readonly Chunk[], b: readonly Chunk[], taken: number): number {
  const most = Math.min(a.length, b.length) - taken;
  let count = 0;
  while (count < most && a[a.length - 1 - count]?.content === b[b.length - 1 - count]?.content) count++;
  return count;
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
