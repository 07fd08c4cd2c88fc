/** Days as `YYYY-MM-DD`. The arithmetic is that of the calendar alone: no clock, no time zone. */

const DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** `YYYY-MM-DD`, or undefined where the calendar has no such day. Month from 1. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month))
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of days of a month, from 1. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** First day of a month to the last day of another of the same year. Months from 1. */
export function monthsOf(year: number, from: number, to: number): { start: string; end: string } | undefined {
  const start = isoDate(year, from, 1);
  const end = to >= from && to <= 12 ? isoDate(year, to, lastDay(year, to)) : undefined;
  return start && end ? { start, end } : undefined;
}

/** The same by months that count on beyond December: 13 is the next January. */
export function monthsFrom(
  year: number,
  from: number,
  to: number,
): { start: string; end: string } | undefined {
  const yearOfMonth = (month: number) => year + Math.floor((month - 1) / 12);
  const inYear = (month: number) => ((month - 1) % 12) + 1;
  const [lastYear, last] = [yearOfMonth(to), inYear(to)];
  const start = isoDate(yearOfMonth(from), inYear(from), 1);
  const end = to >= from ? isoDate(lastYear, last, lastDay(lastYear, last)) : undefined;
  return start && end ? { start, end } : undefined;
}

function daysOf(iso: string): number {
  if (!ISO.test(iso)) return Number.NaN;
  return Date.UTC(yearOf(iso), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8))) / DAY;
}

/** Days from one ISO date to another; negative where the second is earlier, NaN where one is no date. */
export function daysBetween(from: string, to: string): number {
  return daysOf(to) - daysOf(from);
}

export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}
