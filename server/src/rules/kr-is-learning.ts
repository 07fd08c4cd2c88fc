import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Learning without a decision or an effect. Domain note §3.4. */
export const krIsLearning: StatementRule = {
  id: 'kr-is-learning',
  scope: 'key-result',
  source: 'gilad',
  yieldsTo: [...UNMEASURED, 'kr-counted-activity'],
  check(context): Hit | undefined {
    const { head } = context.facts;
    if (head?.class !== 'learning') return undefined;
    return { span: head.span, params: { words: wordsAt(context, head.span) } };
  },
};
