/** Cells of tables that are fields of an item. */
import { fold, unfold } from '../text/fold';
import type { Inline, TableRow } from './blocks';
import type { ItemDraft } from './item';
import type { FieldName } from './model';
import { textOf, textSpan } from './table-columns';
import { anyOf, wordsOf } from './words';

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

const STEP = new RegExp(`\\s*(?:→|⟶|➔|[-=–]\\s?>|\\s(?:${anyOf(wordsOf('stepTo'))})(?=\\s))\\s*`, 'u');
const FROM = new RegExp(`^(?:${anyOf(wordsOf('stepFrom'))})\\s+`, 'u');
/** What a value begins with. */
const VALUE = /^[~≈<>≤≥=\s]*[$€£₫]?\s?\d/u;
/** Longer cells describe how something is measured. */
const LONGEST_MEASURE = 60;

/** Gives an item what a cell says of how far it is to go: `19 → 7 days`, `từ 6% xuống 2%`, `≤ 15%`. */
export function addMeasure(draft: ItemDraft, cell: Inline | undefined): void {
  if (!cell || textOf(cell).length > LONGEST_MEASURE) return;
  const folded = fold(cell.text);
  const { text } = folded;
  const lead = text.length - text.trimStart().length;
  const first = lead + (FROM.exec(text.slice(lead))?.[0].length ?? 0);
  const step = STEP.exec(text.slice(first));
  const add = (name: 'baseline' | 'target', from: number, to: number) => {
    const start = unfold(folded, from);
    const end = unfold(folded, from + text.slice(from, to).trimEnd().length);
    const valueSpan = { start: cell.span.start + start, end: cell.span.start + end };
    draft.fields.push({
      name,
      value: cell.text.slice(start, end).replace(/\s+/g, ' '),
      valueSpan,
      span: cell.span,
    });
  };
  const target = step ? first + step.index + step[0].length : first;
  if (!VALUE.test(text.slice(target))) return;
  if (step && VALUE.test(text.slice(first))) add('baseline', first, first + step.index);
  add('target', target, text.length);
}
