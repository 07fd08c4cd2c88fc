/** Numbers and dates as people write them in a language. */

import type { ScorecardTexts } from '../../texts/scorecard';
import type { Result } from '../model';

export interface Formats {
  percent(share: number): string;
  number(value: number): string;
  date(iso: string): string;
}

/** From here on numbers are said in millions. */
const LARGE = 1_000_000;

export function formatsOf(language: string): Formats {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    percent: (share) => percent.format(share),
    number: (value) => (Math.abs(value) < LARGE ? number : compact).format(value),
    date: (iso) => {
      const day = new Date(`${iso}T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? iso : date.format(day);
    },
  };
}

/** Signs that cling to each number; words are said once. */
const SIGN = /^[%‰$€£¥₫]$/u;

/** `21% → 30%, now 24%` or `68 → 50 days, now 63`, as far as it is known. */
export function valuesOf(result: Result, formats: Formats, texts: ScorecardTexts): string {
  const { baseline, target, current } = result;
  const unit = result.unit?.trim() ?? '';
  const sign = SIGN.test(unit) ? unit : '';
  const word = sign || unit === '' ? '' : ` ${unit}`;
  const shown = (value: number) =>
    sign === '' || /[%‰]/u.test(sign) ? formats.number(value) + sign : sign + formats.number(value);
  const start = baseline === undefined ? '?' : shown(baseline);
  const way = target === undefined ? '' : texts.fromTo(start, shown(target)) + word;
  const now = current === undefined ? '' : texts.now(shown(current)) + (way === '' ? word : '');
  return [way, now].filter(Boolean).join(', ');
}
