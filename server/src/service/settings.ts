import type { ProfileId } from '../rules';
import type { RuleId, SeveritySetting } from '../rules/rule';
import type { Language } from '../text/language';

/** What a caller decides about a document. Editor settings and command-line options both end here. */
export interface LintSettings {
  readonly profile: ProfileId;
  /** Severities that differ from the profile's. */
  readonly rules: Readonly<Record<RuleId, SeveritySetting>>;
  /** Language of messages; `auto` answers each sentence in its own language. */
  readonly language: Language | 'auto';
}

export const DEFAULT_SETTINGS: LintSettings = { profile: 'source', rules: {}, language: 'auto' };
