import { SENTENCE_END } from '../phrases';
import { wholeStatement } from '../reading';
import type { Hit, StatementContext } from '../rule';

/** Without a stop inside there is one sentence. */
const MAYBE_TWO = /[.!?]\s/u;

/** A hit where the sentence is longer than `longest` units (NFC), or is two. */
export function longSentence(context: StatementContext, longest: number): Hit | undefined {
  const { text: written } = context.item.statement;
  if (written.length <= longest && !MAYBE_TWO.test(written)) return undefined;
  const span = wholeStatement(context);
  const text = written.slice(span.start, span.end).normalize('NFC').replace(/\s+/gu, ' ');
  const second = SENTENCE_END.test(text.slice(0, 2000));
  if (!second && text.length <= longest) return undefined;
  const params = { count: String(text.length), max: String(longest) };
  return second ? { span, variant: 'sentences', params } : { span, params };
}
