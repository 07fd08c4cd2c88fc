/** Growing a selection along what the text means: value, field, sentence, item, objective, document. */
import type { OkrDocument } from '../../document/model';
import type { StatementFacts } from '../../statement/facts';
import { contains, type Span, shift } from '../../text/span';
import { itemAt } from '../diagnose';
import { outlineOf } from '../outline';

/** Spans around an offset, innermost first; each lies within the next and is larger. */
export function selectionAt(
  document: OkrDocument,
  offset: number,
  factsOf: (located: NonNullable<ReturnType<typeof itemAt>>) => StatementFacts,
): readonly Span[] {
  const whole = { start: 0, end: document.text.length };
  const candidates: Span[] = [whole];
  const located = itemAt(document, offset);
  if (located) {
    const { item, offset: chunk } = located;
    const fields = item.fields.flatMap(({ span, valueSpan }) => [valueSpan, span]);
    const own = [item.span, item.statement.span, ...fields, ...(item.label ? [item.label.span] : [])];
    candidates.push(...own.map((span) => shift(span, chunk)));
    const { metric, quantities } = factsOf(located);
    const inside = [...quantities.map(({ span }) => span), ...(metric ? [metric.span] : [])];
    candidates.push(...inside.map((span) => shift(span, chunk + item.statement.span.start)));
  }
  for (const { span } of outlineOf(document)) candidates.push(span);
  return nested(candidates.filter(({ start, end }) => start <= offset && offset <= end));
}

/** The longest chain from the smallest span outwards. */
function nested(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    if (span.end === span.start && spans.length > 1) continue;
    if (!last) chain.push(span);
    else if (contains(span, last) && span.end - span.start > last.end - last.start) chain.push(span);
  }
  return chain;
}
