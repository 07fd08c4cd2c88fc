import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Try to reach 50" cannot be failed. The hedge can be deleted, what follows is a result. Domain note §3.4. */
export const krTryVerb: StatementRule = {
  id: 'kr-try-verb',
  scope: 'key-result',
  source: 'google; incose',
  yieldsTo: [...UNMEASURED, 'kr-counted-activity'],
  check(context): Hit | undefined {
    const { hedge, head } = context.facts;
    const span = hedge ?? (head?.class === 'hedge' ? head.span : undefined);
    return span && { span, params: { words: wordsAt(context, span) } };
  },
};
