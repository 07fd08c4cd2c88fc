/**
 * The phrases of a language by the letters they begin with. The knowledge files list them by what they are; a document
 * needs a few hundred of ten thousand, so the build turns the lists round (scripts/lib/phrase-table.ts), and a start
 * need not look at any.
 */

/** What the build writes as `phrases.generated.json` for each language. */
export interface PhraseTable {
  /** Names of lists, such as `nouns.person`. */
  readonly lists: readonly string[];
  /** When each list is read, within a piece: where two compete, the first wins. */
  readonly ranks: readonly number[];
  /** All pieces, as `packPieces` writes them. */
  readonly pieces: string;
  /** What a list says of each of its phrases besides. */
  readonly values: Readonly<Record<PhraseValue, Readonly<Record<string, string | number>>>>;
}

export const PHRASE_VALUES = ['irregular', 'multiply', 'traits', 'implicit', 'number', 'magnitude'] as const;
export type PhraseValue = (typeof PHRASE_VALUES)[number];

/** A phrase and the number of its list. */
export type Listed = readonly [list: number, phrase: string];

const BETWEEN_PIECES = '|';
const BETWEEN = '^';
/** Before a phrase that does not begin as its piece does: `bo` holds `buy`, for the sake of `bought`. */
const WHOLE = '_';
/** A list is marked by a capital letter, which no phrase has; by a Cyrillic one when there are too many. */
const A = 65;
const LETTERS = 26;
const CYRILLIC = 0x400;
const CYRILLIC_LETTERS = 0x100;

/**
 * Phrases by piece in one string: `caDll^re^CFmpaign|ciBty`, where `D` is list 3, and what a piece begins with goes
 * without saying in its phrases.
 *
 * @throws where a phrase would be read as something else: they are in lower case and without these signs
 */
export function packPieces(pieces: ReadonlyMap<string, readonly Listed[]>): string {
  return [...pieces].map(([piece, listed]) => piece + packPhrases(piece, listed)).join(BETWEEN_PIECES);
}

function packPhrases(piece: string, listed: readonly Listed[]): string {
  let before: number | undefined;
  return listed
    .map(([list, phrase]) => {
      const rest = phrase.startsWith(piece) ? phrase.slice(piece.length) : WHOLE + phrase;
      if (
        !phrase ||
        /[|^_]/.test(phrase) ||
        [...rest].some((char) => listOf(char.charCodeAt(0)) !== undefined)
      )
        throw new Error(`"${phrase}" cannot be packed`);
      const sign = list === before ? BETWEEN : markOf(list);
      before = list;
      return sign + rest;
    })
    .join('');
}

/** What is to be unpacked of each piece. */
export function unpackPieces(packed: string): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const piece of packed.split(BETWEEN_PIECES)) {
    // A piece is one letter or two, and the first mark stands behind it.
    const end = listOf(piece.charCodeAt(1)) === undefined ? 2 : 1;
    pieces.set(piece.slice(0, end), piece.slice(end));
  }
  return pieces;
}

/** The phrases of one piece. */
export function unpackPhrases(piece: string, packed: string): Listed[] {
  const listed: Listed[] = [];
  let list = 0;
  let start = 0;
  for (let at = 0; at <= packed.length; at++) {
    const next = at === packed.length ? undefined : listOf(packed.charCodeAt(at));
    if (next === undefined && at < packed.length && packed.charAt(at) !== BETWEEN) continue;
    if (at > 0) {
      const rest = packed.slice(start, at);
      listed.push([list, rest.startsWith(WHOLE) ? rest.slice(1) : piece + rest]);
    }
    list = next ?? list;
    start = at + 1;
  }
  return listed;
}

function markOf(list: number): string {
  return String.fromCharCode(list < LETTERS ? A + list : CYRILLIC + list - LETTERS);
}

/** The list that a letter marks. */
function listOf(code: number): number | undefined {
  if (code >= A && code < A + LETTERS) return code - A;
  return code >= CYRILLIC && code < CYRILLIC + CYRILLIC_LETTERS ? code - CYRILLIC + LETTERS : undefined;
}
