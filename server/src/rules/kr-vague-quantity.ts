import { hasNumber, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "More", "significantly" where a number should stand. Domain note §3.5. */
export const krVagueQuantity: StatementRule = {
  id: 'kr-vague-quantity',
  scope: 'key-result',
  source: 'article; incose',
  judgement: true,
  yieldsTo: ['kr-activity', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts, item } = context;
    const word = facts.vagueWords[0];
    if (!word || (facts.class !== 'vague' && facts.class !== 'activity') || hasNumber(item, 'target'))
      return undefined;
    return { span: word, params: { words: wordsAt(context, word) } };
  },
};
