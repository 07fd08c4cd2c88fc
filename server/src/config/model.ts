/** What a configuration file says, and what is wrong with one. */
import type { FiscalYear } from '../progress';
import type { ProfileId, RuleId, SeveritySetting } from '../rules';
import type { Language } from '../text/language';
import type { Span } from '../text/span';

/** A rule's severity, alone or with whole numbers that the rule takes (`["warning", { "max": 4 }]`). */
export type RuleSetting = SeveritySetting | readonly [SeveritySetting, Readonly<Record<string, number>>?];

/** What may be said for all documents of a folder, or for some of them. */
export interface ConfigSettings {
  readonly profile?: ProfileId;
  readonly language?: Language | 'auto';
  readonly rules?: Readonly<Record<RuleId, RuleSetting>>;
  /** Handles or names of the people who may own something; all of them. */
  readonly owners?: readonly string[];
  /** Abbreviations that every reader knows. */
  readonly acronyms?: readonly string[];
  /** The planning cycle of documents that name none, as people write it: `Q3 2026`. */
  readonly cycle?: string;
  /** When fiscal years begin. */
  readonly fiscalYear?: FiscalYear;
}

export interface ConfigOverride extends ConfigSettings {
  /** Globs from the folder of the configuration; a later `!glob` takes back. */
  readonly files: string | readonly string[];
}

/** A whole file, valid against the schema. */
export interface ConfigFile extends ConfigSettings {
  readonly $schema?: string;
  /** `false`: what this file does not say comes from the next configuration further up. */
  readonly root?: boolean;
  readonly extends?: string | readonly string[];
  /** Globs of the documents that hold OKRs, whatever their names and their text. */
  readonly files?: string | readonly string[];
  /** Globs of what is not checked. */
  readonly ignore?: string | readonly string[];
  readonly overrides?: readonly ConfigOverride[];
}

/** Zero-based line and UTF-16 column, as the language server protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One mistake in one configuration file. */
export interface ConfigProblem {
  readonly uri: string;
  /** Which text of the catalogue it is. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** A mistake before it has words and a place in lines. */
export interface Complaint {
  readonly code: string;
  readonly span: Span;
  readonly params?: Readonly<Record<string, string>>;
  readonly warning?: true;
}
