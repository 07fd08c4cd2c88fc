import { analyse } from '../statement';
import type { Language } from '../text/language';
import { firstField } from './places';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Overtime hours", "số ngày chờ": the unit stands in the metric's own name. */
function namesUnit(metric: string, language: Language): boolean {
  return metric.split(' ').some((word) => analyse(`5 ${word}`, language).quantities[0]?.kind === 'duration');
}

/** A bare number on a duration or a rate: 4 what? Domain note §3.5. */
export const unitMissing: StatementRule = {
  id: 'unit-missing',
  scope: 'key-result',
  source: 'smart',
  variants: ['rate'],
  check(context): Hit | undefined {
    const { facts, item } = context;
    const { target, metric, baseline } = facts;
    if (target?.kind !== 'number' || target.unit || baseline?.unit || !metric || firstField(item, 'unit'))
      return undefined;
    // "falls per 1,000 resident days": so many of them, whatever they are
    if (facts.quantities.some(({ role, span }) => role === 'scope' && span.end === metric.span.start - 1))
      return undefined;
    if (metric.kind !== 'duration' && metric.kind !== 'rate') return undefined;
    if (metric.kind === 'duration' && namesUnit(wordsAt(context, metric.span), facts.language))
      return undefined;
    return {
      span: target.span,
      ...(metric.kind === 'rate' && { variant: 'rate' }),
      params: { words: wordsAt(context, target.span), metric: wordsAt(context, metric.span) },
    };
  },
};
