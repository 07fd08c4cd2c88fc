import type { Hit, StatementRule } from './rule';

/** `KR 2:` with nothing after it. Domain note §3.2. */
export const emptyItem: StatementRule = {
  id: 'empty-item',
  scope: 'item',
  source: 'structure',
  wordless: true,
  variants: ['objective'],
  check({ item }): Hit | undefined {
    if (item.statement.text.trim() !== '' || (item.kind === 'objective' && item.announces)) return undefined;
    // Nothing to underline in the sentence, so the label carries it, else the item's marker.
    const place = item.label?.span ?? item.span;
    const origin = item.statement.span.start;
    return {
      span: { start: place.start - origin, end: place.end - origin },
      ...(item.kind === 'objective' && { variant: 'objective' }),
    };
  },
};
