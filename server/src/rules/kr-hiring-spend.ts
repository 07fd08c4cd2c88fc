import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** People and machines bought are input. Domain note §3.4. */
export const krHiringSpend: StatementRule = {
  id: 'kr-hiring-spend',
  scope: 'key-result',
  source: 'article',
  yieldsTo: [...UNMEASURED, 'kr-counted-activity'],
  check(context): Hit | undefined {
    const { head } = context.facts;
    if (head?.class !== 'hiring-spend') return undefined;
    return { span: head.span, params: { words: wordsAt(context, head.span) } };
  },
};
