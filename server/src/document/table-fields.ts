/** Cells of tables that are fields of an item. */
import { fold, unfold } from '../text/fold';
import type { Inline, TableRow } from './blocks';
import type { ItemDraft } from './item';
import type { FieldName } from './model';
import { ARROW, STEP_TO } from './steps';
import { textOf, textSpan, VALUE } from './table-columns';
import { anyOf, wordsOf } from './words';

/** A cell that only fills its place. */
export const NOTHING = /^(?:[-–—_.?/\s]|n\/?a|tbd)*$/iu;

/** Gives a row's cells to an item, each as the field of its column. */
export function addFields(draft: ItemDraft, row: TableRow, fields: ReadonlyMap<number, FieldName>): void {
  for (const [column, name] of fields) {
    const cell = row.cells[column];
    const value = textOf(cell);
    if (!cell || NOTHING.test(value)) continue;
    // `| Start → Goal |`, whatever of the two the column is taken for.
    if ((name === 'baseline' || name === 'target') && addMeasure(draft, cell, true)) continue;
    draft.fields.push({
      name,
      value: value.replace(/\s+/g, ' '),
      valueSpan: textSpan(cell),
      span: cell.span,
    });
  }
}

const STEP = new RegExp(`\\s*(?:${ARROW}|\\s(?:${STEP_TO})(?=\\s+[^\\s\\p{L}]))\\s*`, 'u');
const FROM = new RegExp(`^(?:${anyOf(wordsOf('stepFrom'))})\\s+`, 'u');
/** Longer cells describe how something is measured. */
const LONGEST_MEASURE = 60;

/** A part of a cell, in folded text. */
interface Part {
  readonly from: number;
  readonly to: number;
}

interface Measure {
  readonly baseline?: Part;
  readonly target: Part;
}

/** What a folded cell says of how far something is to go. */
function readMeasure(text: string): Measure | undefined {
  const lead = text.length - text.trimStart().length;
  const first = lead + (FROM.exec(text.slice(lead))?.[0].length ?? 0);
  const step = STEP.exec(text.slice(first));
  const target = { from: step ? first + step.index + step[0].length : first, to: text.length };
  if (!VALUE.test(text.slice(target.from))) return undefined;
  if (!step || !VALUE.test(text.slice(first))) return { target };
  return { baseline: { from: first, to: first + step.index }, target };
}

/**
 * Gives an item what a cell says of how far it is to go: `19 → 7 days`, `từ 6% xuống 2%`, `≤ 15%`.
 * @param steps only where both ends are said
 * @returns whether it says so
 */
export function addMeasure(draft: ItemDraft, cell: Inline, steps = false): boolean {
  if (textOf(cell).length > LONGEST_MEASURE) return false;
  const folded = fold(cell.text);
  const measure = readMeasure(folded.text);
  if (!measure || (steps && !measure.baseline)) return false;
  for (const name of ['baseline', 'target'] as const) {
    const part = measure[name];
    if (!part) continue;
    const start = unfold(folded, part.from);
    const end = unfold(folded, part.from + folded.text.slice(part.from, part.to).trimEnd().length);
    const valueSpan = { start: cell.span.start + start, end: cell.span.start + end };
    const value = cell.text.slice(start, end).replace(/\s+/g, ' ');
    draft.fields.push({ name, value, valueSpan, span: cell.span });
  }
  return true;
}
