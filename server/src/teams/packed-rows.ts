/**
 * Lists of like objects as lines of text, cells between tildes: a tenth smaller in the bundle than as objects. A column's
 * name ends in `[]` where its cell holds words between commas, in `?` where an empty cell is none.
 */
export type Columns = readonly string[];

/** A team's metrics and links; the build and the server must agree on the order. */
export const TEAM_ROWS = {
  metrics: ['id', 'name', 'unit', 'prefix?', 'direction', 'definition?', 'guardrail?', 'topics[]'],
  links: ['verbs[]', 'objects[]', 'metrics[]'],
} as const;

/** A trade's metrics. */
export const TRADE_ROWS = ['name', 'unit', 'prefix?', 'direction', 'topics[]'] as const;

/** A place in a list as a cell names it: most take one letter. */
export const placeToCell = (place: number): string => place.toString(36);
export const placeOfCell = (cell: string): number => Number.parseInt(cell, 36);

const keyOf = (column: string): string => column.replace(/(?:\[\]|\?)$/, '');

/** For the build: the text that `unpackRows` reads. Throws where a cell holds what stands between cells. */
export function packRows(rows: readonly object[], columns: Columns): string {
  return rows
    .map((row) =>
      columns
        .map((column) => {
          const value = (row as Readonly<Record<string, unknown>>)[keyOf(column)];
          const cell = Array.isArray(value) ? value.join(',') : String(value ?? '');
          if (/[~\n]/.test(cell))
            throw new Error(`"${cell}" cannot be bundled: it has a tilde or a line break.`);
          return cell;
        })
        .join('~'),
    )
    .join('\n');
}

function unpackCell(cell: string, column: string): unknown {
  if (column.endsWith('[]')) return cell === '' ? [] : cell.split(',');
  return cell;
}

/** The objects of a text that `packRows` wrote with the same columns. */
export function unpackRows(packed: string, columns: Columns): readonly Readonly<Record<string, unknown>>[] {
  return packed.split('\n').map((line) => {
    const cells = line.split('~');
    return Object.fromEntries(
      columns.flatMap((column, n) => {
        const cell = cells[n] ?? '';
        return cell === '' && column.endsWith('?') ? [] : [[keyOf(column), unpackCell(cell, column)]];
      }),
    );
  });
}
