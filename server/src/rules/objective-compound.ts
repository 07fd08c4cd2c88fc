import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Two goals in one objective. Domain note §3.3. */
export const objectiveCompound: StatementRule = {
  id: 'objective-compound',
  scope: 'objective',
  source: 'incose',
  check(context): Hit | undefined {
    const second = context.facts.clauses.find(
      (clause) => clause.joint !== undefined && clause.head !== undefined,
    );
    if (!second?.joint) return undefined;
    return { span: second.joint, params: { words: wordsAt(context, second.span) } };
  },
};
