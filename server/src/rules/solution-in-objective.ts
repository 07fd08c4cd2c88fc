import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "… by doing …": the means belong among the initiatives. Domain note §3.3. */
export const solutionInObjective: StatementRule = {
  id: 'solution-in-objective',
  scope: 'objective',
  source: 'cagan',
  check(context): Hit | undefined {
    const { means, head, form, evidence, beneficiary } = context.facts;
    // "leaders decide by the figures", "riders choose us because we are on time": of people it is part of the goal
    // and "never be surprised by an audit" says by whom
    const [first] = evidence;
    const never = form === 'sentence' && first?.kind === 'target';
    if (!head && (beneficiary || never || first?.kind === 'state')) return undefined;
    return means && { span: means, params: { words: wordsAt(context, means) } };
  },
};
