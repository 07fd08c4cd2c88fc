/** Markup that stands half inside of the words that are replaced or moved. */
import type { Span } from '../text/span';

const OPENS = /(?:\*\*|__|~~|[*_`[])$/u;
const CLOSES = /^(?:\*\*|__|~~|[*_`]|\](?:\([^()\s]{0,200}\)|\[[^\]]{0,100}\]))/u;
const LONGEST = 204;

const countOf = (text: string, mark: string) => text.split(mark).length - 1;

/** Whether the other half of `mark`, which stands beside `raw`, is in it. */
function hasHalf(raw: string, mark: string): boolean {
  const brackets = countOf(raw, '[') - countOf(raw, ']');
  if (mark === '[') return brackets < 0;
  return mark.startsWith(']') ? brackets > 0 : countOf(raw, mark) % 2 === 1;
}

/**
 * `span` of `text` with the markup beside it whose other half it holds: `**Write** a plan`, `a [guide](url)`.
 * @param all also with what stands around all of it, such as `[Write a plan](url)`
 */
export function withMarkup(text: string, { start, end }: Span, all = false): Span {
  const raw = text.slice(start, end);
  const before = OPENS.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const behind = CLOSES.exec(text.slice(end, end + LONGEST))?.[0] ?? '';
  const around = before !== '' && (before === behind || (before === '[' && behind.startsWith(']')));
  const both = around && (all || raw.includes(before));
  const from = both || (before !== '' && hasHalf(raw, before)) ? start - before.length : start;
  const to = both || (behind !== '' && hasHalf(raw, behind)) ? end + behind.length : end;
  return from === start && to === end ? { start, end } : withMarkup(text, { start: from, end: to }, all);
}
