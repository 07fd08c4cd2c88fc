import type { LocatedObjective } from '../../document/model';
import { firstField, inDocument, liveObjectives, onSentence } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { DocumentRule } from '../rule';

/** The number that a label ends with: the 2 of `Objective 2`. */
function numberOf({ item }: LocatedObjective): number | undefined {
  const digits = /(\d+)\D{0,3}$/u.exec(item.label?.text.slice(-12) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Objectives of one cycle and one team; where the numbers start again, another team's begin. */
function setsOf(objectives: readonly LocatedObjective[]): LocatedObjective[][] {
  const sets: LocatedObjective[][] = [];
  let last: LocatedObjective | undefined;
  let number = 0;
  for (const objective of objectives) {
    const own = numberOf(objective);
    const team = (one: LocatedObjective | undefined) => one && firstField(one.item, 'team')?.value;
    const begins =
      !last ||
      last.period !== objective.period ||
      team(last) !== team(objective) ||
      (own !== undefined && own <= number);
    if (begins) sets.push([]);
    sets.at(-1)?.push(objective);
    last = objective;
    number = own ?? (begins ? 0 : number);
  }
  return sets;
}

/** More objectives in a cycle than anyone can keep in mind; on the first that is too many. Domain note §3.2. */
export const tooManyObjectives: DocumentRule = {
  id: 'too-many-objectives',
  scope: 'document',
  source: 'wodtke; rework',
  check(context) {
    const { max } = (context.limits ?? DEFAULT_LIMITS).objectives ?? DEFAULT_LIMITS.objectives;
    const objectives = liveObjectives(context);
    if (objectives.length <= max) return [];
    return setsOf(objectives).flatMap((set) => {
      const extra = set[max];
      if (!extra) return [];
      return [inDocument(onSentence(extra, { params: { count: String(set.length), max: String(max) } }))];
    });
  },
};
