/** Markdown -> blocks, by remark-parse with GFM tables, task lists and strike-through. */
import type { Nodes, Paragraph, Parent, RootContent, TableCell } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Span } from '../text/span';
import type { Block, Inline, ListBlock, ListItemBlock, TableBlock } from './blocks';
import { readDirectives } from './directives';
import { summaryIn } from './html';
import { plainInline, readInline, trimInline } from './inline';
import type { Directive } from './model';

export interface ParsedText {
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
}

/** remark-parse alone reads CommonMark; OKRs use these three extensions. A single `~` strikes nothing (`~6/10`). */
function gfmOfOkrs(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmTaskListItem(), gfmStrikethrough({ singleTilde: false })];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
}

const processor = unified().use(remarkParse).use(gfmOfOkrs).freeze();

class BlockReader {
  readonly directives: Directive[] = [];

  constructor(
    private readonly source: string,
    /** Where in `source` the parsed text begins. */
    private readonly base: number,
  ) {}

  private spanOf(node: Nodes): Span {
    const start = node.position?.start.offset ?? 0;
    return { start: this.base + start, end: this.base + (node.position?.end.offset ?? start) };
  }

  /** From the first child to the last: without the marks of the heading or cell around them. */
  private innerSpan(node: Parent, outer: Span): Span {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (!first || !last) return { start: outer.end, end: outer.end };
    return { start: this.spanOf(first).start, end: this.spanOf(last).end };
  }

  readAll(nodes: readonly RootContent[]): Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) {
      const block = this.read(node);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  private read(node: RootContent): Block | undefined {
    const span = this.spanOf(node);
    switch (node.type) {
      case 'heading':
        return { type: 'heading', span, depth: node.depth, inline: this.inline(node, span) };
      case 'paragraph':
        return { type: 'paragraph', span, inline: this.inline(node, span) };
      case 'list':
        return this.list(node.children, node.ordered === true, span);
      case 'table':
        return this.table(node.children, span);
      case 'blockquote':
        return this.quote(node.children, span);
      case 'code':
        return { type: 'code', span, ...this.pseudoItems(span) };
      case 'html':
        this.addDirectives(span);
        return { type: 'html', span, ...this.summary(span) };
      case 'thematicBreak':
        return { type: 'rule', span };
      case 'definition':
        return { type: 'definition', span };
      default:
        return undefined;
    }
  }

  private addDirectives({ start, end }: Span): void {
    this.directives.push(...readDirectives(this.source.slice(start, end), start));
  }

  private summary({ start, end }: Span): { inline?: Inline } {
    const place = summaryIn(this.source.slice(start, end));
    if (!place) return {};
    const span = { start: start + place.start, end: start + place.end };
    const { text, ...rest } = plainInline(this.source, span);
    const words = text.replace(/<[^<>]{0,80}>/g, (tag) => ' '.repeat(tag.length));
    return { inline: trimInline({ ...rest, text: words, strong: [span] }) };
  }

  private inline(node: Paragraph | Extract<Nodes, { type: 'heading' }> | TableCell, span: Span): Inline {
    for (const child of node.children) if (child.type === 'html') this.addDirectives(this.spanOf(child));
    return readInline(node.children, this.source, this.innerSpan(node, span), this.base);
  }

  private list(items: Extract<Nodes, { type: 'list' }>['children'], ordered: boolean, span: Span): ListBlock {
    return {
      type: 'list',
      span,
      ordered,
      items: items.map((item, i): ListItemBlock => {
        const own = this.spanOf(item);
        const next = items[i + 1];
        // An item with an unclosed fence ends, to the parser, inside the next one.
        const end = next ? Math.min(own.end, this.spanOf(next).start) : own.end;
        const blocks = this.readAll(item.children);
        const checked = item.checked;
        return { span: { start: own.start, end }, blocks, ...(typeof checked === 'boolean' && { checked }) };
      }),
    };
  }

  private table(rows: Extract<Nodes, { type: 'table' }>['children'], span: Span): TableBlock {
    return {
      type: 'table',
      span,
      rows: rows.map((row) => ({
        span: this.spanOf(row),
        cells: row.children.map((cell) => this.inline(cell, this.spanOf(cell))),
      })),
    };
  }

  /** Indented code that its author took for a list. */
  private pseudoItems({ start, end }: Span): { lines?: Inline[] } {
    if (/[`~]/.test(this.source[start] ?? '')) return {};
    const lines = this.source.slice(start, end).matchAll(/[^\r\n]+/g);
    const items: Inline[] = [];
    for (const { 0: line, index } of lines) {
      const marker = /^\s*[-*+]\s+(?=\S)/.exec(line)?.[0].length;
      if (marker === undefined) return {};
      const span = { start: start + index + marker, end: start + index + line.trimEnd().length };
      items.push(plainInline(this.source, span));
    }
    return items.length > 0 ? { lines: items } : {};
  }

  private quote(nodes: readonly RootContent[], span: Span): Block {
    const [first, ...rest] = this.readAll(nodes);
    const alone = first?.type === 'paragraph' && rest.length === 0;
    return { type: 'quote', span, ...(alone && { inline: first.inline }) };
  }
}

/**
 * Parses a part of `source` on its own; it begins and ends where a block of the document does. Offsets count in
 * `source`.
 */
export function parseBlocks(source: string, { start, end }: Span): ParsedText {
  const reader = new BlockReader(source, start);
  let text = source.slice(start, end);
  // At the start of a text micromark takes it for a byte order mark, drops it and does not count it.
  if (text.charCodeAt(0) === 0xfeff) text = `\u200b${text.slice(1)}`;
  const blocks = reader.readAll(processor.parse(text).children);
  return { blocks, directives: reader.directives };
}
