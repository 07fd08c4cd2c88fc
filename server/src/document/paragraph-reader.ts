/** Paragraphs: labelled lines, markers, titles that a heading announced, fields. */

import type { Inline, ParagraphBlock } from './blocks';
import { classifyLine } from './labels';
import { quotePlace } from './line-kind';
import { fieldParts, type LogicalLine, logicalLines } from './logical-lines';
import { pseudoList, pseudoTable, signatureIn } from './pseudo-list';
import {
  ANY_HEADING,
  firstBeyond,
  keyResultsIn,
  LINE_DEPTH,
  leadsToKeyResults,
  type Reader,
  wordCount,
} from './reader';
import { isLabelled } from './table-columns';
import { readTable } from './table-reader';
import { announcesObjective, isDefinition } from './titles';
import { headsMeasures } from './weak-labels';

/** Reads lines that only look like a list. */
export function readPseudoList(reader: Reader, lines: readonly Inline[]): void {
  for (const line of lines) {
    const labelled = classifyLine(line.text, 'item').kind === 'key-result';
    if (!labelled && !reader.takesKeyResults('bullet')) continue;
    reader.add({ kind: 'key-result', form: 'bullet', span: line.span, inline: line });
    reader.state.listed = true;
  }
}

/** Quotes are words of others, but for lines that say that they are OKRs; an objective alone may be that of others. */
export function readQuote(reader: Reader, inline: Inline, end: number): void {
  const lines = logicalLines(inline, false, quotePlace(inline.text));
  lines.forEach((line, i) => {
    const { kind } = line.kind;
    if (kind !== 'objective' && kind !== 'key-result') return;
    const next = lines[i + 1];
    const view = reader.view(next?.start ?? end);
    if (kind === 'key-result' || /^[KMTULV]/.test(firstBeyond(view, 'PFB')))
      readLine(reader, line, view, false);
  });
}

export function readParagraph(reader: Reader, block: ParagraphBlock): void {
  const table = pseudoTable(block);
  if (table && isLabelled(table.rows[0]?.cells[0])) {
    readTable(reader, table);
    return;
  }
  const list = pseudoList(block.inline);
  const text = list ? list.above : block.inline;
  if (text) readText(reader, text, list ? list.start - 1 : block.span.end);
  if (!list) return;
  const signature = signatureIn(block.inline, list);
  if (signature) reader.attach('owner', signature, 0);
  else readPseudoList(reader, list.items);
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
      reader.openKeyResultsOf(kind.of, { form: formOf(line), span: inline.span, inline }, LINE_DEPTH);
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
  // A row of a table names its columns.
  if (!free || state.keyResultDepth > 0 || text.endsWith(':') || text.startsWith('|')) return false;
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
