import { actionPhrase, hasNumber, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** A direction without an end: "Increase retention". Domain note §3.5. */
export const krUnbounded: StatementRule = {
  id: 'kr-unbounded',
  scope: 'key-result',
  source: 'article; mayer',
  judgement: true,
  yieldsTo: ['kr-vague-quantity', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts, item } = context;
    if (facts.class !== 'vague' || !facts.head || hasNumber(item, 'target')) return undefined;
    const directed =
      facts.head.class === 'increase' ||
      facts.head.class === 'decrease' ||
      (facts.head.class === 'improve' && facts.metric !== undefined);
    if (!directed) return undefined;
    const phrase = actionPhrase(context);
    const span = { start: phrase.start, end: Math.max(phrase.end, facts.metric?.span.end ?? 0) };
    return { span, params: { words: wordsAt(context, span) } };
  },
};
