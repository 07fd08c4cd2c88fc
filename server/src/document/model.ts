/**
 * What a reader finds in an OKR document. The document is cut into *chunks* that are read on their own and kept
 * while their text stays the same, so every span inside a chunk counts from the chunk's start: an edit that moves
 * a chunk leaves its contents untouched. `Located` pairs an item with the offset of its chunk.
 */

import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

/**
 * The sentence to judge: label, list marker and fields are outside `span` (or blanked out inside it).
 * `text` has exactly `span.end - span.start` UTF-16 units; inline markup, links' targets, line breaks and fields
 * that stand inside are replaced by spaces, so an offset in `text` plus `span.start` is an offset in the chunk.
 */
export interface Statement {
  readonly span: Span;
  readonly text: string;
}

export type FieldName =
  | 'owner'
  | 'baseline'
  | 'target'
  | 'current'
  | 'unit'
  | 'due'
  | 'score'
  | 'confidence'
  | 'weight'
  | 'status'
  | 'progress'
  | 'priority'
  | 'type'
  | 'updated'
  | 'id'
  | 'alignment'
  | 'cycle'
  | 'team'
  | 'start'
  | 'labels'
  | 'visibility';

/** Something said about an item beside its sentence, in any of the accepted notations. */
export interface Field {
  readonly name: FieldName;
  /** As written, trimmed, markup removed. */
  readonly value: string;
  readonly valueSpan: Span;
  /** With its label or sigil: what to delete to remove the field. */
  readonly span: Span;
}

/** The form in which an item stands in Markdown; rewrites keep it. */
export type ItemForm = 'heading' | 'bold-line' | 'paragraph' | 'bullet' | 'ordered' | 'table-row';

interface ItemBase {
  /** The item's own lines, from its marker to the end of its text, without nested items. */
  readonly span: Span;
  readonly form: ItemForm;
  /** `Objective 1:`, `KR 1.1:`, `Mục tiêu 2:` as written, where there is one. */
  readonly label?: { readonly text: string; readonly span: Span };
  readonly statement: Statement;
  readonly fields: readonly Field[];
  /** Struck through with `~~`: dropped by its authors, not judged. */
  readonly struck: boolean;
}

export interface ObjectiveItem extends ItemBase {
  readonly kind: 'objective';
  /** It is a line that announces the key results of an objective by its number; the title stands elsewhere. */
  readonly announces?: boolean;
}

export interface KeyResultItem extends ItemBase {
  readonly kind: 'key-result';
  /** State of a checkbox, where there is one. */
  readonly checked?: boolean;
  /** Dated notes under the key result (`2026-08-14: 58 — note`), newest first as written. */
  readonly checkIns: readonly CheckIn[];
}

export interface InitiativeItem extends ItemBase {
  readonly kind: 'initiative';
  readonly checked?: boolean;
}

export interface CheckIn {
  readonly date: string;
  readonly value?: string;
  readonly span: Span;
}

export type Item = ObjectiveItem | KeyResultItem | InitiativeItem;

/** `<!-- okrlint-disable-next-line kr-activity: reason -->` and its relatives. */
export interface Directive {
  readonly action: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';
  /** Rule ids as written; empty means all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason?: string;
  readonly span: Span;
}

/** What one chunk holds, in document order. Spans count from the chunk's start. Identity is the cache key. */
export interface ChunkContent {
  readonly length: number;
  readonly items: readonly Item[];
  readonly directives: readonly Directive[];
}

export interface Chunk {
  /** Offset of the chunk in the document. */
  readonly start: number;
  readonly content: ChunkContent;
}

/** The chunks of a reading in order, without gaps. */
export interface Chunks extends Iterable<Chunk> {
  readonly length: number;
  /** What each holds; two readings share the very objects where nothing has changed. */
  readonly contents: readonly ChunkContent[];
  /** Offset of a chunk; of the end of the text for the index behind the last. */
  startOf(index: number): number;
  at(index: number): Chunk | undefined;
  /** The index of the chunk that holds an offset; that behind the last for what lies beyond. */
  indexAt(offset: number): number;
  /** The chunk that holds an offset; the end of the text belongs to the last. */
  holding(offset: number): Chunk | undefined;
  /** Some of them, where they stand. */
  between(from: number, to?: number): Chunk[];
  /** How many chunks at the start hold the same as those of another reading. */
  sharedStart(others: Chunks): number;
  /** The same, and how many of the rest at the end. */
  sharedWith(others: Chunks): { readonly first: number; readonly last: number };
}

/** An item with the offset of its chunk: `shift(item.span, offset)` is its place in the document. */
export interface Located<T> {
  readonly item: T;
  readonly offset: number;
}

/** An objective with what belongs to it, in document order. */
export interface LocatedObjective extends Located<ObjectiveItem> {
  readonly keyResults: readonly Located<KeyResultItem>[];
  readonly initiatives: readonly Located<InitiativeItem>[];
  /** The period that the nearest heading above names (`Q3 2026`, `Quý III/2026`), as written. */
  readonly period?: string;
}

/** Objectives of a reading, to be looked at without being put in their places. */
export interface Objectives {
  /**
   * Each as it was when something in it last changed: edits elsewhere have moved it since, so that its offsets are
   * outdated, all by the same amount. The very object stays the same for as long as an objective only moves.
   */
  readonly unmoved: readonly LocatedObjective[];
  /** Where the chunk of an objective stands now. */
  offsetAt(index: number): number;
  /** An objective in its place. Throws where there is none of that index. */
  at(index: number): LocatedObjective;
  /** All of them in their places: that costs. */
  all(): readonly LocatedObjective[];
}

export interface FrontMatter {
  readonly span: Span;
  /** `okr:` is there and not false. */
  readonly okr: boolean;
  /** Values by lower-case key, as written; nested YAML is left to who needs it. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly span: Span }>;
}

/** Why a text is (or is not) read as an OKR document. */
export interface Recognition {
  readonly isOkr: boolean;
  readonly because:
    | 'configured'
    | 'file-name'
    | 'front-matter'
    | 'labels'
    | 'title-and-shape'
    | 'no-sign'
    | 'excluded'
    | 'not-text'
    /** Longer than anybody can want to have read while typing in it. */
    | 'too-large'
    /** So many parts that nobody wrote it; reading it would hold up everything else. */
    | 'too-many-parts';
}

/** One reading of one version of a text. Immutable. */
export interface OkrDocument {
  /** Put together when somebody asks: who needs no more than a part of it takes a `slice`. */
  readonly text: string;
  /** From `start` to before `end`, both from the beginning of the text and not negative. */
  slice(start: number, end?: number): string;
  readonly lines: LineIndex;
  readonly recognition: Recognition;
  readonly frontMatter: FrontMatter | undefined;
  /** `items` are empty throughout where the text is no OKR document. */
  readonly chunks: Chunks;
  /** The tree over all chunks, built on first use: positions are absolute through `offset`. */
  objectives(): readonly LocatedObjective[];
  /** Key results that stand before any objective. */
  orphans(): readonly Located<KeyResultItem>[];
}

/** One replaced range of the previous text, as an editor reports it. Offsets count in the previous text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What helps to tell whether a text is an OKR document. */
export interface ReadOptions {
  /** Path or URI path of the file, for `*.okr.md`, `okrs/` and the like; absent for untitled text. */
  readonly path?: string;
  /** `true`/`false` where configuration says so; it then decides. */
  readonly force?: boolean;
}
