import { fold, unfold } from '../../text/fold';
import { UNMEASURED } from '../causes';
import { VAGUE_DEADLINE } from '../phrases';
import { firstField } from '../places';
import { wordsAt } from '../reading';
import type { Hit, StatementRule } from '../rule';

/** "soon", "trong thời gian tới": a deadline that never comes. Domain note §3.6. */
export const vagueDeadline: StatementRule = {
  id: 'vague-deadline',
  scope: 'key-result',
  source: 'orca',
  yieldsTo: UNMEASURED,
  check(context): Hit | undefined {
    if (firstField(context.item, 'due')) return undefined;
    const folded = fold(context.item.statement.text);
    const match = VAGUE_DEADLINE[context.facts.language].exec(folded.text);
    if (!match) return undefined;
    const span = {
      start: unfold(folded, match.index),
      end: unfold(folded, match.index + match[0].length),
    };
    return { span, params: { words: wordsAt(context, span) } };
  },
};
