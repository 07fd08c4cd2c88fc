import { measures, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** A number in the objective. The article does it, Wodtke forbids it: the profile decides. Domain note §3.3. */
export const objectiveHasMetric: StatementRule = {
  id: 'objective-has-metric',
  scope: 'objective',
  source: 'wodtke; clickup',
  check(context): Hit | undefined {
    const number = measures(context.facts)[0];
    return number && { span: number.span, params: { words: wordsAt(context, number.span) } };
  },
};
