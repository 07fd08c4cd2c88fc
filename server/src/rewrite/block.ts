/** An item as lines of text: where it begins and ends with all that is nested in it, and how it is marked. */
import type { Item, Located } from '../document/model';
import type { Span } from '../text/span';

export interface Marker {
  readonly indent: string;
  /** `-`, `*`, `+`, `1.`, `2)`. */
  readonly bullet: string;
  /** Blanks after the bullet. */
  readonly gap: string;
  /** `[ ] ` where there is a checkbox. */
  readonly checkbox: string;
}

const LIST_MARKER = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[ xX]\][ \t]+)?/u;

export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return end;
}

export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charAt(start - 1) !== '\n' && text.charAt(start - 1) !== '\r') start--;
  return start;
}

/** After the line break at `offset`, if there is one. */
export function afterBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return offset < text.length ? offset + 1 : offset;
}

/** The line break that the document uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The list marker of an item's first line; undefined where it stands in no list. */
export function markerOf(text: string, { item, offset }: Located<Item>): Marker | undefined {
  const start = startOfLine(text, offset + item.span.start);
  const match = LIST_MARKER.exec(text.slice(start, endOfLine(text, start)));
  if (!match) return undefined;
  const [, indent = '', bullet = '', gap = '', checkbox = ''] = match;
  return { indent, bullet, gap, checkbox };
}

function widthOf(line: string): number {
  let width = 0;
  for (const unit of line) {
    if (unit === ' ') width++;
    else if (unit === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

/**
 * The lines of an item with what is nested under it, from the start of its first line to the end of its last
 * (without the break). Outside lists an item's own lines only.
 */
export function blockOf(text: string, located: Located<Item>): Span {
  const start = startOfLine(text, located.offset + located.item.span.start);
  let end = endOfLine(text, Math.max(start, located.offset + located.item.span.end - 1));
  const marker = markerOf(text, located);
  if (!marker) return { start, end };
  const width = widthOf(text.slice(start, endOfLine(text, start)));
  for (let next = afterBreak(text, end); next < text.length; ) {
    const lineEnd = endOfLine(text, next);
    const line = text.slice(next, lineEnd);
    if (line.trim() !== '') {
      if (widthOf(line) <= width) break;
      end = lineEnd;
    }
    const following = afterBreak(text, lineEnd);
    if (following === next) break;
    next = following;
  }
  return { start, end };
}

/** The line below an underlined heading: a rule, as long as the lines above it go on with a list item. */
const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/u;

/** Whether the lines at `offset` would be an underlined heading if they stood alone. */
export function wouldBeHeading(text: string, offset: number): boolean {
  for (let start = offset; ; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    // "- " below lines of text is an underline, too
    if (UNDERLINE.test(line)) return start > offset;
    if (line.trim() === '' || line.startsWith('#') || LIST_MARKER.test(line)) return false;
    start = afterBreak(text, end);
  }
}

/** The last run of digits in `text`; found from its end, so that long lines cost nothing. */
export function lastNumber(text: string): Span | undefined {
  let end = text.length;
  while (end > 0 && !isDigit(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isDigit(text.charAt(start - 1))) start--;
  return start < end ? { start, end } : undefined;
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}
