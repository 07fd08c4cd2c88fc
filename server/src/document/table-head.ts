/** The first lines of a table, before anything is parsed. */
import { fold } from '../text/fold';
import { classifyLine } from './labels';
import { lineAt } from './lines';
import { plainText } from './raw-line';
import { anyOf, wordsOf } from './words';

const KEY_RESULT_COLUMN = new RegExp(
  `(?:^|\\|)\\s*(?:(?:${anyOf(wordsOf('objective'), wordsOf('objectiveGroup'))}|o)\\s*(?:/|&|\\+|,|and|va)\\s*)?(?:okrs?|${anyOf(wordsOf('keyResults'), wordsOf('keyResult'))})(?:\\s*[#(/][^|]*)?\\s*(?:\\||$)`,
  'u',
);
const OBJECTIVE_CELL = new RegExp(
  `^(?:${anyOf(wordsOf('objective'), wordsOf('objectiveGroup'))})(?!\\p{L})`,
  'u',
);
const KEY_RESULT_CELL = new RegExp(
  `(?<!\\p{L})(?:okrs?|${anyOf(wordsOf('keyResults'), wordsOf('keyResult'))})(?!\\p{L})`,
  'u',
);
/** No table head is longer. */
const LONGEST_HEAD = 4_000;
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Whether a table's first line heads a column of key results, or is one itself. */
export function isKeyResultHead(row: string): boolean {
  if (KEY_RESULT_COLUMN.test(fold(row).text)) return true;
  return classifyLine(row.replace(/^\s*\|/, '').split('|', 1)[0] ?? '', 'item').kind === 'key-result';
}

/** Whether the head names a column of objectives, or of both, no further right than the key results. */
export function hasObjectives(row: string): boolean {
  const cells = fold(plainText(row))
    .text.split('|')
    .map((cell) => cell.trim());
  const objective = cells.findIndex((cell) => OBJECTIVE_CELL.test(cell));
  return objective >= 0 && cells.some((cell, i) => i >= objective && KEY_RESULT_CELL.test(cell));
}

/** Whether the line that begins at `start` is what makes the one before it the head of a table. */
export function isDelimiterRow(text: string, start: number): boolean {
  const { end } = lineAt(text, start);
  if (end - start > LONGEST_HEAD) return false;
  const row = text.slice(start, end);
  return row.includes('-') && DELIMITER_ROW.test(row);
}

/** Whether a line is a row that begins with the label of a key result. */
export const isLabelledRow = (row: string): boolean =>
  row.startsWith('|') &&
  classifyLine(plainText(row.slice(1, LONGEST_HEAD).split('|', 1)[0] ?? ''), 'item').kind === 'key-result';

/** Whether the first row of a table begins with the label of a key result; `delimiter`: where the line above it begins. */
export function rowIsLabelled(text: string, delimiter: number): boolean {
  const row = lineAt(text, lineAt(text, delimiter).next);
  const line = text.slice(row.first, Math.min(row.end, row.first + LONGEST_HEAD));
  return isLabelledRow(line.startsWith('|') ? line : `|${line}`);
}
