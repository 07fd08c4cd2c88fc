/** What a sentence says, for telling whether two say the same. */

import type { Item } from '../document/model';
import { foldText } from '../text/fold';
import { Recent } from '../text/recent';
import { FILLERS } from './phrases';

export interface Content {
  /** Words without fillers, and numbers, in order. */
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  /** Equal for sentences that differ in fillers, case, marks and punctuation only. */
  readonly key: string;
  /** A number that is equal where keys are equal (and, rarely, where they are not). */
  readonly hash: number;
}

const contents = new Recent<Content>();
const TOKEN = /\d[\d.,]*(?:[%kmb](?!\p{L}))?|[\p{L}\p{M}]+/gu;
/** A pasted page is no sentence. */
const LONGEST = 600;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Without the full stop or comma that ends the phrase. */
function withoutEnd(token: string): string {
  const last = token.charCodeAt(token.length - 1);
  return last === 46 || last === 44 ? token.slice(0, -1) : token;
}

/** FNV-1a over UTF-16 units, going on from `value`. */
export function hash(text: string, value = 0x811c9dc5): number {
  let hashed = value;
  for (let i = 0; i < text.length; i++) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193);
  return hashed;
}

function read(text: string): Content {
  const words: string[] = [];
  const numbers: string[] = [];
  for (const token of foldText(text).match(TOKEN) ?? []) {
    const word = withoutEnd(token);
    if (FILLERS.has(word)) continue;
    words.push(word);
    if (isDigit(word.charCodeAt(0))) numbers.push(word);
  }
  const key = words.join(' ');
  return { words, numbers: numbers.sort(), key, hash: hash(key) };
}

/** The content of an item's sentence; kept by its words. */
export function contentOf({ statement }: Item): Content {
  const text = statement.text.slice(0, LONGEST);
  let content = contents.get(text);
  if (!content) {
    content = read(text);
    contents.set(text, content);
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
