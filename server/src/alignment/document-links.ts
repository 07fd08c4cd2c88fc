/**
 * Ids and references of one document, looked up by key. A new reading costs what has changed in it: chunks that it
 * shares with the one before stay as they are.
 */

import { NO_CHUNKS } from '../document/chunks';
import type { Chunk, ChunkContent, Chunks, Item, Located, OkrDocument } from '../document/model';
import { Notes } from '../text/notes';
import { shift } from '../text/span';
import { type ChunkLinks, type ChunkReference, linksOf } from './links';
import type { Definition, Reference } from './model';

/** A definition with the objective it belongs to, counted in document order; -1 before the first. */
export interface PlacedDefinition extends Definition {
  readonly key: string;
  readonly objective: number;
}

export interface PlacedReference extends Reference {
  readonly found: ChunkReference;
  readonly objective: number;
}

/** A chunk's links where it stands now; `base` objectives stand before it. */
interface PlacedChunk {
  readonly start: number;
  readonly base: number;
  readonly definitions: readonly PlacedDefinition[];
  readonly references: readonly PlacedReference[];
}

type Owners = Map<string, Set<ChunkContent>>;

/** The last part of `file/id`. */
export const tailOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

export class DocumentLinks {
  #reading: OkrDocument | undefined;
  #chunks: Chunks = NO_CHUNKS;
  readonly #ids: Owners = new Map();
  readonly #labels: Owners = new Map();
  /** Who refers to something that ends in a key. */
  readonly #tails: Owners = new Map();
  /** Chunks that have items, by where they stand in the newest reading; made when somebody asks. */
  #places: Map<ChunkContent, { readonly start: number; readonly base: number }> | undefined;
  #placed = new Notes<ChunkContent, PlacedChunk>();

  constructor(private readonly document: string) {}

  /** Takes in a newer reading. Returns whether ids or references are others than before. */
  update(reading: OkrDocument): boolean {
    const { chunks: after, text } = reading;
    const before = this.#chunks;
    const { first, last } = after.sharedWith(before);
    const gone = before.contents.slice(first, before.length - last).map((content) => this.#forget(content));
    const come = after.between(first, after.length - last).map((chunk) => this.#learn(chunk, text));
    this.#reading = reading;
    this.#chunks = after;
    this.#places = undefined;
    const said = (signatures: readonly string[]) => signatures.filter(Boolean).join(' ');
    return said(gone) !== said(come);
  }

  get hasReferences(): boolean {
    return this.#tails.size > 0;
  }

  /** Explicit ids, each once. */
  ids(): Iterable<string> {
    return this.#ids.keys();
  }

  definitions(): readonly PlacedDefinition[] {
    return this.#allPlaced().flatMap(({ definitions }) => definitions);
  }

  /** Those of which `wanted` says so; only they cost anything. */
  references(wanted: (found: ChunkReference) => boolean = () => true): readonly PlacedReference[] {
    if (!this.hasReferences) return [];
    const chosen: PlacedReference[] = [];
    for (const content of this.#chunks.contents) {
      if (content.items.length === 0) continue;
      const { references } = this.#linksOf(content);
      references.forEach((found, n) => {
        if (wanted(found)) chosen.push(this.#placedChunk(content).references[n] as PlacedReference);
      });
    }
    return chosen;
  }

  /** References whose last part is a key, and perhaps others of the same chunks. */
  referencesEndingIn(key: string): readonly PlacedReference[] {
    return this.#placedBy(this.#tails.get(key)).flatMap(({ references }) => references);
  }

  hasId(key: string): boolean {
    return this.#ids.has(key);
  }

  byId(key: string): readonly PlacedDefinition[] {
    return this.#defined(this.#ids, key, false);
  }

  /** Of several with the same label, that of the objective `near`. `KR2` under `O1` may also be called `KR 1.2`. */
  byLabel(key: string, near?: number): readonly PlacedDefinition[] {
    const all = this.#defined(this.#labels, key, true);
    if (all.length === 0) return this.#byNumber(key);
    if (all.length < 2 || near === undefined) return all;
    const close = all.filter(({ objective }) => objective === near);
    return close.length > 0 ? close : all;
  }

  /** The objective that an item is or belongs to, by its place; -1 before the first. */
  objectiveOf({ item, offset }: Located<Item>): number {
    const content = this.#contentAt(offset);
    return content ? this.#placeOf(content).base + countObjectives(content, item) - 1 : -1;
  }

  /** The keys of an item's own ids and label. */
  keysOf({ item, offset }: Located<Item>): string[] {
    const content = this.#contentAt(offset);
    if (!content) return [];
    return this.#linksOf(content).definitions.flatMap((one) => (one.item === item ? [one.key] : []));
  }

  /** The number in the label of the objective above a key result. */
  labelAbove(located: Located<Item>): string | undefined {
    const objective = this.objectiveOf(located);
    const start = this.#objectiveChunk(objective);
    const label = start?.definitions.find(
      (one) => one.objective === objective && one.implicit && one.item.item.kind === 'objective',
    );
    return label?.key.slice(1);
  }

  #objectiveChunk(objective: number): PlacedChunk | undefined {
    for (const [content, { base }] of this.#allPlaces())
      if (base <= objective && objective < base + this.#linksOf(content).objectives)
        return this.#placedChunk(content);
    return undefined;
  }

  #contentAt(offset: number): ChunkContent | undefined {
    return this.#chunks.holding(offset)?.content;
  }

  #byNumber(key: string): readonly PlacedDefinition[] {
    const [, objective, keyResult] = /^kr(\d+)\.(\d+)$/.exec(key) ?? [];
    if (objective === undefined) return [];
    const above = new Set(this.#defined(this.#labels, `o${objective}`, true).map((one) => one.objective));
    return this.#defined(this.#labels, `kr${keyResult}`, true).filter((one) => above.has(one.objective));
  }

  #defined(owners: Owners, key: string, implicit: boolean): readonly PlacedDefinition[] {
    return this.#placedBy(owners.get(key)).flatMap(({ definitions }) =>
      definitions.filter((one) => one.key === key && (one.implicit === true) === implicit),
    );
  }

  #learn({ content, start }: Chunk, text: string): string {
    const { definitions, references, signature } = linksOf(content, text, start);
    for (const { key, implicit } of definitions) add(implicit ? this.#labels : this.#ids, key, content);
    for (const tail of tailsOf(references)) add(this.#tails, tail, content);
    return signature;
  }

  #forget(content: ChunkContent): string {
    const { definitions, references, signature } = linksOf(content, '', 0);
    for (const { key, implicit } of definitions) drop(implicit ? this.#labels : this.#ids, key, content);
    for (const tail of tailsOf(references)) drop(this.#tails, tail, content);
    return signature;
  }

  #allPlaced(): readonly PlacedChunk[] {
    return Array.from(this.#allPlaces().keys(), (content) => this.#placedChunk(content));
  }

  #placedBy(contents: ReadonlySet<ChunkContent> | undefined): readonly PlacedChunk[] {
    if (!contents) return [];
    const placed = Array.from(contents, (content) => this.#placedChunk(content));
    return placed.length < 2 ? placed : placed.sort((a, b) => a.start - b.start);
  }

  #allPlaces() {
    if (!this.#places) {
      this.#places = new Map();
      let base = 0;
      for (const { content, start } of this.#chunks) {
        if (content.items.length === 0) continue;
        this.#places.set(content, { start, base });
        base += this.#linksOf(content).objectives;
      }
    }
    return this.#places;
  }

  #placeOf(content: ChunkContent) {
    return this.#allPlaces().get(content) ?? { start: 0, base: 0 };
  }

  #linksOf(content: ChunkContent): ChunkLinks {
    return linksOf(content, this.#reading?.text ?? '', 0);
  }

  /** Made anew only where the chunk has moved. */
  #placedChunk(content: ChunkContent): PlacedChunk {
    const { start, base } = this.#placeOf(content);
    const known = this.#placed.get(content);
    if (known?.start === start && known.base === base) return known;
    const links = this.#linksOf(content);
    const common = (item: Item, ordinal: number, span: { start: number; end: number }) => ({
      document: this.document,
      item: { item, offset: start },
      span: shift(span, start),
      objective: base + ordinal - 1,
    });
    const placed: PlacedChunk = {
      start,
      base,
      definitions: links.definitions.map(({ item, ordinal, span, id, key, implicit }) => ({
        ...common(item, ordinal, span),
        id,
        key,
        ...(implicit ? { implicit } : {}),
      })),
      references: links.references.map((found) => ({
        ...common(found.item, found.ordinal, found.span),
        id: found.id,
        found,
      })),
    };
    this.#placed.set(content, placed);
    return placed;
  }
}

/** Objectives of a chunk up to an item, and with it. */
function countObjectives({ items }: ChunkContent, upTo: Item): number {
  let count = 0;
  for (const item of items) {
    if (item.kind === 'objective') count++;
    if (item === upTo) break;
  }
  return count;
}

function tailsOf(references: readonly ChunkReference[]): Set<string> {
  const tails = new Set<string>();
  for (const { key, label, tailLabel } of references) {
    tails.add(key);
    tails.add(tailOf(key));
    if (label !== undefined) tails.add(label);
    if (tailLabel !== undefined) tails.add(tailLabel);
  }
  return tails;
}

function add(owners: Owners, key: string, content: ChunkContent): void {
  const known = owners.get(key);
  if (known) known.add(content);
  else owners.set(key, new Set([content]));
}

function drop(owners: Owners, key: string, content: ChunkContent): void {
  const known = owners.get(key);
  known?.delete(content);
  if (known?.size === 0) owners.delete(key);
}
