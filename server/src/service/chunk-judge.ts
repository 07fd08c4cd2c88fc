/**
 * Judges the statements of chunks. Findings of a chunk are kept for as long as the chunk's text, the settings and the
 * document's language stay the same, so that a key press costs only the chunk it touches.
 */
import { NO_CHUNKS } from '../document/chunks';
import type { ChunkContent, OkrDocument } from '../document/model';
import { addCounts, checkStatement, countsOf, presentIn } from '../rules';
import type { SeverityOf } from '../rules/rule';
import { Notes } from '../text/notes';
import { shift } from '../text/span';
import type { Steps } from '../text/steps';
import type { ChunkFinding, ChunkResult, Judged } from './chunk-results';
import { type Tongue, tongueOf } from './document-profile';
import type { FactsStore } from './facts-store';
import type { LintSettings } from './settings';

/** So many statements are judged in a few dozen milliseconds. */
const AT_ONCE = 200;
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

export class ChunkJudge {
  readonly #results = new Notes<ChunkContent, ChunkResult>();
  readonly #judged = new Notes<OkrDocument, Map<LintSettings, Judged>>();
  /** What was judged last, for whoever has typed a letter since. */
  readonly #latest = new WeakMap<LintSettings, Judged>();

  constructor(
    private readonly facts: FactsStore,
    private readonly severityOf: (settings: LintSettings) => SeverityOf,
  ) {}

  /**
   * The results of all chunks; a step for each that is not as it was in what was judged before. What has been done is
   * kept when a caller stops.
   */
  *judge(document: OkrDocument, settings: LintSettings): Steps<Judged> {
    const bySettings = this.#judged.get(document) ?? new Map<LintSettings, Judged>();
    const known = bySettings.get(settings);
    if (known) return known;
    this.#judged.set(document, bySettings);
    const tongue = tongueOf(document);
    const { chunks } = document;
    const latest = this.#latest.get(settings);
    const base: Judged = latest && sameTongue(latest.tongue, tongue) ? latest : nothingJudged(tongue);
    const { first, last } = chunks.sharedWith(base.chunks);
    const rest = base.results.length - last;
    const news = base.results.slice(0, first);
    for (let n = first; n < chunks.length - last; n++) {
      news.push(this.#chunk(chunks.contents[n] as ChunkContent, settings, tongue));
      yield;
    }
    const judged = {
      tongue,
      chunks,
      results: news.concat(base.results.slice(rest)),
      ...sums(base, first, rest, { chunks, results: news }),
    };
    bySettings.set(settings, judged);
    this.#latest.set(settings, judged);
    return judged;
  }

  /** Whether `findings` would be long in coming: much of the document has not been judged yet. */
  isFar(document: OkrDocument, settings: LintSettings): boolean {
    if (this.#judged.get(document)?.has(settings)) return false;
    let missing = 0;
    for (const content of document.chunks.contents) {
      if (this.#results.get(content)?.settings !== settings) missing += content.items.length;
      if (missing > AT_ONCE) return true;
    }
    return false;
  }

  /** The results of `count` chunks from number `first` on. */
  some(document: OkrDocument, settings: LintSettings, first: number, count: number): ChunkResult[] {
    const tongue = tongueOf(document);
    return document.chunks.contents
      .slice(first, first + count)
      .map((content) => this.#chunk(content, settings, tongue));
  }

  #chunk(content: ChunkContent, settings: LintSettings, tongue: Tongue): ChunkResult {
    const known = this.#results.get(content);
    if (known?.settings === settings && sameTongue(known.tongue, tongue)) return known;
    const severityOf = this.severityOf(settings);
    const findings: ChunkFinding[] = [];
    for (const item of content.items) {
      if (item.kind === 'initiative' || item.struck) continue;
      const facts = this.facts.in(content, item, tongue);
      for (const finding of checkStatement({ item, facts }, severityOf))
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
      findings,
      counts,
      present: presentIn(counts),
      placed: undefined,
    };
    this.#results.set(content, result);
    return result;
  }
}
