import { activityVariant } from './kr-activity';
import { actionPhrase, keyResultClass, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** What else is counted than work. The rule's own `variants` are for the tests: what is shipped does without. */
const NAMED: readonly string[] = ['support', 'spend', 'learning'];

/** Work with a count: measurable, still output. The experts disagree, so the profile decides. Domain note §3.4. */
export const krCountedActivity: StatementRule = {
  id: 'kr-counted-activity',
  scope: 'key-result',
  source: 'gilad; gothelf; lamorte',
  judgement: true,
  variants: [...NAMED, 'task'],
  check(context): Hit | undefined {
    const { facts } = context;
    if (keyResultClass(context) !== 'counted-activity') return undefined;
    const kind = activityVariant(context);
    const phrase = actionPhrase(context);
    const count = facts.quantities.find((quantity) => quantity.role === 'count');
    const variant = kind && NAMED.includes(kind) ? kind : count?.kind === 'percent' ? 'task' : undefined;
    const span = { start: phrase.start, end: Math.max(phrase.end, count?.span.end ?? 0) };
    return { span, ...(variant && { variant }), params: { words: wordsAt(context, span) } };
  },
};
