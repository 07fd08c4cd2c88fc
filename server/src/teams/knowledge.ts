/** Team knowledge: what a team of this type measures, in its own language. Data stands in `teams/<language>/<team>.yaml`. */
import type { Language } from '../text/language';

export type TeamId =
  | 'sales'
  | 'marketing'
  | 'operations'
  | 'hr'
  | 'product'
  | 'engineering'
  | 'support'
  | 'finance';

export interface TeamMetric {
  /** Unique in the team, kebab-case, the same in every language. */
  readonly id: string;
  /** Noun phrase that fits after "Increase"/"Reduce" ("Tăng"/"Giảm"): lower case unless an acronym. */
  readonly name: string;
  /** As it follows a number: `%`, ` days`, ` ngày`, ` đồng`. Keeps its leading space. */
  readonly unit: string;
  /** As it precedes a number: `$`. */
  readonly prefix?: string;
  readonly direction: 'increase' | 'decrease';
  /** How it is counted, one line; absent where the name says it. */
  readonly definition?: string;
  /** Id of the metric that keeps this one honest. */
  readonly guardrail?: string;
  /** Words by which a sentence shows that it is about this metric's subject ("customer", "call"). NFC, lower case. */
  readonly topics: readonly string[];
}

/** "Whoever does this usually wants that": an activity's object and the metrics that would show its effect. */
export interface ActivityLink {
  /** Head verbs in dictionary form; empty means any. */
  readonly verbs: readonly string[];
  /** Words of the object, one of which must occur; NFC, lower case. */
  readonly objects: readonly string[];
  /** Metric ids of this team, best first. */
  readonly metrics: readonly string[];
}

export interface TeamKnowledge {
  readonly id: TeamId;
  readonly language: Language;
  /** The team's name as a reader sees it. */
  readonly name: string;
  /** The team's name in file names and snippet prefixes: `sales`, `ban-hang`. */
  readonly slug: string;
  /** Words in a path, heading or front matter that point to this team. NFC, lower case. */
  readonly aliases: readonly string[];
  readonly metrics: readonly TeamMetric[];
  readonly links: readonly ActivityLink[];
}

/**
 * A measure of the effect that work on something has, whoever does it. `{object}` in the name stands for the words
 * of the sentence ("the checkout page"), `{noun}` for the same words without an article; `{people}` for those whom the
 * work is for, `{staff}` for those who do it.
 */
export interface EffectMetric {
  readonly name: string;
  readonly unit: string;
  readonly prefix?: string;
  readonly direction: 'increase' | 'decrease';
}

/** A metric that a trade watches anyway; it is about a sentence that has one of its topics. */
export interface TradeMetric extends EffectMetric {
  readonly topics: readonly string[];
}

export interface Trade {
  /** Whom its work is for, as a plural. */
  readonly people: string;
  /** Words of a heading or an objective by which it is known. */
  readonly words: readonly string[];
  readonly metrics: readonly TradeMetric[];
}

export interface TradeKnowledge {
  readonly people: string;
  /** Who does the work, as a plural. */
  readonly staff: string;
  readonly peopleOfTeam: Readonly<Partial<Record<TeamId, string>>>;
  readonly trades: readonly Trade[];
}

/** What shows the effect of work on one kind of thing; `verbs` and `teams` narrow it. No kind means any. */
export interface Effect {
  readonly kinds: readonly string[];
  readonly verbs?: readonly string[];
  readonly teams?: readonly TeamId[];
  readonly metrics: readonly EffectMetric[];
}

/** The kinds of things that people work on, and the effects that work on them is meant to have. */
export interface EffectKnowledge {
  readonly language: Language;
  /** Where the head noun of a phrase stands: last in English, first in Vietnamese. */
  readonly headNoun: 'first' | 'last';
  /** Words that may stand before a head noun without being it (`buổi`). */
  readonly classifiers: readonly string[];
  /** Kind id -> nouns, NFC lower case, singular. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Verb -> kind, for objects that no list knows ("launch Orion" is about a feature). */
  readonly kindOfVerb: Readonly<Record<string, readonly string[]>>;
  readonly effects: readonly Effect[];
  /** What can be said of any thing that work is done on. */
  readonly general: readonly EffectMetric[];
}
