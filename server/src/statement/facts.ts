/**
 * What okrlint knows about one sentence. Facts are found once per sentence; rules, explanations and rewrites read
 * them and never look at the text again to decide. All spans count from the start of the statement's text.
 */
import type { Language } from '../text/language';
import type { Span } from '../text/span';

/**
 * - `outcome`: a metric with a change, threshold or target
 * - `counted-activity`: work with a count ("Publish 12 posts")
 * - `activity`: work without a count that matters ("Call more customers")
 * - `milestone`: done or not done, or a state without a number ("Portal live in June", "SOC 2 issued")
 * - `baseline`: a metric that is to be measured first ("Establish the baseline of NPS")
 * - `vague`: a wish for change without a measurable target ("Improve culture", "Grow sales")
 */
export type StatementClass = 'outcome' | 'counted-activity' | 'activity' | 'milestone' | 'baseline' | 'vague';

/**
 * What kind of word leads the sentence. `delexical` (get, make, add; làm, mở) is decided by its object. `enable`
 * (let, empower, delight; giúp khách hàng, trao quyền) says that somebody outside can or feels something.
 */
export type HeadClass =
  | 'activity'
  | 'hiring-spend'
  | 'learning'
  | 'support'
  | 'hedge'
  | 'completion'
  | 'increase'
  | 'decrease'
  | 'improve'
  | 'reach'
  | 'keep'
  | 'measure'
  | 'delexical'
  | 'become'
  | 'enable';

export interface Head {
  readonly span: Span;
  /** Dictionary form, NFC, lower case ("call" for "Calling"; "triển khai" for "trien khai"). */
  readonly lemma: string;
  readonly class: HeadClass;
}

export type QuantityKind =
  | 'number'
  | 'percent'
  | 'points'
  | 'currency'
  | 'duration'
  | 'multiple'
  | 'ratio'
  | 'score';
/** `name`, `window`, `date` and `ordinal` are digits that are no target: ISO 27001, first 3 months, Q3, KR 2. */
export type QuantityRole =
  | 'baseline'
  | 'target'
  | 'change'
  | 'count'
  | 'window'
  | 'date'
  | 'name'
  | 'ordinal'
  | 'scope';
export type Comparison = '=' | '>' | '>=' | '<' | '<=' | '~';

export interface Quantity {
  readonly span: Span;
  readonly kind: QuantityKind;
  readonly role: QuantityRole;
  /** In the unit as written, multiplied out (`1,5 tỷ` is 1500000000); absent where it is a placeholder (`{#}`, `X%`). */
  readonly value?: number;
  /** The upper end of a range (`15–20 %`). */
  readonly upper?: number;
  /** As written: `%`, `days`, `tỷ đồng`, `$`. */
  readonly unit?: string;
  readonly comparison: Comparison;
}

export type Direction = 'increase' | 'decrease' | 'keep' | 'reach';

export interface Metric {
  /** The metric's noun phrase. */
  readonly span: Span;
  /** The lexicon entry that made it a metric, NFC lower case; absent where only the form shows it. */
  readonly key?: string;
  /** Which way is better; `neutral` where it depends. */
  readonly polarity: 'up' | 'down' | 'neutral';
  readonly kind: 'rate' | 'amount' | 'score' | 'duration' | 'count' | 'unknown';
  /** A fuzzy noun (satisfaction, quality) that needs an instrument to be measured. */
  readonly fuzzy: boolean;
  /** Said how it is measured (CSAT, "by survey", "theo khảo sát"). */
  readonly instrument?: Span;
  readonly vanity: boolean;
}

export type EvidenceKind =
  | 'head'
  | 'metric'
  | 'target'
  | 'baseline'
  | 'count'
  | 'artefact'
  | 'vague-word'
  | 'hedge'
  | 'state'
  | 'no-number';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** The very words; an empty span at 0 for what is missing. */
  readonly span: Span;
}

/** A part of the sentence with a verb or a metric of its own. */
export interface Clause {
  readonly span: Span;
  readonly head?: Head;
  readonly quantities: readonly Quantity[];
  /** Where the conjunction or punctuation before the clause begins and ends; absent for the first. */
  readonly joint?: Span;
}

export interface StatementFacts {
  readonly language: Language;
  /**
   * The words are neither English nor Vietnamese. Then only numbers are facts, the class is a guess (confidence below
   * 0.5), and `language` is that of the reader.
   */
  readonly foreign?: true;
  readonly class: StatementClass;
  /** 0 to 1. Below 0.5 a rule should not warn. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly form: 'imperative' | 'gerund' | 'noun-phrase' | 'sentence' | 'passive' | 'expression';
  readonly head?: Head;
  /** What the head acts on, without numbers, vague words, deadlines and means ("customers" in "Call more customers"). */
  readonly object?: Span;
  /** In a noun phrase that names work, its main noun and what narrows it ("ERP migration" in "ERP migration to the cloud"). */
  readonly action?: Span;
  /** A noun phrase that only names a thing to be made or held ("second market hall", "customer survey"). */
  readonly thing?: Span;
  readonly metric?: Metric;
  readonly quantities: readonly Quantity[];
  readonly baseline?: Quantity;
  readonly target?: Quantity;
  /** A relative change ("by 20 %", "+5 pp", "double") where no absolute target is given. */
  readonly change?: Quantity;
  readonly direction?: Direction;
  readonly deadline?: Span;
  /** Cohort windows and rates that look like deadlines ("in the first 3 months", "per month"). */
  readonly windows: readonly Span[];
  /** "by doing ...", "bằng cách ...": a means, not a result. */
  readonly means?: Span;
  /** "so that ...", "nhằm ...", "để ...": what it is for. */
  readonly purpose?: Span;
  /** Words that promise without saying how much: more, significantly; nhiều, đáng kể. */
  readonly vagueWords: readonly Span[];
  /** "try to", "cố gắng": what to delete to drop the hedge. */
  readonly hedge?: Span;
  /** Fuzzy nouns with no measurable meaning: culture, efficiency; văn hóa, hiệu quả. */
  readonly abstractNouns: readonly Span[];
  /** Who benefits, where somebody outside the work is named (customers, new hires; khách hàng). */
  readonly beneficiary?: Span;
  readonly clauses: readonly Clause[];
}
