/**
 * Ids of objectives and what refers to them, within one document and across the workspace. A document is known by its
 * URI or path; nothing here reads files.
 */
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import type { Span } from '../text/span';

/** An id that a document gives to one of its items: `{#o1}`, `id: company/o2`; or the label that it has anyway. */
export interface Definition {
  readonly document: string;
  /** As written, without `#`. */
  readonly id: string;
  readonly item: Located<Item>;
  /** The id's own characters in the document, absolute: what a rename replaces. */
  readonly span: Span;
  /** It is the item's label (`O1:`, `KR 1.2`), which says what it is without anybody having named it. */
  readonly implicit?: true;
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

/** A reference, or what somebody asks about: with the item it stands at, `KR1` is that of the same objective. */
export type Sought = Pick<Reference, 'document' | 'id'> & Partial<Pick<Reference, 'item'>>;

/** A document among the others. */
export interface AlignmentContext {
  readonly index: AlignmentIndex;
  /** By what name the index knows it. */
  readonly document: string;
}

/** All documents of a workspace that are known so far. Ids are compared folded (case, marks, Unicode form). */
export interface AlignmentIndex {
  /**
   * Changes whenever ids or references of any document do; text that only moves changes nothing. Findings that rest on
   * other documents can be kept by it. A document of the same ids in another place is another state.
   */
  readonly version: number;
  /** Takes in a document's newest reading, in place of its earlier one. Costs nothing until somebody asks. */
  update(document: string, reading: OkrDocument): void;
  remove(document: string): void;
  /**
   * Definitions that a reference means: ids of its own document, then labels of its own document, then the same id in
   * other documents, then `file/id`, where `file` is the end of a document's path without its extension. Several where
   * it is ambiguous, none where it points nowhere.
   */
  resolve(reference: Sought): readonly Definition[];
  /** In document order, explicit ids and labels. */
  definitions(document: string): readonly Definition[];
  /**
   * In document order. A word behind `aligned:` or an arrow that resolves to nothing is prose and left out; what is
   * written with `^` is always a reference.
   */
  references(document: string): readonly Reference[];
  /** Those that certainly are references and lead nowhere. Cheap at every key press. */
  dangling(document: string): readonly Reference[];
  /** Everything that points at the item of a definition, over all documents. */
  referencesTo(definition: Definition): readonly Reference[];
  /** Whether another document refers to something in this one. Cheap as long as no id or reference changes. */
  isReferredTo(document: string): boolean;
  /** Objectives that support each other in a circle, one circle for each group that hangs together. */
  cycles(): readonly (readonly Definition[])[];
  /** All documents, with or without objectives. */
  names(): Iterable<string>;
  /** All documents with their objectives, for workspace symbols, the scorecard and the alignment map. */
  documents(): Iterable<{ readonly document: string; readonly objectives: readonly LocatedObjective[] }>;
  /** The reading that was handed in last. */
  reading(document: string): OkrDocument | undefined;
}
