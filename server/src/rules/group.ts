/** An objective with its key results as rules look at it: what several of them ask for is worked out once. */
import type { FieldName, Item, KeyResultItem, Located, LocatedObjective } from '../document/model';
import { type Cycle, dueOf, type ReadDate, type Tracking, trackingOf } from '../progress';
import type { StatementFacts } from '../statement/facts';
import type { Surroundings } from './group-surroundings';
import type { DocumentContext, GroupContext, GroupMember } from './rule';

class Member<T extends Item> implements GroupMember<T> {
  readonly item: T;
  readonly offset: number;
  #due: ReadDate | undefined | null = null;
  #tracking: Tracking | undefined;

  constructor(
    located: Located<T>,
    readonly facts: StatementFacts,
    private readonly cycle: Cycle | undefined,
  ) {
    this.item = located.item;
    this.offset = located.offset;
  }

  get due(): ReadDate | undefined {
    if (this.#due === null) this.#due = dueOf(this.item, this.facts, this.cycle);
    return this.#due;
  }

  get tracking(): Tracking {
    this.#tracking ??= trackingOf(this.item, this.facts, this.cycle);
    return this.#tracking;
  }
}

/** What rules see of an objective that is not struck through. */
export function groupOf(
  document: DocumentContext,
  objective: LocatedObjective,
  { cycle, elapsed }: Surroundings,
): GroupContext {
  const memberOf = <T extends Item>(located: Located<T>) =>
    new Member(located, document.factsOf(located), cycle);
  const goal = memberOf(objective);
  const members: GroupMember[] = [goal];
  const keyResults: GroupMember<KeyResultItem>[] = [];
  for (const located of objective.keyResults) {
    if (located.item.struck) continue;
    const member = memberOf(located);
    members.push(member);
    keyResults.push(member);
  }
  return { objective, goal, keyResults, members, fields: fieldsOf(members), document, cycle, elapsed };
}

/** The names of the fields that items have, each once; they are few. */
function fieldsOf(members: readonly Located<Item>[]): readonly FieldName[] {
  const names: FieldName[] = [];
  for (const { item } of members)
    for (const { name } of item.fields) if (!names.includes(name)) names.push(name);
  return names;
}
