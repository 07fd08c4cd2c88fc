import { fromTo, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** Start and target are the same number. Domain note §3.5. */
export const noChange: StatementRule = {
  id: 'no-change',
  scope: 'key-result',
  source: 'arithmetic',
  wordless: true,
  check(context): Hit | undefined {
    const numbers = fromTo(context.facts);
    if (!numbers || numbers.from !== numbers.to) return undefined;
    return { span: numbers.span, params: { words: wordsAt(context, numbers.span) } };
  },
};
