/** Names that the server and our own clients share beyond the protocol's own. Other clients need none of them. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { DocumentScorecard } from '../service';
import type { Language } from '../text/language';

export type { DocumentScorecard, ScorecardKeyResult, ScorecardObjective } from '../service';

/** What our client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `READ_FILE` and `FIND_FILES`: workspaces may be virtual, and the server may be a Web Worker. */
  readonly files?: boolean;
  /** The client has the command `SHOW_RULE`. */
  readonly showRule?: boolean;
}

/** Client command: opens the page of the rule whose id is its argument. */
export const SHOW_RULE = 'okrlint.showRule';

/** Server to client: the text of a workspace file, `null` where there is none or it is no text. */
export const READ_FILE = 'okrlint/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | null;

/** Server to client: URIs of the files in all workspace folders that match a glob. */
export const FIND_FILES = 'okrlint/findFiles';
export interface FindFilesParams {
  /** A glob relative to each workspace folder, `/` as separator. */
  readonly pattern: string;
  /** At most so many; what is beyond is left out. */
  readonly limit: number;
}
export type FindFilesResult = readonly string[];

/** Files larger than this (bytes) are not read for other files' sake: nobody writes such a plan. */
export const LARGEST_FILE = 5_000_000;

/** Client to server: the teams that okrlint knows metrics and templates of, in a language. */
export const TEAMS = 'okrlint/teams';
export interface TeamsParams {
  readonly language: Language;
}
export interface Team {
  readonly id: string;
  /** As people say it. */
  readonly name: string;
  /** As it stands in file names and in the snippet prefix `okr-<slug>`. */
  readonly slug: string;
}
export type TeamsResult = readonly Team[];

/** Client to server: all rules with their title and the address of their page. */
export const RULES = 'okrlint/rules';
export interface RulesParams {
  readonly language: Language;
}
export interface RulePage {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}
export type RulesResult = readonly RulePage[];

/** Client to server: findings in a text that need not be open anywhere; for tools and for judging rewrites. */
export const CHECK_TEXT = 'okrlint/checkText';
export interface CheckTextParams {
  readonly text: string;
  /** Language of the messages; each sentence's own by default. */
  readonly language?: Language | undefined;
  /** Settings of this document apply. */
  readonly uri?: string | undefined;
}
export interface CheckedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** The sentence that it is about, on one line. */
  readonly sentence: string;
  /** Other wordings; places to fill in are shown as `‹name›`. */
  readonly rewrites: readonly string[];
}
export interface CheckTextResult {
  readonly objectives: number;
  readonly keyResults: number;
  readonly findings: readonly CheckedFinding[];
}

/** Client to server: a document in numbers, for the status item; `null` where okrlint does not look at it. */
export const STATUS = 'okrlint/status';
export interface StatusParams {
  readonly uri: string;
}
export interface DocumentStatus {
  readonly isOkr: boolean;
  readonly keyResults: number;
  /** Key results that say what will have changed, and by how much. */
  readonly measurable: number;
  readonly profile: string;
}
export type StatusResult = DocumentStatus | null;

/** Client to server: scorecards of one document, or of all in the workspace, open or not. */
export const SCORECARD = 'okrlint/scorecard';
export interface ScorecardParams {
  readonly uri?: string | undefined;
}
/** An objective is known by its document and its line, from 0. */
export interface ObjectivePlace {
  readonly uri: string;
  readonly line: number;
}
export interface WorkspaceScorecard {
  readonly documents: readonly { readonly uri: string; readonly card: DocumentScorecard }[];
  /** Which objective supports which. */
  readonly links: readonly { readonly from: ObjectivePlace; readonly to: ObjectivePlace }[];
  /** Titles of the rules that the cards name, for readers of each language. */
  readonly rules: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** There are more documents than these. */
  readonly truncated: boolean;
}

/** Client to server: findings of every OKR document of the workspace, open or not. No parameters. */
export const CHECK_WORKSPACE = 'okrlint/checkWorkspace';
export interface CheckedDocument {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}
