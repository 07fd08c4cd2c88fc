/** What the service offers and what it wants to know, as types: `index.ts` makes one. */
import type { AlignmentContext } from '../alignment';
import type { Item, Located, LocatedObjective, OkrDocument, ReadOptions, TextEdit } from '../document/model';
import type { Cycle, FiscalYear, Progress } from '../progress';
import type { Suggestion } from '../rewrite/suggestion';
import type { StatementFacts } from '../statement/facts';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { Text } from '../text/text';
import type { PlacedFinding, Sighting } from './diagnose';
import type { Measured } from './measured';
import type { OutlineNode, OutlinePart } from './outline';
import type { DocumentScorecard } from './scorecard';
import type { LintSettings } from './settings';

/** A finding as it is shown: with its message and the address of its rule's page. */
export interface Diagnosis extends PlacedFinding {
  /** One plain line, no Markdown. */
  readonly message: string;
  readonly url: string;
}

/** A suggestion with the finding that it answers. */
export interface OfferedSuggestion {
  readonly suggestion: Suggestion;
  readonly finding: Diagnosis;
  /** Whether it is the first and best answer to its finding. */
  readonly preferred: boolean;
}

export interface HoverContent {
  readonly span: Span;
  /** Untrusted-safe Markdown: everything that comes from the document is escaped. */
  readonly markdown: string;
}

/** What the service needs to know about a document beside its text. */
export interface DocumentRequest {
  readonly document: OkrDocument;
  readonly settings: LintSettings;
  /** Path of the file, for telling its team; absent for untitled text. */
  readonly path?: string;
  /** Today as `YYYY-MM-DD` in the reader's time zone. */
  readonly today: string;
  /** The document among all others, once these are known. */
  readonly alignment?: AlignmentContext;
}

/** What progress is read from; settings tell when fiscal years begin. */
export type ProgressRequest = Pick<DocumentRequest, 'document' | 'path' | 'today'> &
  Partial<Pick<DocumentRequest, 'settings'>>;

export interface OkrLanguageService {
  /** Reads a text from scratch. */
  read(text: string, options?: ReadOptions): OkrDocument;
  /** Reads the next version of a text at the cost of what changed. `edits` as the editor reports them, if known. */
  update(
    previous: OkrDocument,
    text: string,
    edits?: readonly TextEdit[],
    options?: ReadOptions,
  ): OkrDocument;
  /** The same in steps of about a millisecond, for texts so large that others must have their turn meanwhile. */
  readInSteps(text: Text, options?: ReadOptions): Steps<OkrDocument>;
  /** Until its steps have come to an end, `previous` must not be updated again. */
  updateInSteps(
    previous: OkrDocument,
    text: Text,
    edits?: readonly TextEdit[],
    options?: ReadOptions,
  ): Steps<OkrDocument>;
  /**
   * The worst `limit` findings in document order, for whoever keeps what was made of each: of one that has only moved,
   * nothing but its place is new.
   */
  sight(request: DocumentRequest, limit: number): readonly Sighting[];
  /** The finding that has been sighted, in words. */
  sighted(request: DocumentRequest, sighting: Sighting): Diagnosis;
  /** All findings in document order, or the worst `limit` of them. */
  diagnose(request: DocumentRequest, limit?: number): readonly Diagnosis[];
  /**
   * Findings that touch a range, among others: as quick as if there were no other. While much of the document has not
   * been judged, those about the document as a whole are missing.
   */
  diagnoseNear(request: DocumentRequest, range: Span): readonly Diagnosis[];
  /** Findings about single statements that touch a range, as far as some dozens of chunks from its start on. */
  diagnoseStatements(request: DocumentRequest, range: Span): readonly Diagnosis[];
  /**
   * Does in small steps what `diagnose` would do at once, so that a caller can let others have their turn in between,
   * or stop. After the last step `diagnose` costs little.
   */
  judge(request: DocumentRequest): Steps<void>;
  /** What to show for the objective or key result at an offset. */
  hover(request: DocumentRequest, offset: number): HoverContent | undefined;
  /** Every change of the document that needs no thought; no two of them overlap. */
  certainFixes(request: DocumentRequest): readonly Suggestion[];
  /** The same in small steps, after those of `judge`. */
  fixing(request: DocumentRequest): Steps<readonly Suggestion[]>;
  /** Changes that answer the findings which touch a range: nobody chooses among more than some dozens of findings. */
  suggestions(request: DocumentRequest, range: Span): readonly OfferedSuggestion[];
  /** Changes that answer one finding, best first. */
  suggestionsFor(request: DocumentRequest, finding: Diagnosis): readonly Suggestion[];
  outline(document: OkrDocument): readonly OutlineNode[];
  /** The same for whoever keeps what was made of each part: of one that has only moved, nothing but its place is new. */
  outlineParts(document: OkrDocument): readonly OutlinePart[];
  folds(document: OkrDocument): readonly Span[];
  /** What okrlint knows about one item's sentence. */
  factsOf(document: OkrDocument, item: Located<Item>): StatementFacts;
  /** How far an item is; an objective is as far as its key results. */
  progress(request: ProgressRequest, item: Located<Item>): Progress;
  /** The cycle of an objective, or of the document as a whole. `path` may tell it by the file's name. */
  cycle(
    document: OkrDocument,
    objective?: LocatedObjective,
    path?: string,
    fiscalYear?: FiscalYear,
  ): Cycle | undefined;
  /** How many key results there are and can be measured: as the scorecard has it, but cheap after each key press. */
  measured(request: DocumentRequest): Measured;
  /** The document with all verdicts and progress as plain JSON. */
  scorecard(request: DocumentRequest): DocumentScorecard;
}
