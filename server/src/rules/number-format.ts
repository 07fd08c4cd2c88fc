import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';
import { wording } from './wording';

/**
 * How the digits are grouped: `grouped` for `50.000`, `decimal` for `15,5`, each with its separator. Anything that
 * both languages read alike is `undefined`.
 */
function shapeOf(text: string): { kind: 'grouped' | 'decimal'; separator: string } | undefined {
  const digits = /\d[\d.,]*\d/u.exec(text)?.[0];
  if (!digits) return undefined;
  const separators = new Set(digits.replace(/\d/gu, ''));
  const [separator] = separators;
  // With both separators in it (1.234,5) a number can be read in one way only.
  if (separator === undefined || separators.size > 1) return undefined;
  const groups = digits.split(separator);
  if (groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3)
    return { kind: 'grouped', separator };
  return groups.length === 2 ? { kind: 'decimal', separator } : undefined;
}

/** `50.000` in English, `50,000` in Vietnamese: a reader may be wrong by a factor of a thousand. §3.5. */
export const numberFormat: StatementRule = {
  id: 'number-format',
  scope: 'item',
  source: 'cldr',
  variants: ['decimal'],
  check(context): readonly Hit[] {
    const { decimal, group } = wording(context.facts.language);
    return context.facts.quantities.flatMap((quantity) => {
      if (quantity.role === 'name' || quantity.role === 'date' || quantity.role === 'ordinal') return [];
      const words = wordsAt(context, quantity.span);
      const shape = shapeOf(words);
      if (!shape || shape.separator === (shape.kind === 'grouped' ? group : decimal)) return [];
      const [variant, expected] = shape.kind === 'decimal' ? ['decimal', decimal] : [undefined, group];
      return [
        {
          span: quantity.span,
          ...(variant && { variant }),
          params: { words, written: shape.separator, expected },
        },
      ];
    });
  },
};
