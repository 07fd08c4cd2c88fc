import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import type { StatementFacts } from '../statement/facts';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';
export type RuleId = string;

/** What a rule says about one place. The text of the message is made later, in the reader's language. */
export interface Hit {
  /** For statement rules counted from the statement's start, for document rules from the document's. */
  readonly span: Span;
  /** Picks a finer wording in the message catalogue; the rule's first message otherwise. */
  readonly variant?: string;
  /** Words to put into the message, taken from the text or counted. */
  readonly params?: Readonly<Record<string, string>>;
}

interface RuleBase {
  readonly id: RuleId;
  /** Where the rule comes from, for its page and the hover. */
  readonly source: string;
  /** Rules that name the same cause better: where one of them fires on the same statement, this one is silent. */
  readonly yieldsTo?: readonly RuleId[];
}

export interface StatementContext {
  readonly item: Item;
  readonly facts: StatementFacts;
  /** Facts of the objective the item stands under, where there is one. */
  readonly objective?: StatementFacts;
}

/** Looks at one key result or objective. */
export interface StatementRule extends RuleBase {
  readonly scope: 'key-result' | 'objective';
  check(context: StatementContext): Hit | readonly Hit[] | undefined;
}

export interface DocumentContext {
  readonly document: OkrDocument;
  readonly objectives: readonly LocatedObjective[];
  /** Facts of an item of this document; kept per item, so asking twice costs nothing. */
  factsOf(item: Located<Item>): StatementFacts;
  /** Today as `YYYY-MM-DD`, handed in: rules have no clock. */
  readonly today: string;
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
