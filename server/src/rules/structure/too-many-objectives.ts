import type { LocatedObjective, OkrDocument } from '../../document/model';
import { countLive, firstField, inDocument, liveObjectives, onSentence } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { DocumentRule } from '../rule';

/** So many objectives are no cycle of anybody, but a collection. */
const ARCHIVE = 60;

/** The number that a label ends with: the 2 of `Objective 2`. */
function numberOf({ item }: LocatedObjective): number | undefined {
  // regex: the text is at most 12 units
  const digits = /(\d+)\D{0,3}$/u.exec(item.label?.text.slice(-12) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a heading that the objective stands under parts it from the one before: another team, another theme. */
function isParted(
  { text }: OkrDocument,
  before: LocatedObjective,
  { item, offset }: LocatedObjective,
): boolean {
  const last = before.keyResults.at(-1) ?? before;
  const start = offset + item.span.start;
  const between = text.slice(last.offset + last.item.span.end, start);
  const own = item.form === 'heading' ? (/^#+/u.exec(text.slice(start, start + 6))?.[0].length ?? 1) : 7;
  return between.split('\n').some((line) => {
    const depth = /^#{1,6}(?=\s)/u.exec(line)?.[0].length;
    return depth !== undefined && depth < own;
  });
}

/** Objectives of one cycle and one team; where the numbers start again, another team's begin. */
function setsOf(document: OkrDocument, objectives: readonly LocatedObjective[]): LocatedObjective[][] {
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
      (own !== undefined && own <= number) ||
      isParted(document, last, objective);
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
    const count = countLive(context);
    if (count <= max || count > ARCHIVE) return [];
    return setsOf(context.document, liveObjectives(context)).flatMap((set) => {
      const extra = set[max];
      if (!extra) return [];
      return [inDocument(onSentence(extra, { params: { count: String(set.length), max: String(max) } }))];
    });
  },
};
