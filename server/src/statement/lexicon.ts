/** Phrases to entries by longest match over tokens. */
import { Entry } from './entry';
import { bare, canonical, isAscii } from './spelling';
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

const PLAIN_PHRASE = /^[\p{L}\p{M} ]+$/u;

export class Lexicon {
  private readonly root = new Map<string, Node>();

  /** @param shadow keys are stored without diacritics */
  constructor(readonly shadow: boolean) {}

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
    return this.root.get(norm)?.entry;
  }

  /** Longest phrase that starts at token `at` and ends before `limit`. */
  match(tokens: readonly Token[], at: number, limit = tokens.length): Match | undefined {
    let node = this.root.get((tokens[at] as Token).norm);
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

  private keys(phrase: string): readonly string[] {
    if (isAscii(phrase) && !phrase.includes(' ') && PLAIN_PHRASE.test(phrase)) return [phrase];
    if (!PLAIN_PHRASE.test(phrase))
      return tokenise(phrase).map((token) => (this.shadow ? bare(token.norm) : token.norm));
    const words = phrase.split(' ');
    for (let i = 0; i < words.length; i++) {
      const norm = canonical(words[i] as string);
      words[i] = this.shadow ? bare(norm) : norm;
    }
    return words;
  }
}
