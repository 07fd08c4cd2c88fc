/** A row's values as the attribute block at the end of its line: `{#o1 ^company/o2 now=58 owner=@linh}`. */
import { type Row, splitList } from './row';

const WORD = /^[\p{L}\d][\p{L}\d_./-]*$/u;
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

/** What stands behind the sentence; '' where there is nothing to say. `skip` names columns that are said elsewhere. */
export function attributesOf(row: Row, skip: ReadonlySet<string>): string {
  const say = (key: string, column: keyof Row): string[] =>
    skip.has(column) || row[column] === '' ? [] : [`${key}=${quoted(row[column])}`];
  const each = (key: string, values: readonly string[]) => values.map((value) => `${key}=${quoted(value)}`);
  const labels = splitList(row.labels);
  const parts = [
    ...(row.id === '' ? [] : [WORD.test(row.id) ? `#${row.id}` : `id=${quoted(row.id)}`]),
    ...(skip.has('parent_id')
      ? []
      : splitList(row.parent_id).map((id) => (WORD.test(id) ? `^${id}` : `parent=${quoted(id)}`))),
    ...(skip.has('owner') ? [] : each('owner', splitList(row.owner))),
    ...say('team', 'team'),
    ...say('cycle', 'cycle'),
    ...say('start', 'start_date'),
    ...say('due', 'due_date'),
    ...say('baseline', 'baseline'),
    ...say('target', 'target'),
    ...say('unit', 'unit'),
    ...say('now', 'current'),
    ...say('progress', 'progress'),
    ...say('score', 'score'),
    ...say('conf', 'confidence'),
    ...say('w', 'weight'),
    ...say('status', 'status'),
    ...say('updated', 'updated_at'),
    ...each(
      'type',
      labels.filter((label) => TYPES.has(label.toLowerCase())),
    ),
    ...each(
      'labels',
      labels.filter((label) => !TYPES.has(label.toLowerCase())),
    ),
    ...say('visibility', 'visibility'),
  ];
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`;
}

/** The block is cut at blanks, and its values know no escape: a double quotation mark inside becomes a single one. */
function quoted(value: string): string {
  const line = value.replace(/\s+/gu, ' ').trim().replaceAll('"', '”');
  return /^[^\s"'{}]+$/u.test(line) ? line : `"${line.replaceAll('{', '(').replaceAll('}', ')')}"`;
}
