import { typeOf } from '../places';
import { fromTo, wordsAt } from '../reading';
import type { Hit, StatementRule } from '../rule';

/** More than three times as much in one cycle is a dream or a slip of the pen. Domain note §3.7. */
const FACTOR = 3;
/** Small counts multiply easily: from 2 to 8 pilot customers. */
const SMALL = 10;

/** From 100 to 900: say that it is a stretch, or check the numbers. */
export const hugeStep: StatementRule = {
  id: 'huge-step',
  scope: 'key-result',
  source: 'google',
  check(context): Hit | undefined {
    const numbers = fromTo(context.facts);
    if (!numbers || numbers.from < SMALL || numbers.to <= FACTOR * numbers.from) return undefined;
    const kind = context.facts.target?.kind;
    if (kind === 'percent' || kind === 'duration' || typeOf(context.item) !== undefined) return undefined;
    const factor = Math.round((numbers.to / numbers.from) * 10) / 10;
    return {
      span: numbers.span,
      params: { words: wordsAt(context, numbers.span) },
      figures: { factor },
    };
  },
};
