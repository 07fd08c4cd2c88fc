/** Whole numbers that rules take from configuration, `"too-many-krs": ["warning", { "max": 4 }]`. */
import type { Limits, RuleId } from './rule';

export interface RuleOption {
  /** What the number means, for people who write the configuration. */
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly get: (limits: Limits) => number;
  readonly set: (limits: Limits, value: number) => Limits;
}

/** By rule and by the option's name. A rule that is not here takes only a severity. */
export const RULE_OPTIONS: Readonly<Record<RuleId, Readonly<Record<string, RuleOption>>>> = {
  'too-few-krs': {
    min: {
      description: 'Fewest key results of an objective.',
      minimum: 1,
      maximum: 20,
      get: ({ keyResults }) => keyResults.min,
      set: (limits, min) => ({ ...limits, keyResults: { ...limits.keyResults, min } }),
    },
  },
  'too-many-krs': {
    max: {
      description: 'Most key results of an objective.',
      minimum: 1,
      maximum: 20,
      get: ({ keyResults }) => keyResults.max,
      set: (limits, max) => ({ ...limits, keyResults: { ...limits.keyResults, max } }),
    },
  },
};
