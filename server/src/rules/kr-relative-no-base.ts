import { hasBaseline, hasNumber, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "By 20 %" of what? Domain note §3.5. */
export const krRelativeNoBase: StatementRule = {
  id: 'kr-relative-no-base',
  scope: 'key-result',
  source: 'doerr; google',
  yieldsTo: ['percent-of-percent'],
  check(context): Hit | undefined {
    const { facts, item } = context;
    if (facts.class !== 'outcome' || !facts.change || facts.target || hasBaseline(context)) return undefined;
    // "cut by half, to 180": then it can be worked out
    const { end } = facts.change.span;
    const isToldTo = facts.quantities.some(({ role, span }) => role === 'target' && span.start > end);
    if (isToldTo || hasNumber(item, 'target')) return undefined;
    // "hơn nửa khách mới do người quen giới thiệu": a share, no change
    if (!facts.head && item.statement.text.slice(0, facts.change.span.start).trim() === '') return undefined;
    return { span: facts.change.span, params: { words: wordsAt(context, facts.change.span) } };
  },
};
