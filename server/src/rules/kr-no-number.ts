import { hasNumber, isDeclared, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';

/** A digit of any script, or a number word of those scripts that write whole sentences without digits. */
const NUMERAL = /[\p{Nd}\p{Nl}\p{No}零一二三四五六七八九十百千万萬億亿兆两兩倍半]/u;

function variantOf({ facts }: StatementContext): string | undefined {
  if (facts.foreign) return 'foreign';
  if (facts.class === 'milestone') return 'milestone';
  if (facts.hedge) return 'try';
  if (!facts.head) return facts.metric ? 'metric-only' : undefined;
  if (facts.head.class === 'support') return 'support';
  return facts.head.class === 'keep' ? 'keep' : undefined;
}

/**
 * No numeric target, and no finer rule says why. Milestones come here too: the article asks for a number. A profile
 * that accepts milestones turns `kr-binary` on, which then speaks instead. Domain note §3.5.
 */
export const krNoNumber: StatementRule = {
  id: 'kr-no-number',
  scope: 'key-result',
  source: 'article; mayer',
  judgement: true,
  wordless: true,
  variants: ['milestone', 'try', 'metric-only', 'support', 'keep', 'foreign'],
  yieldsTo: [
    'kr-activity',
    'kr-counted-activity',
    'kr-unbounded',
    'kr-vague-quantity',
    'kr-binary',
    'empty-item',
    'placeholder-left',
  ],
  check(context): Hit | undefined {
    const { facts, item } = context;
    if (facts.foreign && NUMERAL.test(item.statement.text)) return undefined;
    if (facts.class !== 'vague' && facts.class !== 'milestone' && facts.class !== 'activity')
      return undefined;
    if (hasNumber(item, 'target')) return undefined;
    if (facts.class !== 'vague' && isDeclared(item, 'milestone')) return undefined;
    const variant = variantOf(context);
    const span = wholeStatement(context);
    return { span, ...(variant && { variant }), params: { words: wordsAt(context, span) } };
  },
};
