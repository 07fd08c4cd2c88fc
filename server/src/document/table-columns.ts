/** Which columns of a table hold key results. The header decides; other tables of the same file have the same shape. */
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import type { Inline, TableRow } from './blocks';
import { classifyLine } from './labels';
import type { FieldName } from './model';
import { anyOf, fieldOf, isWord, wordsOf } from './words';

export interface Columns {
  /** Where the sentences stand. */
  readonly text: number;
  /** Where labels stand, if apart; else -1. */
  readonly label: number;
  /** Where the objective of a row stands, if apart; else -1. */
  readonly objective: number;
  /** The column holds objectives and key results, one below the other. */
  readonly mixed: boolean;
  readonly fields: ReadonlyMap<number, FieldName>;
  /** Where it stands how a key result is measured, if no other column says how far it is to go; else -1. */
  readonly measure: number;
}

/** What the place of a table allows. */
export interface TablePlace {
  /** "Key Results" stands right above: the first column need not say it again. */
  readonly announced: boolean;
  /** Nothing is labelled in this file: bold rows over plain ones are objectives over key results. */
  readonly byShape: boolean;
}

export const textOf = (cell: Inline | undefined) => cell?.text.trim() ?? '';
/** Where a cell's text stands, in the unit that the cell's own span counts in. */
export function textSpan({ text, span }: Inline): Span {
  const start = span.start + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}
export const isStrong = (cell: Inline | undefined) => cell !== undefined && cell.strong.length > 0;

const OBJECTIVES = anyOf(wordsOf('objective'), wordsOf('objectiveGroup'));
const KEY_RESULTS = anyOf(wordsOf('keyResults'), wordsOf('keyResult'));
const OBJECTIVE_HEAD = new RegExp(`^(?:${OBJECTIVES})(?!\\p{L})`, 'u');
const KEY_RESULT_HEAD = new RegExp(`^(?:${KEY_RESULTS})(?!\\p{L})`, 'u');
/** `Objective / KR`, `OKR`. */
const BOTH_HEAD = new RegExp(
  `^(?:okrs?|(?:${OBJECTIVES}|o)\\s*(?:/|and|va)?\\s*(?:${KEY_RESULTS}))(?!\\p{L})`,
  'u',
);
/** A column that holds key results, or says which one is meant. */
export const isKeyResultHead = (head: string) => KEY_RESULT_HEAD.test(head);
const NUMBER_HEAD = /^(?:#|no|nr|id|stt|so|)$/;

export const headOf = (cell: Inline) =>
  fold(cell.text)
    .text.replace(/[^\p{L}\p{N}# /-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const VALUE_COLUMNS = [
  ['baseline', 'baselineColumn'],
  ['target', 'targetColumn'],
  ['current', 'currentColumn'],
] as const;

/** What a column holds by its head, or by the first word of it. */
function fieldOfHead(head: string): FieldName | undefined {
  const value = () => VALUE_COLUMNS.find(([, list]) => isWord(list, head))?.[0];
  return fieldOf(head) ?? value() ?? fieldOf(head.split(' ')[0] ?? '');
}

/** A cell that names a key result and says nothing: `KR 1.2`, `1.2`, `[[KR-3]]`. */
export function isBareLabel(cell: Inline | undefined): boolean {
  const text = textOf(cell);
  if (/^[[\s#]*\d{1,2}(?:\.\d{1,3}){0,2}[.)\]\s]*$/.test(text)) return true;
  if (/^\P{L}*kr[^\p{L}]*$/iu.test(text)) return true;
  const kind = classifyLine(text, 'item');
  return kind.kind === 'key-result' && kind.empty;
}

export const isLabelled = (cell: Inline | undefined) =>
  cell !== undefined && classifyLine(cell.text, 'item').kind === 'key-result';

export const most = <T>(rows: readonly T[], test: (row: T) => boolean) =>
  rows.length > 0 && rows.filter(test).length * 2 > rows.length;

const isFilled = (row: TableRow) => row.cells.some((cell) => textOf(cell) !== '');

/** What a value begins with. */
export const VALUE = /^[~≈<>≤≥=\s]*[$€£₫]?\s?\d/u;

/** Sentences have more words than what stands in columns of fields (`On track`). */
const SHORTEST_SENTENCE = 3;

/** The column with the longest words. One that is named like a field must hold sentences. */
function widest(heads: readonly string[], rows: readonly TableRow[], not: number): number {
  const mean = (column: number, sizeOf: (text: string) => number) =>
    rows.reduce((sum, row) => sum + sizeOf(textOf(row.cells[column])), 0) / rows.length;
  const letters = (column: number) => mean(column, (text) => text.replace(/\P{L}/gu, '').length);
  const words = (column: number) => mean(column, (text) => text.split(/\s+/).length);
  return (
    heads
      .map((_, column) => column)
      .filter((column) => column !== not && letters(column) >= 2)
      .filter((column) => !fieldOfHead(heads[column] ?? '') || words(column) >= SHORTEST_SENTENCE)
      .sort((a, b) => letters(b) - letters(a))[0] ?? -1
  );
}

/** Bold rows above plain ones. */
function isLayered(rows: readonly TableRow[], column: number): boolean {
  const filled = rows.filter((row) => textOf(row.cells[column]) !== '');
  const strong = filled.filter((row) => isStrong(row.cells[column])).length;
  return strong > 0 && strong < filled.length && isStrong(filled[0]?.cells[column]);
}

/** The column that says or shows that it holds key results, or -1. */
function findColumn(heads: readonly string[], rows: readonly TableRow[], place: TablePlace): number {
  const named = heads.findIndex((head) => KEY_RESULT_HEAD.test(head) || BOTH_HEAD.test(head));
  const first = (heads[0] ?? '').split(' ')[0] ?? '';
  // In a table of initiatives the column "Key Result" refers to one.
  if (named > 0 && isWord('notKeyResultColumn', first)) return -1;
  if (named >= 0) return named;
  if (most(rows, (row) => isLabelled(row.cells[0]))) return 0;
  const fields = heads.some((head) => fieldOfHead(head) !== undefined);
  if (!fields) return -1;
  if (place.announced && !isWord('notKeyResultColumn', first))
    return heads.findIndex((head) => !NUMBER_HEAD.test(head));
  if (place.announced && heads.some((head) => fieldOfHead(head) === 'target'))
    return heads.findIndex((head) => !NUMBER_HEAD.test(head));
  const wide = place.byShape ? widest(heads, rows, -1) : -1;
  return wide >= 0 && isLayered(rows, wide) ? wide : -1;
}

/** Values without a name: one is what a key result aims at, two are where it starts from and what it aims at. */
function fieldsByPlace(rows: readonly TableRow[], text: number): [number, FieldName][] {
  const columns = (rows[0]?.cells ?? [])
    .map((_, column) => column)
    .filter((column) => column > text && most(rows, ({ cells }) => VALUE.test(textOf(cells[column]))));
  const names: FieldName[] = columns.length > 1 ? ['baseline', 'target'] : ['target'];
  return columns.length > 2 ? [] : columns.map((column, i) => [column, names[i] as FieldName]);
}

/**
 * Which columns hold what, if this is a table of key results.
 * @param heads what stands above the columns, folded; empty where nothing does
 */
export function columnsOf(
  heads: readonly string[],
  allRows: readonly TableRow[],
  place: TablePlace,
): Columns | undefined {
  const rows = allRows.filter(isFilled);
  const found = findColumn(heads, rows, place);
  if (found < 0) return undefined;
  let text = found;
  let label = -1;
  if (most(rows, (row) => isBareLabel(row.cells[found]))) {
    label = found;
    text = widest(heads, rows, found);
  } else if (found > 0 && most(rows, (row) => isBareLabel(row.cells[found - 1]))) label = found - 1;
  if (text < 0) return undefined;
  const both = BOTH_HEAD.test(heads[found] ?? '');
  const objective = both
    ? -1
    : // To the right of the key result, "Mục tiêu" is what it aims at.
      heads.findIndex((head, i) => i < text && i !== label && OBJECTIVE_HEAD.test(head));
  const fields = new Map<number, FieldName>();
  heads.forEach((head, column) => {
    const name = fieldOfHead(head);
    if (name && column !== text && column !== label && column !== objective) fields.set(column, name);
  });
  if (heads.join('') === '') for (const [column, name] of fieldsByPlace(rows, text)) fields.set(column, name);
  const mixed = objective < 0 && (both || isLayered(rows, text));
  const hasTarget = [...fields.values()].includes('target');
  const measure = hasTarget ? -1 : heads.findIndex((head, i) => i > text && isWord('measureColumn', head));
  return { text, label, objective, mixed, fields, measure };
}

/** Columns of a table in which key results stand beside their objective. */
export interface Across {
  readonly objective: number;
  /** The columns of key results with their labels. */
  readonly results: ReadonlyMap<number, string>;
}

/** Those columns, if the header names several key results and the objective in front of them. */
export function resultsAcross({ cells }: TableRow): Across | undefined {
  const objective = cells.findIndex((cell) => OBJECTIVE_HEAD.test(headOf(cell)));
  const results = new Map<number, string>();
  cells.forEach((cell, column) => {
    if (column > objective && isLabelled(cell) && isBareLabel(cell)) results.set(column, textOf(cell));
  });
  return objective >= 0 && results.size > 1 ? { objective, results } : undefined;
}

/** Fields that the header of a table names whose first cell is a key result itself. */
export function fieldsOfHeader(header: TableRow): ReadonlyMap<number, FieldName> {
  const fields = new Map<number, FieldName>();
  header.cells.forEach((cell, column) => {
    const name = fieldOfHead(headOf(cell));
    if (name && column > 0) fields.set(column, name);
  });
  return fields;
}
