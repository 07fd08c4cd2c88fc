/**
 * Tables that say something about items which stand elsewhere: their fields (`| Owner | Due |`, `| Owner | Linh |`) and
 * their check-ins (`| Date | Value |`, `| Date | KR 1 | KR 2 |`, `| KR | 05/10 | 12/10 |`, `| Date | KR | Value |`).
 */
import type { Inline, TableBlock, TableRow } from './blocks';
import { type ItemDraft, readDate } from './item';
import type { FieldName } from './model';
import type { Reader } from './reader';
import { headOf, isBareLabel, isKeyResultHead, isLabelled, most, textOf, textSpan } from './table-columns';
import { addFields } from './table-fields';
import { fieldOf, isWord } from './words';

/** `KR 1.2: Meals saved` -> `1.2`. */
const numberOf = (label: string): string | undefined => /\d+(?:\.\d+)*/.exec(label)?.[0];

/**
 * Reads a table of fields or check-ins.
 * @param owner the item that the table stands under, where that is certain
 * @returns whether it is one: then it holds no key results, even where the items that it is about are not known
 */
export function readSideTable(reader: Reader, { rows }: TableBlock, owner: ItemDraft | undefined): boolean {
  const [header, ...body] = rows;
  if (!header || body.length === 0) return false;
  return readCheckIns(reader, header, body, owner) || readFields(reader, header, body, owner);
}

interface CheckInCell {
  readonly date: string;
  readonly cell: Inline | undefined;
  readonly row: TableRow;
}

function readCheckIns(
  reader: Reader,
  header: TableRow,
  rows: readonly TableRow[],
  owner: ItemDraft | undefined,
): boolean {
  const heads = header.cells.map(headOf);
  const dated = heads.findIndex((head) => isWord('checkInDate', head));
  const dateOf = (row: TableRow) => readDate(textOf(row.cells[dated]));
  if (dated >= 0 && most(rows, (row) => dateOf(row) !== undefined)) {
    const cellsOf = (column: number) =>
      rows.flatMap((row): CheckInCell[] => {
        const date = dateOf(row);
        return date === undefined ? [] : [{ date, cell: row.cells[column], row }];
      });
    return readByDate(reader, header, heads, cellsOf, owner);
  }
  return readByKeyResult(reader, header, rows);
}

/** Dates stand below each other. */
function readByDate(
  reader: Reader,
  header: TableRow,
  heads: readonly string[],
  cellsOf: (column: number) => readonly CheckInCell[],
  owner: ItemDraft | undefined,
): boolean {
  const value = heads.findIndex((head) => isWord('checkInValue', head) || fieldOf(head) === 'current');
  const labels = heads.findIndex(isKeyResultHead);
  if (labels >= 0 && value >= 0) {
    const labelled = cellsOf(labels);
    if (!most(labelled, ({ cell }) => isBareLabel(cell) || isLabelled(cell))) return false;
    addAll(
      labelled.map(({ row, date, cell }) => [
        keyResultOf(reader, cell),
        { date, cell: row.cells[value], row },
      ]),
    );
    return true;
  }
  const columns = header.cells.flatMap((cell, column) => (isLabelled(cell) ? [column] : []));
  addAll(
    columns.flatMap((column) => {
      const owner = keyResultOf(reader, header.cells[column]);
      return cellsOf(column).map((one): Told => [owner, one]);
    }),
  );
  if (columns.length > 0) return true;
  if (value < 0 || owner?.kind !== 'key-result') return false;
  const own = [...cellsOf(value)].sort(byDate);
  for (const one of own) addCheckIn(owner, one);
  const states = new Map<number, FieldName>();
  heads.forEach((head, column) => {
    const name = fieldOf(head);
    if (name === 'confidence' || name === 'status' || name === 'score') states.set(column, name);
  });
  const [newest] = own;
  if (newest) addFields(owner, newest.row, states);
  return true;
}

/** Dates stand beside each other in the header. */
function readByKeyResult(reader: Reader, header: TableRow, rows: readonly TableRow[]): boolean {
  const dates = header.cells.map((cell) => readDate(textOf(cell)));
  if (dates.slice(1).every((date) => date === undefined)) return false;
  if (!most(rows, ({ cells }) => isBareLabel(cells[0]) || isLabelled(cells[0]))) return false;
  addAll(
    rows.flatMap((row) => {
      const owner = keyResultOf(reader, row.cells[0]);
      return dates.flatMap((date, column): Told[] =>
        date === undefined ? [] : [[owner, { date, cell: row.cells[column], row }]],
      );
    }),
  );
  return true;
}

/** What a cell says, and of which key result; undefined where that one is not known. */
type Told = readonly [owner: ItemDraft | undefined, said: CheckInCell];

/** All of a table or nothing: half of it would make those look behind of whom nothing is known. */
function addAll(told: readonly Told[]): void {
  if (told.some(([owner]) => owner === undefined)) return;
  const newest = [...told].sort(([, a], [, b]) => byDate(a, b));
  for (const [owner, said] of newest) if (owner) addCheckIn(owner, said);
}

/** The key result of the same unit that a label names. */
function keyResultOf(reader: Reader, label: Inline | undefined): ItemDraft | undefined {
  const number = numberOf(textOf(label));
  if (!label || number === undefined) return undefined;
  return reader
    .draftsAround(label.span.start)
    .findLast(
      (draft) =>
        draft.kind === 'key-result' &&
        numberOf(draft.label?.text ?? reader.rowLabels?.get(draft) ?? '') === number,
    );
}

/** As a sortable text; without a year they are all of the same one. */
function sortKey(date: string): string {
  const [day = '', month = '', year = ''] = date.split(/[/.]/);
  return month === ''
    ? date
    : [year.padStart(4, '2000'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** The newest first, as notes below a key result are written. */
const byDate = (a: CheckInCell, b: CheckInCell) => sortKey(b.date).localeCompare(sortKey(a.date));

const LONGEST_VALUE = 30;
const VALUE = /^[~≈]?\s?[$€£₫]?\s?-?\d/u;

/** A cell without a number in it tells nothing of that day. */
function addCheckIn(owner: ItemDraft, { date, cell }: CheckInCell): void {
  const value = textOf(cell);
  if (!cell || value.length > LONGEST_VALUE || !VALUE.test(value)) return;
  if (owner.kind === 'key-result') owner.checkIns.push({ date, value, span: textSpan(cell) });
}

const isFieldHead = (head: string) => fieldOf(head) !== undefined || isWord('otherFields', head);

/** One row below names of fields, or names of fields below each other. */
function readFields(
  { state }: Reader,
  header: TableRow,
  rows: readonly TableRow[],
  owner: ItemDraft | undefined,
): boolean {
  if (!owner || owner.kind === 'initiative' || (state.part === 'key-results' && owner.kind === 'objective'))
    return false;
  const heads = header.cells.map(headOf);
  const [only] = rows;
  if (only && rows.length === 1 && heads.length > 1 && heads.every(isFieldHead)) {
    const fields = new Map<number, FieldName>();
    heads.forEach((head, column) => {
      const name = fieldOf(head);
      if (name) fields.set(column, name);
    });
    addFields(owner, only, fields);
    return fields.size > 0;
  }
  if (heads.length < 2 || heads.length > 3 || !rows.every(({ cells }) => isFieldHead(nameIn(cells[0]))))
    return false;
  for (const row of [header, ...rows]) {
    const name = fieldOf(nameIn(row.cells[0]));
    if (name) addFields(owner, row, new Map([[1, name]]));
  }
  return true;
}

const nameIn = (cell: Inline | undefined) => (cell ? headOf(cell) : '');
