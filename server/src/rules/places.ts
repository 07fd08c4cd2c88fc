/** Where hits of document rules stand: on an item's sentence, on one of its fields, on the document's first line. */
export { firstField } from '../document';

import type { Field, Item, KeyResultItem, Located, LocatedObjective } from '../document/model';
import { type Span, shift } from '../text/span';
import { quote, quoteItem } from './reading';
import type { DocumentContext, DocumentHit, GroupHit, Hit } from './rule';

type Said = Omit<Hit, 'span'>;

function sentenceSpan({ statement: { text } }: Item): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** A hit on the whole sentence of an item; `params.words` are its words unless the rule has others. */
export function onSentence(about: Located<Item>, said: Said = {}): GroupHit {
  const { params, ...rest } = said;
  return {
    ...rest,
    about,
    span: sentenceSpan(about.item),
    params: { words: quoteItem(about.item), ...params },
  };
}

/** A hit on a field's value; `params.words` are the value unless the rule has others. */
export function onField(about: Located<Item>, field: Field, said: Said = {}): GroupHit {
  const { params, ...rest } = said;
  return {
    ...rest,
    about,
    span: shift(field.valueSpan, -about.item.statement.span.start),
    params: { words: quote(field.value), ...params },
  };
}

/** A hit on a place of the item's chunk. */
export function onSpan(about: Located<Item>, span: Span, said: Said = {}): GroupHit {
  return { ...said, about, span: shift(span, -about.item.statement.span.start) };
}

/** The same hit counted from the document's start. */
export function inDocument(hit: GroupHit): DocumentHit {
  const { offset, item } = hit.about;
  return { ...hit, span: shift(hit.span, offset + item.statement.span.start) };
}

/** The first line with words behind the front matter: where a finding about the document as a whole stands. */
export function firstLine({ document: { text, frontMatter } }: DocumentContext): Span {
  let start = frontMatter?.span.end ?? 0;
  while (start < text.length && /[\s\ufeff]/u.test(text.charAt(start))) start++;
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start, end };
}

/** The objectives that are not struck through, in their places. */
export function liveObjectives({ objectives }: DocumentContext): readonly LocatedObjective[] {
  const all = objectives.all();
  return all.some(({ item }) => item.struck) ? all.filter(({ item }) => !item.struck) : all;
}

/** How many objectives are not struck through; a line that announces the key results of one is none. */
export function countLive({ objectives }: DocumentContext): number {
  let count = 0;
  for (const { item } of objectives.unmoved) if (!item.struck && !item.announces) count++;
  return count;
}

/** Positions of the live key results of an objective for which `is` holds. */
export function keyResultsWith(
  { keyResults }: LocatedObjective,
  is: (kr: Located<KeyResultItem>) => boolean,
): readonly number[] {
  return keyResults.flatMap((kr, index) => (!kr.item.struck && is(kr) ? [index] : []));
}

/** A share of 1 as people write it: `40%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** What an item is declared to be (`#committed`), lower case; undefined where it declares nothing. */
export function typeOf(item: Item): string | undefined {
  return item.fields
    .find(({ name }) => name === 'type')
    ?.value.replace(/^#/u, '')
    .toLowerCase();
}
