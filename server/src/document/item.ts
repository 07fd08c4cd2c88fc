/** Running text -> objective, key result or initiative: label off, fields off, the sentence left. */
import type { Span } from '../text/span';
import type { Inline } from './blocks';
import { peelFields } from './fields';
import { sliceInline } from './inline';
import { classifyLine, type LinePlace } from './labels';
import type { CheckIn, Field, Item, ItemForm } from './model';

/** An item under construction: fields and check-ins may still be found below it. */
export interface ItemDraft {
  readonly kind: Item['kind'];
  readonly span: Span;
  readonly form: ItemForm;
  readonly label: { readonly text: string; readonly span: Span } | undefined;
  readonly statement: { readonly span: Span; readonly text: string };
  readonly fields: Field[];
  readonly struck: boolean;
  readonly checked: boolean | undefined;
  readonly checkIns: CheckIn[];
}

const placeOf = (form: ItemForm): LinePlace =>
  form === 'heading' ? 'heading' : form === 'paragraph' ? 'line' : 'item';

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Struck through if most of its words are; otherwise the struck words are not part of the sentence. */
function readStruck(inline: Inline): { readonly inline: Inline; readonly struck: boolean } {
  if (inline.struck.length === 0) return { inline, struck: false };
  let text = inline.text;
  let count = 0;
  for (const { start, end } of inline.struck) {
    const from = start - inline.span.start;
    const to = end - inline.span.start;
    count += letters(inline.text.slice(from, to));
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return count * 2 > letters(inline.text)
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
  /** A word with a colon in front is a label even where it is a loose one. */
  readonly labelled?: boolean;
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

/** As written, without the gaps that markup leaves in front of the separator. */
const labelText = (written: string) =>
  written
    .replace(/\s{2,}(?=[:：.)])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Builds the draft of an item from its text. */
export function draftItem({ kind, form, span, inline, checked }: ItemSource): ItemDraft {
  const own = classifyLine(inline.text, placeOf(form));
  const hasLabel = own.kind === kind || (own.kind === 'objective' && kind === 'objective');
  const labelEnd = hasLabel && 'end' in own ? own.end : 0;
  const rest = readStruck(sliceInline(inline, inline.span.start + labelEnd, inline.span.end));
  const peeled = peelFields(rest.inline, kind === 'objective');
  let label: ItemDraft['label'];
  const fields = [...peeled.fields];
  if (hasLabel && 'end' in own) {
    const start = inline.span.start + own.start;
    const written = inline.text.slice(own.start, own.end).trimEnd();
    label = { text: labelText(written), span: { start, end: start + written.length } };
    fields.unshift(...earlyFields(inline, own.start));
  }
  return {
    kind,
    span,
    form,
    label,
    statement: { span: peeled.span, text: peeled.text },
    fields,
    struck: rest.struck,
    checked,
    checkIns: [],
  };
}

/** The finished, frozen item. */
export function finishItem(draft: ItemDraft): Item {
  const base = {
    span: draft.span,
    form: draft.form,
    ...(draft.label && { label: draft.label }),
    statement: draft.statement,
    fields: draft.fields,
    struck: draft.struck,
  };
  const checked = draft.checked === undefined ? {} : { checked: draft.checked };
  if (draft.kind === 'objective') return { kind: 'objective', ...base };
  if (draft.kind === 'initiative') return { kind: 'initiative', ...base, ...checked };
  return { kind: 'key-result', ...base, ...checked, checkIns: draft.checkIns };
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
