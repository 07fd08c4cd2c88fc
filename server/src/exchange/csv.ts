/** Rows as CSV, ours or another tool's. Cells that a spreadsheet would run are neutralised. */
import { stringify } from 'csv-stringify/sync';
import { neutralise } from './injection';
import { type Preset, type PresetColumn, type RowPlace, writeCell } from './presets';
import { COLUMNS, type Row } from './row';

/** All columns of ours; or another tool's table, which has no place for what it does not know. */
export function toCsv(rows: readonly Row[], preset?: Preset): string {
  const table = preset ? tableFor(rows, preset) : [COLUMNS, ...rows.map((row) => COLUMNS.map((c) => row[c]))];
  return stringify(table.map((cells) => cells.map(neutralise)));
}

function tableFor(rows: readonly Row[], preset: Preset): readonly (readonly string[])[] {
  return preset.layout === 'wide' ? wideTable(rows, preset) : treeTable(rows, preset);
}

function treeTable(rows: readonly Row[], { columns }: Preset): readonly (readonly string[])[] {
  const kept = rows.filter(
    ({ type }) => type !== 'initiative' || columns.some(({ values }) => values?.initiative),
  );
  const places = placesOf(kept);
  const body = kept.map((row, n) => columns.map((column) => writeCell(column, row, places[n] as RowPlace)));
  return [columns.map(({ header }) => header), ...body];
}

/** Objectives count 1, 2, 3; what stands under one counts 1.1, 1.2. */
function placesOf(rows: readonly Row[]): RowPlace[] {
  const rowOfId = new Map<string, number>();
  let [objective, child] = [0, 0];
  return rows.map(({ id, parent_id: parent, type }, n) => {
    rowOfId.set(id, n + 1);
    if (type === 'objective') {
      objective++;
      child = 0;
      return { order: String(objective), row: n + 1 };
    }
    child++;
    const parentRow = rowOfId.get(parent);
    return { order: `${objective}.${child}`, row: n + 1, ...(parentRow !== undefined && { parentRow }) };
  });
}

/** A row for each objective; columns whose header holds `{n}` are repeated for its key results. */
function wideTable(rows: readonly Row[], { columns }: Preset): readonly (readonly string[])[] {
  const objectives = rows.filter(({ type }) => type === 'objective');
  const under = (id: string) =>
    rows.filter(({ type, parent_id: parent }) => type === 'key_result' && parent === id);
  const most = Math.max(1, ...objectives.map(({ id }) => under(id).length));
  const [once, repeated] = [columns.filter(({ of }) => !of), columns.filter(({ of }) => of)];
  const numbered = (column: PresetColumn, n: number) => column.header.replace('{n}', String(n));
  const numbers = Array.from({ length: most }, (_, n) => n + 1);
  const head = [
    ...once.map(({ header }) => header),
    ...numbers.flatMap((n) => repeated.map((column) => numbered(column, n))),
  ];
  const body = objectives.map((objective, o) => {
    const place: RowPlace = { order: String(o + 1), row: o + 1 };
    const keyResults = under(objective.id);
    return [
      ...once.map((column) => writeCell(column, objective, place)),
      ...numbers.flatMap((n) => {
        const kr = keyResults[n - 1];
        return repeated.map((column) => (kr ? writeCell(column, kr, place) : ''));
      }),
    ];
  });
  return [head, ...body];
}
