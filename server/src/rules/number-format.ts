import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';
import { wording } from './wording';

/** Without one there is nothing to misread. */
const GROUP = /\d[.,]\d{3}/;

/**
 * The separator of a number that could be read as thousands: `50.000`, `1,250,000`. A number that can be read in one
 * way only (`99.5`, `1.234,5`, `0,125`) has none.
 */
function groupSeparator(text: string): string | undefined {
  const digits = /\d[\d.,]*\d/u.exec(text)?.[0];
  const separators = new Set(digits?.replace(/\d/gu, ''));
  const [separator] = separators;
  if (!digits || separator === undefined || separators.size > 1) return undefined;
  const [first = '', ...groups] = digits.split(separator);
  const grouped = /^[1-9]\d{0,2}$/u.test(first) && groups.every((group) => group.length === 3);
  return grouped ? separator : undefined;
}

/** `50.000` in English, `50,000` in Vietnamese: a reader may be wrong by a factor of a thousand. §3.5. */
export const numberFormat: StatementRule = {
  id: 'number-format',
  scope: 'item',
  source: 'cldr',
  check(context): readonly Hit[] | undefined {
    if (!GROUP.test(context.item.statement.text)) return undefined;
    const { group } = wording(context.facts.language);
    return context.facts.quantities.flatMap(({ role, span }) => {
      if (role === 'name' || role === 'date' || role === 'ordinal') return [];
      const written = groupSeparator(context.item.statement.text.slice(span.start, span.end));
      if (!written || written === group) return [];
      return [{ span, params: { words: wordsAt(context, span), written, expected: group } }];
    });
  },
};
