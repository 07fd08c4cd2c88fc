import type { Clause } from '../statement/facts';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** A clause that could stand as a key result of its own. A floor to hold ("while keeping …") is a guardrail. */
function isResult(clause: Clause): boolean {
  return (
    clause.head?.class !== 'keep' &&
    clause.quantities.some(({ role }) => role === 'target' || role === 'change' || role === 'count')
  );
}

/** Two results in one line: one score cannot tell which was reached. Domain note §3.5. */
export const krCompound: StatementRule = {
  id: 'kr-compound',
  scope: 'key-result',
  source: 'incose; orca',
  check(context): Hit | undefined {
    const results = context.facts.clauses.filter(isResult);
    const second = results[1];
    if (!second) return undefined;
    return { span: second.joint ?? second.span, params: { words: wordsAt(context, second.span) } };
  },
};
