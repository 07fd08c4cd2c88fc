/**
 * Runs the rules that look at an objective with its key results, and keeps what they find for as long as nothing
 * changes there: a key press in one objective must not cost the work of a thousand.
 */
import type { FrontMatter, Item, Located, LocatedObjective, ObjectiveItem } from '../document/model';
import { type Cycle, cycleOf, cycleOfDocument, elapsedOf, trackingOf } from '../progress';
import { shift } from '../text/span';
import { GROUP_RULES } from './registry';
import type { DocumentContext, Finding, GroupContext, RuleId, SeveritySetting } from './rule';
import { softened } from './severity';

type SeverityOf = (id: RuleId) => SeveritySetting;

/** What the findings of a group depend on beside its own items. */
interface Surroundings {
  readonly severityOf: SeverityOf;
  readonly frontMatter: FrontMatter | undefined;
  readonly cycle: Cycle | undefined;
  readonly today: string;
  readonly language: DocumentContext['language'];
  readonly limits: DocumentContext['limits'];
}

/** A finding whose span counts from the statement of the member it is about. */
interface Kept {
  readonly member: number;
  readonly finding: Finding;
}

interface Group {
  readonly surroundings: Surroundings;
  readonly members: readonly Item[];
  readonly kept: readonly Kept[];
  /** The findings where the group stood last. */
  placed:
    | { readonly members: readonly Located<Item>[]; readonly findings: readonly GroupFinding[] }
    | undefined;
}

/** A finding in its place. `origin` stays the same object while the group only moves. */
export interface GroupFinding extends Finding {
  readonly origin: Finding;
}

const NONE: readonly GroupFinding[] = [];

function same(a: Surroundings, b: Surroundings): boolean {
  return (
    a.severityOf === b.severityOf &&
    a.frontMatter === b.frontMatter &&
    a.cycle === b.cycle &&
    a.today === b.today &&
    a.language === b.language &&
    a.limits === b.limits
  );
}

/** Whether the group still consists of these very items: the objective, its key results, its initiatives. */
function hasMembers({ members }: Group, { keyResults, initiatives }: LocatedObjective): boolean {
  if (members.length !== 1 + keyResults.length + initiatives.length) return false;
  let next = 1;
  for (const { item } of keyResults) if (members[next++] !== item) return false;
  for (const { item } of initiatives) if (members[next++] !== item) return false;
  return true;
}

function hasMoved(
  placed: readonly Located<Item>[],
  { offset, keyResults, initiatives }: LocatedObjective,
): boolean {
  if (placed[0]?.offset !== offset) return true;
  let next = 1;
  for (const one of keyResults) if (placed[next++]?.offset !== one.offset) return true;
  for (const one of initiatives) if (placed[next++]?.offset !== one.offset) return true;
  return false;
}

function membersOf(objective: LocatedObjective): readonly Located<Item>[] {
  return [objective, ...objective.keyResults, ...objective.initiatives];
}

/** Findings about groups, with their cache. */
export class GroupChecks {
  readonly #groups = new WeakMap<ObjectiveItem, Group>();

  /** Findings of all objectives of a document, in document order of the objectives. Spans are absolute. */
  findings(context: DocumentContext, severityOf: SeverityOf): Finding[] {
    const found: Finding[] = [];
    for (const objective of context.objectives)
      for (const finding of this.#placed(context, objective, severityOf)) found.push(finding);
    return found;
  }

  #placed(
    context: DocumentContext,
    objective: LocatedObjective,
    severityOf: SeverityOf,
  ): readonly GroupFinding[] {
    const group = this.#group(context, objective, severityOf);
    if (group.kept.length === 0) return NONE;
    if (!group.placed || hasMoved(group.placed.members, objective)) {
      const members = membersOf(objective);
      const findings = group.kept.map(({ finding, member }): GroupFinding => {
        const about = members[member] ?? objective;
        const span = shift(finding.span, about.offset + about.item.statement.span.start);
        return { ...finding, span, about, origin: finding };
      });
      group.placed = { members, findings };
    }
    return group.placed.findings;
  }

  #group(context: DocumentContext, objective: LocatedObjective, severityOf: SeverityOf): Group {
    const { document, today, language, limits } = context;
    const cycle = certain(cycleFor(context, objective));
    const { frontMatter } = document;
    const surroundings = { severityOf, frontMatter, cycle, today, language, limits };
    const known = this.#groups.get(objective.item);
    if (known && same(known.surroundings, surroundings) && hasMembers(known, objective)) return known;
    const group = {
      surroundings,
      members: membersOf(objective).map(({ item }) => item),
      kept: checkGroup(groupOf(context, objective, cycle), severityOf),
      placed: undefined,
    };
    this.#groups.set(objective.item, group);
    return group;
  }
}

/** The cycle of an objective, or that of the configuration where the document names none. */
export function cycleFor(context: DocumentContext, objective?: LocatedObjective): Cycle | undefined {
  return cycleOfDocument(context.document, objective, context.path) ?? configuredCycle(context.cycle);
}

/** Where a fiscal year begins is not written anywhere, so rules do not count its days. */
function certain(cycle: Cycle | undefined): Cycle | undefined {
  return cycle && /fy|fiscal|tài khóa|tài chính/iu.test(cycle.text.normalize('NFC')) ? undefined : cycle;
}

let configured: { readonly text: string; readonly cycle: Cycle | undefined } | undefined;

function configuredCycle(text: string | undefined): Cycle | undefined {
  if (text === undefined) return undefined;
  if (configured?.text !== text) configured = { text, cycle: cycleOf(text) };
  return configured.cycle;
}

function groupOf(
  document: DocumentContext,
  objective: LocatedObjective,
  cycle: Cycle | undefined,
): GroupContext {
  const { factsOf, today } = document;
  return {
    objective,
    keyResults: objective.keyResults.filter(({ item }) => !item.struck),
    document,
    cycle,
    elapsed: cycle && elapsedOf(cycle, today),
    factsOf,
    trackingOf: (located) => trackingOf(located.item, factsOf(located), cycle),
  };
}

function checkGroup(context: GroupContext, severityOf: SeverityOf): Kept[] {
  if (context.objective.item.struck) return [];
  const members = membersOf(context.objective);
  const kept: Kept[] = [];
  for (const rule of GROUP_RULES) {
    const severity = severityOf(rule.id);
    if (severity === 'off') continue;
    for (const { about, ...hit } of rule.checkGroup(context)) {
      const member = members.findIndex(({ item, offset }) => item === about.item && offset === about.offset);
      kept.push({ member, finding: { ...hit, ruleId: rule.id, severity: softened(severity, hit.mild) } });
    }
  }
  return kept;
}
