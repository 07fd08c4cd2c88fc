/** What speaks for and against a text being an OKR document, counted. */

/** Numbers that add up over chunks. */
export interface Counts {
  /** Objective labels with a number, with text only, and bare `Objective` headings. */
  objectiveSure: number;
  objectiveText: number;
  objectiveHeading: number;
  /** `Goal 1:` and the like. */
  objectiveLoose: number;
  keyResult: number;
  keyResults: number;
  /** Announced in words that head the findings of other texts. */
  keyResultsLoose: number;
  keyResultTable: number;
  okrName: number;
  period: number;
  /** Periods that are a quarter, a half or fiscal. */
  quarter: number;
  /** Top-level list items, those with a list below, those in bold, those that are only a link. */
  items: number;
  parents: number;
  boldItems: number;
  linkItems: number;
  /** Items that say how far something is to go: `from 20 to 40`, `95%`. */
  measuredItems: number;
  /** Those that begin with an order: `Raise it from 20 to 40`. */
  orders: number;
  headings: number;
  closingHeadings: number;
}

export const noCounts = (): Counts => ({
  objectiveSure: 0,
  objectiveText: 0,
  objectiveHeading: 0,
  objectiveLoose: 0,
  keyResult: 0,
  keyResults: 0,
  keyResultsLoose: 0,
  keyResultTable: 0,
  okrName: 0,
  period: 0,
  quarter: 0,
  items: 0,
  parents: 0,
  boldItems: 0,
  linkItems: 0,
  measuredItems: 0,
  orders: 0,
  headings: 0,
  closingHeadings: 0,
});

const COUNTS = Object.keys(noCounts()) as (keyof Counts)[];

/** Adds `more` to `total`, or takes it off. */
export function addCounts(total: Counts, more: Counts, sign: 1 | -1 = 1): void {
  for (const key of COUNTS) total[key] += sign * more[key];
}
