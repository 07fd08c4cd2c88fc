import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Support cannot be owned: a measured result that starts with "help" is somebody else's. Google playbook, §3.4. */
export const krSupportVerb: StatementRule = {
  id: 'kr-support-verb',
  scope: 'key-result',
  source: 'google',
  yieldsTo: [...UNMEASURED, 'kr-counted-activity'],
  check(context): Hit | undefined {
    const { head } = context.facts;
    if (head?.class !== 'support') return undefined;
    return { span: head.span, params: { words: wordsAt(context, head.span) } };
  },
};
