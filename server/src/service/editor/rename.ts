/** Renaming an id wherever it is written. */
import { type AlignmentIndex, alignmentKey, type Definition, type Reference } from '../../alignment';
import type { Language } from '../../text/language';
import type { Span } from '../../text/span';
import { definitionAt, type Place, referenceAt } from './navigation';
import { fill, textsOf } from './texts';

export interface Renamable {
  /** The characters to replace at the place that was asked about. */
  readonly span: Span;
  readonly id: string;
}

export type RenameResult =
  | { readonly places: readonly Place[]; readonly id: string }
  /** One plain sentence why not. */
  | { readonly refused: string };

/** What can be renamed at an offset; undefined where there is no id, or only a label. */
export function renamableAt(index: AlignmentIndex, document: string, offset: number): Renamable | undefined {
  const place = placeAt(index, document, offset);
  return place && { span: place.span, id: place.definition.id };
}

/** What to say where a label is referred to by its number: there is no id to rename. */
export function whyNotRenamable(
  index: AlignmentIndex,
  document: string,
  offset: number,
  language: Language,
): string | undefined {
  const reference = referenceAt(index, document, offset);
  return reference && fill(textsOf(language).rename.label, { id: reference.id });
}

function placeAt(index: AlignmentIndex, document: string, offset: number) {
  const reference = referenceAt(index, document, offset);
  if (reference) {
    const [definition, ...others] = index.resolve(reference);
    const span = definition && others.length === 0 ? ownPart(reference, definition) : undefined;
    return definition && span ? { definition, span } : undefined;
  }
  const definition = definitionAt(index, document, offset);
  return definition && !definition.implicit ? { definition, span: definition.span } : undefined;
}

/** The part of a reference that is the id itself: `company/o2` names the file as well. */
function ownPart({ id, span }: Reference, definition: Definition): Span | undefined {
  if (definition.implicit) return undefined;
  if (alignmentKey(id) === alignmentKey(definition.id)) return span;
  const last = id.slice(id.lastIndexOf('/') + 1);
  const isIt = alignmentKey(last) === alignmentKey(definition.id);
  return isIt ? { start: span.end - last.length, end: span.end } : undefined;
}

/** As the reader of `{#id}` takes it. */
const NAME = /^[\p{L}\p{Nd}][\p{L}\p{Nd}_./-]{0,60}$/u;
/** Signs that one may well type along. */
const SIGNS = /^[\s#^]+/u;

/** The places where the id at an offset is written, if `newName` can take its place; undefined where there is none. */
export function renameAt(
  index: AlignmentIndex,
  document: string,
  offset: number,
  newName: string,
  language: Language,
): RenameResult | undefined {
  const place = placeAt(index, document, offset);
  if (!place) return undefined;
  const { definition } = place;
  const id = newName.normalize('NFC').replace(SIGNS, '').trim();
  const texts = textsOf(language).rename;
  if (!NAME.test(id)) return { refused: fill(texts.badName, { id: newName.trim().slice(0, 60) }) };
  const uses = index.referencesTo(definition);
  const collision = collide(index, definition, uses, id);
  if (collision) {
    const file = fileName(collision.document);
    const text = collision.document === definition.document ? texts.taken : texts.ambiguous;
    return { refused: fill(text, { id, file }) };
  }
  const places = uses.flatMap((reference): Place[] => {
    const span = ownPart(reference, definition);
    return span ? [{ document: reference.document, span }] : [];
  });
  return { id, places: [{ document: definition.document, span: definition.span }, ...places] };
}

/** What the new id would be confused with. */
function collide(
  index: AlignmentIndex,
  definition: Definition,
  uses: readonly Reference[],
  id: string,
): Definition | undefined {
  const key = alignmentKey(id);
  if (key === alignmentKey(definition.id)) return undefined;
  const inside = index
    .resolve({ document: definition.document, id })
    .find((other) => other.document === definition.document && other.item.item !== definition.item.item);
  if (inside) return inside;
  const elsewhere = index
    .resolve({ document: '', id })
    .find(({ document }) => document !== definition.document);
  if (!elsewhere) return undefined;
  const usedAlone = uses.some(
    (use) => use.document !== definition.document && alignmentKey(use.id) === alignmentKey(definition.id),
  );
  const theirs = index
    .referencesTo(elsewhere)
    .some((use) => use.document !== elsewhere.document && alignmentKey(use.id) === key);
  return usedAlone || theirs ? elsewhere : undefined;
}

/** The last part of a URI or path, readable. */
export function fileName(document: string): string {
  const name = document.slice(document.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
