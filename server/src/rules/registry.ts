import { acronymUndefined } from './acronym-undefined';
import { ALIGNMENT_RULES } from './alignment';
import { AMBITION_RULES } from './ambition';
import { businessAsUsual } from './business-as-usual';
import { directionContradiction } from './direction-contradiction';
import { emptyItem } from './empty-item';
import { krActivity } from './kr-activity';
import { krBaselineType } from './kr-baseline-type';
import { krBinary } from './kr-binary';
import { krCompound } from './kr-compound';
import { krCountedActivity } from './kr-counted-activity';
import { krHiringSpend } from './kr-hiring-spend';
import { krIsLearning } from './kr-is-learning';
import { krNoBaseline } from './kr-no-baseline';
import { krNoNumber } from './kr-no-number';
import { krPercentOfTask } from './kr-percent-of-task';
import { krRelativeNoBase } from './kr-relative-no-base';
import { krSupportVerb } from './kr-support-verb';
import { krTryVerb } from './kr-try-verb';
import { krUnbounded } from './kr-unbounded';
import { krVagueQuantity } from './kr-vague-quantity';
import { metricAmbiguousWindow } from './metric-ambiguous-window';
import { metricPolarity } from './metric-polarity';
import { metricUndefined } from './metric-undefined';
import { noChange } from './no-change';
import { numberFormat } from './number-format';
import { objectiveCompound } from './objective-compound';
import { objectiveHasMetric } from './objective-has-metric';
import { objectiveIsActivity } from './objective-is-activity';
import { objectiveVague } from './objective-vague';
import { objectiveWithoutKr } from './objective-without-kr';
import { PEOPLE_RULES } from './people';
import { percentOfPercent } from './percent-of-percent';
import { placeholderLeft } from './placeholder-left';
import { rangeImpossible } from './range-impossible';
import type { DocumentRule, GroupRule, Rule, RuleId, StatementRule } from './rule';
import { solutionInObjective } from './solution-in-objective';
import { STRUCTURE_RULES } from './structure';
import { TIME_RULES } from './time';
import { toOrBy } from './to-or-by';
import { tooFewKrs } from './too-few-krs';
import { tooManyKrs } from './too-many-krs';
import { TRACKING_RULES } from './tracking';
import { unitMissing } from './unit-missing';
import { unusedSuppression } from './unused-suppression';

/**
 * Every rule. To add one: a file of its own, a line here or in its family's `index.ts`, a line in `profiles.yaml`, messages in `explain/*.yaml`, a
 * page in `docs/rules/`. The order is the order in which equally severe findings of one statement are worth saying.
 */
export const RULES: readonly Rule[] = [
  emptyItem,
  placeholderLeft,
  directionContradiction,
  rangeImpossible,
  noChange,
  metricPolarity,
  krActivity,
  krVagueQuantity,
  krUnbounded,
  krBinary,
  krNoNumber,
  krCountedActivity,
  krTryVerb,
  krSupportVerb,
  krHiringSpend,
  krIsLearning,
  krCompound,
  unitMissing,
  metricUndefined,
  toOrBy,
  percentOfPercent,
  krPercentOfTask,
  metricAmbiguousWindow,
  numberFormat,
  krRelativeNoBase,
  krNoBaseline,
  krBaselineType,
  objectiveIsActivity,
  objectiveVague,
  objectiveHasMetric,
  businessAsUsual,
  objectiveCompound,
  solutionInObjective,
  objectiveWithoutKr,
  tooFewKrs,
  tooManyKrs,
  ...STRUCTURE_RULES,
  ...TIME_RULES,
  ...PEOPLE_RULES,
  ...ALIGNMENT_RULES,
  ...AMBITION_RULES,
  ...TRACKING_RULES,
  acronymUndefined,
  unusedSuppression,
];

const BY_ID = new Map<RuleId, Rule>(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, where there is one. */
export function ruleOf(id: RuleId): Rule | undefined {
  return BY_ID.get(id);
}

const statementRules = RULES.filter((rule): rule is StatementRule => rule.scope !== 'document');

/** Statement rules by the kind of item that they look at, so that a check runs no rule in vain. */
export const STATEMENT_RULES: Readonly<Record<'key-result' | 'objective', readonly StatementRule[]>> = {
  'key-result': statementRules.filter(({ scope }) => scope !== 'objective'),
  objective: statementRules.filter(({ scope }) => scope !== 'key-result'),
};

export const DOCUMENT_RULES: readonly DocumentRule[] = RULES.filter(
  (rule): rule is DocumentRule => rule.scope === 'document' && 'check' in rule,
);

export const GROUP_RULES: readonly GroupRule[] = RULES.filter(
  (rule): rule is GroupRule => rule.scope === 'document' && 'checkGroup' in rule,
);
