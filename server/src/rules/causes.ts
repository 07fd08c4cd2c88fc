import type { RuleId } from './rule';

/**
 * The rules that say a key result has no measurable target. Where one of them fires, rules on the leading verb are
 * silent: the verb is then told as a variant of that finding, because both have one cause and one cure.
 */
export const UNMEASURED: readonly RuleId[] = [
  'kr-activity',
  'kr-no-number',
  'kr-unbounded',
  'kr-vague-quantity',
  'empty-item',
  'placeholder-left',
];
