/** What was found in each chunk, and findings in their places: made only for those that somebody wants to see. */
import type { Chunks, Item, Located } from '../document/model';
import {
  addCounts,
  type Counts,
  countsOf,
  InOrder,
  type Present,
  SEVERITIES,
  type WholeFindings,
} from '../rules';
import { type AnchoredFinding, type Finding, SEVERITY_RANK, type Severity } from '../rules/rule';
import type { Language } from '../text/language';
import { shift } from '../text/span';
import type { Tongue } from './document-profile';
import type { LintSettings } from './settings';

/** A finding in its document: `span` is absolute; `item` is what it is about, absent for the document as a whole. */
export interface PlacedFinding extends Finding {
  readonly item?: Located<Item>;
  /** Language of the sentence it is about, or of the document. */
  readonly language: Language;
  /** Stays the same object while the finding only moves: what depends on its words can be kept by it. */
  readonly origin: Finding;
}

/**
 * A finding whose place is known; the rest of it costs something and is made when somebody asks. It holds on to nothing
 * of the document: thousands are made at every key press.
 */
export type Sighting = AnchoredFinding;

/** A finding inside a chunk; `span` counts from the chunk's start. */
export interface ChunkFinding {
  readonly finding: Finding;
  readonly item: Item;
  readonly language: Language;
}

export interface ChunkResult {
  readonly settings: LintSettings;
  readonly tongue: Tongue;
  /** In order of their places. */
  readonly findings: readonly ChunkFinding[];
  /** How many of them there are of each severity. */
  readonly counts: Counts;
  readonly present: Present;
  /** The findings where the chunk stood last, as far as somebody asked; a chunk before the edit has not moved. */
  placed: { readonly start: number; readonly findings: (PlacedFinding | undefined)[] } | undefined;
}

/** The results of a reading's chunks, one for each. */
export interface Judged {
  readonly tongue: Tongue;
  readonly chunks: Chunks;
  readonly results: readonly ChunkResult[];
  /** Of all findings. */
  readonly counts: Counts;
  /** How many chunks have comments that may silence something. */
  readonly silencing: number;
}

/** One finding of a chunk that stands at `start`; the same object as long as the chunk has not moved. */
export function placedFinding(result: ChunkResult, index: number, start: number): PlacedFinding {
  if (result.placed?.start !== start) result.placed = { start, findings: [] };
  const { findings } = result.placed;
  const known = findings[index];
  if (known) return known;
  const { finding, item, language } = result.findings[index] as ChunkFinding;
  const placed = {
    ...finding,
    span: shift(finding.span, start),
    item: { item, offset: start },
    language,
    origin: finding,
  };
  findings[index] = placed;
  return placed;
}

/**
 * All findings of chunks, and `whole` (about the document as a whole), both in document order, as one.
 * @param startOf where the chunk of a result stands
 */
export function allPlaced(
  results: readonly ChunkResult[],
  startOf: (index: number) => number,
  whole: readonly PlacedFinding[],
): PlacedFinding[] {
  const all: PlacedFinding[] = [];
  let next = 0;
  results.forEach((result, n) => {
    const start = startOf(n);
    for (let index = 0; index < result.findings.length; index++) {
      const finding = placedFinding(result, index, start);
      for (; spanStart(whole[next]) < finding.span.start; next++) all.push(whole[next] as PlacedFinding);
      all.push(finding);
    }
  });
  for (; next < whole.length; next++) all.push(whole[next] as PlacedFinding);
  return all;
}

const spanStart = (finding: Finding | undefined) => finding?.span.start ?? Number.POSITIVE_INFINITY;

/** Lets through the worst `limit` of findings, the earlier among equals, that are shown to it in document order. */
class Gate {
  /** By rank of severity: how many it still lets through. */
  readonly #room: number[];
  /** The severities that it still lets through. */
  #open: Present = 0;

  constructor(counts: Counts, limit: number) {
    let left = limit;
    this.#room = SEVERITIES.map((severity, rank) => {
      const room = Math.min(left, counts[severity]);
      left -= room;
      if (room > 0) this.#open |= 1 << rank;
      return room;
    });
  }

  /** Whether it may let one of these through. */
  hasRoomFor(present: Present): boolean {
    return (this.#open & present) !== 0;
  }

  /** Whether it lets nothing through any more. */
  get isShut(): boolean {
    return this.#open === 0;
  }

  admits(severity: Severity): boolean {
    const rank = SEVERITY_RANK[severity];
    if ((this.#open & (1 << rank)) === 0) return false;
    const room = (this.#room[rank] as number) - 1;
    this.#room[rank] = room;
    if (room === 0) this.#open &= ~(1 << rank);
    return true;
  }
}

/** The worst `limit` of what `allPlaced` would give, in document order. */
export function worstSighted(
  { chunks, results, counts: counted }: Judged,
  whole: WholeFindings,
  limit: number,
): Sighting[] {
  const { groups, others } = whole;
  const counts = { ...countsOf(others.map(({ severity }) => severity)) };
  addCounts(counts, counted);
  addCounts(counts, groups.counts);
  const gate = new Gate(counts, limit);
  const chosen: Sighting[] = [];
  const wholes = new InOrder(whole, (group) => gate.hasRoomFor(groups.presentIn(group)));
  const chooseWhole = (until: number) => {
    for (; wholes.start < until; wholes.next()) if (gate.admits(wholes.severity)) chosen.push(wholes.finding);
  };
  for (let n = 0; n < results.length && !gate.isShut; n++) {
    const result = results[n] as ChunkResult;
    if (!gate.hasRoomFor(result.present)) continue;
    const start = chunks.startOf(n);
    for (let index = 0; index < result.findings.length; index++) {
      const { finding } = result.findings[index] as ChunkFinding;
      chooseWhole(finding.span.start + start);
      if (gate.admits(finding.severity)) chosen.push(new InChunk(finding, start, result, index));
    }
  }
  if (!gate.isShut) chooseWhole(Number.POSITIVE_INFINITY);
  return chosen;
}

class InChunk implements Sighting {
  constructor(
    readonly origin: Finding,
    readonly anchor: number,
    private readonly result: ChunkResult,
    private readonly index: number,
  ) {}

  placed(): PlacedFinding {
    return placedFinding(this.result, this.index, this.anchor);
  }
}

/** Findings that are in their places already. */
export function sighted(finding: PlacedFinding): Sighting {
  return { origin: finding.origin, anchor: finding.span.start, placed: () => finding };
}

/** The worst `limit` findings, the earlier among equals, in document order. */
export function worstOf(findings: readonly PlacedFinding[], limit: number): readonly PlacedFinding[] {
  if (findings.length <= limit) return findings;
  const gate = new Gate(countsOf(findings.map(({ severity }) => severity)), limit);
  return findings.filter(({ severity }) => gate.admits(severity));
}
