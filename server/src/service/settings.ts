import type { FiscalYear } from '../progress';
import type { ProfileId } from '../rules';
import type { Limits, RuleId, SeveritySetting } from '../rules/rule';
import type { Language } from '../text/language';

/** What a caller decides about a document. Editor settings and command-line options both end here. */
export interface LintSettings {
  readonly profile: ProfileId;
  /** Severities that differ from the profile's. */
  readonly rules: Readonly<Record<RuleId, SeveritySetting>>;
  /** Language of messages; `auto` answers each sentence in its own language. */
  readonly language: Language | 'auto';
  /** How many of a thing there should be; the profile's where absent. */
  readonly limits?: Limits;
  /** Everybody who may own something; absent where nobody has listed them. */
  readonly owners?: readonly string[];
  /** Abbreviations that every reader of these documents knows. */
  readonly acronyms?: readonly string[];
  /** The cycle of documents that name none, as people write it (`Q3 2026`). */
  readonly cycle?: string;
  /** When fiscal years begin; absent where nobody says: then `FY26` tells no days. */
  readonly fiscalYear?: FiscalYear;
}

export const DEFAULT_SETTINGS: LintSettings = { profile: 'source', rules: {}, language: 'auto' };
