import type { StatementFacts } from '../../statement/facts';
import { onSentence, typeOf } from '../places';
import type { GroupRule } from '../rule';

const FEWEST = 3;

/** More of something that is good to have more of, counted in pieces or money. */
function pushesVolume({ metric, direction, target, change }: StatementFacts): boolean {
  if (!metric || direction !== 'increase' || (!target && !change)) return false;
  return metric.polarity === 'up' && (metric.kind === 'amount' || metric.kind === 'count');
}

/**
 * Every key result asks for more, none for good: volume can be bought with quality, price or people. Domain note §3.6,
 * after Grove's paired indicators.
 */
export const noGuardrail: GroupRule = {
  id: 'no-guardrail',
  scope: 'document',
  source: 'doerr',
  checkGroup({ objective, keyResults }) {
    if (keyResults.length < FEWEST) return [];
    const allPush = keyResults.every(
      ({ item, facts }) => pushesVolume(facts) && typeOf(item) !== 'guardrail',
    );
    return allPush ? [onSentence(objective, { params: { count: String(keyResults.length) } })] : [];
  },
};
