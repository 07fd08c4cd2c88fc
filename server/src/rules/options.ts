/** Whole numbers that rules take from configuration, `"too-many-krs": ["warning", { "max": 4 }]`. */
import { DEFAULT_LIMITS } from './profiles';
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
  'too-many-objectives': {
    max: {
      description: 'Most objectives of a cycle.',
      minimum: 1,
      maximum: 50,
      get: ({ objectives = DEFAULT_LIMITS.objectives }) => objectives.max,
      set: (limits, max) => ({ ...limits, objectives: { max } }),
    },
  },
  'too-many-owners': {
    max: {
      description: 'Most owners of a key result.',
      minimum: 1,
      maximum: 20,
      get: ({ owners = DEFAULT_LIMITS.owners }) => owners.max,
      set: (limits, max) => ({ ...limits, owners: { max } }),
    },
  },
  'stale-checkin': {
    days: {
      description: 'Days after which a value is stale.',
      minimum: 1,
      maximum: 366,
      get: ({ checkIn = DEFAULT_LIMITS.checkIn }) => checkIn.days,
      set: (limits, days) => ({ ...limits, checkIn: { days } }),
    },
  },
};
