import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "100 % of the migration done" is a task in the clothes of a metric. Perdoo, §3.4. */
export const krPercentOfTask: StatementRule = {
  id: 'kr-percent-of-task',
  scope: 'key-result',
  source: 'perdoo',
  yieldsTo: ['kr-activity', 'kr-counted-activity', 'kr-no-number', 'kr-binary'],
  check(context): Hit | undefined {
    const { facts } = context;
    const task = facts.head?.class === 'activity' || facts.head?.class === 'completion';
    if (!task || facts.metric || facts.baseline || facts.change) return undefined;
    const percent = facts.quantities.find(
      ({ kind, role }) => kind === 'percent' && (role === 'target' || role === 'count' || role === 'scope'),
    );
    return percent && { span: percent.span, params: { words: wordsAt(context, percent.span) } };
  },
};
