/** Tables of key results. The header decides; other tables of the same file have the same shape. */
import { fold } from '../text/fold';
import type { Inline, TableBlock, TableRow } from './blocks';
import type { ItemDraft } from './item';
import { classifyLine } from './labels';
import type { FieldName } from './model';
import type { Reader } from './reader';
import { ANY_HEADING } from './reader';
import { anyOf, fieldOf, isWord, wordsOf } from './words';

const head = (text: string) =>
  fold(text)
    .text.replace(/[^\p{L}\p{N}# /-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const OBJECTIVE_HEAD = new RegExp(
  `^(?:${anyOf(wordsOf('objective'), wordsOf('objectiveGroup'))})(?![\\p{L}])`,
  'u',
);
const KEY_RESULT_HEAD = new RegExp(
  `^(?:${anyOf(wordsOf('keyResults'), wordsOf('keyResult'))})(?![\\p{L}])`,
  'u',
);

interface Columns {
  /** Where the sentence stands. */
  readonly text: number;
  /** Where labels stand, if apart. */
  readonly label: number;
  readonly objective: number;
  readonly fields: ReadonlyMap<number, FieldName>;
}

const textOf = (cell: Inline | undefined) => cell?.text.trim() ?? '';

/** A cell that names a key result and says nothing: `KR 1.2`, `1.2`, `[[KR-3]]`. */
function isBareLabel(cell: Inline | undefined): boolean {
  const text = textOf(cell);
  if (text === '') return false;
  if (/^[[\s#]*\d{1,2}(?:\.\d{1,3}){0,2}[.)\]\s]*$/.test(text)) return true;
  if (/^\P{L}*kr[^\p{L}]*$/iu.test(text)) return true;
  const kind = classifyLine(text, 'item');
  return kind.kind === 'key-result' && kind.empty;
}

const startsLabelled = (cell: Inline | undefined) =>
  cell !== undefined && classifyLine(cell.text, 'item').kind === 'key-result';

const most = (rows: readonly TableRow[], test: (row: TableRow) => boolean) =>
  rows.length > 0 && rows.filter(test).length * 2 > rows.length;

/** Which columns hold what, if this is a table of key results. */
function columnsOf(header: TableRow, rows: readonly TableRow[]): Columns | undefined {
  const heads = header.cells.map((cell) => head(cell.text));
  const named = heads.findIndex((text) => KEY_RESULT_HEAD.test(text));
  const objective = heads.findIndex((text) => OBJECTIVE_HEAD.test(text) && !KEY_RESULT_HEAD.test(text));
  const first = heads[0] ?? '';
  if (first !== '' && isWord('notKeyResultColumn', first.split(' ')[0] ?? '') && named !== 0)
    return undefined;
  const filled = rows.filter((row) => row.cells.some((cell) => textOf(cell) !== ''));
  let text = named;
  let label = -1;
  if (named < 0) {
    if (!most(filled, (row) => startsLabelled(row.cells[0]))) return undefined;
    text = 0;
  }
  if (most(filled, (row) => isBareLabel(row.cells[text]))) {
    label = text;
    text = text + 1 < heads.length ? text + 1 : -1;
  } else if (text > 0 && most(filled, (row) => isBareLabel(row.cells[text - 1]))) label = text - 1;
  if (text < 0) return undefined;
  const fields = new Map<number, FieldName>();
  heads.forEach((word, column) => {
    const name = fieldOf(word) ?? fieldOf(word.split(' ')[0] ?? '');
    if (name && column !== text && column !== label && column !== objective) fields.set(column, name);
  });
  return { text, label, objective, fields };
}

const NOTHING = /^(?:[-–—_.?/\s]|n\/?a|tbd)*$/iu;

function addFields(draft: ItemDraft, row: TableRow, columns: Columns): void {
  for (const [column, name] of columns.fields) {
    const cell = row.cells[column];
    const value = textOf(cell);
    if (!cell || NOTHING.test(value)) continue;
    const start = cell.span.start + cell.text.indexOf(value);
    const valueSpan = { start, end: start + value.length };
    draft.fields.push({ name, value: value.replace(/\s+/g, ' '), valueSpan, span: cell.span });
  }
}

const isStrong = (cell: Inline) => cell.strong.length > 0;

/** In a table of both, bold numbered rows are objectives. */
function isObjectiveRow(cell: Inline, mixed: boolean): boolean {
  if (classifyLine(cell.text, 'item').kind === 'objective') return true;
  return mixed && isStrong(cell);
}

export function readTable(reader: Reader, table: TableBlock): void {
  const [header, ...rows] = table.rows;
  const { state } = reader;
  if (!header || state.closedAt > 0 || state.part === 'initiatives') return;
  const columns = columnsOf(header, rows);
  if (!columns) return;
  const cells = rows.map((row) => row.cells[columns.text]).filter((cell) => cell && textOf(cell) !== '');
  const mixed =
    cells.some((cell) => cell && isStrong(cell)) && !cells.every((cell) => cell && isStrong(cell));
  for (const row of rows) readRow(reader, row, columns, mixed);
  state.listed = true;
}

function readRow(reader: Reader, row: TableRow, columns: Columns, mixed: boolean): void {
  const form = 'table-row';
  const own = row.cells[columns.objective];
  if (own && textOf(own) !== '') reader.addObjective({ form, span: row.span, inline: own }, ANY_HEADING);
  const cell = row.cells[columns.text];
  if (!cell || NOTHING.test(textOf(cell))) return;
  if (isObjectiveRow(cell, mixed)) {
    const draft = reader.addObjective({ form, span: row.span, inline: cell }, ANY_HEADING);
    addFields(draft, row, columns);
    return;
  }
  const draft = reader.add({ kind: 'key-result', form, span: row.span, inline: cell });
  addFields(draft, row, columns);
}
