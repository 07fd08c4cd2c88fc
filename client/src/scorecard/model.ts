/**
 * The scorecard as the view draws it: plain data, made by the extension from the server's scorecards and sent to the
 * webview. Lines count from 0, shares from 0 to 1.
 */
import type { Language } from '../../../server/src/text/language';

export type Verdict = 'outcome' | 'counted-activity' | 'milestone' | 'baseline' | 'vague' | 'activity';
export type Pace = 'done' | 'on-track' | 'behind' | 'at-risk' | 'not-started';

export const VERDICTS: readonly Verdict[] = [
  'outcome',
  'milestone',
  'counted-activity',
  'baseline',
  'vague',
  'activity',
];
export const PACES: readonly Pace[] = ['done', 'on-track', 'behind', 'at-risk', 'not-started'];

/** One OKR document. */
export interface Plan {
  readonly uri: string;
  /** Path within the workspace, as people say it. */
  readonly name: string;
  readonly team?: string;
  readonly cycle?: string;
  readonly objectives: readonly Goal[];
}

export interface Goal {
  /** Unique over all documents. */
  readonly key: string;
  readonly line: number;
  readonly text: string;
  readonly owners: readonly string[];
  readonly progress?: number;
  readonly pace?: Pace;
  /** Keys of the objectives that it supports. */
  readonly supports: readonly string[];
  readonly results: readonly Result[];
}

export interface Result {
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly verdict: Verdict;
  readonly measurable: boolean;
  /** The worst thing that okrlint says about it, where that is a warning or an error. */
  readonly problem?: string;
  readonly baseline?: number;
  readonly target?: number;
  readonly current?: number;
  readonly unit?: string;
  readonly progress?: number;
  readonly elapsed?: number;
  readonly pace?: Pace;
  readonly due?: string;
}

export interface Scorecard {
  readonly plans: readonly Plan[];
  readonly language: Language;
  /** There were more documents than are shown. */
  readonly truncated: boolean;
}

/** What the webview tells the extension. */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly uri: string; readonly line: number };

/** What the extension tells the webview. */
export type ToView = { readonly type: 'scorecard'; readonly scorecard: Scorecard };
