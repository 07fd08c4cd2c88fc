/**
 * Cuts Markdown into units that can be parsed on their own, without parsing it. A unit begins at a line that begins a
 * block at the document's level whatever stands before it: an unindented heading, an unindented list item, a line
 * after a blank line; and never inside fenced code, HTML or a comment. Where that cannot be told from the line alone,
 * nothing is cut: fewer units are slower, never wrong.
 *
 * Units depend on nothing before their first line, so an edit changes only the units that it touches.
 */
import { endsHtml, type HtmlKind, htmlKindOf } from './html';
import {
  closesFence,
  type Fence,
  fenceOf,
  headingDepth,
  isThematicBreak,
  type Line,
  type ListMarker,
  listMarkerOf,
} from './lines';

/** What kind of line it is: `fence` opens code, `code` is inside or closes it; `text` is any other line. */
export type LineRole =
  | 'heading'
  | 'item'
  | 'nested-item'
  | 'text'
  | 'continuation'
  | 'fence'
  | 'code'
  | 'html';

export interface LineReport {
  readonly line: Line;
  readonly role: LineRole;
  /** Heading level, or 0. */
  readonly depth: number;
  readonly marker: ListMarker | undefined;
  /** The line before is blank or the text begins here. */
  readonly afterBlank: boolean;
  /** A unit may begin here. */
  readonly cuttable: boolean;
}

interface OpenItem {
  readonly marker: ListMarker;
  /** All lines since its first are surely its own. */
  certain: boolean;
  /** Nothing stands in it yet: a blank line ends it. */
  bare: boolean;
}

interface OpenHtml {
  readonly kind: HtmlKind;
  /** May be a paragraph instead (a lone tag cannot interrupt one). */
  readonly doubtful: boolean;
}

/** Most units of a line break. */
const LINE_BREAK = 2;

/** What is open at the document's level between two lines. */
export class BlockTracker {
  private fence: (Fence & { doubtful: boolean; indent: number }) | undefined;
  private html: OpenHtml | undefined;
  private item: OpenItem | undefined;
  private paragraph: 'yes' | 'no' | 'maybe' = 'no';
  private afterBlank = true;
  /** Only blank lines since a line that may be indented code. */
  private afterCode = false;
  /** The tracker could not tell what is open; nothing is cut from here on. */
  private lost = false;
  /** Where the last line ended that was nothing but a tag inside a paragraph. */
  private tagEnd = Number.NEGATIVE_INFINITY;

  constructor(private readonly text: string) {}

  /** Takes the next line and says what it is. */
  take(line: Line): LineReport | undefined {
    if (this.fence) return this.inFence(line, this.fence);
    if (this.html) return this.inHtml(line, this.html);
    if (line.blank) {
      if (this.item?.bare) this.item = undefined;
      this.afterBlank = true;
      this.paragraph = 'no';
      return undefined;
    }
    const report = this.outside(line);
    this.afterBlank = false;
    this.afterCode = line.indent > 3;
    return report;
  }

  private report(line: Line, role: LineRole, cuttable: boolean, marker?: ListMarker, depth = 0): LineReport {
    return { line, role, depth, marker, afterBlank: this.afterBlank, cuttable: cuttable && !this.lost };
  }

  private inFence(line: Line, fence: NonNullable<BlockTracker['fence']>): LineReport | undefined {
    // A fence that may belong to a list item ends with the item; if a line says so, all bets are off.
    if (fence.doubtful && !line.blank && line.indent < fence.indent) this.lost = true;
    if (closesFence(this.text, line, fence)) {
      this.fence = undefined;
      this.paragraph = 'no';
    }
    this.afterBlank = false;
    return this.report(line, 'code', false);
  }

  private inHtml(line: Line, html: OpenHtml): LineReport | undefined {
    if (html.doubtful && !line.blank && (fenceOf(this.text, line) || (htmlKindOf(this.text, line) ?? 7) < 6))
      this.lost = true;
    if (endsHtml(this.text, line, html.kind, false)) {
      this.html = undefined;
      this.paragraph = html.doubtful && !line.blank ? 'maybe' : 'no';
    }
    this.afterBlank = line.blank;
    return line.blank ? undefined : this.report(line, 'html', false);
  }

  private outside(line: Line): LineReport {
    const { item } = this;
    // Deeper than the item's content: the item's own line, whatever it says.
    if (item && line.indent >= item.marker.width) return this.inside(line, item);
    if (line.indent > 3) return this.indented(line);
    const rule = isThematicBreak(this.text, line);
    const marker = rule ? undefined : listMarkerOf(this.text, line);
    if (marker) return this.listItem(line, marker);
    return this.plainLine(line, rule);
  }

  private inside(line: Line, item: OpenItem): LineReport {
    if (!item.certain && line.indent <= 3) this.openDoubtful(line);
    this.paragraph = 'maybe';
    item.bare = false;
    const marker = listMarkerOf(this.text, line);
    return this.report(line, marker ? 'nested-item' : 'continuation', false, marker);
  }

  /** In an item that may have ended, a fence or HTML opens either in it or at the document's level. */
  private openDoubtful(line: Line): void {
    const fence = fenceOf(this.text, line);
    if (fence) this.fence = { ...fence, doubtful: true, indent: line.indent };
    else if (htmlKindOf(this.text, line) !== undefined) this.lost = true;
  }

  private indented(line: Line): LineReport {
    // Indented code, or a lazy line of a paragraph.
    if (this.item) {
      if (this.afterBlank) this.item = undefined;
      else this.item.certain = false;
    }
    this.paragraph = this.paragraph === 'no' ? 'no' : 'maybe';
    const marker = listMarkerOf(this.text, line);
    return this.report(line, 'text', false, marker);
  }

  private listItem(line: Line, marker: ListMarker): LineReport {
    const { item } = this;
    const empty = marker.content >= line.end;
    const sibling = item?.certain === true && item.marker.sign === marker.sign;
    const interrupts = !empty && (!marker.ordered || marker.one);
    // A number other than one does not interrupt a paragraph nor, in micromark, indented code, even after a blank line.
    const sure = (this.afterBlank && !this.afterCode) || sibling || interrupts;
    const cuttable = line.indent === 0 && !empty && sure && this.text.charCodeAt(line.start) !== 0xfeff;
    this.item = { marker, certain: sure, bare: empty };
    this.paragraph = empty ? 'no' : 'maybe';
    return this.report(line, 'item', cuttable, marker);
  }

  private plainLine(line: Line, rule: boolean): LineReport {
    const { text } = this;
    const depth = headingDepth(text, line);
    const fence = depth ? undefined : fenceOf(text, line);
    const flush = line.indent === 0;
    if (depth || rule || fence) {
      const before = this.afterBlank;
      this.item = undefined;
      this.paragraph = 'no';
      if (fence) this.fence = { ...fence, doubtful: false, indent: line.indent };
      // `---` under a paragraph makes it a heading.
      const cuttable = flush && (depth > 0 || fence !== undefined || before);
      return this.report(line, depth ? 'heading' : fence ? 'fence' : 'text', cuttable, undefined, depth);
    }
    if (text.charCodeAt(line.first) === 62) return this.quote(line, flush);
    const kind = htmlKindOf(text, line);
    if (kind !== undefined && (kind < 7 || this.paragraph !== 'yes')) return this.openHtml(line, kind, flush);
    // It is a line of the paragraph, unless the next one makes it the head of a table, which ends the paragraph.
    if (kind !== undefined) this.tagEnd = line.end;
    return this.textLine(line, flush);
  }

  private quote(line: Line, flush: boolean): LineReport {
    this.item = undefined;
    const cuttable = flush && this.afterBlank;
    this.paragraph = 'maybe';
    return this.report(line, 'text', cuttable);
  }

  private openHtml(line: Line, kind: HtmlKind, flush: boolean): LineReport {
    const doubtful = kind === 7 && this.paragraph === 'maybe' && !this.afterBlank;
    if (doubtful && this.item) this.item.certain = false;
    else this.item = undefined;
    this.paragraph = 'no';
    if (!endsHtml(this.text, line, kind, true)) this.html = { kind, doubtful };
    return this.report(line, 'html', flush && this.afterBlank);
  }

  private textLine(line: Line, flush: boolean): LineReport {
    const { afterBlank } = this;
    if (this.item) {
      // After a blank line it cannot be a lazy line of the item's paragraph.
      if (afterBlank) this.item = undefined;
      else this.item.certain = false;
    }
    // A table or an underlined heading ends where it likes.
    const unsure = /\||^\s*(?:=+|:-*:?|-+:?)\s*$/.test(this.text.slice(line.start, line.end));
    if (unsure && line.start - this.tagEnd <= LINE_BREAK) this.lost = true;
    this.paragraph = unsure || this.item || this.paragraph === 'maybe' ? 'maybe' : 'yes';
    const cuttable = flush && afterBlank && this.text.charCodeAt(line.start) !== 0xfeff;
    return this.report(line, 'text', cuttable);
  }
}
