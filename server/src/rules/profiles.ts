import data from './profiles.generated.json';
import type { Limits, RuleId, SeverityOf, SeveritySetting } from './rule';

/** Whose judgement is asked for; what each means stands in `profiles.yaml`. */
export type ProfileId = 'source' | 'google' | 'strict';

export const PROFILES: readonly ProfileId[] = ['source', 'google', 'strict'];
export const DEFAULT_PROFILE: ProfileId = 'source';

/** How many key results an objective should have unless configuration says otherwise: the article's 2 to 5. */
export const DEFAULT_LIMITS: Required<Limits> = data.limits;

const SEVERITIES = new Map(Object.entries(data.rules as Record<RuleId, Record<ProfileId, SeveritySetting>>));

/** Every rule id that the profiles weigh, in the order of the file. */
export const WEIGHED_RULES: readonly RuleId[] = [...SEVERITIES.keys()];

/**
 * Severity by rule id: an override where there is one, else the profile's. A rule that neither knows is off. Whether
 * an override names a rule that exists is for the configuration's reader to check.
 */
export function resolveSeverities(
  profile: ProfileId,
  overrides: Readonly<Record<RuleId, SeveritySetting>> = {},
): SeverityOf {
  const resolved = new Map<RuleId, SeveritySetting>(Object.entries(overrides));
  for (const [id, byProfile] of SEVERITIES) if (!resolved.has(id)) resolved.set(id, byProfile[profile]);
  return (id) => resolved.get(id) ?? 'off';
}
