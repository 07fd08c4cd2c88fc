/** Running text -> objective, key result or initiative: label off, fields off, the sentence left. */

import type { Span } from '../text/span';
import type { Inline } from './blocks';
import { peelFields } from './fields';
import { sliceInline } from './inline';
import { classifyLine } from './labels';
import type { LineKind, LinePlace } from './line-kind';
import type { CheckIn, Field, InitiativeItem, Item, ItemForm, KeyResultItem, ObjectiveItem } from './model';
import { weakLabelEnd } from './weak-labels';

/** An item whose reading goes on: fields and check-ins may still be found below it. */
export type ItemDraft = (
  | ObjectiveItem
  | InitiativeItem
  | (KeyResultItem & { readonly checkIns: CheckIn[] })
) & { readonly fields: Field[] };

const placeOf = (form: ItemForm): LinePlace =>
  form === 'heading' ? 'heading' : form === 'paragraph' ? 'line' : 'item';

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/**
 * Struck through if most of its words are; otherwise the struck words are not part of the sentence.
 * @param behind where the label ends: what is struck in it says nothing
 */
function readStruck(inline: Inline, behind: number): { readonly inline: Inline; readonly struck: boolean } {
  if (inline.struck.length === 0) return { inline, struck: false };
  let text = inline.text;
  let count = 0;
  for (const { start, end } of inline.struck) {
    const from = Math.max(behind, start - inline.span.start);
    const to = end - inline.span.start;
    if (to <= from) continue;
    count += letters(inline.text.slice(from, to));
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return count * 2 > letters(inline.text.slice(behind))
    ? { inline, struck: true }
    : { inline: { ...inline, text }, struck: false };
}

export interface ItemSource {
  readonly kind: Item['kind'];
  readonly form: ItemForm;
  /** The item's own lines. */
  readonly span: Span;
  readonly inline: Inline;
  readonly checked?: boolean | undefined;
  /** What `classifyLine` says of its text in this form, where that is known. */
  readonly own?: LineKind | undefined;
}

const EARLY = /✅|☑|✔|🚫|❌|🔄|🚧|⏸|⚠|📋|🟢|🟡|🟠|🔴|(?<![\p{L}\p{N}])[Pp][0-5](?![\p{L}\p{N}])/gu;

/** `✅ [P0] KR1: ...`: what stands in front of the label. */
function earlyFields(inline: Inline, labelStart: number): Field[] {
  if (labelStart === 0) return [];
  return Array.from(inline.text.slice(0, labelStart).matchAll(EARLY), ({ 0: value, index }): Field => {
    const start = inline.span.start + index;
    const span = { start, end: start + value.length };
    const name = /^p/i.test(value) ? 'priority' : /[🟢🟡🟠🔴]/u.test(value) ? 'confidence' : 'status';
    return { name, value, valueSpan: span, span };
  });
}

const GAPS = /\s{2}|[^\S ]/;

/** As written, without the gaps that markup leaves in front of the separator. */
function labelText(written: string): string {
  if (!GAPS.test(written)) return written.trim();
  return written
    .replace(/\s{2,}(?=[:：.)])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A label, with its separator: offsets in the text. */
interface Tag {
  readonly start: number;
  readonly end: number;
}

/** A number like that of a chapter is all the label that many lists have. */
function weakTag(text: string): Tag | undefined {
  const lead = text.length - text.trimStart().length;
  const end = weakLabelEnd(lead > 0 ? text.slice(lead) : text);
  return end > 0 ? { start: lead, end: lead + end } : undefined;
}

/** Builds an item from its text. */
export function draftItem({ kind, form, span, inline, checked, own }: ItemSource): ItemDraft {
  const known = own ?? classifyLine(inline.text, placeOf(form));
  const tag = known.kind === kind && 'empty' in known ? known : weakTag(inline.text);
  const { start } = inline.span;
  const from = tag?.end ?? 0;
  // What announces the key results is no part of the aim.
  const stop = kind === 'objective' && 'stop' in known ? known.stop : undefined;
  const aim = stop === undefined ? inline : sliceInline(inline, start, start + stop);
  const { inline: read, struck } = readStruck(aim, from);
  const { statement, fields } = peelFields(read, kind === 'objective', from);
  const base = { kind, span, form, statement, fields, struck };
  if (!tag) return assemble(base, undefined, checked);
  if (tag.start > 0) fields.unshift(...earlyFields(inline, tag.start));
  const written = inline.text.slice(tag.start, tag.end).trimEnd();
  const place = { start: start + tag.start, end: start + tag.start + written.length };
  return assemble(base, { text: labelText(written), span: place }, checked);
}

type Base = Omit<Item, 'kind' | 'label' | 'fields'> & Pick<ItemDraft, 'kind' | 'fields'>;

/** Puts an item together. There are thousands: each is written out, so that it is one object in memory. */
function assemble(base: Base, label: Item['label'], checked: boolean | undefined): ItemDraft {
  const { kind, span, form, statement, fields, struck } = base;
  const box = checked === undefined || kind === 'objective' ? undefined : { checked };
  if (kind === 'key-result') {
    const checkIns: CheckIn[] = [];
    const item: ItemDraft = label
      ? { kind, span, form, label, statement, fields, struck, checkIns }
      : { kind, span, form, statement, fields, struck, checkIns };
    return box ? Object.assign(item, box) : item;
  }
  const item: ItemDraft = label
    ? { kind, span, form, label, statement, fields, struck }
    : { kind, span, form, statement, fields, struck };
  return box ? Object.assign(item, box) : item;
}

const CHECK_IN =
  /^\s*(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\s*(?::|\s[–—-]|→)\s*(?<value>[~≈]?[$€£]?-?\d[\d.,]*(?:\s?%(?=\s|$|[–—,;(-])|\s?[\p{L}₫đ]{0,8}(?=\s*(?:$|[–—,;(-]))))?/u;

const DATE = /^\s*(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\s*$/u;

/** A date that stands alone, as in a cell. */
export const readDate = (text: string): string | undefined => DATE.exec(text)?.groups?.date;

/** `2026-08-14: 58 — approval removed`, a dated note under a key result. */
export function readCheckIn(inline: Inline): CheckIn | undefined {
  const match = CHECK_IN.exec(inline.text);
  const date = match?.groups?.date;
  if (!match || date === undefined) return undefined;
  const value = match.groups?.value?.trim();
  const lead = inline.text.length - inline.text.trimStart().length;
  return {
    date,
    ...(value && { value }),
    span: { start: inline.span.start + lead, end: inline.span.start + inline.text.trimEnd().length },
  };
}
