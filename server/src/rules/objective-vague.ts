import type { StatementFacts } from '../statement/facts';
import { measures, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

function wordCount({ item }: StatementContext): number {
  return item.statement.text.split(/\s+/u).filter((word) => word !== '').length;
}

/** Whether the sentence has the form of a wish: "improve …", "get better at …", "keep … running", bare "culture". */
function isWish({ head, abstractNouns, vagueWords }: StatementFacts): boolean {
  switch (head?.class) {
    case 'increase':
    case 'decrease':
    case 'improve':
    case 'keep':
      return true;
    case 'delexical':
      return vagueWords.length > 0;
    default:
      return abstractNouns.length > 0 && head?.class !== 'become' && head?.class !== 'enable';
  }
}

/** Something that makes it this team's objective: a number, a purpose, the means, somebody who benefits. */
function isParticular(facts: StatementFacts): boolean {
  if (facts.purpose || facts.means || measures(facts).length > 0) return true;
  // "Improve customer satisfaction" names customers and still fits any team.
  return facts.beneficiary !== undefined && facts.abstractNouns.length === 0;
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
  variants: ['more', 'keep'],
  yieldsTo: ['objective-is-activity', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts } = context;
    // What is only kept running ("keep the shops open") may be classed as work; it is as vague as a wish.
    const wish = facts.class === 'vague' || (facts.class === 'activity' && facts.head?.class === 'keep');
    if (!wish || !isWish(facts) || isParticular(facts)) return undefined;
    if (wordCount(context) > wording(facts.language).shortObjective) return undefined;
    const span = wholeStatement(context);
    const variant = facts.head?.class === 'keep' ? 'keep' : facts.vagueWords.length > 0 ? 'more' : undefined;
    return { span, ...(variant && { variant }), params: { words: wordsAt(context, span) } };
  },
};
