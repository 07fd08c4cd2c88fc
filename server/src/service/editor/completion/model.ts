import type { AlignmentIndex } from '../../../alignment';
import type { TemplatePart } from '../../../rewrite/suggestion';
import type { TeamId } from '../../../teams/knowledge';
import type { Language } from '../../../text/language';
import type { Span } from '../../../text/span';
import type { DocumentRequest } from '../..';

export type CompletionKind = 'metric' | 'phrase' | 'unit' | 'owner' | 'id' | 'date' | 'key' | 'value';

/** One thing to write at the cursor. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What takes the place of `span`. */
  readonly parts: readonly TemplatePart[];
  /** Absolute; on the cursor's line, ends at the cursor or behind it. */
  readonly span: Span;
  readonly detail?: string;
  /** Plain text. */
  readonly documentation?: string;
  /** What documentation is made from when somebody looks at the entry. */
  readonly metric?: { readonly team: TeamId; readonly id: string; readonly language: Language };
}

export interface CompletionRequest extends DocumentRequest {
  readonly offset: number;
  /** All documents as far as they are known; owners and ids come from there. */
  readonly index: AlignmentIndex;
  /** As what the index knows the document. */
  readonly name: string;
  /** Language of details. */
  readonly reader: Language;
}

/** What has been typed of something: from `start` to the cursor. */
export interface Typed {
  readonly start: number;
  readonly text: string;
}
