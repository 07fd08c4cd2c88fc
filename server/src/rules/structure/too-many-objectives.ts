import type { LocatedObjective, OkrDocument } from '../../document/model';
import { Notes } from '../../text/notes';
import { countLive, firstField, inDocument, onSentence } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { DocumentContext, DocumentRule } from '../rule';

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

/** What an objective says about itself and the one before it. */
interface Border {
  readonly before: LocatedObjective | undefined;
  /** The number in its label. */
  readonly number: number | undefined;
  /** It begins another cycle, another team's objectives, or stands under another heading. */
  readonly isOther: boolean;
}

/** By objectives as they were before edits moved them: both change as soon as anything between them does. */
const borders = new Notes<LocatedObjective, Border>();

function borderOf(
  { document, objectives }: DocumentContext,
  index: number,
  last: number | undefined,
): Border {
  const { unmoved } = objectives;
  const base = unmoved[index] as LocatedObjective;
  const before = last === undefined ? undefined : unmoved[last];
  const known = borders.get(base);
  if (known && known.before === before) return known;
  const team = ({ item }: LocatedObjective) => firstField(item, 'team')?.value;
  const isOther =
    before === undefined ||
    before.period !== base.period ||
    team(before) !== team(base) ||
    isParted(document, objectives.at(last as number), objectives.at(index));
  const border = { before, number: numberOf(base), isOther };
  borders.set(base, border);
  return border;
}

/** Objectives of one cycle and one team, by their index; where the numbers start again, another team's begin. */
function setsOf(context: DocumentContext): number[][] {
  const sets: number[][] = [];
  let last: number | undefined;
  let reached = 0;
  context.objectives.unmoved.forEach(({ item }, index) => {
    if (item.struck) return;
    const { number, isOther } = borderOf(context, index, last);
    const begins = isOther || (number !== undefined && number <= reached);
    if (begins) sets.push([]);
    sets.at(-1)?.push(index);
    last = index;
    reached = number ?? (begins ? 0 : reached);
  });
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
    return setsOf(context).flatMap((set) => {
      const extra = set[max];
      if (extra === undefined) return [];
      return [
        inDocument(
          onSentence(context.objectives.at(extra), {
            params: { count: String(set.length), max: String(max) },
          }),
        ),
      ];
    });
  },
};
