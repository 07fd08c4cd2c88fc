/**
 * Folding for comparison: lower case, no diacritics, full-width forms narrowed. Vietnamese comes composed (NFC),
 * decomposed (NFD) and typed without marks; folded, the three are the same.
 */

export interface Folded {
  readonly text: string;
  /** Offset in the original of each unit of `text`, with one more for its end; absent where the two agree. */
  readonly map?: readonly number[];
}

const FIRST_COMBINING = 0x300;
const LAST_COMBINING = 0x36f;
const LAST_LATIN = 0x1fff;
const isFullWidth = (code: number) => code >= 0xff01 && code <= 0xff5e;

/** Letters and signs that Unicode does not decompose, and the quotes and hyphens that people mix. */
const SPECIAL: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 's',
  '\u00a0': ' ',
  '’': "'",
  '‘': "'",
  '\u2010': '-',
  '\u2011': '-',
};

const cache = new Map<string, string>();

function foldUnit(unit: string): string {
  let folded = cache.get(unit);
  if (folded === undefined) {
    const code = unit.charCodeAt(0);
    folded = SPECIAL[unit];
    if (folded === undefined && (code <= LAST_LATIN || isFullWidth(code))) {
      const bare = unit.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');
      if (bare.length === 1) folded = bare.toLowerCase();
    }
    // Lower case may be longer than upper ("İ"); what does not keep its length keeps its form.
    folded ??= unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit;
    cache.set(unit, folded);
  }
  return folded;
}

const isCombining = (code: number) => code >= FIRST_COMBINING && code <= LAST_COMBINING;

const isJamo = (code: number) => code >= 0x1100 && code <= 0x11ff;
const FIRST_SYLLABLE = 0xac00;
/** Syllables with and without a final consonant alternate in runs of so many. */
const FINALS = 28;

/** Decomposed Korean letters from `start`, composed, with where each syllable stands. */
function composeJamo(text: string, start: number): { text: string; at: number[]; end: number } {
  let end = start;
  while (end < text.length && isJamo(text.charCodeAt(end))) end++;
  const composed = text.slice(start, end).normalize('NFC');
  const at: number[] = [];
  let from = start;
  for (const unit of composed) {
    at.push(from);
    const code = unit.charCodeAt(0);
    from += code < FIRST_SYLLABLE ? 1 : (code - FIRST_SYLLABLE) % FINALS === 0 ? 2 : 3;
  }
  return { text: composed, at, end };
}

const identity = (length: number) => Array.from({ length }, (_, i) => i);

const NOT_ASCII = /[^\0-\x7f]/;

/** Folds `text`. Marks vanish and decomposed letters join, so only decomposed text needs a map. */
export function fold(text: string): Folded {
  // Who looks at a line asks for it several times in a row.
  if (text === lastText) return lastFolded;
  const first = text.search(NOT_ASCII);
  lastFolded = first < 0 ? { text: text.toLowerCase() } : foldFrom(text, first);
  lastText = text;
  return lastFolded;
}

let lastText = '';
let lastFolded: Folded = { text: '' };

/** The same from the first unit on that is not in ASCII. Runs of ASCII are taken at once: most texts are little else. */
function foldFrom(text: string, first: number): Folded {
  let out = text.slice(0, first).toLowerCase();
  let map: number[] | undefined;
  for (let i = first; i < text.length; ) {
    const code = text.charCodeAt(i);
    let next = i + 1;
    if (code < 0x80) {
      while (next < text.length && text.charCodeAt(next) < 0x80) next++;
      out += text.slice(i, next).toLowerCase();
      if (map) for (let at = i; at < next; at++) map.push(at);
    } else if (isCombining(code)) {
      map ??= identity(out.length);
    } else if (isJamo(code)) {
      map ??= identity(out.length);
      const jamo = composeJamo(text, i);
      out += jamo.text;
      map.push(...jamo.at);
      next = jamo.end;
    } else {
      out += foldUnit(text[i] as string);
      map?.push(i);
    }
    i = next;
  }
  if (!map) return { text: out };
  map.push(text.length);
  return { text: out, map };
}

/** Where a unit of the folded text stands in the original. */
export function unfold({ map }: Folded, offset: number): number {
  return map ? (map[offset] ?? offset) : offset;
}

/** The folded form alone, for word lists. */
export function foldText(text: string): string {
  return fold(text).text;
}
