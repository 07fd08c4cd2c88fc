/**
 * The phrases of a language by the letters they begin with. The knowledge files list them by what they are; a document
 * needs a few hundred of ten thousand, so the build turns the lists round (scripts/lib/phrase-table.ts), and a start
 * need not look at any.
 */

/** What the build writes as `phrases.generated.json` for each language. */
export interface PhraseTable {
  /** Names of lists, such as `nouns.person`, `verbs.traits.sell` or `words.implicit.500` (thousandths). */
  readonly lists: readonly string[];
  /** When each list is read, within a piece: where two lists compete, the first wins. */
  readonly ranks: readonly number[];
  /** All phrases and the lists they are in, piece by piece, as `packPieces` writes them. */
  readonly phrases: string;
  readonly marks: string;
  /** What a list says of each of its phrases besides. */
  readonly values: Readonly<Record<PhraseValue, Readonly<Record<string, string | number>>>>;
}

export const PHRASE_VALUES = ['irregular', 'multiply', 'number'] as const;
export type PhraseValue = (typeof PHRASE_VALUES)[number];

/** A phrase and the number of its list. */
export type Listed = readonly [list: number, phrase: string];

/** A piece as it is packed: what it begins with, its phrases, and the list of each. */
export interface PackedPiece {
  readonly begin: string;
  readonly phrases: string;
  readonly marks: string;
}

const BETWEEN = '|';
/** A capital letter tells how much of the phrase before is kept: none of it (`A`), one letter, two. */
const A = 65;
const MOST_KEPT = 25;
/** Signs for lists, the first for the longest: ASCII without what JSON and JavaScript write in two signs, then Cyrillic. */
const MARKS = Array.from({ length: 92 }, (_, n) => String.fromCharCode(35 + n))
  .filter((char) => !`'\\${BETWEEN}`.includes(char))
  .join('');
const CYRILLIC = 0x400;

/**
 * In order of the alphabet most phrases begin as the one before does, so only what differs is written: `call`,
 * `call back`, `caller` of piece `ca` are `caCllE backEer`. Such a text shrinks best when what it is not, the lists, is
 * kept apart.
 *
 * @throws where a phrase would be read as something else
 */
export function packPieces(
  pieces: ReadonlyMap<string, readonly Listed[]>,
): Pick<PhraseTable, 'phrases' | 'marks'> {
  const packed = [...pieces].map(([begin, listed]) => packPiece(begin, listed));
  return {
    phrases: packed.map(({ begin, phrases }) => begin + phrases).join(BETWEEN),
    marks: packed.map(({ marks }) => marks).join(BETWEEN),
  };
}

function packPiece(begin: string, listed: readonly Listed[]): PackedPiece {
  const ordered = [...listed].sort(([, one], [, other]) => (one < other ? -1 : Number(one > other)));
  let before = begin;
  let phrases = '';
  for (const [, phrase] of ordered) {
    if (!phrase || /[|A-Z]/.test(phrase)) throw new Error(`"${phrase}" cannot be packed`);
    const kept = Math.min(keptOf(before, phrase), MOST_KEPT);
    phrases += String.fromCharCode(A + kept) + phrase.slice(kept);
    before = phrase;
  }
  return { begin, phrases, marks: ordered.map(([list]) => markOf(list)).join('') };
}

function keptOf(before: string, phrase: string): number {
  let kept = 0;
  while (kept < before.length && before[kept] === phrase[kept]) kept++;
  return kept;
}

/** The pieces by what they begin with. */
export function unpackPieces({
  phrases,
  marks,
}: Pick<PhraseTable, 'phrases' | 'marks'>): Map<string, PackedPiece> {
  const pieces = new Map<string, PackedPiece>();
  const marksOf = marks.split(BETWEEN);
  for (const [n, piece] of phrases.split(BETWEEN).entries()) {
    // One letter or two, and then the first phrase.
    const end = isCapital(piece.charCodeAt(1)) ? 1 : 2;
    const begin = piece.slice(0, end);
    pieces.set(begin, { begin, phrases: piece.slice(end), marks: marksOf[n] as string });
  }
  return pieces;
}

/** The phrases of one piece, in the order of the alphabet. */
export function unpackPhrases({ begin, phrases, marks }: PackedPiece): Listed[] {
  const listed: Listed[] = [];
  let phrase = begin;
  for (let at = 0; at < phrases.length; ) {
    const kept = phrases.charCodeAt(at) - A;
    let end = at + 1;
    while (end < phrases.length && !isCapital(phrases.charCodeAt(end))) end++;
    phrase = phrase.slice(0, kept) + phrases.slice(at + 1, end);
    listed.push([listOf(marks.charAt(listed.length)), phrase]);
    at = end;
  }
  return listed;
}

function isCapital(code: number): boolean {
  return code >= A && code <= A + MOST_KEPT;
}

function markOf(list: number): string {
  return MARKS[list] ?? String.fromCharCode(CYRILLIC + list - MARKS.length);
}

function listOf(mark: string): number {
  const list = MARKS.indexOf(mark);
  return list < 0 ? mark.charCodeAt(0) - CYRILLIC + MARKS.length : list;
}
