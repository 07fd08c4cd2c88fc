/**
 * Phrases to entries by longest match over tokens. A lexicon holds some twenty thousand forms, of which a document
 * needs a few hundred, so it fills itself piece by piece: what begins with the same two letters is built when a word
 * that begins so is first looked up.
 */
import { Entry } from './entry';
import { bare, canonical } from './spelling';
import { type Token, tokenise } from './tokens';

class Node {
  next: Map<string, Node> | undefined = undefined;
  entry: Entry | undefined = undefined;
}

/** An entry found in a statement: tokens `[from, to)`. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

/** Adds what belongs to one piece. */
export type Filler = (piece: number) => void;

export class Lexicon {
  private readonly root = new Map<string, Node>();
  private readonly built = new Set<number>();

  /**
   * @param shadow keys are stored without diacritics
   * @param fill is called for each piece once, when it is first needed
   */
  constructor(
    readonly shadow: boolean,
    private readonly fill: Filler,
  ) {}

  /** The piece that a phrase belongs to: its first word's first two letters as this lexicon spells them. */
  pieceOf(phrase: string): number {
    const ascii = phrase.charCodeAt(0) < 128 && !(phrase.charCodeAt(1) > 127);
    // without diacritics two plain letters stay what they are; with them, a short word may move its tone mark
    if (this.shadow ? ascii : ascii && !(phrase.charCodeAt(2) > 127)) return pieceOfNorm(phrase);
    const space = phrase.indexOf(' ');
    const word = canonical(space < 0 ? phrase : phrase.slice(0, space));
    return pieceOfNorm(this.shadow ? bare(word) : word);
  }

  /** The entry of `phrase`, made if it is new. `lemma` and `loan` of the first comer stay. */
  entry(phrase: string, lemma: string, loan: boolean): Entry {
    let level = this.root;
    let node: Node | undefined;
    for (const key of this.keys(phrase)) {
      if (node) {
        node.next ??= new Map();
        level = node.next;
      }
      node = level.get(key);
      if (!node) {
        node = new Node();
        level.set(key, node);
      }
    }
    if (!node) throw new Error(`The lexicon holds an empty phrase: "${phrase}".`);
    node.entry ??= new Entry(lemma, loan);
    return node.entry;
  }

  /** The entry of exactly this phrase. */
  get(phrase: string): Entry | undefined {
    this.ensure(this.pieceOf(phrase));
    return this.find(phrase);
  }

  /** The same for those who are filling the piece. */
  find(phrase: string): Entry | undefined {
    let level: Map<string, Node> | undefined = this.root;
    let node: Node | undefined;
    for (const key of this.keys(phrase)) {
      node = level?.get(key);
      level = node?.next;
    }
    return node?.entry;
  }

  /** The entry of one word in canonical spelling. */
  word(norm: string): Entry | undefined {
    this.ensure(pieceOfNorm(norm));
    return this.root.get(norm)?.entry;
  }

  /** Longest phrase that starts at token `at` and ends before `limit`. */
  match(tokens: readonly Token[], at: number, limit = tokens.length): Match | undefined {
    const { norm } = tokens[at] as Token;
    this.ensure(pieceOfNorm(norm));
    let node = this.root.get(norm);
    if (!node) return undefined;
    let best = node.entry;
    let to = at + 1;
    for (let i = to; i < limit && node.next; i++) {
      node = node.next.get((tokens[i] as Token).norm);
      if (!node) break;
      if (node.entry) {
        best = node.entry;
        to = i + 1;
      }
    }
    return best && { from: at, to, entry: best };
  }

  private ensure(piece: number): void {
    if (this.built.has(piece)) return;
    this.built.add(piece);
    this.fill(piece);
  }

  private keys(phrase: string): readonly string[] {
    if (SPELLED.test(phrase)) return phrase.includes(' ') ? phrase.split(' ') : [phrase];
    if (!isPlain(phrase)) return tokenise(phrase).map(({ norm }) => (this.shadow ? bare(norm) : norm));
    if (!phrase.includes(' ')) return [this.spelled(phrase)];
    return phrase.split(' ').map((word) => this.spelled(word));
  }

  private spelled(word: string): string {
    const norm = canonical(word);
    return this.shadow ? bare(norm) : norm;
  }
}

function pieceOfNorm(norm: string): number {
  const first = norm.charCodeAt(0);
  const second = norm.length > 1 ? norm.charCodeAt(1) : 0;
  return first * 0x10000 + (isWordCode(second) ? second : 0);
}

/** A piece as the phrase table names it: its one or two letters. */
export function pieceKey(piece: number): string {
  const [first, second] = [Math.floor(piece / 0x10000), piece % 0x10000];
  return second ? String.fromCharCode(first, second) : String.fromCharCode(first);
}

/** ASCII letters and digits, and everything beyond ASCII. */
function isWordCode(code: number): boolean {
  if (code > 127) return true;
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** What no spelling changes: plain small letters, in words between single spaces. */
const SPELLED = /^[a-z]+(?: [a-z]+)*$/;

/** Words between single spaces, without hyphens, digits or symbols. */
function isPlain(phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    if (code !== 32 && !(code >= 97 && code <= 122) && (code < 0xc0 || code > 0x1eff)) return false;
  }
  return true;
}
