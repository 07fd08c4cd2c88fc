/** What is kept of a chunk in which nothing is read. */
import { Notes } from '../text/notes';
import { NONE } from './blocks';
import type { SectionContent } from './entry';
import type { ChunkContent } from './model';

export function contentOfUnread(length: number): SectionContent {
  return { length, items: NONE, directives: NONE, headings: NONE };
}

/** By what was read in it. */
const unread = new Notes<ChunkContent, ChunkContent>();

/** The same chunk without what was read in it: the same object for the same chunk. */
export function withoutItems(content: ChunkContent): ChunkContent {
  let empty = unread.get(content);
  if (!empty) {
    empty = contentOfUnread(content.length);
    unread.set(content, empty);
  }
  return empty;
}
