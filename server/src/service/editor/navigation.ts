/** Where ids are defined and used: what stands at an offset, where it leads and what leads there. */
import type { AlignmentIndex, Definition, Reference } from '../../alignment';
import { type Span, shift } from '../../text/span';

export interface Place {
  readonly document: string;
  readonly span: Span;
}

/** A place that something leads to. */
export interface Target extends Place {
  /** The characters under the cursor that lead there, in the document that was asked about. */
  readonly origin: Span;
  /** The whole item. */
  readonly whole: Span;
}

/** What stands at an offset of a document; offsets right behind it count. */
export function referenceAt(index: AlignmentIndex, document: string, offset: number): Reference | undefined {
  return index.references(document).find(({ span }) => touches(span, offset));
}

/** The id or label at an offset; an id rather than the label of the same item. */
export function definitionAt(
  index: AlignmentIndex,
  document: string,
  offset: number,
): Definition | undefined {
  return index.definitions(document).find(({ span }) => touches(span, offset));
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Where the reference at an offset leads; an id leads to its own item. */
export function definitionsAt(index: AlignmentIndex, document: string, offset: number): readonly Target[] {
  const reference = referenceAt(index, document, offset);
  const own = reference ? undefined : definitionAt(index, document, offset);
  const found = reference ? index.resolve(reference) : own ? [own] : [];
  const origin = (reference ?? own)?.span;
  return origin ? found.map((definition) => ({ ...placeOf(definition), origin })) : [];
}

function placeOf({ document, item: { item, offset } }: Definition) {
  return { document, span: shift(item.statement.span, offset), whole: shift(item.span, offset) };
}

/** Everything that points at what stands at an offset, and with `declaration` the ids and labels themselves. */
export function referencesAt(
  index: AlignmentIndex,
  document: string,
  offset: number,
  declaration: boolean,
): readonly Place[] {
  const definitions = meantAt(index, document, offset);
  const places: Place[] = definitions.flatMap((definition) => index.referencesTo(definition));
  if (declaration) places.unshift(...definitions);
  return unique(places);
}

/** The ids of an item that an offset stands on or refers to. */
function meantAt(index: AlignmentIndex, document: string, offset: number): readonly Definition[] {
  const reference = referenceAt(index, document, offset);
  if (reference) return index.resolve(reference);
  const definition = definitionAt(index, document, offset);
  return definition ? [definition] : [];
}

function unique(places: readonly Place[]): readonly Place[] {
  const seen = new Map(places.map((place) => [`${place.span.start} ${place.document}`, place]));
  return [...seen.values()].map(({ document, span }) => ({ document, span }));
}

export interface Highlight {
  readonly span: Span;
  /** The id itself rather than a use of it. */
  readonly write: boolean;
}

/** The id at an offset and its uses, in the same document. */
export function highlightsAt(index: AlignmentIndex, document: string, offset: number): readonly Highlight[] {
  const definitions = meantAt(index, document, offset);
  const here = (places: readonly Place[], write: boolean) =>
    unique(places.filter((place) => place.document === document)).map(({ span }) => ({ span, write }));
  const uses = definitions.flatMap((definition) => index.referencesTo(definition));
  return [...here(definitions, true), ...here(uses, false)].sort((a, b) => a.span.start - b.span.start);
}
