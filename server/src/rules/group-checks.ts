/**
 * Runs the rules that look at an objective with its key results, and keeps what they find for as long as nothing
 * changes there: a key press in one objective must not cost the work of a thousand.
 */

import type { Item, Located, LocatedObjective, ObjectiveItem } from '../document/model';
import { commonEnd, commonStart } from '../text/common-ends';
import { Notes } from '../text/notes';
import { shift } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { type AllTraits, NO_TRAITS } from './all-traits';
import { checkGroup, type GroupFinding } from './check-group';
import { groupOf } from './group';
import {
  type Around,
  aroundOf,
  type Surroundings,
  type SurroundingsOf,
  sameAround,
  sameSurroundings,
  surroundings,
} from './group-surroundings';
import { traitsOf } from './group-traits';
import type { AnchoredFinding, DocumentContext, Finding, GroupTraits, Severity, SeverityOf } from './rule';
import { addCounts, type Counts, countsOf, type Present, presentIn } from './severity';

interface Group {
  /** The objective as it was when its members were last looked at, before any edit moved it. */
  base: LocatedObjective;
  readonly surroundings: Surroundings;
  readonly members: readonly Item[];
  readonly traits: GroupTraits;
  /** In document order. */
  readonly kept: readonly GroupFinding[];
  readonly severities: readonly Severity[];
  readonly counts: Counts;
  readonly present: Present;
  /** Where the findings stand, less the group's own place. */
  places:
    | {
        readonly base: LocatedObjective;
        readonly anchors: readonly number[];
        readonly starts: readonly number[];
      }
    | undefined;
}

/**
 * What was found about the objectives of a reading with their key results, by objective and in document order. Findings
 * are put in their places only when somebody asks for them: of thousands only the worst are shown.
 */
export interface GroupFindings {
  /** How many objectives there are. */
  readonly length: number;
  /** Of all findings. */
  readonly counts: Counts;
  /** In the order of the findings. */
  severitiesOf(group: number): readonly Severity[];
  presentIn(group: number): Present;
  /** Where the objective's chunk stands; no finding stands before it, nor behind the next objective. */
  offsetOf(group: number): number;
  /** Where the findings begin, counted from there. */
  startsOf(group: number): readonly number[];
  at(group: number, index: number): AnchoredFinding;
}

export const NO_GROUPS: GroupFindings = {
  length: 0,
  counts: countsOf([]),
  severitiesOf: () => [],
  presentIn: () => 0,
  offsetOf: () => 0,
  startsOf: () => [],
  at() {
    throw new RangeError('There is no finding.');
  },
};

/** One pass over the objectives of a reading. */
interface Run {
  readonly around: Around;
  /** The objectives before any edit moved them. */
  readonly bases: readonly LocatedObjective[];
  readonly groups: readonly Group[];
  readonly traits: AllTraits;
  readonly counts: Counts;
}

/** Whether the group still consists of these very items: the objective, its key results, its initiatives. */
function hasMembers({ members }: Group, { keyResults, initiatives }: LocatedObjective): boolean {
  if (members.length !== 1 + keyResults.length + initiatives.length) return false;
  let next = 1;
  for (const { item } of keyResults) if (members[next++] !== item) return false;
  for (const { item } of initiatives) if (members[next++] !== item) return false;
  return true;
}

function membersOf(objective: LocatedObjective): readonly Located<Item>[] {
  return [objective, ...objective.keyResults, ...objective.initiatives];
}

/** Nobody has so many key results; what comes after them costs time at every key press and is not looked at. */
const MOST_KEY_RESULTS = 200;

function capped(objective: LocatedObjective): LocatedObjective {
  const { keyResults, initiatives } = objective;
  if (keyResults.length <= MOST_KEY_RESULTS && initiatives.length <= MOST_KEY_RESULTS) return objective;
  return {
    ...objective,
    keyResults: keyResults.slice(0, MOST_KEY_RESULTS),
    initiatives: initiatives.slice(0, MOST_KEY_RESULTS),
  };
}

/** Findings about groups, with their cache. */
export class GroupChecks {
  readonly #groups = new Notes<ObjectiveItem, Group>();

  #last: Run | undefined;

  /** Findings and traits of all objectives of a document, in their order. */
  check(context: DocumentContext, severityOf: SeverityOf): { findings: GroupFindings; traits: AllTraits } {
    const { groups, traits, counts } = finish(this.#run(context, severityOf));
    return { findings: new Findings(groups, counts, context.objectives.offsetAt), traits };
  }

  /** Checks objectives one by one and keeps what is found, so that `check` costs little. */
  *warm(context: DocumentContext, severityOf: SeverityOf): Steps<void> {
    yield* this.#run(context, severityOf);
  }

  /** Takes over from the run before what stands before and behind the objectives that have changed. */
  *#run(context: DocumentContext, severityOf: SeverityOf): Steps<Run> {
    const { objectives } = context;
    const bases = objectives.unmoved;
    const around = aroundOf(context, severityOf);
    const last = this.#last && sameAround(this.#last.around, around) ? this.#last : undefined;
    if (last && last.bases === bases) return last;
    const before = last ? commonStart(last.bases, bases) : 0;
    const behind = last ? commonEnd(last.bases, bases, before) : 0;
    const counts = { ...(last?.counts ?? countsOf([])) };
    const gone = last?.groups.slice(before, last.groups.length - behind) ?? [];
    for (const group of gone) addCounts(counts, group.counts, -1);
    const come: Group[] = [];
    const surroundingsOf = surroundings(context, severityOf);
    for (let n = before; n < bases.length - behind; n++) {
      const base = bases[n] as LocatedObjective;
      const known = this.#known(base, surroundingsOf(base));
      const group = known ?? this.#make(context, objectives.at(n), base, surroundingsOf);
      come.push(group);
      addCounts(counts, group.counts);
      if (!known) yield;
    }
    const groups = last
      ? last.groups.slice(0, before).concat(come, last.groups.slice(last.groups.length - behind))
      : come;
    const news = come.map(({ traits }) => traits);
    const traits = (last?.traits ?? NO_TRAITS).with(before, news, behind);
    this.#last = { around, bases, groups, traits, counts };
    return this.#last;
  }

  /** What is kept of an objective, if it still holds. What belongs to an objective that only moved is not looked at. */
  #known(base: LocatedObjective, surroundings: Surroundings): Group | undefined {
    const known = this.#groups.get(base.item);
    if (!known || !sameSurroundings(known.surroundings, surroundings)) return undefined;
    if (known.base === base) return known;
    if (!hasMembers(known, capped(base))) return undefined;
    known.base = base;
    return known;
  }

  #make(
    context: DocumentContext,
    whole: LocatedObjective,
    base: LocatedObjective,
    surroundingsOf: SurroundingsOf,
  ): Group {
    const objective = capped(whole);
    const surroundings = surroundingsOf(whole);
    const around = groupOf(context, objective, surroundings);
    const members = membersOf(objective);
    const kept = checkGroup(around, members, surroundings.severityOf);
    const severities = kept.map(({ finding }) => finding.severity);
    const counts = countsOf(severities);
    const group = {
      base,
      surroundings,
      members: members.map(({ item }) => item),
      traits: traitsOf(around),
      kept,
      severities,
      counts,
      present: presentIn(counts),
      places: undefined,
    };
    this.#groups.set(objective.item, group);
    return group;
  }
}

class Findings implements GroupFindings {
  constructor(
    private readonly groups: readonly Group[],
    readonly counts: Counts,
    readonly offsetOf: (group: number) => number,
  ) {}

  get length() {
    return this.groups.length;
  }

  severitiesOf(group: number) {
    return (this.groups[group] as Group).severities;
  }

  presentIn(group: number) {
    return (this.groups[group] as Group).present;
  }

  startsOf(group: number) {
    return placesOf(this.groups[group] as Group).starts;
  }

  at(number: number, index: number): AnchoredFinding {
    return new InGroup(this.groups[number] as Group, index, this.offsetOf(number));
  }
}

/** A finding of a group that stands at `offset`. */
class InGroup implements AnchoredFinding {
  readonly origin: Finding;
  readonly anchor: number;

  constructor(
    private readonly group: Group,
    private readonly index: number,
    private readonly offset: number,
  ) {
    this.origin = (group.kept[index] as GroupFinding).finding;
    this.anchor = offset + (placesOf(group).anchors[index] as number);
  }

  placed() {
    const { base, kept } = this.group;
    const { finding, member } = kept[this.index] as GroupFinding;
    const { item, offset: was } = memberAt(base, member);
    const about = { item, offset: was + this.offset - base.offset };
    const span = shift(finding.span, about.offset + item.statement.span.start);
    return { ...finding, span, about, origin: finding };
  }
}

const memberAt = (base: LocatedObjective, member: number) => membersOf(capped(base))[member] ?? base;

/** Kept, because an objective seldom changes while others move it. */
function placesOf(group: Group): NonNullable<Group['places']> {
  const { base, kept } = group;
  if (group.places?.base === base) return group.places;
  const members = membersOf(capped(base));
  const anchors = kept.map(({ member }) => {
    const { item, offset } = members[member] ?? base;
    return offset + item.statement.span.start - base.offset;
  });
  const starts = kept.map(({ finding }, index) => (anchors[index] as number) + finding.span.start);
  group.places = { base, anchors, starts };
  return group.places;
}
