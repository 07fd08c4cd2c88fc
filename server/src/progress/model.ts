/**
 * What the text says about time and progress, as numbers and ISO dates. Rules, code lenses, the preview, the scorecard
 * and the exports all read this, so that they cannot disagree. No clock: `today` is handed in.
 */

/** When an organisation's fiscal years begin. */
export interface FiscalYear {
  /** 1 to 12. */
  readonly firstMonth: number;
  /** Whether FY26 is the year that ends in 2026 or the one that begins in it; `end` where nobody says. */
  readonly namedAfter?: 'start' | 'end';
}

/** A planning cycle. Dates are `YYYY-MM-DD`, both inclusive. */
export interface Cycle {
  /** As written (`Q3 2026`, `Quý III/2026`, `FY26-Q2`). */
  readonly text: string;
  readonly start: string;
  readonly end: string;
  /** There where it is part of a fiscal year and it is known when these begin; `year` as people name it. */
  readonly fiscal?: FiscalYear & { readonly year: number };
}

/** How progress compares with the time that has passed. */
export type Pace = 'not-started' | 'done' | 'on-track' | 'behind' | 'at-risk';

export interface Progress {
  readonly baseline?: number;
  readonly target?: number;
  /** The newest value: the field, else the newest check-in. */
  readonly current?: number;
  readonly unit?: string;
  /** (current − baseline) / (target − baseline), 1 is done; may be below 0 or above 1. Baseline 0 is never assumed. */
  readonly progress?: number;
  /** A progress that is written down (`progress: 40 %`), 1 is done. */
  readonly stated?: number;
  /** Share of the cycle that has passed on `today`, 0 to 1. */
  readonly elapsed?: number;
  /** `progress ?? stated` against `elapsed`; ratio below 0.4 is at risk, below 0.7 behind. Domain note §6.3. */
  readonly pace?: Pace;
  /** 0 to 1. */
  readonly score?: number;
  /** 0 to 1, whatever the scale it is written in. */
  readonly confidence?: number;
  /** As a share of its siblings: 0 to 1. */
  readonly weight?: number;
  /** ISO date. */
  readonly due?: string;
  /** ISO date of the last update: the field, else the newest check-in. */
  readonly updated?: string;
  readonly owners: readonly string[];
}
