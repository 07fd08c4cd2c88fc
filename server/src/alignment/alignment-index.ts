/** The index over all documents. Work is put off until somebody asks, as documents change with every key press. */
import type { OkrDocument } from '../document/model';
import { findCircles } from './circles';
import { DocumentLinks, type PlacedDefinition, type PlacedReference } from './document-links';
import { type DocumentName, folderOf, isNamed, keyOf, labelKeyOf, nameOfDocument } from './ids';
import type { ChunkReference } from './links';
import type { AlignmentIndex, Definition, Reference, Sought } from './model';

interface Entry {
  readonly name: DocumentName;
  readonly links: DocumentLinks;
  reading: OkrDocument;
  /** Which keys of its references lead anywhere, as of a version. */
  found: { readonly version: number; readonly byKey: Map<string, boolean> } | undefined;
}

class Index implements AlignmentIndex {
  readonly #entries = new Map<string, Entry>();
  /** Documents whose reading is newer than their links. */
  readonly #changed = new Set<string>();
  #version = 0;
  /** Where explicit ids stand, by key; made anew after the version has changed. */
  #owners: { readonly version: number; readonly byKey: ReadonlyMap<string, readonly string[]> } | undefined;
  /** Documents to which others refer. */
  #targeted: { readonly version: number; readonly documents: ReadonlySet<string> } | undefined;
  #circles: { readonly version: number; readonly ids: readonly (readonly Place[])[] } | undefined;

  get version(): number {
    for (const document of this.#changed) {
      const entry = this.#entries.get(document);
      if (entry?.links.update(entry.reading)) this.#version++;
    }
    this.#changed.clear();
    return this.#version;
  }

  update(document: string, reading: OkrDocument): void {
    const entry = this.#entries.get(document);
    if (entry?.reading === reading) return;
    if (entry) entry.reading = reading;
    else {
      const links = new DocumentLinks(document);
      this.#entries.set(document, { name: nameOfDocument(document), links, reading, found: undefined });
      // Its name alone may make `file/id` ambiguous.
      this.#version++;
    }
    this.#changed.add(document);
  }

  remove(document: string): void {
    if (!this.#entries.delete(document)) return;
    this.#changed.delete(document);
    this.#version++;
  }

  resolve(sought: Sought): readonly Definition[] {
    if (isPlaced(sought)) return this.#targets(sought);
    const { document, id, item } = sought;
    const own = this.#links(document);
    const near = item && own?.objectiveOf(item);
    return this.#find(document, own, keyOf(id), labelKeyOf(id), near);
  }

  definitions(document: string): readonly Definition[] {
    return this.#links(document)?.definitions() ?? [];
  }

  references(document: string): readonly Reference[] {
    const leads = this.#leadsSomewhere(document);
    return this.#links(document)?.references((found) => !found.tentative || leads(found)) ?? [];
  }

  dangling(document: string): readonly Reference[] {
    const leads = this.#leadsSomewhere(document);
    return this.#links(document)?.references((found) => !found.tentative && !leads(found)) ?? [];
  }

  referencesTo(definition: Definition): readonly Reference[] {
    const keys = this.#keysOf(definition);
    const isTarget = (other: Definition) => isSameItem(other, definition);
    return [...this.#entries.keys()].flatMap((document) => {
      const links = this.#links(document);
      const candidates = new Set(keys.flatMap((key) => links?.referencesEndingIn(key) ?? []));
      return [...candidates].filter((one) => this.#targets(one).some(isTarget)).sort(byPlace);
    });
  }

  /** All that the item of a definition may be called. */
  #keysOf({ document, item }: Definition): string[] {
    const links = this.#links(document);
    if (!links) return [];
    const keys = links.keysOf(item);
    const above = links.labelAbove(item);
    const long = keys.flatMap((key) => {
      const number = /^kr(\d+)$/.exec(key)?.[1];
      return number !== undefined && above !== undefined ? [`kr${above}.${number}`] : [];
    });
    return [...keys, ...long];
  }

  isReferredTo(document: string): boolean {
    const { version } = this;
    if (this.#targeted?.version !== version)
      this.#targeted = { version, documents: this.#targetedByOthers() };
    return this.#targeted.documents.has(document);
  }

  #targetedByOthers(): Set<string> {
    const targeted = new Set<string>();
    for (const document of this.#entries.keys()) {
      const asked = new Set<string>();
      // The same words elsewhere in the document may mean another item, but never one of another document.
      const isNew = ({ key }: ChunkReference) => !asked.has(key) && asked.add(key) !== undefined;
      for (const reference of this.#links(document)?.references(isNew) ?? [])
        for (const target of this.#targets(reference))
          if (target.document !== document) targeted.add(target.document);
    }
    return targeted;
  }

  cycles(): readonly (readonly Definition[])[] {
    const { version } = this;
    if (this.#circles?.version !== version)
      this.#circles = { version, ids: findCircles(this.#support()).map((circle) => circle.map(parsePlace)) };
    return this.#circles.ids
      .map((circle) => circle.flatMap((place) => this.#definitionOf(place)))
      .filter((circle) => circle.length > 0);
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  *documents() {
    for (const [document, { reading }] of this.#entries) {
      const objectives = reading.objectives();
      if (objectives.length > 0) yield { document, objectives };
    }
  }

  reading(document: string): OkrDocument | undefined {
    return this.#entries.get(document)?.reading;
  }

  #links(document: string): DocumentLinks | undefined {
    // Brings all links up to date.
    void this.version;
    return this.#entries.get(document)?.links;
  }

  /** Whether references of a document resolve at all; that is the same as long as no id changes anywhere. */
  #leadsSomewhere(document: string): (found: ChunkReference) => boolean {
    const { version } = this;
    const entry = this.#entries.get(document);
    if (!entry) return () => false;
    if (entry.found?.version !== version) entry.found = { version, byKey: new Map() };
    const { byKey } = entry.found;
    return ({ key, label }) => {
      let leads = byKey.get(key);
      if (leads === undefined) {
        leads = this.#find(document, entry.links, key, label, undefined).length > 0;
        byKey.set(key, leads);
      }
      return leads;
    };
  }

  #targets({ document, found, objective }: PlacedReference): readonly PlacedDefinition[] {
    return this.#find(document, this.#links(document), found.key, found.label, objective);
  }

  #find(
    document: string,
    own: DocumentLinks | undefined,
    key: string,
    label: string | undefined,
    near: number | undefined,
  ): readonly PlacedDefinition[] {
    const inside = own ? within(own, key, label, near) : [];
    if (inside.length > 0) return inside;
    const elsewhere = this.#ownersOf(key).flatMap((other) => this.#links(other)?.byId(key) ?? []);
    return elsewhere.length > 0 ? elsewhere : this.#byFile(document, key);
  }

  /** `company/o2`: of several files of that name those in the same folder. */
  #byFile(document: string, key: string): readonly PlacedDefinition[] {
    const slash = key.lastIndexOf('/');
    if (slash <= 0) return [];
    const file = key.slice(0, slash);
    const id = key.slice(slash + 1);
    const found = [...this.#entries]
      .filter(([, { name }]) => isNamed(name, file))
      .flatMap(([other]) => {
        const links = this.#links(other);
        return links ? within(links, id, labelKeyOf(id), undefined) : [];
      });
    const neighbours = found.filter((one) => folderOf(one.document) === folderOf(document));
    return neighbours.length > 0 ? neighbours : found;
  }

  #ownersOf(key: string): readonly string[] {
    const { version } = this;
    if (this.#owners?.version !== version) {
      const byKey = new Map<string, string[]>();
      for (const [document, { links }] of this.#entries)
        for (const id of links.ids()) byKey.set(id, [...(byKey.get(id) ?? []), document]);
      this.#owners = { version, byKey };
    }
    return this.#owners.byKey.get(key) ?? [];
  }

  /** Which objective supports which: those that its own references and those of its key results mean. */
  #support(): Map<string, Set<string>> {
    const graph = new Map<string, Set<string>>();
    for (const document of this.#entries.keys())
      for (const reference of this.#links(document)?.references() ?? []) {
        const { kind } = reference.item.item;
        if (kind === 'initiative' || reference.objective < 0) continue;
        const [target, ...others] = this.#targets(reference);
        // What is ambiguous proves nothing.
        if (!target || others.length > 0 || target.objective < 0) continue;
        const from = placeOf(document, reference.objective);
        const to = placeOf(target.document, target.objective);
        // A key result may well name its own objective, an objective must not.
        if (from === to && (kind !== 'objective' || target.item.item.kind !== 'objective')) continue;
        graph.set(from, (graph.get(from) ?? new Set()).add(to));
      }
    return graph;
  }

  /** Some definition by which an objective, or else one of its key results, is known. */
  #definitionOf({ document, objective }: Place): Definition[] {
    const own =
      this.#links(document)
        ?.definitions()
        .filter((one) => one.objective === objective) ?? [];
    const best = own.find(({ item }) => item.item.kind === 'objective') ?? own[0];
    return best ? [best] : [];
  }
}

interface Place {
  readonly document: string;
  readonly objective: number;
}

const placeOf = (document: string, objective: number) => `${objective} ${document}`;

function parsePlace(place: string): Place {
  const gap = place.indexOf(' ');
  return { document: place.slice(gap + 1), objective: Number(place.slice(0, gap)) };
}

function within(links: DocumentLinks, key: string, label: string | undefined, near: number | undefined) {
  const named = links.byId(key);
  return named.length > 0 || label === undefined ? named : links.byLabel(label, near);
}

function isSameItem(a: Definition, b: Definition): boolean {
  return (
    a.document === b.document &&
    a.item.offset + a.item.item.span.start === b.item.offset + b.item.item.span.start
  );
}

function isPlaced(sought: Sought): sought is PlacedReference {
  return 'found' in sought;
}

const byPlace = (a: Reference, b: Reference) => a.span.start - b.span.start;

/** An empty index. */
export function createAlignmentIndex(): AlignmentIndex {
  return new Index();
}
