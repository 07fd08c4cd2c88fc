import { measures, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

function wordCount({ item }: StatementContext): number {
  return item.statement.text.split(/\s+/u).filter((word) => word !== '').length;
}

/**
 * A wish that fits any company: an improvement verb with an abstract noun, or "more" without a what. Who benefits, or
 * what for, makes it specific enough. Domain note §3.3.
 */
export const objectiveVague: StatementRule = {
  id: 'objective-vague',
  scope: 'objective',
  source: 'article; google',
  judgement: true,
  variants: ['more'],
  yieldsTo: ['objective-is-activity', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts } = context;
    const head = facts.head?.class;
    if (facts.class !== 'vague' || measures(facts).length > 0 || facts.purpose || facts.means)
      return undefined;
    if (head !== 'increase' && head !== 'decrease' && head !== 'improve' && facts.abstractNouns.length === 0)
      return undefined;
    if (facts.beneficiary && facts.abstractNouns.length === 0) return undefined;
    if (wordCount(context) > wording(facts.language).shortObjective) return undefined;
    const span = wholeStatement(context);
    return {
      span,
      ...(facts.vagueWords.length > 0 && { variant: 'more' }),
      params: { words: wordsAt(context, span) },
    };
  },
};
