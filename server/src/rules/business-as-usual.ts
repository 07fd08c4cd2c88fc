import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Keeping things as they are is a health metric, not an objective. Google playbook, domain note §3.3. */
export const businessAsUsual: StatementRule = {
  id: 'business-as-usual',
  scope: 'objective',
  source: 'google',
  yieldsTo: ['objective-vague', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { head } = context.facts;
    return head?.class === 'keep'
      ? { span: head.span, params: { words: wordsAt(context, head.span) } }
      : undefined;
  },
};
