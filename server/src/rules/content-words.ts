/** What a sentence says, for telling whether two say the same. */

import type { Item } from '../document/model';
import { foldText } from '../text/fold';
import { Notes } from '../text/notes';
import { FILLERS } from './phrases';

export interface Content {
  /** Words without fillers, and numbers, in order. */
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  /** Equal for sentences that differ in fillers, case, marks and punctuation only. */
  readonly key: string;
}

const contents = new Notes<Item, Content>();
const TOKEN = /\d[\d.,]*(?:[%kmb](?!\p{L}))?|[\p{L}\p{M}]+/gu;
/** A pasted page is no sentence. */
const LONGEST = 600;

/** The content of an item's sentence; kept with the item. */
export function contentOf(item: Item): Content {
  let content = contents.get(item);
  if (!content) {
    const tokens = foldText(item.statement.text.slice(0, LONGEST)).match(TOKEN) ?? [];
    const words = tokens.map((token) => token.replace(/[.,]$/u, '')).filter((token) => !FILLERS.has(token));
    content = {
      words,
      numbers: words.filter((word) => /^\d/u.test(word)).sort(),
      key: words.join(' '),
    };
    contents.set(item, content);
  }
  return content;
}

/** Shared words of all words, 0 to 1 (Jaccard). */
export function overlapOf(a: Content, b: Content): number {
  const first = new Set(a.words);
  const second = new Set(b.words);
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}
