/**
 * Ids of objectives and what refers to them, within one document and across the workspace. A document is known by its
 * URI or path; nothing here reads files.
 */
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import type { Span } from '../text/span';

/** An id that a document gives to one of its items: `{#o1}`, `id: company/o2`. */
export interface Definition {
  readonly document: string;
  /** As written, without `#`. */
  readonly id: string;
  readonly item: Located<Item>;
  /** The id's own characters in the document, absolute: what a rename replaces. */
  readonly span: Span;
}

/** Where a document points at another objective: `{^company/o2}`, `aligned: o2`, `-> KR1` under Initiatives. */
export interface Reference {
  readonly document: string;
  /** As written, without `^`. */
  readonly id: string;
  readonly item: Located<Item>;
  /** The id's own characters in the document, absolute. */
  readonly span: Span;
}

/** All documents of a workspace that are known so far. Ids are compared folded (case, Unicode form). */
export interface AlignmentIndex {
  /** Takes in a document's newest reading, in place of its earlier one. */
  update(document: string, reading: OkrDocument): void;
  remove(document: string): void;
  /** Definitions that a reference means: those of its own document first, then `file/id` or a unique bare id elsewhere. */
  resolve(reference: Pick<Reference, 'document' | 'id'>): readonly Definition[];
  definitions(document: string): readonly Definition[];
  references(document: string): readonly Reference[];
  /** Everything that points at a definition, over all documents. */
  referencesTo(definition: Definition): readonly Reference[];
  /** Objectives that support each other in a circle, each circle once. */
  cycles(): readonly (readonly Definition[])[];
  /** All documents with their objectives, for workspace symbols, the scorecard and the alignment map. */
  documents(): Iterable<{ readonly document: string; readonly objectives: readonly LocatedObjective[] }>;
}
