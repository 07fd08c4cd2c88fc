/**
 * The lexicon of one language: phrases to entries, found by longest match over tokens. Entries carry every part a
 * phrase can play as bits; which part it plays here is decided by whoever looks at its neighbours.
 */
import type { Comparison, HeadClass, Metric, QuantityKind } from './facts';
import { bare, canonical } from './spelling';
import { tokenise } from './tokens';

/** What a count of a noun means. */
export const Noun = {
  Artefact: 1,
  Event: 2,
  Outcome: 4,
  Person: 8,
  Staff: 16,
  Abstract: 32,
  Certificate: 64,
  Level: 128,
  Award: 256,
  Instrument: 512,
  Plural: 1024,
} as const;

/** Finer marks of a verb; see verbs.schema.json. */
export const Trait = {
  contact: 1,
  acquire: 2,
  transform: 4,
  service: 8,
  eliminate: 16,
  nounlike: 32,
} as const;

/** Inflection. */
export const Form = { Base: 1, Third: 2, Past: 4, Ing: 8 } as const;

/** Parts of function words; see words.schema.json. */
export const Word = {
  determiner: 1,
  pronoun: 2,
  modal: 4,
  copula: 8,
  and: 16,
  means: 32,
  purpose: 64,
  deadline: 128,
  scope: 256,
  from: 512,
  to: 1024,
  by: 2048,
  vague: 4096,
  comparative: 8192,
  state: 16384,
  progress: 32768,
  attend: 65536,
  zero: 131072,
  relative: 262144,
  per: 524288,
  now: 1048576,
  filler: 2097152,
  deadlineword: 4194304,
  month: 8388608,
  periodend: 16777216,
  cohort: 33554432,
  rhythm: 67108864,
  nametaker: 134217728,
  rank: 268435456,
  implicit: 536870912,
} as const;

/** Parts of words that matter inside quantities only. */
export const Part = { multiple: 1, prefix: 2, than: 4 } as const;

export interface MetricSense {
  readonly kind: Metric['kind'];
  readonly polarity: Metric['polarity'];
}

export interface Entry {
  /** As in the lexicon, dictionary form. */
  readonly lemma: string;
  /** Dictionary forms as verb and as metric, where they differ from `lemma` (`hits` the count, `hit` the verb). */
  verbLemma: string | undefined;
  metricKey: string | undefined;
  /** Comes from another language's lexicon ("workshop" in Vietnamese). */
  readonly loan: boolean;
  verb: HeadClass | undefined;
  form: number;
  trait: number;
  noun: number;
  word: number;
  part: number;
  metric: MetricSense | undefined;
  /** Makes the noun phrase that it heads a metric of this kind. */
  headOf: Metric['kind'] | undefined;
  fuzzy: boolean;
  vanity: boolean;
  operator: Comparison | undefined;
  /** The comparison it says after a number (`or more`). */
  postfix: Comparison | undefined;
  /** Value of a number word, factor of a magnitude or of "double". */
  number: number | undefined;
  magnitude: number | undefined;
  factor: number | undefined;
  unit: QuantityKind | undefined;
}

interface Node {
  next: Map<string, Node> | undefined;
  entry: Entry | undefined;
}

/** An entry found in a statement: tokens `[from, to)`. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

export interface Lexicon {
  /** Longest phrase that starts at token `at`. */
  match(norms: readonly string[], at: number): Match | undefined;
  /** The entry of exactly this phrase in dictionary spelling. */
  get(phrase: string): Entry | undefined;
}

/** The shape that the YAML files of a language share after `generate`. */
export interface LexiconData {
  readonly verbs: VerbData;
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly metrics: MetricData;
  readonly words: WordData;
}

export interface VerbData {
  readonly traits?: Readonly<Record<string, readonly string[]>>;
  readonly multiply?: Readonly<Record<string, number>>;
  readonly irregular?: Readonly<Record<string, string>>;
  readonly [group: string]: unknown;
}

export interface MetricData {
  readonly heads: Readonly<Record<string, readonly string[]>>;
  readonly [group: string]: unknown;
}

export interface WordData {
  readonly operator: Readonly<Record<string, readonly string[]>>;
  readonly postfix: Readonly<Record<string, readonly string[]>>;
  readonly number: Readonly<Record<string, number>>;
  readonly magnitude: Readonly<Record<string, number>>;
  readonly [group: string]: unknown;
}

/** Inflections of a dictionary form; a language without them gives the form alone. */
export interface Morphology {
  verbForms(verb: string, irregular: string | undefined): readonly { text: string; form: number }[];
  nounForms(noun: string): readonly { text: string; plural: boolean }[];
}

/** Phrases to entries, filled by `build.ts`. */
export class TrieLexicon implements Lexicon {
  private readonly root: Node = { next: new Map(), entry: undefined };

  /** @param shadow keys are stored without diacritics */
  constructor(private readonly shadow: boolean) {}

  /** The entry of `phrase`, made if it is new. `lemma` and `loan` of the first comer stay. */
  entry(phrase: string, lemma: string, loan: boolean): Entry {
    let node = this.root;
    for (const key of this.keys(phrase)) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (!child) {
        child = { next: undefined, entry: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    node.entry ??= emptyEntry(lemma, loan);
    return node.entry;
  }

  get(phrase: string): Entry | undefined {
    let node: Node | undefined = this.root;
    for (const key of this.keys(phrase)) {
      node = node.next?.get(key);
      if (!node) return undefined;
    }
    return node.entry;
  }

  match(norms: readonly string[], at: number): Match | undefined {
    let node = this.root.next?.get(norms[at] ?? '');
    if (!node) return undefined;
    let best: Entry | undefined = node.entry;
    let to = at + 1;
    for (let i = to; node.next && i < norms.length; i++) {
      node = node.next.get(norms[i] ?? '');
      if (!node) break;
      if (node.entry) {
        best = node.entry;
        to = i + 1;
      }
    }
    return best ? { from: at, to, entry: best } : undefined;
  }

  private keys(phrase: string): string[] {
    if (SIMPLE_WORD.test(phrase)) return [phrase];
    return tokenise(phrase).map((token) => (this.shadow ? bare(token.norm) : token.norm));
  }
}

const SIMPLE_WORD = /^[a-z]+$/;

function emptyEntry(lemma: string, loan: boolean): Entry {
  return {
    lemma: canonical(lemma) === lemma ? lemma : lemma.normalize('NFC'),
    verbLemma: undefined,
    metricKey: undefined,
    loan,
    verb: undefined,
    form: 0,
    trait: 0,
    noun: 0,
    word: 0,
    part: 0,
    metric: undefined,
    headOf: undefined,
    fuzzy: false,
    vanity: false,
    operator: undefined,
    postfix: undefined,
    number: undefined,
    magnitude: undefined,
    factor: undefined,
    unit: undefined,
  };
}
