/**
 * Blocks of Markdown as the reader needs them: a thin copy of the parser's tree that keeps no tree alive. All offsets
 * count from the start of the text that was parsed (a chunk).
 */
import type { Span } from '../text/span';

/** What most stretches have of breaks, markup and links: one list for all of them. */
export const NONE: readonly never[] = [];

/**
 * A stretch of running text. `text` has the length of `span`: markup, targets of links, line ends and HTML are spaces,
 * words stay where they are.
 */
export interface Inline {
  readonly span: Span;
  readonly text: string;
  /** Offsets of the line ends inside, from the start of the span. */
  readonly breaks: readonly number[];
  /** Those of them that are meant: behind white space or a backslash. */
  readonly hard: readonly number[];
  readonly strong: readonly Span[];
  readonly struck: readonly Span[];
  /** Links, without their markup. */
  readonly links: readonly Span[];
  /** Images, whose text is not part of the sentence: `![P0](p0.svg)` is a priority. */
  readonly images: readonly { readonly span: Span; readonly alt: string }[];
}

export interface HeadingBlock {
  readonly type: 'heading';
  readonly span: Span;
  readonly depth: number;
  readonly inline: Inline;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly span: Span;
  readonly inline: Inline;
}

export interface ListBlock {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItemBlock[];
}

export interface ListItemBlock {
  readonly span: Span;
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export interface TableCell {
  readonly inline: Inline;
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Inline[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

/**
 * What is no text of items: quotes, code, HTML, rules, definitions. `inline` only for a quote's paragraph and the title of
 * `<details>`, `lines` only for indented code in which every line looks like a list item.
 */
export interface OtherBlock {
  readonly type: 'quote' | 'code' | 'html' | 'rule' | 'definition';
  readonly span: Span;
  readonly inline?: Inline;
  readonly lines?: readonly Inline[];
}

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | OtherBlock;
