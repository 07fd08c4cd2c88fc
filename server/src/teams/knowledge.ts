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
  readonly direction: 'increase' | 'decrease';
  /** How it is counted, one line. */
  readonly definition: string;
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

export interface OkrExample {
  readonly objective: string;
  readonly keyResults: readonly string[];
  readonly reason: string;
}

export interface TeamKnowledge {
  readonly id: TeamId;
  readonly language: Language;
  /** The team's name as a reader sees it. */
  readonly name: string;
  /** Words in a path, heading or front matter that point to this team. NFC, lower case. */
  readonly aliases: readonly string[];
  readonly metrics: readonly TeamMetric[];
  readonly links: readonly ActivityLink[];
  readonly good: OkrExample;
  readonly bad: OkrExample;
}
