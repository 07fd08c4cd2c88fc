import type { AlignmentContext } from '../alignment/model';
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import type { StatementFacts } from '../statement/facts';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';
export type RuleId = string;

/** How many of a thing a document should have; from `profiles.yaml` unless configuration says otherwise. */
export interface Limits {
  readonly keyResults: { readonly min: number; readonly max: number };
}

/** What a rule says about one place. The text of the message is made later, in the reader's language. */
export interface Hit {
  /**
   * For statement rules counted from the statement's start, for document rules from the document's. A statement
   * rule that marks a field before the sentence has a negative start; shifting makes it right.
   */
  readonly span: Span;
  /** Picks a finer wording in the message catalogue; the rule's first message otherwise. */
  readonly variant?: string;
  /** A reminder rather than a reproach: it is said one step more mildly than the rule's severity. */
  readonly mild?: true;
  /** Words to put into the message, taken from the text or counted. */
  readonly params?: Readonly<Record<string, string>>;
}

interface RuleBase {
  readonly id: RuleId;
  /** Where the rule comes from, for its page and the hover. */
  readonly source: string;
  /** Rules that name the same cause better: where one of them fires on the same statement, this one is silent. */
  readonly yieldsTo?: readonly RuleId[];
  /** Every variant its hits may name, so that the message catalogues can be checked to have them all. */
  readonly variants?: readonly string[];
}

export interface StatementContext {
  readonly item: Item;
  readonly facts: StatementFacts;
  /** Facts of the objective the item stands under, where there is one. */
  readonly objective?: StatementFacts;
}

/** Looks at one key result or objective, or (`item`) at either. */
export interface StatementRule extends RuleBase {
  readonly scope: 'key-result' | 'objective' | 'item';
  /** It rests on the statement's class, so it must not warn where the class is unsure (confidence below 0.5). */
  readonly judgement?: true;
  /** It looks at structure and numbers only, so it also speaks where the words are in a language nobody has taught. */
  readonly wordless?: true;
  check(context: StatementContext): Hit | readonly Hit[] | undefined;
}

export interface DocumentContext {
  readonly document: OkrDocument;
  readonly objectives: readonly LocatedObjective[];
  /** Facts of an item of this document; kept per item, so asking twice costs nothing. */
  factsOf(item: Located<Item>): StatementFacts;
  /** Today as `YYYY-MM-DD`, handed in: rules have no clock. */
  readonly today: string;
  /** The profile's limits where absent. */
  readonly limits?: Limits;
  /** Everybody who may own something; absent where nobody has listed them. */
  readonly owners?: readonly string[];
  /** Abbreviations that every reader knows, beside the common ones. */
  readonly acronyms?: readonly string[];
  /** The cycle that configuration gives to documents that name none, as people write it. */
  readonly cycle?: string;
  /** The document among all others; absent where the others are not known, so that nothing is missing for sure. */
  readonly alignment?: AlignmentContext;
}

/** Looks at the whole document. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(context: DocumentContext): readonly Hit[];
}

export type Rule = StatementRule | DocumentRule;

/** A hit with its rule and severity. `span` as in the hit. */
export interface Finding extends Hit {
  readonly ruleId: RuleId;
  readonly severity: Severity;
}
