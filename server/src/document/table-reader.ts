/** Tables: rows that are key results, or objectives above them. */
import type { Inline, TableBlock, TableRow } from './blocks';
import { foldTrim } from './fields';
import { sliceInline } from './inline';
import type { ItemDraft } from './item';
import { classifyLine } from './labels';
import { ANY_HEADING, type Reader, wordCount } from './reader';
import { readSideTable } from './side-table';
import {
  type Across,
  type Columns,
  columnsOf,
  fieldsOfHeader,
  headOf,
  isLabelled,
  isStrong,
  most,
  resultsAcross,
  textOf,
} from './table-columns';
import { addFields, addMeasure, NOTHING } from './table-fields';

/** In a table of both, objectives are labelled, bold, or counted 1, 2 where key results are 1.1, 1.2. */
function isObjectiveRow(row: TableRow, cell: Inline, columns: Columns): boolean {
  const kind = classifyLine(cell.text, 'item').kind;
  if (kind === 'objective') return true;
  // `| Objective | Faster invoices |` above `| KR1 | ... |`.
  if (classifyLine(textOf(row.cells[columns.label]), 'heading').kind === 'objective') return true;
  if (!columns.mixed || kind === 'key-result') return false;
  return isStrong(cell) || /^\d{1,2}\.?$/.test(textOf(row.cells[columns.label]));
}

/** @param owner the item that the table stands under */
export function readTable(
  reader: Reader,
  table: TableBlock,
  owner: ItemDraft | undefined = reader.ownerAt(table.span.start),
): void {
  const [header, ...rows] = table.rows;
  const { state, mode } = reader;
  if (!header || state.closedAt > 0 || state.part === 'initiatives') return;
  if (mode.reading !== 'off' && readSideTable(reader, table, owner)) return;
  // Below the key results, a table of them is their progress.
  if (state.part === 'other' && state.hasObjective) return;
  if (isLabelled(header.cells[0]) && !isBare(header.cells[0])) {
    readHeaderItem(reader, header, rows);
    return;
  }
  const across = resultsAcross(header);
  if (across) {
    for (const row of rows) readAcross(reader, row, across);
    state.listed = true;
    return;
  }
  // A table without names, whose first row Markdown takes for its head.
  const headless =
    isLabelled(header.cells[0]) && (rows.length === 0 || most(rows, ({ cells }) => isLabelled(cells[0])));
  const read = headless ? table.rows : rows;
  const columns = columnsOf(headless ? header.cells.map(() => '') : header.cells.map(headOf), read, {
    announced: state.part === 'key-results' && !state.listed && state.hasObjective,
    byShape: mode.reading === 'shape',
  });
  if (!columns) return;
  let above = '';
  for (const row of read) above = readRow(reader, row, columns, above);
  state.listed = true;
}

function isBare(cell: Inline | undefined): boolean {
  const kind = classifyLine(cell?.text ?? '', 'item');
  return 'empty' in kind && kind.empty;
}

/** `| KR1: Meals saved | Target | Current |`: the header is the key result, the row below has its values. */
function readHeaderItem(reader: Reader, header: TableRow, rows: readonly TableRow[]): void {
  const first = header.cells[0];
  if (!first) return;
  const draft = reader.add({ kind: 'key-result', form: 'table-row', span: header.span, inline: first });
  const fields = fieldsOfHeader(header);
  for (const row of rows) {
    const cell = row.cells[0];
    if (cell && isLabelled(cell) && !isBare(cell)) {
      const own = reader.add({ kind: 'key-result', form: 'table-row', span: row.span, inline: cell });
      addFields(own, row, fields);
    } else addFields(draft, row, fields);
  }
  reader.state.listed = true;
}

/** `| Objective | KR1 | KR2 |`: a row is an objective with its key results beside it. */
function readAcross(reader: Reader, row: TableRow, { objective, results }: Across): void {
  const form = 'table-row';
  const { span } = row;
  const title = row.cells[objective];
  if (title && !NOTHING.test(textOf(title))) reader.addObjective({ form, span, inline: title }, ANY_HEADING);
  for (const [column, label] of results) {
    const inline = row.cells[column];
    if (!inline || NOTHING.test(textOf(inline))) continue;
    reader.nameRow(reader.add({ kind: 'key-result', form, span, inline }), label);
  }
}

/** @param before the objective of the row before; returns that of this one */
function readRow(reader: Reader, row: TableRow, columns: Columns, before: string): string {
  const form = 'table-row';
  const { span } = row;
  const above = row.cells[columns.objective];
  const objective = above ? foldTrim(above.text) : '';
  // Said again in each row, it is still the same.
  if (above && objective !== '' && objective !== before)
    reader.addObjective({ form, span, inline: above }, ANY_HEADING);
  const now = objective === '' ? before : objective;
  const inline = row.cells[columns.text];
  if (!inline || NOTHING.test(textOf(inline))) return now;
  if (isObjectiveRow(row, inline, columns))
    addFields(reader.addObjective({ form, span, inline }, ANY_HEADING), row, columns.fields);
  else
    for (const part of partsOf(inline)) {
      const draft = reader.add({ kind: 'key-result', form, span, inline: part });
      addFields(draft, row, columns.fields);
      const measure = row.cells[columns.measure];
      if (measure) addMeasure(draft, measure);
      if (columns.label >= 0) reader.nameRow(draft, textOf(row.cells[columns.label]));
    }
  return now;
}

/** `KR1: ...<br>KR2: ...` in one cell: all of them, if each is labelled or says how much. */
function partsOf(cell: Inline): readonly Inline[] {
  if (cell.breaks.length === 0) return [cell];
  const { start } = cell.span;
  const ends = [...cell.breaks, cell.text.length];
  const parts = ends
    .map((end, i) => sliceInline(cell, start + (ends[i - 1] ?? 0), start + end))
    .filter((part) => textOf(part) !== '');
  const whole = parts.every((part) => /\d/.test(part.text) && wordCount(part.text) > 1);
  return whole ? parts : [cell];
}
