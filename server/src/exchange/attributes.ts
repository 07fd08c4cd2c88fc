/** A row's values as the attribute block at the end of its line: `{#o1 ^company/o2 owner=@linh now=58}`. */
import { type FieldValue, formatFields } from '../document';
import type { FieldName } from '../document/model';
import { type Column, type Row, splitList } from './row';

const TYPES = new Set([
  'committed',
  'aspirational',
  'learning',
  'guardrail',
  'milestone',
  'moonshot',
  'roofshot',
  'stretch',
]);

/** The field that says what stands in a column. */
const FIELDS: readonly (readonly [Column, FieldName])[] = [
  ['id', 'id'],
  ['parent_id', 'alignment'],
  ['owner', 'owner'],
  ['team', 'team'],
  ['cycle', 'cycle'],
  ['start_date', 'start'],
  ['due_date', 'due'],
  ['baseline', 'baseline'],
  ['target', 'target'],
  ['unit', 'unit'],
  ['current', 'current'],
  ['progress', 'progress'],
  ['score', 'score'],
  ['confidence', 'confidence'],
  ['weight', 'weight'],
  ['status', 'status'],
  ['updated_at', 'updated'],
  ['visibility', 'visibility'],
];
const LISTS: ReadonlySet<Column> = new Set<Column>(['parent_id', 'owner']);

/** What stands behind the sentence; '' where there is nothing to say. `skip` names columns that are said elsewhere. */
export function attributesOf(row: Row, skip: ReadonlySet<string>): string {
  const fields = FIELDS.filter(([column]) => !skip.has(column)).flatMap(([column, name]): FieldValue[] =>
    (LISTS.has(column) ? splitList(row[column]) : [row[column]]).map((value) => ({ name, value })),
  );
  const labels = splitList(row.labels).map(
    (value): FieldValue => ({ name: TYPES.has(value.toLowerCase()) ? 'type' : 'labels', value }),
  );
  return formatFields([...fields, ...labels]);
}
