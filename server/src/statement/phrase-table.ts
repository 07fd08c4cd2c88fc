/**
 * The phrases of a language by the letters they begin with. The knowledge files list them by what they are; a document
 * needs a few hundred of ten thousand, so the build turns the lists round (scripts/lib/phrase-table.ts), and a start
 * need not look at any.
 */

/** What the build writes as `phrases.generated.json` for each language. */
export interface PhraseTable {
  /** Names of lists, such as `nouns.person`, in the order in which they are read: where two compete, the first wins. */
  readonly lists: readonly string[];
  /** By piece, in the order of the lists, as `packPhrases` writes them. */
  readonly pieces: Readonly<Record<string, string>>;
  /** What a list says of each of its phrases besides. */
  readonly values: Readonly<Record<PhraseValue, Readonly<Record<string, string | number>>>>;
}

export const PHRASE_VALUES = ['irregular', 'multiply', 'traits', 'implicit', 'number', 'magnitude'] as const;
export type PhraseValue = (typeof PHRASE_VALUES)[number];

/** A phrase and the number of its list. */
export type Listed = readonly [list: number, phrase: string];

const BETWEEN = '^';
/** Before a phrase that does not begin as its piece does: `bo` holds `buy`, for the sake of `bought`. */
const WHOLE = '_';
const A = 65;
const LETTERS = 26;

/**
 * The phrases of piece `ca` in one string: `AAll^re^BAmpaign`, where `AA` is the first list and `ca` goes without saying.
 *
 * @throws where a phrase would be read as something else: they are in lower case and without these signs
 */
export function packPhrases(piece: string, listed: readonly Listed[]): string {
  let before: number | undefined;
  return listed
    .map(([list, phrase]) => {
      const rest = phrase.startsWith(piece) ? phrase.slice(piece.length) : WHOLE + phrase;
      if (!phrase || phrase.includes(BETWEEN) || phrase.includes(WHOLE) || isMark(rest.charCodeAt(0)))
        throw new Error(`"${phrase}" cannot be packed`);
      const mark =
        list === before ? '' : String.fromCharCode(A + Math.floor(list / LETTERS), A + (list % LETTERS));
      before = list;
      return mark + rest;
    })
    .join(BETWEEN);
}

export function unpackPhrases(piece: string, packed: string): Listed[] {
  let list = 0;
  return packed.split(BETWEEN).map((token) => {
    let rest = token;
    const first = token.charCodeAt(0);
    if (isMark(first)) {
      list = (first - A) * LETTERS + token.charCodeAt(1) - A;
      rest = token.slice(2);
    }
    return [list, rest.startsWith(WHOLE) ? rest.slice(1) : piece + rest];
  });
}

function isMark(code: number): boolean {
  return code >= A && code < A + LETTERS;
}
