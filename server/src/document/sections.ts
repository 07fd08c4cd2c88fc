/**
 * Cuts a text into chunks: groups of units (see `scan.ts`) of about the size that is cheapest to parse. Where chunks
 * end is a matter of speed alone; what is read depends only on units.
 */

import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { type Counts, noCounts } from './counts';
import type { KnownLine } from './known-lines';
import { isUnreadable, lineAt } from './lines';
import { BlockTracker, type LineReport } from './scan';
import { type Signal, SignalReader } from './signals';

export interface Title {
  readonly at: number;
  readonly depth: number;
  readonly essay: boolean;
  /** No heading stands before it in its section. */
  readonly first: boolean;
}

/** A chunk before it is parsed. All offsets count from its start. */
export interface Section {
  readonly length: number;
  /** Where units begin; the first is 0. */
  readonly units: readonly number[];
  readonly signals: readonly Signal[];
  readonly counts: Counts;
  /** Headings of the first two levels that name OKRs. */
  readonly titles: readonly Title[];
  /** Fenced code, which needs no parsing. */
  readonly code: readonly Span[];
  /** Lines that are read as blank ones. */
  readonly masked: readonly Span[];
  /** What the cutter knows of its lines, until they are read. */
  lines?: readonly KnownLine[] | undefined;
}

/** Sizes of chunks, in units of text. Tests make them small, so that borders fall everywhere. */
export const SIZES = {
  /** Chunks grow to this size before the next unit opens a new one; at a heading a smaller one will do. */
  enough: 600,
  enoughAtHeading: 300,
  /** A unit as long as this ends at the next line that allows it. Other than the sizes above, it changes readings. */
  longUnit: 4_000,
  /** So far behind a change cutting nearly always comes to its end. */
  near: 16_000,
};

/** So many lines take about a millisecond. */
const LINES_PER_STEP = 500;

class SectionBuilder {
  readonly sections: Section[] = [];
  private units: number[] = [0];
  private signals: Signal[] = [];
  private counts = noCounts();
  private titles: Title[] = [];
  private code: Span[] = [];
  private masked: Span[] = [];
  private lines: KnownLine[] = [];
  private unitStart: number;
  private fenceStart = -1;
  private readonly reader: SignalReader;

  constructor(
    private readonly text: string,
    private start: number,
    /** Whether a chunk must end where this offset is, if a unit begins there. */
    private readonly stopAt: (offset: number) => boolean,
    /** Keep all in one section. */
    private readonly whole: boolean,
  ) {
    this.unitStart = start;
    this.reader = new SignalReader(text);
  }

  /** Reads on until the text ends or a unit begins where it may stop; returns that place. */
  *run(): Steps<number> {
    const tracker = new BlockTracker(this.text);
    let lines = 0;
    for (let at = this.start; at < this.text.length; ) {
      if (++lines % LINES_PER_STEP === 0) yield;
      const line = lineAt(this.text, at);
      const readable = line.blank || !isUnreadable(this.text, line);
      if (!readable) this.masked.push(this.relative(line));
      const report = tracker.take(readable ? line : { ...line, blank: true });
      if (report && this.visit(report)) return at;
      at = line.next;
    }
    this.closeCode(this.text.length);
    if (this.text.length > this.start) this.finish(this.text.length);
    return this.text.length;
  }

  private relative({ start, end }: Span): Span {
    return { start: start - this.start, end: end - this.start };
  }

  /** True where reading may stop. */
  private visit(report: LineReport): boolean {
    const at = report.line.start;
    if (report.role !== 'code') this.closeCode(at);
    this.reader.read(report);
    const { signal, strong, tally, title, known } = this.reader;
    if (report.cuttable && at > this.unitStart && (strong || at - this.unitStart >= SIZES.longUnit)) {
      const stop = this.stopAt(at);
      const size = at - this.start;
      const enough = report.role === 'heading' ? SIZES.enoughAtHeading : SIZES.enough;
      if (stop || (!this.whole && size >= enough)) this.finish(at);
      if (stop) return true;
      if (at > this.start) this.units.push(at - this.start);
      this.unitStart = at;
    }
    if (title) this.titles.push({ at: at - this.start, first: this.counts.headings === 0, ...title });
    if (known) this.lines.push(known);
    for (const key of tally) this.counts[key]++;
    if (signal) this.signals.push({ at: at - this.start, kind: signal });
    if (report.role === 'fence' && report.cuttable) this.fenceStart = at;
    return false;
  }

  private closeCode(end: number): void {
    if (this.fenceStart >= 0) this.code.push(this.relative({ start: this.fenceStart, end }));
    this.fenceStart = -1;
  }

  private finish(end: number): void {
    this.sections.push({
      length: end - this.start,
      // Copies have no room to grow, which every section would keep.
      units: this.units.slice(),
      signals: this.signals.slice(),
      counts: this.counts,
      titles: this.titles,
      code: this.code,
      masked: this.masked,
      lines: this.lines,
    });
    this.start = end;
    this.unitStart = end;
    this.units = [0];
    this.signals = [];
    this.titles = [];
    this.code = [];
    this.masked = [];
    this.lines = [];
    this.counts = noCounts();
  }
}

/**
 * Cuts `text` from `start`, where a chunk begins, until it ends or a unit begins at an offset at which `stopAt` says to
 * stop. Returns the sections in order, without gaps, and where they end.
 */
export function cutSections(
  text: string,
  start: number,
  stopAt: (offset: number) => boolean = () => false,
): { readonly sections: readonly Section[]; readonly end: number } {
  return finish(cutInSteps(text, start, stopAt));
}

/** The same in steps. */
export function* cutInSteps(
  text: string,
  start: number,
  stopAt: (offset: number) => boolean = () => false,
): Steps<{ readonly sections: readonly Section[]; readonly end: number }> {
  const builder = new SectionBuilder(text, start, stopAt, false);
  const end = yield* builder.run();
  return { sections: builder.sections, end };
}

/** The whole text as one section, for tests of what cutting must not change. */
export function wholeSection(text: string, start: number): Section | undefined {
  const builder = new SectionBuilder(text, start, () => false, true);
  finish(builder.run());
  const [section] = builder.sections;
  return section && { ...section, code: [] };
}
