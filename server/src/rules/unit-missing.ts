import { isUnitOfTime } from '../statement';
import type { Language } from '../text/language';
import { firstField } from './places';
import { wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';
import { wording } from './wording';

/** "Overtime hours", "số ngày chờ": the unit stands in the metric's own name. */
function namesUnit(metric: string, language: Language): boolean {
  return metric.split(' ').some((word) => isUnitOfTime(word, language));
}

/** "Hệ số thức ăn", "current ratio": a number that has no unit. */
function isFactor(metric: string, language: Language): boolean {
  const words = ` ${metric.normalize('NFC').toLowerCase()} `;
  return wording(language).factors.some((factor) => words.includes(` ${factor} `));
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
    // "patients waiting beyond our target time: 12": they are counted, the time is their limit
    if (metric.kind === 'duration' && facts.beneficiary && facts.beneficiary.end <= metric.span.start)
      return undefined;
    const { text } = item.statement;
    // "no more than 5 shows below 60% occupancy", "attendance from 14 to 30 per evening": they are counted
    const { end } = target.span;
    if (text.slice(end, metric.span.start).trim() || facts.windows.some(({ start }) => start === end + 1))
      return undefined;
    const name = wordsAt(context, metric.span);
    if ((metric.kind === 'duration' && namesUnit(name, facts.language)) || isFactor(name, facts.language))
      return undefined;
    return {
      span: target.span,
      ...(metric.kind === 'rate' && { variant: 'rate' }),
      params: { words: wordsAt(context, target.span), metric: name },
    };
  },
};
