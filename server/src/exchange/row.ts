/**
 * One objective, key result or initiative as a flat row: the common ground of Markdown and the tables that OKR tools
 * import and export. The columns are a superset of what those tools have (domain note §2.4).
 */
import type { FiscalYear } from '../progress/model';

export const ROW_TYPES = ['objective', 'key_result', 'initiative'] as const;
export type RowType = (typeof ROW_TYPES)[number];

export const COLUMNS = [
  'id',
  'parent_id',
  'type',
  'title',
  'owner',
  'team',
  'cycle',
  'start_date',
  'due_date',
  'baseline',
  'current',
  'target',
  'unit',
  'weight',
  'score',
  'confidence',
  'status',
  'progress',
  'visibility',
  'labels',
  'updated_at',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * All values as text, '' where nothing is said. A key result's `parent_id` is its objective; an objective's are the
 * objectives that it supports, separated by `; `. `labels` also holds types such as `committed`. Numbers keep the form
 * in which they were written; `progress` is a percentage.
 */
export type Row = Readonly<Record<Column, string>> & {
  readonly type: RowType;
  /** When fiscal years begin where it comes from: the days of a cycle such as `FY26 Q1` follow from it. */
  readonly fiscalYear?: FiscalYear;
};

/** A row in which only what is given is filled in. */
export function rowOf(type: RowType, values: Partial<Record<Column, string>>): Row {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<Column, string>;
  return { ...empty, ...values, type };
}

/** Separates several owners, labels or parents in one cell. */
export const LIST_SEPARATOR = '; ';

export function splitList(cell: string): string[] {
  return cell
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
