/** One line of Markdown as the cutter sees it: where it begins, how far it is indented, what its first sign is. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
const TAB_STOP = 4;

export interface Line {
  /** First unit, end without the line end, and end with it. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Columns of white space in front. */
  readonly indent: number;
  /** Offset of the first unit that is no white space; `end` in a blank line. */
  readonly first: number;
  readonly blank: boolean;
}

/** Reads the line that begins at `start`. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  let code = 0;
  let indent = 0;
  let first = -1;
  for (; end < text.length; end++) {
    code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
    if (first >= 0) continue;
    if (code === SPACE) indent++;
    else if (code === TAB) indent += TAB_STOP - (indent % TAB_STOP);
    else first = end;
  }
  let next = end;
  if (end < text.length) next += code === CR && text.charCodeAt(end + 1) === LF ? 2 : 1;
  return { start, end, next, indent, first: first < 0 ? end : first, blank: first < 0 };
}

export interface ListMarker {
  /** `-`, `*`, `+`, or the sign behind a number. */
  readonly sign: number;
  readonly ordered: boolean;
  /** The number is 1, so that the item may interrupt a paragraph. */
  readonly one: boolean;
  /** Column at which the item's own content begins: lines indented as far belong to it. */
  readonly width: number;
  /** Where the marker itself ends. */
  readonly end: number;
  /** Offset of the content; the line's end where there is none. */
  readonly content: number;
}

const isBullet = (code: number) => code === 45 || code === 42 || code === 43;
const isDigit = (code: number) => code >= 48 && code <= 57;
const MOST_DIGITS = 9;

/** Where the marker ends that begins at `at`: behind the bullet, or behind the sign after a number. */
function markerEnd(text: string, at: number, end: number): number | undefined {
  if (isBullet(text.charCodeAt(at))) return at + 1;
  let digits = at;
  while (digits < end && isDigit(text.charCodeAt(digits))) digits++;
  if (digits === at || digits - at > MOST_DIGITS) return undefined;
  const sign = text.charCodeAt(digits);
  return sign === 46 || sign === 41 ? digits + 1 : undefined;
}

/** The list marker that the line begins with, if any. Thematic breaks (`* * *`) are no items; the caller knows them. */
export function listMarkerOf(text: string, line: Line): ListMarker | undefined {
  const end = markerEnd(text, line.first, line.end);
  if (end === undefined) return undefined;
  const column = line.indent + (end - line.first);
  let content = end;
  let columns = column;
  for (; content < line.end; content++) {
    const space = text.charCodeAt(content);
    if (space === SPACE) columns++;
    else if (space === TAB) columns += TAB_STOP - (columns % TAB_STOP);
    else break;
  }
  const empty = content >= line.end;
  if (!empty && content === end) return undefined;
  const ordered = isDigit(text.charCodeAt(line.first));
  return {
    sign: text.charCodeAt(end - 1),
    ordered,
    one: ordered && text.charCodeAt(end - 2) === 49 && Number(text.slice(line.first, end - 1)) === 1,
    width: empty || columns - column > TAB_STOP ? column + 1 : columns,
    end,
    content,
  };
}

/** `***`, `- - -`, `___`. */
export function isThematicBreak(text: string, line: Line): boolean {
  const sign = text.charCodeAt(line.first);
  if (sign !== 42 && sign !== 45 && sign !== 95) return false;
  let count = 0;
  for (let i = line.first; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (code === sign) count++;
    else if (code !== SPACE && code !== TAB) return false;
  }
  return count >= 3;
}

/** Level of an ATX heading, or 0. */
export function headingDepth(text: string, line: Line): number {
  let depth = 0;
  while (depth < 7 && text.charCodeAt(line.first + depth) === 35) depth++;
  if (depth === 0 || depth > 6) return 0;
  const after = line.first + depth;
  if (after >= line.end) return depth;
  const code = text.charCodeAt(after);
  return code === SPACE || code === TAB ? depth : 0;
}

export interface Fence {
  readonly sign: number;
  readonly size: number;
}

/** The fence of a code block that the line opens. */
export function fenceOf(text: string, line: Line): Fence | undefined {
  const sign = text.charCodeAt(line.first);
  if (sign !== 96 && sign !== 126) return undefined;
  let at = line.first;
  while (at < line.end && text.charCodeAt(at) === sign) at++;
  const size = at - line.first;
  if (size < 3) return undefined;
  if (sign === 96 && text.slice(at, line.end).includes('`')) return undefined;
  return { sign, size };
}

/** Whether the line closes a code block that `fence` opened. */
export function closesFence(text: string, line: Line, fence: Fence): boolean {
  if (line.indent >= TAB_STOP) return false;
  let at = line.first;
  while (at < line.end && text.charCodeAt(at) === fence.sign) at++;
  return at - line.first >= fence.size && text.slice(at, line.end).trim() === '';
}

const MOST_NESTED = 12;
const MOST_INDENT = 64;
const LONGEST_LINE = 10_000;

const MOST_MARKS = 40;
/** One sign in so many is markup. */
const DENSEST = 4;

const isRun = (code: number) => code === 42 || code === 95 || code === 96 || code === 126;

/** Whether a good part of the line is signs that may open or close something; a row of the same sign counts once. */
function isAllMarkup(text: string, { first, end }: Line): boolean {
  if (end - first < MOST_MARKS) return false;
  let marks = 0;
  let before = 0;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 93 || (isRun(code) && code !== before)) marks++;
    before = code;
  }
  return marks >= MOST_MARKS && marks * DENSEST > end - first;
}

/**
 * Lines that no OKR has and that cost a Markdown parser dearly: nested deeper than a dozen levels, indented beyond any
 * list, as long as a book's chapter, or hardly anything but markup. They are read as blank lines.
 */
export function isUnreadable(text: string, line: Line): boolean {
  if (line.indent > MOST_INDENT || line.end - line.start > LONGEST_LINE) return true;
  if (isAllMarkup(text, line)) return true;
  let at = line.first;
  for (let nested = 0; nested <= MOST_NESTED; nested++) {
    const code = text.charCodeAt(at);
    if (isBullet(code) || code === 62) at++;
    else if (isDigit(code)) {
      while (isDigit(text.charCodeAt(at))) at++;
      const sign = text.charCodeAt(at);
      if (sign !== 46 && sign !== 41) return false;
      at++;
    } else return false;
    while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
    if (at >= line.end) return false;
  }
  return true;
}
