import { hasNumber, isDeclared, isMeasured, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/**
 * Done or not done. Off in `source`, whose judge is the article's "measurable": there `kr-no-number` says it, unless
 * the author declared `#milestone`. Lamorte counts dated milestones as key results. Domain note §3.4.
 */
export const krBinary: StatementRule = {
  id: 'kr-binary',
  scope: 'key-result',
  source: 'lamorte; perdoo',
  judgement: true,
  variants: ['dated'],
  yieldsTo: ['empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts, item } = context;
    const binary = facts.class === 'milestone' || (isDeclared(item, 'milestone') && !isMeasured(facts));
    if (!binary || hasNumber(item, 'target')) return undefined;
    const dated = facts.deadline !== undefined || hasNumber(item, 'due');
    const span = wholeStatement(context);
    return { span, ...(dated && { variant: 'dated' }), params: { words: wordsAt(context, span) } };
  },
};
