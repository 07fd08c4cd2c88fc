import type { Item, Located, LocatedObjective } from '../../document/model';
import { rawWeight } from '../../progress';
import { firstField, inDocument, liveObjectives, onField } from '../places';
import type { DocumentRule, GroupHit, GroupRule } from '../rule';

/** Weights are shares of 1, of 10 or of 100. */
const WHOLES = [1, 10, 100];
/** Thirds are rounded. */
const ROUNDING = 0.011;
/** "2, 3, 1": weights that are compared with one another, not shares of anything. */
const LARGEST_RELATIVE = 9;

function isRelative(weights: readonly number[]): boolean {
  return weights.every((weight) => Number.isInteger(weight) && weight <= LARGEST_RELATIVE);
}

/** One hit at the first weight, where all siblings have one and together they are no whole. */
function sumHits(siblings: readonly Located<Item>[]): readonly GroupHit[] {
  const [first] = siblings;
  const field = first && firstField(first.item, 'weight');
  if (!field || siblings.length < 2) return [];
  const weights = siblings.map(({ item }) => rawWeight(item));
  const known = weights.flatMap((weight) => weight ?? []);
  const sum = known.reduce((total, weight) => total + weight, 0);
  if (known.length < weights.length || sum === 0 || isRelative(known)) return [];
  if (WHOLES.some((whole) => Math.abs(sum - whole) <= ROUNDING * whole)) return [];
  const whole = known.some((weight) => weight > 1) ? 100 : 1;
  const share = Math.round((sum / whole) * 1000) / 10;
  return [onField(first, field, { params: { count: String(known.length) }, figures: { sum: share } })];
}

/** Objectives by cycle, in document order. */
function byPeriod(objectives: readonly LocatedObjective[]): Iterable<LocatedObjective[]> {
  const groups = new Map<string | undefined, LocatedObjective[]>();
  for (const objective of objectives) {
    const group = groups.get(objective.period);
    if (group) group.push(objective);
    else groups.set(objective.period, [objective]);
  }
  return groups.values();
}

/** Weights that do not add up to a whole, of an objective's key results or of a cycle's objectives. Domain note §3.7. */
export const weightsSum: GroupRule & DocumentRule = {
  id: 'weights-sum',
  scope: 'document',
  source: 'arithmetic',
  fields: ['weight'],
  checkGroup: ({ keyResults }) => sumHits(keyResults),
  check(context, groups) {
    if (!groups.some('weight')) return [];
    const objectives = liveObjectives(context);
    return [...byPeriod(objectives)].flatMap((group) => sumHits(group).map(inDocument));
  },
};
