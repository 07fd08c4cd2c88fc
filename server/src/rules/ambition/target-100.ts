import { typeOf } from '../places';
import { wordsAt } from '../reading';
import type { Hit, StatementRule } from '../rule';

const STRETCH: ReadonlySet<string> = new Set(['aspirational', 'moonshot', 'stretch']);

/**
 * Everything or nothing on a key result that is marked as a stretch: 70 % of it would be a success, and nobody could
 * tell. What is committed, compliance and safety may well be 100 %. Domain note §3.7.
 */
export const target100: StatementRule = {
  id: 'target-100',
  scope: 'key-result',
  source: 'google',
  check(context): Hit | undefined {
    const { target } = context.facts;
    if (!target) return undefined;
    const all = target.kind === 'percent' && target.value === 100;
    if ((!all && target.value !== 0) || !STRETCH.has(typeOf(context.item) ?? '')) return undefined;
    return { span: target.span, params: { words: wordsAt(context, target.span) } };
  },
};
