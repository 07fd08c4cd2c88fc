/** Runs the rules that look at an objective with its key results. */
import type { Item, Located } from '../document/model';
import { GROUP_RULES } from './registry';
import type { Finding, GroupContext, GroupHit, GroupRule, RuleId, Severity, SeverityOf } from './rule';
import { switchedOn } from './rules-on';
import { softened } from './severity';

/** A finding whose span counts from the statement of the member it is about. */
export interface GroupFinding {
  /** The objective is 0, its key results follow, then its initiatives. */
  readonly member: number;
  readonly finding: Finding;
}

const NOTHING: readonly GroupFinding[] = [];
const switchedOnFor = switchedOn(GROUP_RULES);

function isWanted({ fields }: GroupRule, group: GroupContext): boolean {
  return !fields?.every((name) => !group.fields.includes(name));
}

/**
 * Findings of a group in document order; none under a struck objective.
 * @param members all items of the group, as `member` counts them
 */
export function checkGroup(
  group: GroupContext,
  members: readonly Located<Item>[],
  severityOf: SeverityOf,
): readonly GroupFinding[] {
  if (group.objective.item.struck) return NOTHING;
  let found: GroupFinding[] | undefined;
  for (const { rule, setting } of switchedOnFor(severityOf)) {
    if (!isWanted(rule, group)) continue;
    const hits = rule.checkGroup(group);
    if (hits.length === 0) continue;
    found ??= [];
    for (const hit of hits) found.push(findingOf(hit, rule.id, setting, members));
  }
  if (!found) return NOTHING;
  return found.length === 1 ? found : inOrder(found, members);
}

function findingOf(
  { about, ...hit }: GroupHit,
  ruleId: RuleId,
  setting: Severity,
  members: readonly Located<Item>[],
): GroupFinding {
  const member = members.findIndex(({ item, offset }) => item === about.item && offset === about.offset);
  return { member, finding: { ...hit, ruleId, severity: softened(setting, hit.mild) } };
}

function inOrder(found: GroupFinding[], members: readonly Located<Item>[]): readonly GroupFinding[] {
  const startOf = ({ member, finding }: GroupFinding) => {
    const { item, offset } = (members[member] ?? members[0]) as Located<Item>;
    return offset + item.statement.span.start + finding.span.start;
  };
  return found.sort((a, b) => startOf(a) - startOf(b));
}
