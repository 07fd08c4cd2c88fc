import type { AlignmentContext } from '../alignment/model';
import type {
  FieldName,
  Item,
  KeyResultItem,
  Located,
  LocatedObjective,
  ObjectiveItem,
  Objectives,
  OkrDocument,
} from '../document/model';
import type { Cycle, FiscalYear, ReadDate, Tracking } from '../progress';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import type { AllTraits } from './all-traits';

export type { GroupTraits } from './all-traits';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** Worst first. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
};
export type SeveritySetting = Severity | 'off';
export type RuleId = string;
/** What the settings make of each rule; the same function for the same settings. */
export type SeverityOf = (id: RuleId) => SeveritySetting;

/** How many of a thing a document should have; from `profiles.yaml` unless configuration says otherwise. */
export interface Limits {
  readonly keyResults: { readonly min: number; readonly max: number };
  /** Objectives of one cycle. */
  readonly objectives?: { readonly max: number };
  /** Owners of one key result. */
  readonly owners?: { readonly max: number };
  /** Days until a value is stale; the front matter's `checkin:` comes first. */
  readonly checkIn?: { readonly days: number };
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
  /** Figures that were worked out, to be written as the reader's language writes numbers. */
  readonly figures?: Readonly<Record<string, number>>;
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

/** All that a statement rule looks at: its sentence, its fields, and nothing around it. */
export interface StatementContext {
  readonly item: Item;
  readonly facts: StatementFacts;
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
  readonly objectives: Objectives;
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
  /** When fiscal years begin; absent where nobody says. */
  readonly fiscalYear?: FiscalYear;
  /** The language that most of the document is written in. */
  readonly language?: Language;
  /** Path of the file, whose name may tell the cycle. */
  readonly path?: string;
  /** The document among all others; absent where the others are not known, so that nothing is missing for sure. */
  readonly alignment?: AlignmentContext;
}

/** Another item that belongs to what a hit says. */
export interface RelatedItem {
  /** The document that it stands in, by the name that the alignment index knows; absent where it is the same. */
  readonly document?: string;
  readonly about: Located<Item>;
  /** What it is: the first of two that say the same, or a part of the circle. */
  readonly as: 'writtenFirst' | 'inCircle';
}

/** A hit that is about one item; `span` counts from the document's start. */
export interface DocumentHit extends Hit {
  readonly about?: Located<Item>;
  readonly related?: readonly RelatedItem[];
}

/**
 * Looks at the whole document, at every key press: it must not walk over all key results but where it has something to
 * say. `groups` tells of each objective, in their order, what is worth knowing.
 */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(context: DocumentContext, groups: AllTraits): readonly DocumentHit[];
}

/** An item of a group with what it says. */
export interface GroupMember<T extends Item = Item> extends Located<T> {
  readonly facts: StatementFacts;
  /** When it is due; read when a rule asks. */
  readonly due: ReadDate | undefined;
  /** Where it stands; read when a rule asks, which costs more than to look at its fields. */
  readonly tracking: Tracking;
}

/** An objective with what belongs to it. */
export interface GroupContext {
  readonly objective: LocatedObjective;
  readonly goal: GroupMember<ObjectiveItem>;
  /** Those that are not struck through. */
  readonly keyResults: readonly GroupMember<KeyResultItem>[];
  /** The objective and its key results that are not struck through. */
  readonly members: readonly GroupMember[];
  /** Names of the fields that they have. */
  readonly fields: readonly FieldName[];
  readonly document: DocumentContext;
  readonly cycle: Cycle | undefined;
  /** Share of the cycle that has passed, 0 to 1. */
  readonly elapsed: number | undefined;
}

/** A hit that is about one item of a group; `span` counts from that item's statement, as in statement rules. */
export interface GroupHit extends Hit {
  readonly about: Located<Item>;
}

/**
 * Looks at one objective with its key results. What it finds is kept until one of them changes, so it must read
 * nothing of the document but its front matter.
 */
export interface GroupRule extends RuleBase {
  readonly scope: 'document';
  /** It has nothing to say where neither the objective nor a key result has a field of one of these names. */
  readonly fields?: readonly FieldName[];
  checkGroup(context: GroupContext): readonly GroupHit[];
}

export type Rule = StatementRule | DocumentRule | GroupRule;

/** A hit with its rule and severity. `span` as in the hit. */
export interface Finding extends DocumentHit {
  readonly ruleId: RuleId;
  readonly severity: Severity;
}

/** A finding that is put in its place when somebody asks for it. */
export interface AnchoredFinding {
  /** Stays the same object while the finding only moves: what depends on its words can be kept by it. */
  readonly origin: Finding;
  /** The offset in the document that the span of `origin` counts from. */
  readonly anchor: number;
  /** The finding with a span that counts from the document's start. */
  placed(): Finding & { readonly origin: Finding };
}
