import { wholeStatement, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Measure X first" is a legitimate third type; it only needs a follow-up. Lamorte, §3.4. */
export const krBaselineType: StatementRule = {
  id: 'kr-baseline-type',
  scope: 'key-result',
  source: 'lamorte',
  check(context): Hit | undefined {
    if (context.facts.class !== 'baseline') return undefined;
    const span = wholeStatement(context);
    return { span, params: { words: wordsAt(context, span) } };
  },
};
