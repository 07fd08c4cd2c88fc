import { SENTENCE_END } from '../phrases';
import { wholeStatement } from '../reading';
import type { Hit, StatementContext } from '../rule';

/** A hit where the sentence is longer than `longest` units (NFC), or is two. */
export function longSentence(context: StatementContext, longest: number): Hit | undefined {
  const span = wholeStatement(context);
  const text = context.item.statement.text.slice(span.start, span.end).normalize('NFC').replace(/\s+/gu, ' ');
  const second = SENTENCE_END.test(text.slice(0, 2000));
  if (!second && text.length <= longest) return undefined;
  const params = { count: String(text.length), max: String(longest) };
  return second ? { span, variant: 'sentences', params } : { span, params };
}
