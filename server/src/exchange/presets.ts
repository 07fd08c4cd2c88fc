/** Other tools' tables: `presets.yaml` with types, and how single cells are written and read. */
import { cycleOf, parseDate, parseProgress, parseStatus } from '../progress';
import data from './presets.generated.json';
import { type Column, type Row, type RowType, splitList } from './row';

export type CellForm =
  | 'order'
  | 'row'
  | 'parent-row'
  | 'share'
  | 'period'
  | 'metric-type'
  | 'date'
  | 'comma-list'
  | 'check-in';

export interface PresetColumn {
  readonly header: string;
  readonly column?: Column;
  readonly of?: RowType;
  readonly as?: CellForm;
  readonly values?: Readonly<Record<string, string>>;
  readonly otherwise?: string;
  readonly longest?: number;
}

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly layout: 'tree' | 'wide';
  readonly signs: readonly string[];
  readonly columns: readonly PresetColumn[];
}

export const PRESETS = data.presets as unknown as readonly Preset[];

export function presetOf(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}

/** The table that has these headers, compared without case, blanks and the asterisks of required columns. */
export function presetFor(headers: readonly string[]): Preset | undefined {
  const known = new Set(headers.map(headerKey));
  return PRESETS.find(({ signs }) => signs.every((sign) => known.has(headerKey(sign))));
}

export function headerKey(header: string): string {
  return header.replace(/[\s*_-]+/gu, '').toLowerCase();
}

/** Where a row stands among the others, for columns that count rows. */
export interface RowPlace {
  /** `1`, `1.2`: the objective and the item in it. */
  readonly order: string;
  /** From 1. */
  readonly row: number;
  readonly parentRow?: number;
}

/** One cell of another tool's table. */
export function writeCell(column: PresetColumn, row: Row, place: RowPlace): string {
  const text = formed(column, row, place);
  const cut = column.longest === undefined ? text : text.slice(0, column.longest).trimEnd();
  return cut === '' ? (column.otherwise ?? '') : cut;
}

function formed({ column, as, values }: PresetColumn, row: Row, place: RowPlace): string {
  const own = column === undefined ? '' : row[column];
  switch (as) {
    case 'order':
      return place.order;
    case 'row':
      return String(place.row);
    case 'parent-row':
      return place.parentRow === undefined ? '' : String(place.parentRow);
    case 'share':
      return share(own);
    case 'period':
      return period(own, row);
    case 'metric-type':
      return values?.[metricType(row)] ?? '';
    case 'check-in':
      return values?.[row.type] ?? '';
    case 'date':
      return date(own, row) ?? own;
    case 'comma-list':
      return splitList(own).join(', ');
    default:
      return valueName(column, own, values);
  }
}

function valueName(column: Column | undefined, own: string, values: PresetColumn['values']): string {
  if (!values || own === '') return own;
  const key = column === 'status' ? (parseStatus(own) ?? own) : own;
  return values[key] ?? '';
}

/** In steps of 5 %, as Culture Amp takes them. */
function share(own: string): string {
  const parsed = parseProgress(own);
  if (parsed === undefined || !Number.isFinite(parsed)) return '';
  return (Math.round(Math.min(1, Math.max(0, parsed)) * 20) / 20).toFixed(2).replace(/0$/, '');
}

/** `2026-Q3` as `Q3 Y2026`; of a fiscal year the quarter of the calendar that has the same days, if there is one. */
function period(own: string, { fiscalYear }: Row): string {
  const cycle = cycleOf(own, {}, fiscalYear);
  if (!cycle) return own;
  const [year, from] = [cycle.start.slice(0, 4), Number(cycle.start.slice(5, 7))];
  const months =
    (Number(cycle.end.slice(0, 4)) - Number(year)) * 12 + Number(cycle.end.slice(5, 7)) - from + 1;
  if (months === 3 && from % 3 === 1) return `Q${(from + 2) / 3} Y${year}`;
  if (months === 6 && from % 6 === 1) return `H${(from + 5) / 6} Y${year}`;
  return months === 12 && from === 1 ? `Y${year}` : own;
}

function date(own: string, row: Row): string | undefined {
  if (own === '') return '';
  const cycle = cycleOf(row.cycle, {}, row.fiscalYear);
  return parseDate(own, cycle ? { cycle } : {});
}

function metricType({ unit, target, baseline }: Row): string {
  if (unit === '%' || target.endsWith('%') || baseline.endsWith('%')) return 'percent';
  if (unit === '$' || /^(?:usd|dollars?)$/iu.test(unit)) return 'dollar';
  if (unit === '€' || /^(?:eur|euros?)$/iu.test(unit)) return 'euro';
  return /\d/u.test(target) ? 'number' : 'none';
}

/** Our text for another tool's cell; undefined where the cell belongs to no column of ours. */
export function readCell(
  column: PresetColumn,
  cell: string,
): { readonly column: Column; readonly text: string } | undefined {
  if (column.column === undefined || column.as === 'metric-type') return undefined;
  return { column: column.column, text: unformed(column, cell.trim()) };
}

function unformed({ as, values }: PresetColumn, cell: string): string {
  if (cell === '') return '';
  if (as === 'share') return percentOf(cell);
  if (as === 'comma-list') return splitList(cell.replaceAll(',', ';')).join('; ');
  if (as === 'period') return cell.replace(/^(?:(?<part>[QH][1-4])\s*)?Y(?<year>\d{4})$/iu, unperiod);
  if (!values) return cell;
  const wanted = cell.toLowerCase();
  return Object.entries(values).find(([, theirs]) => theirs.toLowerCase() === wanted)?.[0] ?? cell;
}

function percentOf(cell: string): string {
  const number = Number(cell.replace(',', '.'));
  return Number.isFinite(number) ? `${Math.round(number * 100)}%` : cell;
}

function unperiod(_: string, part: string | undefined, year: string): string {
  return part ? `${year}-${part.toUpperCase()}` : year;
}
