import { isShort, othersKeep } from './objectives';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Keeping things as they are is a health metric, not an objective. Google playbook, domain note §3.3. */
export const businessAsUsual: StatementRule = {
  id: 'business-as-usual',
  scope: 'objective',
  source: 'google',
  yieldsTo: ['objective-vague', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { head, beneficiary } = context.facts;
    // "Ensure every patient is seen on time" promises somebody something that may well be new.
    if (head?.class !== 'keep' || (beneficiary && !isShort(context))) return undefined;
    if (othersKeep(context.facts)) return undefined;
    return { span: head.span, params: { words: wordsAt(context, head.span) } };
  },
};
