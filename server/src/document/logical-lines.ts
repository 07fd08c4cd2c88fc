/** Running text, split into the lines that say something of their own. */

import { type Inline, NONE } from './blocks';
import { sliceInline, trimInline } from './inline';
import { classifyLine } from './labels';
import type { LineKind, LinePlace } from './line-kind';
import { readTold, TOLD } from './told-results';
import { headsMeasures } from './weak-labels';

/** Lines of a paragraph that belong together: a labelled line and what wraps around it. */
export interface LogicalLine {
  readonly inline: Inline;
  /** Where the line end above it stands, or the text begins: markup in front of its words lies behind that. */
  readonly start: number;
  readonly kind: LineKind;
  /** All of it is bold, but for signs. */
  readonly bold: boolean;
}

function isBold({ text, strong, span }: Inline): boolean {
  if (strong.length === 0) return false;
  let outside = text;
  for (const { start, end } of strong) {
    const from = Math.max(0, start - span.start);
    const to = Math.min(text.length, end - span.start);
    outside = outside.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + outside.slice(to);
  }
  return !/[\p{L}\p{N}]/u.test(outside);
}

const startsBold = ({ text, strong, span }: Inline) =>
  strong.some(({ start }) => text.slice(0, start - span.start).trim() === '');

/**
 * Splits running text at line ends where a label begins or a hard break stands.
 * @param below the text stands under an item
 * @param first what the first line is the start of
 */
export function logicalLines(
  inline: Inline,
  below = false,
  first: LinePlace = 'line',
): readonly LogicalLine[] {
  if (inline.breaks.length > 0) return joinedLines(inline, below, first).flatMap(partedLine);
  const line = trimInline(inline);
  if (line.text === '') return NONE;
  const kind = classifyLine(line.text, startsBold(line) ? 'item' : first, below);
  return partedLine({ inline: line, start: inline.span.start, kind, bold: isBold(line) });
}

/** The line, or its parts where it tells key results one behind the other. */
function partedLine(line: LogicalLine): LogicalLine[] {
  const { inline, kind } = line;
  const told = readTold(inline.text);
  if (!told || (told.stop > 0 && kind.kind !== 'objective')) return [line];
  const part = (own: LineKind, from: number, to: number): LogicalLine => {
    const start = inline.span.start + from;
    return {
      inline: trimInline(sliceInline(inline, start, inline.span.start + to)),
      start,
      kind: own,
      bold: false,
    };
  };
  const results = told.results.map(({ start, end }) => part(TOLD, start, end));
  if (kind.kind !== 'objective') return results;
  return [{ ...part({ ...kind, sure: true }, 0, told.stop), start: line.start }, ...results];
}

function joinedLines(inline: Inline, below: boolean, first: LinePlace): LogicalLine[] {
  const { start } = inline.span;
  const pieces: { inline: Inline; start: number; hard: boolean }[] = [];
  let from = 0;
  let hard = true;
  for (const at of [...inline.breaks, inline.text.length]) {
    if (inline.text.slice(from, at).trim() !== '')
      pieces.push({
        inline: trimInline(sliceInline(inline, start + from, start + at)),
        start: start + from,
        hard,
      });
    hard = inline.hard.includes(at);
    from = at;
  }
  const lines: LogicalLine[] = [];
  for (const piece of pieces) {
    const place = lines.length === 0 ? first : 'line';
    const kind = classifyLine(piece.inline.text, startsBold(piece.inline) ? 'item' : place, below);
    const last = lines.at(-1);
    const isNew =
      kind.kind === 'measured'
        ? last?.kind.kind !== 'plain'
        : kind.kind !== 'plain' || headsMeasures(piece.inline.text, 'line');
    // A row of a table is no rest of a sentence.
    const isRow = piece.inline.text.startsWith('|');
    const bold = isBold(piece.inline);
    const isBelowTitle = last?.bold === true && !bold;
    const joins =
      last && !piece.hard && !isNew && !isRow && !isBelowTitle && last.kind.kind !== 'key-results';
    if (joins) {
      lines.pop();
      const joined = sliceInline(inline, last.inline.span.start, piece.inline.span.end);
      lines.push({
        inline: joined,
        start: last.start,
        kind: rejoin(joined, last.kind, below),
        bold: isBold(joined),
      });
    } else lines.push({ inline: piece.inline, start: piece.start, kind, bold });
  }
  return lines;
}

/** A sentence may end in a marker only when its last line is there, and what a label names may stand below it. */
function rejoin(joined: Inline, kind: LineKind, below: boolean): LineKind {
  if ('empty' in kind && kind.empty) return { ...kind, empty: false };
  return kind.kind === 'plain'
    ? classifyLine(joined.text, startsBold(joined) ? 'item' : 'line', below)
    : kind;
}

type FieldKind = Extract<LineKind, { kind: 'field' }>;
const PART_BREAK = /\s+[|·•]\s+|;\s+/g;

/** `**Owner:** Linh | **Due:** 30/9`: one line, several fields. */
export function fieldParts({
  inline,
  kind,
}: LogicalLine): { readonly kind: FieldKind; readonly inline: Inline }[] {
  if (kind.kind !== 'field') return [];
  const { start, end } = inline.span;
  const parts: { kind: FieldKind; inline: Inline }[] = [];
  let from = 0;
  let own = kind;
  for (const match of inline.text.matchAll(PART_BREAK)) {
    const next = match.index + match[0].length;
    const rest = classifyLine(inline.text.slice(next), 'item', true);
    if (rest.kind !== 'field') continue;
    parts.push({ kind: own, inline: sliceInline(inline, start + from, start + match.index) });
    from = next;
    own = rest;
  }
  parts.push({ kind: own, inline: sliceInline(inline, start + from, end) });
  return parts;
}
