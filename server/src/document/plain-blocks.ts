/**
 * The plainest Markdown without a parser: headings, paragraphs, and lists of items that begin with a line of text.
 * remark-parse takes most of the time of a reading, and nearly all lines of OKRs are of these kinds. What comes out is
 * exactly what remark-parse makes of it (property tests hold that); where that is not certain, nothing.
 */
import type { Block, ListBlock, ListItemBlock } from './blocks';
import {
  headingDepth,
  isThematicBreak,
  type Line,
  type ListMarker,
  lineAt,
  listMarkerOf,
  SPACE,
  TAB,
} from './lines';
import { readPlainInline } from './plain-inline';

interface OpenItem {
  readonly marker: ListMarker;
  readonly list: ListBlock & { readonly items: ListItemBlock[] };
  readonly item: ListItemBlock & { readonly span: { end: number }; readonly blocks: Block[] };
}

function newList({ first, end }: Line, ordered: boolean, item: ListItemBlock): OpenItem['list'] {
  const items = [item];
  return { type: 'list', span: { start: first, end }, ordered, items };
}

/** Lines of text begin with one of these only if they are no line of text, or may be none; the signs spare the test. */
const UNSAFE_SIGNS = '>|=:<\ufeff`~-[';
const UNSAFE_START = /^(?:[>|=:<\ufeff]|```|~~~|-+[ \t]*$|\[[^\]]*\]?:)/;
const CHECKBOX = /^\[([ xX])\] (?=[^ \t])/;
/** First signs of what an item may begin with instead of text. */
const BLOCK_SIGNS = '#*-_+0123456789';
/** Whether this is a box depends on what follows. */
const PERHAPS_BOX = /^\[[ \txX]\]/;
const MOST_INDENT = 3;
const MOST_SPACES = 4;

/** Reads units of a text, one after the other. */
export class PlainReader {
  private readonly blocks: Block[] = [];
  private readonly open: OpenItem[] = [];
  /** The paragraph that the next line may go on with. */
  private paragraph: { readonly start: number; end: number; readonly into: Block[] } | undefined;

  /** @param source what all offsets count in */
  constructor(private readonly source: string) {}

  /** The blocks of a unit, or nothing if a parser has to look. The list is good until the next unit is read. */
  read(start: number, end: number): readonly Block[] | undefined {
    while (this.blocks.length > 0) this.blocks.pop();
    this.close(0);
    this.paragraph = undefined;
    for (let at = start; at < end; ) {
      const line = lineAt(this.source, at);
      if (line.blank) {
        if (!this.closeParagraph()) return undefined;
      } else if (!this.take(line)) return undefined;
      at = line.next;
    }
    return this.closeParagraph() ? this.blocks : undefined;
  }

  private take(line: Line): boolean {
    // Tabs in front have a width of their own.
    if (line.first - line.start !== line.indent) return false;
    let kept = 0;
    while (kept < this.open.length && line.indent >= (this.open[kept] as OpenItem).marker.width) kept++;
    const base = this.open[kept - 1]?.marker.width ?? 0;
    if (line.indent - base > MOST_INDENT) return false;
    const depth = headingDepth(this.source, line);
    if (depth > 0) return kept === 0 && line.indent === 0 && this.heading(line, depth);
    if (isThematicBreak(this.source, line)) return false;
    const marker = listMarkerOf(this.source, line);
    return marker ? this.item(line, marker, kept) : this.text(line, kept);
  }

  private heading(line: Line, depth: number): boolean {
    if (!this.closeParagraph()) return false;
    this.close(0);
    const from = this.skipSpaces(line.first + depth, line.end);
    const to = this.trimEnd(from, line.end);
    // A closing row of signs, or no title.
    if (from >= to || this.source[to - 1] === '#') return false;
    const inline = readPlainInline(this.source.slice(from, to), { start: from, end: to });
    if (!inline) return false;
    this.blocks.push({ type: 'heading', span: { start: line.first, end: to }, depth, inline });
    return true;
  }

  private item(line: Line, marker: ListMarker, kept: number): boolean {
    const { source } = this;
    const spaces = marker.content - marker.end;
    if (marker.content >= line.end || spaces > MOST_SPACES || this.hasTab(marker)) return false;
    const before = this.open[kept];
    const sibling = before?.marker.sign === marker.sign ? before : undefined;
    const interrupts = !marker.ordered || marker.one;
    if (!sibling && this.paragraph && !interrupts) return false;
    if (!this.closeParagraph()) return false;
    this.close(kept);
    const into = this.open[kept - 1]?.item.blocks ?? this.blocks;
    const bracket = source[marker.content] === '[';
    const box =
      bracket && CHECKBOX.exec(source.slice(marker.content, Math.min(line.end, marker.content + 6)));
    if (bracket && !box && PERHAPS_BOX.test(source.slice(marker.content, marker.content + 3))) return false;
    const content = marker.content + (box ? box[0].length : 0);
    if (!this.isSafe(content, line.end) || this.beginsBlock(marker.content, line)) return false;
    const span = { start: line.first, end: line.end };
    const blocks: Block[] = [];
    const item: OpenItem['item'] = box ? { span, checked: box[1] !== ' ', blocks } : { span, blocks };
    const list = sibling?.list ?? newList(line, marker.ordered, item);
    if (sibling) list.items.push(item);
    else into.push(list);
    this.open.push({ marker, list, item });
    this.paragraph = { start: content, end: line.end, into: item.blocks };
    return true;
  }

  private text(line: Line, kept: number): boolean {
    if (!this.isSafe(line.first, line.end)) return false;
    if (this.paragraph) {
      // With less indentation it goes on lazily.
      if (kept < this.open.length) return false;
      this.paragraph.end = line.end;
      return true;
    }
    this.close(kept);
    const into = this.open[kept - 1]?.item.blocks ?? this.blocks;
    this.paragraph = { start: line.first, end: line.end, into };
    return true;
  }

  /** Leaves the first `kept` items open. */
  private close(kept: number): void {
    while (this.open.length > kept) this.open.pop();
  }

  /** False if what stands in it is not plain. */
  private closeParagraph(): boolean {
    const { paragraph } = this;
    if (!paragraph) return true;
    this.paragraph = undefined;
    const { start, end } = paragraph;
    const trimmed = this.trimEnd(start, end);
    const span = { start, end };
    const text = this.source.slice(start, trimmed);
    // It may be a table.
    if (text.includes('|')) return false;
    const inline = readPlainInline(text, trimmed === end ? span : { start, end: trimmed });
    if (!inline) return false;
    paragraph.into.push({ type: 'paragraph', span, inline });
    for (const { item } of this.open) item.span.end = end;
    return true;
  }

  /** Whether the content of an item begins with something other than text. */
  private beginsBlock(at: number, line: Line): boolean {
    if (!BLOCK_SIGNS.includes(this.source[at] as string)) return false;
    const inner: Line = { ...line, start: at, first: at, indent: 0 };
    return (
      headingDepth(this.source, inner) > 0 ||
      isThematicBreak(this.source, inner) ||
      listMarkerOf(this.source, inner) !== undefined
    );
  }

  private isSafe(start: number, end: number): boolean {
    return (
      !UNSAFE_SIGNS.includes(this.source[start] as string) ||
      !UNSAFE_START.test(this.source.slice(start, end))
    );
  }

  private hasTab({ end, content }: ListMarker): boolean {
    for (let at = end; at < content; at++) if (this.source.charCodeAt(at) === TAB) return true;
    return false;
  }

  private skipSpaces(from: number, to: number): number {
    let at = from;
    while (at < to && this.isSpace(at)) at++;
    return at;
  }

  private trimEnd(from: number, to: number): number {
    let at = to;
    while (at > from && this.isSpace(at - 1)) at--;
    return at;
  }

  private isSpace(at: number): boolean {
    const code = this.source.charCodeAt(at);
    return code === SPACE || code === TAB;
  }
}
