import { fromTo, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** The verb says up, the numbers go down (or the other way round). Arithmetic, so certain. Domain note §3.5. */
export const directionContradiction: StatementRule = {
  id: 'direction-contradiction',
  scope: 'item',
  source: 'arithmetic',
  variants: ['decrease'],
  check(context): Hit | undefined {
    const { head } = context.facts;
    if (head?.class !== 'increase' && head?.class !== 'decrease') return undefined;
    const numbers = fromTo(context.facts);
    if (!numbers || numbers.from === numbers.to) return undefined;
    const rises = numbers.to > numbers.from;
    if ((head.class === 'increase') === rises) return undefined;
    return {
      span: { start: head.span.start, end: numbers.span.end },
      ...(head.class === 'decrease' && { variant: 'decrease' }),
      params: { verb: wordsAt(context, head.span), words: wordsAt(context, numbers.span) },
    };
  },
};
