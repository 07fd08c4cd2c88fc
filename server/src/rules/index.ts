/** The rules stage: facts and documents in, findings out. */
export { checkStatement, checkWhole, type WholeFindings } from './check';
export { cycleFor } from './cycle';
export { GroupChecks, type GroupFindings } from './group-checks';
export { InOrder, inOrder } from './in-order';
export { RULE_OPTIONS, type RuleOption } from './options';
export {
  DEFAULT_LIMITS,
  DEFAULT_PROFILE,
  PROFILES,
  type ProfileId,
  resolveSeverities,
  WEIGHED_RULES,
} from './profiles';
export { keyResultClass } from './reading';
export { RULES, ruleOf } from './registry';
export type {
  AnchoredFinding,
  DocumentContext,
  DocumentHit,
  DocumentRule,
  Finding,
  GroupContext,
  GroupHit,
  GroupRule,
  Hit,
  Limits,
  Rule,
  RuleId,
  Severity,
  SeveritySetting,
  StatementContext,
  StatementRule,
} from './rule';
export { addCounts, type Counts, countsOf, type Present, presentIn, SEVERITIES } from './severity';
