import { fromTo, wordsAt } from '../reading';
import type { Hit, StatementContext, StatementRule } from '../rule';

/** A change smaller than this share of the start is hardly a change. Domain note §3.7. */
const SMALL = 0.05;
const POINTS = 2;
/** From here on, a point is hard to win: 99.5 % to 99.9 % is most of what was missing. */
const NEARLY_ALL = 90;
/** Ratings have narrow scales: 4.2 to 4.4 of 5 is a step. */
const SCALE_TOP = 10;

function isTiny(from: number, to: number, { facts }: StatementContext): boolean {
  const kind = facts.target?.kind ?? facts.baseline?.kind;
  if (kind === 'score' || kind === 'ratio' || Math.abs(from) <= SCALE_TOP) return false;
  if (kind === 'percent' && (from >= NEARLY_ALL || Math.abs(to - from) >= POINTS)) return false;
  return Math.abs(to - from) < SMALL * Math.abs(from);
}

/** From 1,000 to 1,020: it may come about by itself. */
export const tinyStep: StatementRule = {
  id: 'tiny-step',
  scope: 'key-result',
  source: 'google',
  check(context): Hit | undefined {
    const numbers = fromTo(context.facts);
    if (!numbers || numbers.from === numbers.to || !isTiny(numbers.from, numbers.to, context))
      return undefined;
    const change = Math.abs((numbers.to - numbers.from) / numbers.from) * 100;
    const params = { words: wordsAt(context, numbers.span) };
    return { span: numbers.span, params, figures: { change: Math.round(change * 10) / 10 } };
  },
};
