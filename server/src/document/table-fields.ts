/** Cells of tables that are fields of an item. */
import type { TableRow } from './blocks';
import type { ItemDraft } from './item';
import type { FieldName } from './model';
import { textOf, textSpan } from './table-columns';

/** A cell that only fills its place. */
export const NOTHING = /^(?:[-–—_.?/\s]|n\/?a|tbd)*$/iu;

/** Gives a row's cells to an item, each as the field of its column. */
export function addFields(draft: ItemDraft, row: TableRow, fields: ReadonlyMap<number, FieldName>): void {
  for (const [column, name] of fields) {
    const cell = row.cells[column];
    const value = textOf(cell);
    if (!cell || NOTHING.test(value)) continue;
    draft.fields.push({
      name,
      value: value.replace(/\s+/g, ' '),
      valueSpan: textSpan(cell),
      span: cell.span,
    });
  }
}
