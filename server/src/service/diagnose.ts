/**
 * From a reading to its findings. Findings of a chunk are kept for as long as the chunk's text, the settings, the
 * document's language and the objective above stay the same, so that a key press costs only the chunk it touches.
 */
import type { Chunk, ChunkContent, Item, Located, OkrDocument } from '../document/model';
import { checkDocument, checkStatement, GroupChecks, resolveSeverities } from '../rules';
import type { DocumentContext, Finding, RuleId, SeveritySetting } from '../rules/rule';
import { analyse, detectLanguage, isForeign } from '../statement';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import { type Span, shift } from '../text/span';
import { chunkAt, chunkIndexAt } from './chunks';
import { fallbackLanguage, isForeignAround, type Tongue, tongueOf } from './document-profile';
import type { LintSettings } from './settings';
import { suppress } from './suppressions';

/** A finding in its document: `span` is absolute; `item` is what it is about, absent for the document as a whole. */
export interface PlacedFinding extends Finding {
  readonly item?: Located<Item>;
  /** Language of the sentence it is about, or of the document. */
  readonly language: Language;
  /** Stays the same object while the finding only moves: what depends on its words can be kept by it. */
  readonly origin: Finding;
}

/** What rules may know beside the text. */
export type Surroundings = Pick<DocumentContext, 'path' | 'alignment'>;

interface Reading {
  /** What the findings depend on beside document and settings. */
  readonly state: string;
  readonly findings: readonly PlacedFinding[];
}

/** A finding inside a chunk; `span` counts from the chunk's start. */
interface ChunkFinding {
  readonly finding: Finding;
  readonly item: Item;
  readonly language: Language;
}

interface ChunkResult {
  readonly settings: LintSettings;
  readonly tongue: Tongue;
  /** Facts of the objective that stands above the chunk. */
  readonly above: StatementFacts | undefined;
  readonly findings: readonly ChunkFinding[];
  /** Facts of the last objective in the chunk, or of the one above it. */
  readonly below: StatementFacts | undefined;
  /** The findings where the chunk stood last; a chunk before the edit has not moved. */
  placed: { readonly start: number; readonly findings: readonly PlacedFinding[] } | undefined;
}

/**
 * UTF-16 units of a sentence that are judged. Nobody writes a longer key result; what is longer is a pasted page or an
 * attack, and must not cost more than a sentence does.
 */
const LONGEST_STATEMENT = 2000;

/** So many statements are judged in a few dozen milliseconds. */
const AT_ONCE = 200;
/** Chunks that are looked at around a place while the rest has not been judged. */
const MOST_NEAR = 50;

function sameTongue(one: Tongue, other: Tongue): boolean {
  return one.language === other.language && one.foreign === other.foreign;
}

interface ItemFacts {
  readonly fallback: Language;
  /** Whether the item's surroundings are in a language that okrlint does not know. */
  readonly around: boolean;
  readonly facts: StatementFacts;
}

/** Findings with their caches. One per service; safe to share between documents. */
export class Diagnoser {
  readonly #chunks = new WeakMap<ChunkContent, ChunkResult>();
  readonly #kept = new WeakMap<Item, ItemFacts>();
  readonly #severities = new WeakMap<LintSettings, (id: RuleId) => SeveritySetting>();
  readonly #readings = new WeakMap<OkrDocument, Map<LintSettings, Reading>>();
  readonly #groups = new GroupChecks();
  readonly #places = new WeakMap<Finding, PlacedFinding>();

  /** Facts of an item of a document; kept, so asking twice costs nothing. */
  factsOf(document: OkrDocument, { item, offset }: Located<Item>): StatementFacts {
    const content = chunkAt(document.chunks, offset)?.content;
    const { language, foreign } = tongueOf(document);
    return content
      ? this.#facts(item, fallbackLanguage(language, content, item), isForeignAround(foreign, content, item))
      : this.#facts(item, language, foreign);
  }

  /** `fallback` is for sentences that do not show their own language. */
  #facts(item: Item, fallback: Language, around: boolean): StatementFacts {
    const known = this.#kept.get(item);
    if (known?.fallback === fallback && known.around === around) return known.facts;
    const text = item.statement.text.slice(0, LONGEST_STATEMENT);
    const facts = analyse(text, detectLanguage(text, fallback), isForeign(text, around));
    this.#kept.set(item, { fallback, around, facts });
    return facts;
  }

  /** All findings of a document, in document order, suppressed ones left out. */
  findings(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings = {},
  ): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const bySettings = getOrAdd(this.#readings, document, () => new Map<LintSettings, Reading>());
    const { path, alignment } = surroundings;
    const state = `${today} ${alignment ? alignment.index.version : ''} ${path ?? ''}`;
    const known = bySettings.get(settings);
    if (known?.state === state) return known.findings;
    const findings = this.#compute(document, settings, today, surroundings);
    bySettings.set(settings, { state, findings });
    return findings;
  }

  /**
   * Judges the statements that were not judged yet, a chunk per step; what has been done is kept when a caller stops.
   * Once it has come to its end, `findings` costs little.
   */
  *judge(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings = {},
  ): Generator<void, void, void> {
    if (!document.recognition.isOkr) return;
    const tongue = tongueOf(document);
    let above: StatementFacts | undefined;
    for (const chunk of document.chunks) {
      above = this.#chunk(chunk, settings, tongue, above).below;
      yield;
    }
    const context = this.#context(document, settings, today, surroundings);
    yield* this.#groups.warm(context, this.#severityOf(settings));
  }

  /** Whether `findings` would be long in coming: much of the document has not been judged yet. */
  isFar(document: OkrDocument, settings: LintSettings): boolean {
    let missing = 0;
    for (const { content } of document.chunks) {
      if (this.#chunks.get(content)?.settings !== settings) missing += content.items.length;
      if (missing > AT_ONCE) return document.recognition.isOkr;
    }
    return false;
  }

  /** The findings of the chunks that a span touches, without those about the document as a whole. */
  findingsNear(document: OkrDocument, settings: LintSettings, span: Span): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const tongue = tongueOf(document);
    const first = chunkIndexAt(document.chunks, span.start);
    const chunks = document.chunks.slice(first, first + MOST_NEAR).filter(({ start }) => start <= span.end);
    let above = this.#objectiveBefore(document, first);
    const placed: PlacedFinding[] = [];
    for (const chunk of chunks) {
      const result = this.#chunk(chunk, settings, tongue, above);
      placed.push(...placedAt(result, chunk.start));
      above = result.below;
    }
    return suppress(document, placed, this.#severityOf(settings)).filter(isPlaced);
  }

  /** Facts of the last objective before a chunk. */
  #objectiveBefore(document: OkrDocument, index: number): StatementFacts | undefined {
    for (let n = index - 1; n >= 0; n--) {
      const { start, content } = document.chunks[n] as Chunk;
      const item = content.items.findLast(({ kind }) => kind === 'objective');
      if (item) return this.factsOf(document, { item, offset: start });
    }
    return undefined;
  }

  #compute(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
  ): readonly PlacedFinding[] {
    const tongue = tongueOf(document);
    const { language } = tongue;
    const severityOf = this.#severityOf(settings);
    const placed: PlacedFinding[] = [];
    let above: StatementFacts | undefined;
    for (const chunk of document.chunks) {
      const result = this.#chunk(chunk, settings, tongue, above);
      for (const finding of placedAt(result, chunk.start)) placed.push(finding);
      above = result.below;
    }
    const context = this.#context(document, settings, today, surroundings);
    const whole = checkDocument(context, severityOf, this.#groups);
    for (const finding of whole) placed.push(this.#place(document, finding, language));
    if (whole.length > 0) placed.sort((a, b) => a.span.start - b.span.start);
    return suppress(document, placed, severityOf).map((finding) =>
      isPlaced(finding) ? finding : { ...finding, language, origin: finding },
    );
  }

  #context(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
  ): DocumentContext {
    return {
      document,
      objectives: document.objectives(),
      today,
      language: tongueOf(document).language,
      factsOf: (item) => this.factsOf(document, item),
      ...configured(settings),
      ...surroundings,
    };
  }

  /** A finding of a document rule as it is shown; one that has not moved is the same object as before. */
  #place(document: OkrDocument, finding: Finding, language: Language): PlacedFinding {
    const { about } = finding;
    if (!about) return { ...finding, language, origin: finding };
    return getOrAdd(this.#places, finding, () => ({
      ...finding,
      item: about,
      language: this.factsOf(document, about).language,
      origin: originOf(finding),
    }));
  }

  #chunk(
    chunk: Chunk,
    settings: LintSettings,
    tongue: Tongue,
    above: StatementFacts | undefined,
  ): ChunkResult {
    const known = this.#chunks.get(chunk.content);
    if (known?.settings === settings && sameTongue(known.tongue, tongue) && known.above === above)
      return known;
    const { language, foreign } = tongue;
    const severityOf = this.#severityOf(settings);
    const findings: ChunkFinding[] = [];
    let below = above;
    for (const item of chunk.content.items) {
      if (item.kind === 'initiative') continue;
      const facts = this.#facts(
        item,
        fallbackLanguage(language, chunk.content, item),
        isForeignAround(foreign, chunk.content, item),
      );
      if (item.kind === 'objective') below = facts;
      if (item.struck) continue;
      const context =
        item.kind === 'key-result' && below ? { item, facts, objective: below } : { item, facts };
      for (const finding of checkStatement(context, severityOf))
        findings.push({
          finding: { ...finding, span: shift(finding.span, item.statement.span.start) },
          item,
          language: facts.language,
        });
    }
    const result: ChunkResult = { settings, tongue, above, findings, below, placed: undefined };
    this.#chunks.set(chunk.content, result);
    return result;
  }

  #severityOf(settings: LintSettings): (id: RuleId) => SeveritySetting {
    return getOrAdd(this.#severities, settings, () => resolveSeverities(settings.profile, settings.rules));
  }
}

/** What document rules take from the settings, where it is set. */
function configured({ limits, owners, acronyms, cycle }: LintSettings): Partial<DocumentContext> {
  return {
    ...(limits ? { limits } : {}),
    ...(owners ? { owners } : {}),
    ...(acronyms ? { acronyms } : {}),
    ...(cycle === undefined ? {} : { cycle }),
  };
}

/** The findings of a chunk that stands at `start`. */
function placedAt(result: ChunkResult, start: number): readonly PlacedFinding[] {
  if (result.placed?.start !== start) {
    const findings = result.findings.map(({ finding, item, language }) => ({
      ...finding,
      span: shift(finding.span, start),
      item: { item, offset: start },
      language,
      origin: finding,
    }));
    result.placed = { start, findings };
  }
  return result.placed.findings;
}

function originOf(finding: Finding): Finding {
  return 'origin' in finding ? (finding.origin as Finding) : finding;
}

function isPlaced(finding: Finding): finding is PlacedFinding {
  return 'language' in finding;
}

function getOrAdd<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The item whose lines cover an offset of the document, if any. */
export function itemAt(document: OkrDocument, offset: number): Located<Item> | undefined {
  const chunk = chunkAt(document.chunks, offset);
  const inside = chunk && offset - chunk.start;
  const item = chunk?.content.items.find(({ span }) => covers(span, inside as number));
  return chunk && item ? { item, offset: chunk.start } : undefined;
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
