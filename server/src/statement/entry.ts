/** What the lexicon knows about a phrase. A phrase may play many parts; its neighbours decide which one it plays. */
import type { Comparison, HeadClass, Metric, QuantityKind } from './facts';

/** What a count of a noun means; see nouns.schema.json. */
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
  Baseline: 512,
  Instrument: 1024,
  Action: 2048,
  Plan: 4096,
  /** Money or people put in: more of it is no result. */
  Input: 8192,
  /** Only a name: keeps `Tiền Giang`, `đất đai` from being read as a verb or a metric. */
  Name: 16384,
} as const;

/** Finer marks of a verb; see verbs.schema.json. */
export const Trait = {
  contact: 1,
  acquire: 2,
  transform: 4,
  service: 8,
  eliminate: 16,
  nounlike: 32,
  maker: 64,
  sell: 128,
  into: 256,
  enabler: 512,
  signs: 1024,
  placer: 2048,
  intransitive: 4096,
  notice: 8192,
} as const;

/** Inflection. */
export const Form = { Base: 1, Third: 2, Past: 4, Ing: 8 } as const;

/** Parts of function words; see words.schema.json. */
export const Word = {
  determiner: 1 << 0,
  pronoun: 1 << 1,
  modal: 1 << 2,
  copula: 1 << 3,
  and: 1 << 4,
  means: 1 << 5,
  purpose: 1 << 6,
  deadline: 1 << 7,
  scope: 1 << 8,
  from: 1 << 9,
  to: 1 << 10,
  by: 1 << 11,
  vague: 1 << 12,
  comparative: 1 << 13,
  state: 1 << 14,
  progress: 1 << 15,
  attend: 1 << 16,
  zero: 1 << 17,
  relative: 1 << 18,
  per: 1 << 19,
  now: 1 << 20,
  filler: 1 << 21,
  deadlineword: 1 << 22,
  month: 1 << 23,
  periodend: 1 << 24,
  cohort: 1 << 25,
  rhythm: 1 << 26,
  nametaker: 1 << 27,
  rank: 1 << 28,
  universal: 1 << 29,
  clock: 1 << 30,
} as const;

/** More parts, looked at in few places; see words.schema.json. */
export const Part = {
  multiple: 1 << 0,
  prefix: 1 << 1,
  punctual: 1 << 2,
  average: 1 << 3,
  particle: 1 << 4,
  into: 1 << 5,
  period: 1 << 6,
  placeholder: 1 << 7,
  small: 1 << 8,
  span: 1 << 9,
  longunit: 1 << 10,
  ofword: 1 << 11,
  infinitive: 1 << 12,
  between: 1 << 13,
  genitive: 1 << 14,
  role: 1 << 15,
  periodloose: 1 << 16,
  degree: 1 << 17,
  first: 1 << 18,
  remover: 1 << 19,
  ratio: 1 << 20,
  likeverb: 1 << 21,
  fault: 1 << 22,
  definite: 1 << 23,
  fresh: 1 << 24,
  prompt: 1 << 25,
  vanish: 1 << 26,
  nth: 1 << 27,
  place: 1 << 28,
  age: 1 << 29,
  often: 1 << 30,
  subjectmark: 1 << 31,
} as const;

export interface MetricSense {
  readonly kind: Metric['kind'];
  readonly polarity: Metric['polarity'];
}

/** Mutable only while the lexicon is built. */
export class Entry {
  /** Dictionary form as a verb. */
  verbLemma: string | undefined = undefined;
  /** Dictionary form as a metric. */
  metricKey: string | undefined = undefined;
  verb: HeadClass | undefined = undefined;
  form = 0;
  trait = 0;
  noun = 0;
  word = 0;
  part = 0;
  metric: MetricSense | undefined = undefined;
  /** Makes the noun phrase that it heads a metric of this kind. */
  headOf: Metric['kind'] | undefined = undefined;
  /** Inside another noun phrase it tells only which way is better: `defect` in `defect fix time`. */
  modifier: MetricSense | undefined = undefined;
  /** A plural form, or any noun of a language without plurals. */
  plural = false;
  fuzzy = false;
  vanity = false;
  /** The comparison it says before a number. */
  operator: Comparison | undefined = undefined;
  /** The comparison it says after a number (`or more`). */
  postfix: Comparison | undefined = undefined;
  number: number | undefined = undefined;
  magnitude: number | undefined = undefined;
  /** What "double" multiplies by. */
  factor: number | undefined = undefined;
  /** The target that "break even" says without digits. */
  implicit: number | undefined = undefined;
  unit: QuantityKind | undefined = undefined;

  /**
   * @param lemma as in the lexicon
   * @param loan comes from another language's lexicon ("workshop" in Vietnamese)
   */
  constructor(
    readonly lemma: string,
    readonly loan: boolean,
  ) {}

  /** Whether it can stand for a thing. */
  get nominal(): boolean {
    return this.noun !== 0 || this.metric !== undefined || this.headOf !== undefined;
  }
}
