import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Two goals in one objective. Domain note §3.3. */
export const objectiveCompound: StatementRule = {
  id: 'objective-compound',
  scope: 'objective',
  source: 'incose',
  check(context): Hit | undefined {
    const { form, clauses } = context.facts;
    // "Customers choose us and stay" is one picture of others; two orders to oneself are two goals.
    if (form !== 'imperative') return undefined;
    const second = clauses.find(({ joint, head }) => joint !== undefined && head !== undefined);
    if (!second?.joint) return undefined;
    return { span: second.joint, params: { words: wordsAt(context, second.span) } };
  },
};
