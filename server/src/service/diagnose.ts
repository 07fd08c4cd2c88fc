/**
 * From a reading to its findings. Findings of a chunk are kept for as long as the chunk's text, the settings, the
 * document's language and the objective above stay the same, so that a key press costs only the chunk it touches.
 */

import { objectivesOf } from '../document';
import { NO_CHUNKS } from '../document/chunks';
import type { Chunk, ChunkContent, Item, Located, OkrDocument } from '../document/model';
import {
  addCounts,
  checkStatement,
  checkWhole,
  countsOf,
  GroupChecks,
  inOrder,
  presentIn,
  resolveSeverities,
  type WholeFindings,
} from '../rules';
import type { DocumentContext, Finding, RuleId, SeveritySetting } from '../rules/rule';
import { analyse, detectLanguage, isForeign } from '../statement';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import { Notes } from '../text/notes';
import { type Span, shift } from '../text/span';
import { finish, type Steps } from '../text/steps';
import {
  allPlaced,
  type ChunkFinding,
  type ChunkResult,
  type Judged,
  type PlacedFinding,
  type Sighting,
  sighted,
  worstOf,
  worstSighted,
} from './chunk-results';
import { fallbackLanguage, isForeignAround, languageOf, type Tongue, tongueOf } from './document-profile';
import { Recent } from './recent';
import type { LintSettings } from './settings';
import { hasDirectives, suppress } from './suppressions';

export type { PlacedFinding, Sighting } from './chunk-results';

type WithOrigin = Finding & { readonly origin: Finding };

/** What rules may know beside the text. */
export type Surroundings = Pick<DocumentContext, 'path' | 'alignment'>;

/** What is known of one reading of a document under some settings. */
interface Reading {
  /** What the findings depend on beside document and settings. */
  readonly state: string;
  /** Findings about the document as a whole and its objectives. */
  readonly whole: WholeFindings;
  /** All findings, once somebody has asked for them. */
  all?: readonly PlacedFinding[];
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

function nothingJudged(tongue: Tongue): Judged {
  return { tongue, chunks: NO_CHUNKS, results: [], counts: countsOf([]), silencing: 0 };
}

/** The sums of `base` with its chunks from `from` up to `to` replaced by what `now` has from there on. */
function sums(
  base: Judged,
  from: number,
  to: number,
  now: Pick<Judged, 'chunks' | 'results'>,
): Pick<Judged, 'counts' | 'silencing'> {
  const counts = { ...base.counts };
  let { silencing } = base;
  const add = ({ chunks, results }: Pick<Judged, 'chunks' | 'results'>, end: number, times: 1 | -1) => {
    for (let n = from; n < end; n++) {
      addCounts(counts, (results[n] as ChunkResult).counts, times);
      if ((chunks.contents[n] as ChunkContent).directives.length > 0) silencing += times;
    }
  };
  add(base, to, -1);
  add(now, now.results.length, 1);
  return { counts, silencing };
}

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
  readonly #chunks = new Notes<ChunkContent, ChunkResult>();
  readonly #kept = new Notes<Item, ItemFacts>();
  readonly #recent = new Recent<ItemFacts>();
  readonly #severities = new WeakMap<LintSettings, (id: RuleId) => SeveritySetting>();
  readonly #judged = new Notes<OkrDocument, Map<LintSettings, Judged>>();
  /** What was judged last, for whoever has typed a letter since. */
  readonly #latest = new WeakMap<LintSettings, Judged>();
  readonly #readings = new Notes<OkrDocument, Map<LintSettings, Reading>>();
  readonly #groups = new GroupChecks();

  /** Facts of an item of a document; kept, so asking twice costs nothing. */
  factsOf(document: OkrDocument, { item, offset }: Located<Item>): StatementFacts {
    const content = document.chunks.holding(offset)?.content;
    const { language, foreign } = tongueOf(document);
    return content
      ? this.#facts(item, fallbackLanguage(language, content, item), isForeignAround(foreign, content, item))
      : this.#facts(item, language, foreign);
  }

  /** `fallback` is for sentences that do not show their own language. */
  #facts(item: Item, fallback: Language, around: boolean): StatementFacts {
    const holds = (known: ItemFacts | undefined) => known?.fallback === fallback && known.around === around;
    const known = this.#kept.get(item);
    if (known && holds(known)) return known.facts;
    const text = item.statement.text.slice(0, LONGEST_STATEMENT);
    const recent = this.#recent.get(text);
    if (recent && holds(recent)) {
      this.#kept.set(item, recent);
      return recent.facts;
    }
    const facts = analyse(text, detectLanguage(text, fallback), isForeign(text, around));
    const now = { fallback, around, facts };
    this.#kept.set(item, now);
    this.#recent.set(text, now);
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
    const reading = this.#reading(document, settings, today, surroundings);
    if (!reading.all) {
      const language = languageOf(document);
      const whole = inOrder(reading.whole).map((finding) =>
        this.#place(document, finding.placed(), language),
      );
      const { chunks, results } = this.judgedOf(document, settings);
      const placed = allPlaced(results, (n) => chunks.startOf(n), whole);
      reading.all = this.#unsuppressed(document, settings, placed);
    }
    return reading.all;
  }

  /** The worst `limit` of all findings, the earlier among equals, in document order. The others cost nothing. */
  worst(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
    limit: number,
  ): readonly Sighting[] {
    if (!document.recognition.isOkr) return [];
    const reading = this.#reading(document, settings, today, surroundings);
    const judged = this.judgedOf(document, settings);
    // What comments silence is not known before all are placed.
    if (!reading.all && judged.silencing === 0) {
      const worst = worstSighted(judged, reading.whole, limit);
      if (worst) return worst;
    }
    return worstOf(this.findings(document, settings, today, surroundings), limit).map(sighted);
  }

  /** A finding of `worst`. */
  placed(document: OkrDocument, sighting: Sighting): PlacedFinding {
    const finding = sighting.placed();
    return isPlaced(finding) ? finding : this.#place(document, finding, languageOf(document));
  }

  /** The findings of the chunks around a span, and at least those about the document as a whole. */
  findingsAround(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
    span: Span,
  ): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const reading = this.#reading(document, settings, today, surroundings);
    if (reading.all || hasDirectives(document)) return this.findings(document, settings, today, surroundings);
    const { chunks, results } = this.judgedOf(document, settings);
    // A sentence may end where the next chunk begins.
    const first = Math.max(0, chunks.indexAt(span.start) - 1);
    const last = chunks.indexAt(span.end) + 1;
    const from = chunks.startOf(first);
    const to = last < chunks.length ? chunks.startOf(last) : Number.POSITIVE_INFINITY;
    const language = languageOf(document);
    const { groups } = reading.whole;
    const endOf = (group: number) => (group + 1 < groups.length ? groups.offsetOf(group + 1) : to);
    const whole = inOrder(reading.whole, (group) => groups.offsetOf(group) < to && endOf(group) >= from)
      .map((finding) => finding.placed())
      .filter(({ about }) => !about || (about.offset >= from && about.offset < to))
      .map((finding) => this.#place(document, finding, language));
    return allPlaced(results.slice(first, last), (n) => chunks.startOf(first + n), whole);
  }

  #reading(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
  ): Reading {
    const bySettings = getOrAdd(this.#readings, document, () => new Map<LintSettings, Reading>());
    const { path, alignment } = surroundings;
    const state = `${today} ${alignment ? alignment.index.version : ''} ${path ?? ''}`;
    const known = bySettings.get(settings);
    if (known?.state === state) return known;
    const context = this.#context(document, settings, today, surroundings);
    const reading = { state, whole: checkWhole(context, this.#severityOf(settings), this.#groups) };
    bySettings.set(settings, reading);
    return reading;
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
  ): Steps<void> {
    if (!document.recognition.isOkr) return;
    yield* this.#walk(document, settings);
    const context = this.#context(document, settings, today, surroundings);
    yield* this.#groups.warm(context, this.#severityOf(settings));
  }

  /** Whether `findings` would be long in coming: much of the document has not been judged yet. */
  isFar(document: OkrDocument, settings: LintSettings): boolean {
    if (this.#judged.get(document)?.has(settings)) return false;
    let missing = 0;
    for (const content of document.chunks.contents) {
      if (this.#chunks.get(content)?.settings !== settings) missing += content.items.length;
      if (missing > AT_ONCE) return document.recognition.isOkr;
    }
    return false;
  }

  /** The findings of the chunks that a span touches, without those about the document as a whole. */
  findingsNear(document: OkrDocument, settings: LintSettings, span: Span): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const tongue = tongueOf(document);
    const first = document.chunks.indexAt(span.start);
    const chunks = document.chunks.between(first, first + MOST_NEAR).filter(({ start }) => start <= span.end);
    let above = this.#objectiveBefore(document, first);
    const results: ChunkResult[] = [];
    for (const { content } of chunks) {
      const result = this.#chunk(content, settings, tongue, above);
      results.push(result);
      above = result.below;
    }
    const placed = allPlaced(results, (n) => (chunks[n] as Chunk).start, []);
    return suppress(document, placed, this.#severityOf(settings)).filter(isPlaced);
  }

  /** Facts of the last objective before a chunk. */
  #objectiveBefore(document: OkrDocument, index: number): StatementFacts | undefined {
    for (let n = index - 1; n >= 0; n--) {
      const { start, content } = document.chunks.at(n) as Chunk;
      const item = content.items.findLast(({ kind }) => kind === 'objective');
      if (item) return this.factsOf(document, { item, offset: start });
    }
    return undefined;
  }

  /** What the document's own comments leave of findings, and what is to say about the comments. */
  #unsuppressed(
    document: OkrDocument,
    settings: LintSettings,
    placed: readonly PlacedFinding[],
  ): readonly PlacedFinding[] {
    if (!hasDirectives(document)) return placed;
    const language = languageOf(document);
    return suppress(document, placed, this.#severityOf(settings)).map((finding) =>
      isPlaced(finding) ? finding : { ...finding, language, origin: finding },
    );
  }

  /** The results of all chunks, without what comments silence. */
  judgedOf(document: OkrDocument, settings: LintSettings): Judged {
    return finish(this.#walk(document, settings));
  }

  /**
   * The results of all chunks; a step for each that is not as it was in what was judged before. What has been done is
   * kept when a caller stops.
   */
  *#walk(document: OkrDocument, settings: LintSettings): Steps<Judged> {
    const bySettings = getOrAdd(this.#judged, document, () => new Map<LintSettings, Judged>());
    const known = bySettings.get(settings);
    if (known) return known;
    const tongue = tongueOf(document);
    const { chunks } = document;
    const latest = this.#latest.get(settings);
    const base: Judged = latest && sameTongue(latest.tongue, tongue) ? latest : nothingJudged(tongue);
    const { first, last } = chunks.sharedWith(base.chunks);
    const rest = chunks.length - last;
    const moved = base.chunks.length - chunks.length;
    const results = base.results.slice(0, first);
    let above = results.at(-1)?.below;
    let n = first;
    for (; n < chunks.length; n++) {
      if (n >= rest && base.results[n + moved]?.above === above) break;
      const result = this.#chunk(chunks.contents[n] as ChunkContent, settings, tongue, above);
      results.push(result);
      above = result.below;
      yield;
    }
    const judged = {
      tongue,
      chunks,
      results,
      ...sums(base, first, n + moved, { chunks, results }),
    };
    for (let old = n + moved; old < base.results.length; old++)
      results.push(base.results[old] as ChunkResult);
    bySettings.set(settings, judged);
    this.#latest.set(settings, judged);
    return judged;
  }

  #context(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
  ): DocumentContext {
    return {
      document,
      objectives: objectivesOf(document),
      today,
      language: languageOf(document),
      factsOf: (item) => this.factsOf(document, item),
      ...configured(settings),
      ...surroundings,
    };
  }

  /** A finding of a document rule as it is shown. */
  #place(document: OkrDocument, finding: WithOrigin, language: Language): PlacedFinding {
    const { about } = finding;
    if (!about) return { ...finding, language };
    const { language: own } = this.#kept.get(about.item)?.facts ?? this.factsOf(document, about);
    return { ...finding, item: about, language: own };
  }

  #chunk(
    content: ChunkContent,
    settings: LintSettings,
    tongue: Tongue,
    above: StatementFacts | undefined,
  ): ChunkResult {
    const known = this.#chunks.get(content);
    if (known?.settings === settings && sameTongue(known.tongue, tongue) && known.above === above)
      return known;
    const { language, foreign } = tongue;
    const severityOf = this.#severityOf(settings);
    const findings: ChunkFinding[] = [];
    let below = above;
    for (const item of content.items) {
      if (item.kind === 'initiative') continue;
      const facts = this.#facts(
        item,
        fallbackLanguage(language, content, item),
        isForeignAround(foreign, content, item),
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
    findings.sort((a, b) => a.finding.span.start - b.finding.span.start);
    const counts = countsOf(findings.map(({ finding }) => finding.severity));
    const result: ChunkResult = {
      settings,
      tongue,
      above,
      findings,
      counts,
      present: presentIn(counts),
      below,
      placed: undefined,
    };
    this.#chunks.set(content, result);
    return result;
  }

  #severityOf(settings: LintSettings): (id: RuleId) => SeveritySetting {
    return getOrAdd(this.#severities, settings, () => resolveSeverities(settings.profile, settings.rules));
  }
}

/** What document rules take from the settings, where it is set. */
function configured({ limits, owners, acronyms, cycle, fiscalYear }: LintSettings): Partial<DocumentContext> {
  return {
    ...(limits ? { limits } : {}),
    ...(owners ? { owners } : {}),
    ...(acronyms ? { acronyms } : {}),
    ...(cycle === undefined ? {} : { cycle }),
    ...(fiscalYear ? { fiscalYear } : {}),
  };
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
  const chunk = document.chunks.holding(offset);
  const inside = chunk && offset - chunk.start;
  const item = chunk?.content.items.find(({ span }) => covers(span, inside as number));
  return chunk && item ? { item, offset: chunk.start } : undefined;
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
