import { namesWork } from './objectives';
import { actionPhrase, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** The solution instead of the goal: it dies when the plan changes. Domain note §3.3. */
export const objectiveIsActivity: StatementRule = {
  id: 'objective-is-activity',
  scope: 'objective',
  source: 'article; cagan',
  judgement: true,
  yieldsTo: ['empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts } = context;
    // "Complete SOC 2 certification" is work as an objective, whatever it is as a key result.
    const finished = facts.class === 'milestone' && facts.head?.class === 'completion';
    const work =
      facts.class === 'activity' || facts.class === 'counted-activity' || facts.action !== undefined;
    if (!work && !finished) return undefined;
    if (!namesWork(context)) return undefined;
    const span = actionPhrase(context);
    const params = { words: wordsAt(context, span) };
    // It says what the thing is for, so the goal is there: a reminder to put it first.
    return facts.purpose ? { span, params, mild: true } : { span, params };
  },
};
