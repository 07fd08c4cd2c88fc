/** Ids and references of one reading, placed in the document and looked up by key. */
import type { Item, Located, OkrDocument } from '../document/model';
import { shift } from '../text/span';
import { keyOfLabel } from './ids';
import { type ChunkReference, linksOf } from './links';
import type { Definition, Reference } from './model';

/** A definition with the objective it belongs to, counted in document order; -1 before the first. */
export interface PlacedDefinition extends Definition {
  readonly objective: number;
}

export interface PlacedReference extends Reference {
  readonly found: ChunkReference;
  readonly objective: number;
}

export class DocumentLinks {
  readonly definitions: readonly PlacedDefinition[];
  readonly references: readonly PlacedReference[];
  readonly #byId = new Map<string, PlacedDefinition[]>();
  readonly #byLabel = new Map<string, PlacedDefinition[]>();
  readonly #objectives: readonly Located<Item>[];

  constructor(document: string, reading: OkrDocument) {
    const definitions: PlacedDefinition[] = [];
    const references: PlacedReference[] = [];
    const objectives: Located<Item>[] = [];
    for (const { content, start } of reading.chunks) {
      if (content.items.length === 0) continue;
      const links = linksOf(content, reading.text, start);
      const belongs = new Map<Item, number>();
      for (const item of content.items) {
        if (item.kind === 'objective') objectives.push({ item, offset: start });
        belongs.set(item, objectives.length - 1);
      }
      const placed = ({ item, span }: { item: Item; span: { start: number; end: number } }) => ({
        document,
        item: { item, offset: start },
        span: shift(span, start),
        objective: belongs.get(item) ?? -1,
      });
      for (const found of links.definitions) {
        const definition: PlacedDefinition = {
          ...placed(found),
          id: found.id,
          ...(found.implicit ? { implicit: true } : {}),
        };
        definitions.push(definition);
        add(found.implicit ? this.#byLabel : this.#byId, found.key, definition);
      }
      for (const found of links.references) references.push({ ...placed(found), id: found.id, found });
    }
    this.definitions = definitions;
    this.references = references;
    this.#objectives = objectives;
    this.#addNumbered();
  }

  /** `KR2` under `O1` may also be called `KR 1.2`, unless another one is labelled so. */
  #addNumbered(): void {
    const numbers = this.#objectives.map(
      ({ item }) => item.label && keyOfLabel('objective', item.label.text)?.slice(1),
    );
    for (const [key, definitions] of [...this.#byLabel]) {
      if (!/^kr\d+$/.test(key)) continue;
      for (const definition of definitions) {
        const number = numbers[definition.objective];
        const long = number === undefined ? undefined : `kr${number}.${key.slice(2)}`;
        if (long !== undefined && !this.#byLabel.has(long)) this.#byLabel.set(long, [definition]);
      }
    }
  }

  byId(key: string): readonly PlacedDefinition[] {
    return this.#byId.get(key) ?? [];
  }

  /** Of several with the same label, that of the objective `near`. */
  byLabel(key: string, near?: number): readonly PlacedDefinition[] {
    const all = this.#byLabel.get(key) ?? [];
    if (all.length < 2 || near === undefined) return all;
    const close = all.filter(({ objective }) => objective === near);
    return close.length > 0 ? close : all;
  }

  /** The objective that an item is or belongs to, by its place. */
  objectiveOf({ item, offset }: Located<Item>): number {
    const at = offset + item.span.start;
    let low = 0;
    let high = this.#objectives.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const objective = this.#objectives[middle] as Located<Item>;
      if (objective.offset + objective.item.span.start <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
