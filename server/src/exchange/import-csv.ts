/** CSV to rows, whichever of the known tables it is. */
import { type CsvError, parse } from 'csv-parse/sync';
import { restore } from './injection';
import { headerKey, type Preset, type PresetColumn, presetFor, readCell } from './presets';
import { COLUMNS, type Column, ROW_TYPES, type Row, type RowType, rowOf } from './row';

/** Something in a file that could not be taken over as it is. `line` counts from 1 in the file. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

export interface Imported {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** Name of the tool whose table it is. */
  readonly from: string;
}

/** A file that cannot be imported at all; the message says what to do. */
export class ImportError extends Error {}

interface Line {
  /** From 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads a table. Throws an ImportError where it is none that we know. */
export function fromCsv(text: string): Imported {
  const { headers, lines } = parseTable(text);
  const own = headers.map(headerKey);
  if (own.includes('title') && own.includes('type')) return { ...ownRows(lines), from: 'okrlint' };
  const preset = presetFor(headers);
  if (!preset)
    throw new ImportError(
      `its columns are those of no table that okrlint knows (${headers.slice(0, 8).join(', ')}). The first line has to name at least the columns "type" and "title".`,
    );
  const rows = preset.layout === 'wide' ? wideRows(lines, preset) : treeRows(lines, preset);
  return { rows, problems: [], from: preset.name };
}

function parseTable(text: string): { headers: string[]; lines: Line[] } {
  let headers: string[] = [];
  try {
    const records = parse(text, {
      bom: true,
      columns: (first: string[]) => {
        headers = first.map((header) => header.trim());
        return headers.map(headerKey);
      },
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: Record<string, string> }[];
    const lines = records.map(({ info, record }) => ({ line: info.lines, cells: cleaned(record) }));
    if (headers.length === 0) throw new ImportError('it is empty.');
    return { headers, lines };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new ImportError(
      `it is no valid CSV${lines === undefined ? '' : ` (line ${lines})`}: look for a quotation mark that is not closed.`,
    );
  }
}

/** Spreadsheets separate by `;` where the comma is for decimals. The first line tells: it names the columns. */
function delimiterOf(text: string): string {
  const head = text.slice(0, /[\r\n]/u.exec(text)?.index ?? text.length);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function cleaned(record: Readonly<Record<string, unknown>>): Record<string, string> {
  const cells = Object.entries(record).map(([key, cell]) => [key, restore(String(cell ?? '').trim())]);
  return Object.fromEntries(cells) as Record<string, string>;
}

function ownRows(lines: readonly Line[]): Pick<Imported, 'rows' | 'problems'> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of lines) {
    const type = typeOf(cells.type ?? '');
    if (!type) {
      problems.push({
        line,
        message: `"${cells.type ?? ''}" is no type; use ${ROW_TYPES.join(', ')}. The row is left out.`,
      });
      continue;
    }
    rows.push(
      rowOf(type, Object.fromEntries(COLUMNS.map((column) => [column, cells[headerKey(column)] ?? '']))),
    );
  }
  return { rows, problems };
}

const TYPES: readonly [RegExp, RowType][] = [
  [/^(?:objective|goal|o|mục tiêu)$/iu, 'objective'],
  [/^(?:key[ _-]?result|kr|kết quả then chốt)$/iu, 'key_result'],
  [/^(?:initiative|task|action|work[ _-]?item|sáng kiến)$/iu, 'initiative'],
];

function typeOf(cell: string): RowType | undefined {
  return TYPES.find(([pattern]) => pattern.test(cell.normalize('NFC').trim()))?.[1];
}

/** How a table of one row per item says what stands under what. */
interface TreeLine {
  readonly id: string;
  /** Id of the row above it, where there is one. */
  readonly parent: string;
  readonly type: RowType | undefined;
  readonly cells: Line['cells'];
}

function treeLine({ columns }: Preset, { cells }: Line, n: number): TreeLine {
  const cellOf = (wanted: (column: PresetColumn) => boolean): string => {
    const column = columns.find(wanted);
    return (column && cells[headerKey(column.header)]) ?? '';
  };
  const order = cellOf(({ as }) => as === 'order');
  const above =
    cellOf(({ as }) => as === 'parent-row')
      .split(/[,;]/u)[0]
      ?.trim() ?? '';
  return {
    id: cellOf(({ column }) => column === 'id') || order || cellOf(({ as }) => as === 'row') || String(n + 1),
    parent: order.includes('.') ? order.slice(0, order.lastIndexOf('.')) : above,
    type: typeOf(cellOf(({ column }) => column === 'type')),
    cells,
  };
}

/** Depth tells objective from key result where the table has no type: what has a parent is a key result. */
function treeRows(lines: readonly Line[], preset: Preset): Row[] {
  const columns = preset.columns.filter(({ column }) => column !== 'type');
  // A table without a column for what stands above is a list: what has a metric belongs to the goal before it.
  const isList = !preset.columns.some(({ as }) => as === 'order' || as === 'parent-row');
  const known = new Map<string, RowType>();
  let lastObjective = '';
  return lines.map((line, n) => {
    const { id, parent, cells, ...named } = treeLine(preset, line, n);
    const values = valuesFrom(columns, cells);
    const isBelow = known.has(parent) || (isList && lastObjective !== '' && values.target !== undefined);
    const type = named.type ?? (isBelow ? 'key_result' : 'objective');
    known.set(id, type);
    if (type === 'objective') lastObjective = id;
    const under = known.has(parent) ? parent : type === 'objective' ? '' : lastObjective;
    return rowOf(type, {
      ...values,
      id: letterFirst(id),
      parent_id: under === '' ? '' : letterFirst(under),
    });
  });
}

/** Ids that are only numbers would read as issue numbers. */
function letterFirst(id: string): string {
  return /^\p{L}/u.test(id) ? id : `o${id}`;
}

function valuesFrom(columns: readonly PresetColumn[], cells: Line['cells']): Partial<Record<Column, string>> {
  const values: Partial<Record<Column, string>> = {};
  for (const column of columns) {
    const read = readCell(column, cells[headerKey(column.header)] ?? '');
    if (read && read.text !== '' && values[read.column] === undefined) values[read.column] = read.text;
  }
  return withoutFillers(columns, values);
}

const VALUES: readonly Column[] = ['baseline', 'current', 'target'];

/** Values that a table demands of every row say nothing where all of them are what we ourselves would fill in. */
function withoutFillers(columns: readonly PresetColumn[], values: Partial<Record<Column, string>>) {
  const filler = (name: Column) => columns.find(({ column }) => column === name)?.otherwise;
  if (!VALUES.every((name) => filler(name) !== undefined && filler(name) === values[name])) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !VALUES.includes(name as Column)));
}

function wideRows(lines: readonly Line[], { columns }: Preset): Row[] {
  const [once, repeated] = [columns.filter(({ of }) => !of), columns.filter(({ of }) => of)];
  return lines.flatMap(({ cells }, o) => {
    const id = `o${o + 1}`;
    const rows = [rowOf('objective', { ...valuesFrom(once, cells), id })];
    for (let n = 1; ; n++) {
      const numbered = repeated.map((column) => ({
        ...column,
        header: column.header.replace('{n}', String(n)),
      }));
      if (!numbered.some(({ header }) => headerKey(header) in cells)) return rows;
      const values = valuesFrom(numbered, cells);
      if (values.title) rows.push(rowOf('key_result', { ...values, id: `${id}-kr${n}`, parent_id: id }));
    }
  });
}
