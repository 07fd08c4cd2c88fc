/**
 * Fields in the one form that okrlint writes: an attribute block behind the sentence,
 * `{#o1 ^company/o2 owner=@linh due=2026-09-30 now=58 score=0.3}`. Of all forms that are read it is the only one that
 * nothing else in Markdown can be taken for, and every field fits into it.
 */
import type { Span } from '../text/span';
import { peelFields } from './fields';
import type { FieldName, Item } from './model';
import { parseBlocks } from './parse';

export interface FieldValue {
  readonly name: FieldName;
  readonly value: string;
}

/** The key of each field, in the order in which they are written: who and until when first, then the numbers. */
const KEYS: Readonly<Record<FieldName, string>> = {
  id: 'id',
  alignment: 'parent',
  type: 'type',
  priority: 'priority',
  team: 'team',
  owner: 'owner',
  cycle: 'cycle',
  start: 'start',
  due: 'due',
  baseline: 'base',
  target: 'target',
  unit: 'unit',
  current: 'now',
  progress: 'progress',
  score: 'score',
  confidence: 'conf',
  weight: 'w',
  status: 'status',
  updated: 'updated',
  labels: 'labels',
  visibility: 'visibility',
};
const ORDER = Object.keys(KEYS) as FieldName[];

/** Signs that Markdown or the block itself would take for its own. */
const RESERVED = /[\\`*[\]<>{}"|\p{C}]+/gu;
const ENTITY = /&(?=#?\w+;)/g;
const LOOSE_UNDERSCORE = /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const DECIMAL_COMMA = /^\d+,\d{1,2}$/;
const NUMBERS: ReadonlySet<FieldName> = new Set(['score', 'confidence', 'weight']);
const REFERENCE = /^[\p{L}\d][\p{L}\d_./-]*$/u;

/** A value as it can be written: one line, without signs that would end the block or begin markup. */
function canonicalValue({ name, value }: FieldValue): string {
  const plain = value
    .replace(RESERVED, ' ')
    .replace(ENTITY, '+')
    .replace(/~{2,}/g, '~')
    .replace(LOOSE_UNDERSCORE, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === 'id') return plain.replace(/^[#\s]+/, '').trim();
  if (name === 'alignment') return plain.replace(/^[\^\s]+/, '').trim();
  return NUMBERS.has(name) && DECIMAL_COMMA.test(plain) ? plain.replace(',', '.') : plain;
}

/**
 * The fields that writing keeps, in the order in which they are written: empty values and repetitions dropped, decimal
 * points in scores, no signs of markup. Reading what `formatFields` writes gives exactly these.
 */
export function canonicalFields(fields: readonly FieldValue[]): FieldValue[] {
  const seen = new Set<string>();
  const kept: FieldValue[] = [];
  for (const name of ORDER)
    for (const field of fields) {
      if (field.name !== name) continue;
      const value = canonicalValue(field);
      const key = `${name} ${value}`;
      if (value === '' || seen.has(key)) continue;
      seen.add(key);
      kept.push({ name, value });
    }
  return kept;
}

function attribute({ name, value }: FieldValue): string {
  if (name === 'id' && REFERENCE.test(value)) return `#${value}`;
  if (name === 'alignment' && REFERENCE.test(value)) return `^${value}`;
  return `${KEYS[name]}=${/\s/.test(value) ? `"${value}"` : value}`;
}

/** The block for `fields`, or an empty string where there are none. */
export function formatFields(fields: readonly FieldValue[]): string {
  const kept = canonicalFields(fields);
  return kept.length === 0 ? '' : `{${kept.map(attribute).join(' ')}}`;
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Whether a field stands in the item's own lines, where it can be taken out of the sentence. */
const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/**
 * The edit that writes the fields of an item's own lines in the canonical form.
 * @param source the text in which the item's spans count: its chunk
 * @returns undefined for rows of tables, where all is in that form already, and where the line could not be read the
 *   same afterwards (markup around a field)
 */
export function formatItemFields(
  item: Item,
  source: string,
): { readonly span: Span; readonly newText: string } | undefined {
  if (item.form === 'table-row') return undefined;
  const own = item.fields.filter(({ span }) => within(span, item.span));
  const block = formatFields(own);
  if (block === '') return undefined;
  const { statement } = item;
  const start = item.label ? Math.max(item.label.span.end, 0) : firstOf(item, own);
  const end = Math.max(statement.span.end, ...own.map(({ span }) => span.end));
  const rest = source.slice(end, item.span.end);
  let text = '';
  let at = start;
  for (const span of merged(own.map((field) => field.span))) {
    if (span.end <= start) continue;
    text += `${source.slice(at, span.start)} `;
    at = span.end;
  }
  text += source.slice(at, end);
  const sentence = text
    .replace(/[ \t]+/g, ' ')
    .replace(/[\s\-–—|,;·]+$/u, '')
    .trim();
  const lead = item.label ? ' ' : '';
  const newText = `${lead}${sentence} ${block}${rest.trim() === '' ? '' : rest}`;
  const span = { start, end: rest.trim() === '' ? end : item.span.end };
  if (source.slice(span.start, span.end) === newText || !readsAs(newText, item, own)) return undefined;
  return { span, newText };
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

/** Whether the sentence and the fields of `item` can be read from `text`. */
function readsAs(text: string, item: Item, fields: readonly FieldValue[]): boolean {
  const source = text.trim();
  const [block] = parseBlocks(source, { start: 0, end: source.length }).blocks;
  if (block?.type !== 'paragraph') return false;
  const read = peelFields(block.inline, item.kind === 'objective');
  const sentence = wordsOf(item.statement.text).replace(/[\s\-–—|,;·:]+$/u, '');
  return wordsOf(read.statement.text) === sentence && formatFields(read.fields) === formatFields(fields);
}

/** Where the text of an item without a label begins, fields in front of it included. */
function firstOf({ statement }: Item, fields: Item['fields']): number {
  return Math.min(statement.span.start, ...fields.map(({ span }) => span.start));
}
