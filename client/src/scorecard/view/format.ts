/** Numbers and dates as people write them in a language. */

import type { ScorecardTexts } from '../../texts/scorecard';
import type { Result } from '../model';

export interface Formats {
  percent(share: number): string;
  number(value: number): string;
  date(iso: string): string;
}

export function formatsOf(language: string): Formats {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    percent: (share) => percent.format(share),
    number: (value) => number.format(value),
    date: (iso) => {
      const day = new Date(`${iso}T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? iso : date.format(day);
    },
  };
}

/** `21% → 30%, now 24%`, as far as it is known. */
export function valuesOf(result: Result, formats: Formats, texts: ScorecardTexts): string {
  const { baseline, target, current, unit = '' } = result;
  const shown = (value: number) => {
    const digits = formats.number(value);
    if (/^[$€£¥₫]$/u.test(unit)) return unit + digits;
    return unit === '' || unit === '%' ? digits + unit : `${digits} ${unit.trim()}`;
  };
  const way =
    baseline !== undefined && target !== undefined
      ? texts.fromTo(shown(baseline), shown(target))
      : target !== undefined
        ? texts.fromTo('?', shown(target))
        : '';
  return [way, current === undefined ? '' : texts.now(shown(current))].filter(Boolean).join(', ');
}
