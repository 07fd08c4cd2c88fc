import { UNMEASURED } from '../causes';
import { wordsAt } from '../reading';
import type { Hit, StatementRule } from '../rule';

/** "At least 50": a floor is reached by doing what was easy. Not for what is to be kept. Domain note §3.7. */
export const floorTarget: StatementRule = {
  id: 'floor-target',
  scope: 'key-result',
  source: 'google',
  yieldsTo: UNMEASURED,
  check(context): Hit | undefined {
    const { target, direction } = context.facts;
    const quantity =
      target ?? context.facts.quantities.find(({ role }) => role === 'count' || role === 'change');
    if (quantity?.comparison !== '>=' || direction === 'keep') return undefined;
    const words = wordsAt(context, quantity.span);
    // "90+" and "≥ 90" set a mark; only words sound like a minimum.
    return /\p{L}{3}/u.test(words.split(/\d/u, 1)[0] ?? '')
      ? { span: quantity.span, params: { words } }
      : undefined;
  },
};
