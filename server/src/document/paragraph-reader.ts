/** Paragraphs: labelled lines, markers, titles that a heading announced, fields. */

import { type Inline, NONE, type ParagraphBlock } from './blocks';
import { sliceInline, trimInline } from './inline';
import { announcesObjective, classifyLine, isDefinition } from './labels';
import type { LineKind, LinePlace } from './line-kind';
import { pseudoList } from './pseudo-list';
import {
  ANY_HEADING,
  firstBeyond,
  keyResultsIn,
  LINE_DEPTH,
  leadsToKeyResults,
  type Reader,
  wordCount,
} from './reader';
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
  if (inline.breaks.length > 0) return joinedLines(inline, below, first);
  const line = trimInline(inline);
  if (line.text === '') return NONE;
  const kind = classifyLine(line.text, startsBold(line) ? 'item' : first, below);
  return [{ inline: line, start: inline.span.start, kind, bold: isBold(line) }];
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
    hard = inline.text[at - 1] === ' ';
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
    const joins = last && !piece.hard && !isNew && last.kind.kind !== 'key-results';
    if (joins) {
      lines.pop();
      const joined = sliceInline(inline, last.inline.span.start, piece.inline.span.end);
      lines.push({
        inline: joined,
        start: last.start,
        kind: rejoin(joined, last.kind, below),
        bold: isBold(joined),
      });
    } else lines.push({ inline: piece.inline, start: piece.start, kind, bold: isBold(piece.inline) });
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

/** Reads lines that only look like a list. */
export function readPseudoList(reader: Reader, lines: readonly Inline[]): void {
  for (const line of lines) {
    const labelled = classifyLine(line.text, 'item').kind === 'key-result';
    if (!labelled && !reader.takesKeyResults('bullet')) continue;
    reader.add({ kind: 'key-result', form: 'bullet', span: line.span, inline: line });
    reader.state.listed = true;
  }
}

/** Quotes are words of others, but for lines that say that they are OKRs. */
export function readQuote(reader: Reader, inline: Inline, end: number): void {
  const lines = logicalLines(inline);
  lines.forEach((line, i) => {
    const { kind } = line.kind;
    if (kind !== 'objective' && kind !== 'key-result') return;
    const next = lines[i + 1];
    readLine(reader, line, reader.view(next?.start ?? end), false);
  });
}

export function readParagraph(reader: Reader, block: ParagraphBlock): void {
  const list = pseudoList(block.inline);
  const text = list ? list.above : block.inline;
  if (text) readText(reader, text, list ? list.start - 1 : block.span.end);
  if (list) readPseudoList(reader, list.items);
}

/** @param end where that begins which comes next */
function readText(reader: Reader, text: Inline, end: number): void {
  // Below the heading of a key result, `From:` and `To:` are fields.
  const lines = logicalLines(text, reader.state.keyResultDepth > 0);
  for (let i = 0; i < lines.length; i++) {
    // What comes next may stand in the same paragraph.
    const next = lines[i + 1];
    const view = reader.view(next?.start ?? end);
    readLine(reader, lines[i] as LogicalLine, view, lines.length === 1);
  }
}

/**
 * Reads one line.
 * @param view what comes behind it
 * @param alone it is all of its paragraph
 */
export function readLine(reader: Reader, line: LogicalLine, view: string, alone: boolean): void {
  const { kind, inline } = line;
  const { state } = reader;
  if (reader.awaitsKeyResults && leadsToKeyResults(view) && headsMeasures(inline.text, 'line')) {
    reader.openKeyResults(LINE_DEPTH);
    return;
  }
  switch (kind.kind) {
    case 'objective':
      if (isObjectiveLine(reader, line, view)) addLineObjective(reader, line, ANY_HEADING);
      break;
    case 'key-result':
      if (state.reportDepth > 0) break;
      // Where it is not waited for, it may say how that key result goes.
      if (!kind.sure && !reader.awaitsKeyResults && !(state.part === 'open' && state.labelled)) break;
      reader.add({ kind: 'key-result', form: formOf(line), span: inline.span, inline, own: ownKind(line) });
      state.awaiting = 'nothing';
      state.listed = true;
      state.labelled = true;
      break;
    case 'key-results':
      reader.openKeyResults(LINE_DEPTH);
      break;
    case 'initiatives':
      reader.openPart('initiatives', LINE_DEPTH);
      break;
    case 'closing':
      reader.openPart('other', LINE_DEPTH);
      break;
    case 'field':
      for (const part of fieldParts(line)) reader.attachField(part.kind, part.inline);
      // "**Risks:**" behind a list heads another list.
      if ((state.listed || state.part === 'initiatives') && inline.text.slice(kind.end).trim() === '')
        reader.openPart('other', LINE_DEPTH);
      break;
    default:
      readPlainLine(reader, line, view, alone);
  }
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

/** What the line is by its label, which its form does not tell: a bold word in front counts for more than a bare one. */
const ownKind = ({ kind }: LogicalLine) => ('empty' in kind && !kind.empty ? kind : undefined);

const formOf = ({ bold }: LogicalLine) => (bold ? 'bold-line' : 'paragraph');

function addLineObjective(reader: Reader, line: LogicalLine, endsAt: number): void {
  const { inline, kind } = line;
  reader.addObjective({ form: formOf(line), span: inline.span, inline, own: ownKind(line) }, endsAt);
  if ('stop' in kind) reader.openKeyResults(LINE_DEPTH);
}

function isObjectiveLine(reader: Reader, { kind, inline }: LogicalLine, view: string): boolean {
  if (kind.kind !== 'objective' || !('end' in kind)) return false;
  if (kind.empty) {
    if (/^[PB]/.test(view) && keyResultsIn(view)) reader.awaitObjective(ANY_HEADING);
    return false;
  }
  if (kind.sure) return true;
  // Below a titled objective, "Objective: ..." says it once more in other words.
  const { state } = reader;
  if (state.hasObjective && state.part === 'open' && !state.listed && state.endsAt !== ANY_HEADING)
    return false;
  if (isDefinition(inline.text.slice(kind.end))) return false;
  if (keyResultsIn(view, 'list')) return true;
  return !kind.loose && firstBeyond(view, 'PF') === 'L';
}

const LINK_LINE = /^\s*$/;

function isLinkOnly({ text, links, span }: Inline): boolean {
  let rest = text;
  for (const { start, end } of links)
    rest = rest.slice(0, start - span.start) + ' '.repeat(end - start) + rest.slice(end - span.start);
  return links.length > 0 && LINK_LINE.test(rest.replace(/[\p{P}\p{S}]/gu, ''));
}

function readPlainLine(reader: Reader, line: LogicalLine, view: string, alone: boolean): void {
  const { state } = reader;
  const { inline, bold } = line;
  const text = inline.text.trim();
  if (text === '' || isLinkOnly(inline)) return;
  if (state.awaiting === 'objective') {
    addLineObjective(reader, line, state.endsAt);
    return;
  }
  if (state.awaiting === 'key-result') {
    reader.add({ kind: 'key-result', form: formOf(line), span: inline.span, inline });
    state.awaiting = 'nothing';
    return;
  }
  if (state.closedAt > 0) return;
  if (line.kind.kind === 'measured') {
    if (state.keyResultDepth > 0) return;
    if (reader.awaitsKeyResults) reader.openKeyResults(LINE_DEPTH);
    else if (leadsToKeyResults(view)) addLineObjective(reader, line, ANY_HEADING);
    return;
  }
  if (announcesObjective(text) && /[MKT]/.test(view)) {
    reader.awaitObjective(ANY_HEADING);
    return;
  }
  if (alone && isBareObjective(reader, line, text, view)) {
    addLineObjective(reader, line, ANY_HEADING);
    return;
  }
  // "Initiatives we start with:" behind the key results announces another list.
  if (state.listed && (text.endsWith(':') || bold)) reader.openPart('other', LINE_DEPTH);
}

/** A line without a label, with key results right below it. */
function isBareObjective(reader: Reader, { bold }: LogicalLine, text: string, view: string): boolean {
  const { state, mode } = reader;
  const free =
    !state.hasObjective ||
    (state.endsAt === ANY_HEADING &&
      (state.listed || state.part === 'other' || state.part === 'initiatives'));
  if (!free || state.keyResultDepth > 0 || text.endsWith(':')) return false;
  const words = wordCount(text);
  if (words < 2 || (!bold && words > 20)) return false;
  if (keyResultsIn(view, 'line')) return !/[.!?]\s/.test(text);
  return (
    !text.endsWith('.') &&
    mode.reading === 'shape' &&
    mode.form === 'heading' &&
    firstBeyond(view, 'F') === 'L' &&
    (bold || words >= 3)
  );
}
