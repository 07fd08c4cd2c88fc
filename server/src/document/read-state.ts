/**
 * What the reader carries from one unit to the next. It is small and compared by value: where it is the same as last
 * time, everything after it reads as last time.
 */

/** What unlabelled list items count as where the reader stands. */
export type Part =
  /** No objective is open. */
  | 'none'
  /** Directly below an objective. */
  | 'open'
  | 'key-results'
  | 'initiatives'
  /** Notes, metrics, retrospectives: only labels count. */
  | 'other';

export interface ReadState {
  readonly part: Part;
  /** An objective is open; headings of this level or above (smaller numbers) end it. */
  readonly hasObjective: boolean;
  readonly endsAt: number;
  /** The number in the label of the objective, or 0. */
  readonly number: number;
  /** Level of the heading that opened the key results or initiatives; 7 for a line. */
  readonly partDepth: number;
  /** A list of key results has been read in this part. */
  readonly listed: boolean;
  /** Key results of this part carry labels, so items without one are something else. */
  readonly labelled: boolean;
  /** The kind of list that the objective is an item of: its siblings are no key results. */
  readonly itemOf: 'nothing' | 'bullet' | 'ordered';
  /** A heading or sentence announced the title that comes next. */
  readonly awaiting: 'nothing' | 'objective' | 'key-result';
  /** Level of a heading that closed everything below it, or 0. */
  readonly closedAt: number;
  /** Level of the key result's heading that is open, or 0: lists below it are its notes. */
  readonly keyResultDepth: number;
  /** A key result of the open objective has been read. */
  readonly hasKeyResults: boolean;
  /** Level of a heading over reports (check-ins, a review), or 0: labels below it say how known key results fare. */
  readonly reportDepth: number;
  /** Level of the last heading. */
  readonly depth: number;
}

export const START: ReadState = {
  part: 'none',
  hasObjective: false,
  endsAt: 0,
  number: 0,
  partDepth: 0,
  listed: false,
  labelled: false,
  itemOf: 'nothing',
  awaiting: 'nothing',
  closedAt: 0,
  keyResultDepth: 0,
  hasKeyResults: false,
  reportDepth: 0,
  depth: 0,
};

const KEYS = Object.keys(START) as (keyof ReadState)[];

export function sameState(a: ReadState, b: ReadState): boolean {
  return a === b || KEYS.every((key) => a[key] === b[key]);
}

/** What only the whole text can tell. */
export interface Mode {
  /** `labels` reads what says what it is; `shape` also headings or items with a list below. */
  readonly reading: 'off' | 'labels' | 'shape';
  /** In `shape`: whether objectives are headings (or bold lines), or list items under headings of teams. */
  readonly form: 'heading' | 'item';
  /** The file's name, front matter or configuration says that it holds OKRs. */
  readonly trusted: boolean;
}

export const OFF: Mode = { reading: 'off', form: 'heading', trusted: false };

export function sameMode(a: Mode, b: Mode): boolean {
  return a.reading === b.reading && a.form === b.form && a.trusted === b.trusted;
}
