/** Ids and references of one chunk of a document, found once for as long as its text stays the same. */

import type { ChunkContent, Field, Item } from '../document/model';
import { Notes } from '../text/notes';
import type { Span } from '../text/span';
import { keyOf, keyOfLabel, labelKeyOf } from './ids';

/** Spans count from the chunk's start. */
export interface ChunkDefinition {
  readonly id: string;
  readonly key: string;
  readonly item: Item;
  /** Objectives of the chunk up to the item, and with it. */
  readonly ordinal: number;
  readonly span: Span;
  readonly implicit: boolean;
}

export interface ChunkReference {
  readonly id: string;
  readonly key: string;
  /** What label it may mean (`kr1.2`), where it has that form. */
  readonly label: string | undefined;
  /** The same of the last part of `file/id`. */
  readonly tailLabel: string | undefined;
  readonly item: Item;
  readonly ordinal: number;
  readonly span: Span;
  /** It may be prose: it counts only where it resolves. */
  readonly tentative: boolean;
}

export interface ChunkLinks {
  readonly definitions: readonly ChunkDefinition[];
  readonly references: readonly ChunkReference[];
  readonly objectives: number;
  /** Equal for chunks that mean the same to other documents. */
  readonly signature: string;
}

const NONE: ChunkLinks = { definitions: [], references: [], objectives: 0, signature: '' };
const kept = new Notes<ChunkContent, ChunkLinks>();

/** `text` is the document's, `start` where the chunk stands in it. */
export function linksOf(content: ChunkContent, text: string, start: number): ChunkLinks {
  let links = kept.get(content);
  if (!links) {
    links = collect(content, (span) => text.slice(start + span.start, start + span.end), {
      before: (offset) => text[start + offset - 1] ?? '',
    });
    kept.set(content, links);
  }
  return links;
}

function collect(
  { items }: ChunkContent,
  written: (span: Span) => string,
  { before }: { before: (offset: number) => string },
): ChunkLinks {
  if (items.length === 0) return NONE;
  const definitions: ChunkDefinition[] = [];
  const references: ChunkReference[] = [];
  const signature: string[] = [];
  let objectives = 0;
  for (const item of items) {
    if (item.kind === 'objective') objectives++;
    const own = definitionsOf(item, objectives, written);
    const pointed = item.fields
      .filter(({ name }) => name === 'alignment')
      .flatMap((field) => referencesOf(item, objectives, field, written, before));
    definitions.push(...own);
    references.push(...pointed);
    if (item.kind === 'objective') signature.push('*');
    for (const { key, implicit } of own) signature.push(implicit ? `~${key}` : `#${key}`);
    for (const { key, tentative } of pointed) signature.push(tentative ? `?${key}` : `^${key}`);
  }
  return { definitions, references, objectives, signature: signature.join(' ') };
}

/** `(#123)` is a ticket in some tracker: many items may carry the same one. */
const TICKET = /^\[?#\d+\]?$/;
const SIGNS_BEFORE = /^[\s^#@([{*_`"'‘“]+/u;
const SIGN_BEHIND = /[\s)\]}*_`"'’”.:–—-]/u;

/** The core of a written value, without signs around it; `start` counts from the value's start. */
function coreOf(value: string): { readonly text: string; readonly start: number } {
  const start = SIGNS_BEFORE.exec(value)?.[0].length ?? 0;
  let end = value.length;
  while (end > start && SIGN_BEHIND.test(value[end - 1] as string)) end--;
  return { text: value.slice(start, end), start };
}

function definitionsOf(item: Item, ordinal: number, written: (span: Span) => string): ChunkDefinition[] {
  const found: ChunkDefinition[] = [];
  for (const { name, valueSpan } of item.fields) {
    if (name !== 'id') continue;
    const raw = written(valueSpan);
    if (TICKET.test(raw.trim())) continue;
    const { text, start } = coreOf(raw);
    if (!ID.test(text)) continue;
    const from = valueSpan.start + start;
    found.push({
      id: text,
      key: keyOf(text),
      item,
      ordinal,
      span: { start: from, end: from + text.length },
      implicit: false,
    });
  }
  const key = item.label && keyOfLabel(item.kind, item.label.text);
  if (item.label && key !== undefined && found.every((definition) => definition.key !== key))
    found.push({ id: labelId(item.label.text), key, item, ordinal, span: item.label.span, implicit: true });
  return found;
}

/** `KR 1.2:` -> `KR 1.2`. */
const labelId = (label: string) => coreOf(label).text;

/** Letters may come decomposed. */
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_./-]*$/u;

function referencesOf(
  item: Item,
  ordinal: number,
  { valueSpan }: Field,
  written: (span: Span) => string,
  before: (offset: number) => string,
): ChunkReference[] {
  const found: ChunkReference[] = [];
  let at = valueSpan.start;
  // `{^company/o2}` and `{parent=company/o2}` are written for us, the rest may be written for people.
  const signed = /[\^=]/.test(before(at));
  for (const part of written(valueSpan).split(/[,;&]/)) {
    const { text, start } = coreOf(part);
    const label = labelKeyOf(text);
    const from = at + start;
    if (ID.test(text) || label !== undefined)
      found.push({
        id: text,
        key: keyOf(text),
        label,
        tailLabel: labelKeyOf(text.slice(text.lastIndexOf('/') + 1)),
        item,
        ordinal,
        span: { start: from, end: from + text.length },
        tentative: !signed && !part.slice(0, start).includes('^'),
      });
    at += part.length + 1;
  }
  return found;
}
