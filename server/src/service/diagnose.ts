/** From a reading to its findings: those of its statements, of its objectives and of the document as a whole. */
import { objectivesOf } from '../document';
import type { Chunk, Item, Located, OkrDocument } from '../document/model';
import { checkWhole, GroupChecks, inOrder, resolveSeverities, type WholeFindings } from '../rules';
import type { DocumentContext, Finding, SeverityOf } from '../rules/rule';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import { Notes } from '../text/notes';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { ChunkJudge } from './chunk-judge';
import {
  allPlaced,
  type Judged,
  type PlacedFinding,
  type Sighting,
  sighted,
  worstOf,
  worstSighted,
} from './chunk-results';
import { languageOf } from './document-profile';
import { FactsStore } from './facts-store';
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

/** Chunks that are looked at around a place while the rest has not been judged. */
const MOST_NEAR = 50;

/** Findings with their caches. One per service; safe to share between documents. */
export class Diagnoser {
  readonly #facts = new FactsStore();
  readonly #chunks = new ChunkJudge(this.#facts, (settings) => this.#severityOf(settings));
  readonly #severities = new WeakMap<LintSettings, SeverityOf>();
  readonly #readings = new Notes<OkrDocument, Map<LintSettings, Reading>>();
  readonly #groups = new GroupChecks();

  /** Facts of an item of a document; kept, so asking twice costs nothing. */
  factsOf(document: OkrDocument, item: Located<Item>): StatementFacts {
    return this.#facts.of(document, item);
  }

  /** The results of all chunks, without what comments silence. */
  judgedOf(document: OkrDocument, settings: LintSettings): Judged {
    return finish(this.#chunks.judge(document, settings));
  }

  /** Whether `findings` would be long in coming: much of the document has not been judged yet. */
  isFar(document: OkrDocument, settings: LintSettings): boolean {
    return document.recognition.isOkr && this.#chunks.isFar(document, settings);
  }

  /** All findings of a document, in document order, suppressed ones left out. */
  findings(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings = {},
  ): readonly PlacedFinding[] {
    return finish(this.#findings(document, settings, today, surroundings));
  }

  /** The same in steps: of what has many comments that silence something, each takes its time. */
  *#findings(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
  ): Steps<readonly PlacedFinding[]> {
    if (!document.recognition.isOkr) return [];
    const reading = this.#reading(document, settings, today, surroundings);
    if (!reading.all) {
      const language = languageOf(document);
      const whole = inOrder(reading.whole).map((finding) =>
        this.#place(document, finding.placed(), language),
      );
      const { chunks, results } = this.judgedOf(document, settings);
      yield;
      const placed = allPlaced(results, (n) => chunks.startOf(n), whole);
      yield;
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
    if (judged.silencing === 0) return worstSighted(judged, reading.whole, limit);
    return worstOf(this.findings(document, settings, today, surroundings), limit).map(sighted);
  }

  /** A finding of `worst`. */
  placed(document: OkrDocument, sighting: Sighting): PlacedFinding {
    const finding = sighting.placed();
    return isPlaced(finding) ? finding : this.#place(document, finding, languageOf(document));
  }

  /** The findings of the chunks around a span, and those about the document as a whole that stand there. */
  findingsAround(
    document: OkrDocument,
    settings: LintSettings,
    today: string,
    surroundings: Surroundings,
    span: Span,
  ): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const { chunks, results, silencing } = this.judgedOf(document, settings);
    // A sentence may end where the next chunk begins.
    const first = Math.max(0, chunks.indexAt(span.start) - 1);
    const last = chunks.indexAt(span.end) + 1;
    const from = chunks.startOf(first);
    const to = last < chunks.length ? chunks.startOf(last) : Number.POSITIVE_INFINITY;
    const reading = this.#reading(document, settings, today, surroundings);
    if (reading.all || silencing > 0)
      return this.findings(document, settings, today, surroundings).filter(
        (finding) => finding.span.start < to && finding.span.end >= from,
      );
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
    const bySettings = this.#readings.get(document) ?? new Map<LintSettings, Reading>();
    const { path, alignment } = surroundings;
    const state = `${today} ${alignment ? alignment.index.version : ''} ${path ?? ''}`;
    const known = bySettings.get(settings);
    if (known?.state === state) return known;
    const context = this.#context(document, settings, today, surroundings);
    const reading = { state, whole: checkWhole(context, this.#severityOf(settings), this.#groups) };
    bySettings.set(settings, reading);
    this.#readings.set(document, bySettings);
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
    const { silencing } = yield* this.#chunks.judge(document, settings);
    const context = this.#context(document, settings, today, surroundings);
    yield* this.#groups.warm(context, this.#severityOf(settings));
    if (silencing > 0) yield* this.#findings(document, settings, today, surroundings);
  }

  /** The findings of the chunks that a span touches, without those about the document as a whole. */
  findingsNear(document: OkrDocument, settings: LintSettings, span: Span): readonly PlacedFinding[] {
    if (!document.recognition.isOkr) return [];
    const first = document.chunks.indexAt(span.start);
    const chunks = document.chunks.between(first, first + MOST_NEAR).filter(({ start }) => start <= span.end);
    const results = this.#chunks.some(document, settings, first, chunks.length);
    const placed = allPlaced(results, (n) => (chunks[n] as Chunk).start, []);
    return suppress(document, placed, this.#severityOf(settings)).filter(isPlaced);
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
    const { language: own } = this.#facts.of(document, about);
    return { ...finding, item: about, language: own };
  }

  #severityOf(settings: LintSettings): SeverityOf {
    let known = this.#severities.get(settings);
    if (!known) {
      known = resolveSeverities(settings.profile, settings.rules);
      this.#severities.set(settings, known);
    }
    return known;
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
