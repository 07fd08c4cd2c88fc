/** The cycle that a text names: `Q3 2026`, `2026-H2`, `FY26-Q2`, `Quý III/2026`, `6 tháng cuối năm 2026`, two dates. */
import { LETTER } from '../text/letters';
import { isoDate, monthsFrom, monthsOf, yearOf } from './calendar';
import type { Cycle, FiscalYear } from './model';
import { anyOf, HALVES, MONTHS, normal, QUARTERS } from './words';

/** Nobody writes a longer name for a cycle. */
const LONGEST = 200;

const NOT_BEFORE = `(?<![${LETTER}\\d])`;
const NOT_AFTER = `(?![${LETTER}\\d])`;
const FULL_DATE = /(?<!\d)(?:(20\d\d)-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](20\d\d))(?!\d)/gu;
/** Two fiscal or school years in one name: where such a year begins is not ours to say. */
const SPLIT_YEAR = /(?<!\d)(20(\d\d))\s?[-–/]\s?(?:20)?(\d\d)(?![\d-])/u;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/u;
/** `FY25/26`: where it begins is said, if not in which month. */
const SPLIT_FISCAL = new RegExp(
  String.raw`(?<![${LETTER}])fy\s?-?'?(?:20)?(\d\d)\s?[-–/]\s?(?:20)?(\d\d)(?!\d)`,
  'u',
);
/** Names of fiscal years; `cy26` is a calendar year. */
const FISCAL = new RegExp(
  `(?<![${LETTER}])fy(?![${LETTER}])|fiscal|nam tai (?:chinh|khoa)|tai khoa|nien do`,
  'u',
);
const FISCAL_YEAR = new RegExp(String.raw`(?<![${LETTER}])[fc]y\s?-?'?(?:20)?(\d\d)(?!\d)`, 'u');
/** `Q3'26`, `Q3/26`, `H1 26`, `3Q26`. */
const SHORT_YEAR = new RegExp(
  String.raw`(?:[qhs][1-4]|[1-4][qt]|[${LETTER}] ?(?:[1-4]|i{1,3}|iv))\s?[-/' ]?'?(\d\d)(?!\d|\s?%)`,
  'u',
);
const QUARTER = new RegExp(
  [
    `${NOT_BEFORE}(?:${anyOf('quarter')}) ?(${QUARTERS.pattern})(?:(?![${LETTER}\\d])|(?=fy))`,
    `${NOT_BEFORE}(${QUARTERS.pattern})(?:st|nd|rd|th)? quarter${NOT_AFTER}`,
    `${NOT_BEFORE}([1-4])(?:q|t(?=\\d\\d))(?![${LETTER}])`,
  ].join('|'),
  'gu',
);
/** `Q1-Q2`, `Q1–2`, `quý 1 và 2`. */
const SECOND_QUARTER = /^ ?(?:[-–/&+]|and|va|to|den) ?(?:q|quy|quarter)? ?([1-4])(?!\d)/u;
const HALF = new RegExp(`${NOT_BEFORE}(${HALVES.pattern})(?![${LETTER}])`, 'u');
const MONTH = new RegExp(
  `${NOT_BEFORE}(?:(${MONTHS.pattern})\\.?|(?:${anyOf('monthWord')}) ?(1[0-2]|0?[1-9])(?!\\d))(?![${LETTER}])`,
  'gu',
);
const MONTH_RANGE = /^ ?[-–] ?(1[0-2]|0?[1-9])(?!\d)/u;
const YEAR_MONTH = /(?<!\d)(?:(20\d\d)[-/](0[1-9]|1[0-2])|(0?[1-9]|1[0-2])\/(20\d\d))(?![\d-])/u;

interface Months {
  readonly from: number;
  readonly to: number;
}

function datesIn(text: string): string[] {
  return [...text.matchAll(FULL_DATE)].flatMap(([, y, m, d, day, month, year]) => {
    const date = y
      ? isoDate(Number(y), Number(m), Number(d))
      : isoDate(Number(year), Number(month), Number(day));
    return date ?? [];
  });
}

function yearIn(text: string): number | undefined {
  const long = YEAR.exec(text)?.[1];
  if (long) return Number(long);
  const short = FISCAL_YEAR.exec(text)?.[1] ?? SHORT_YEAR.exec(text)?.[1] ?? /'(\d\d)(?!\d)/u.exec(text)?.[1];
  return short === undefined ? undefined : 2000 + Number(short);
}

function quartersIn(text: string): Months | undefined {
  let first = 4;
  let last = -1;
  for (const match of text.matchAll(QUARTER)) {
    const quarter = QUARTERS.of(match[1] ?? match[2] ?? match[3] ?? '');
    const second = SECOND_QUARTER.exec(text.slice(match.index + match[0].length, match.index + 40))?.[1];
    first = Math.min(first, quarter);
    last = Math.max(last, quarter, second ? Number(second) - 1 : -1);
  }
  return last < 0 ? undefined : { from: first * 3 + 1, to: last * 3 + 3 };
}

function halfIn(text: string): Months | undefined {
  const half = HALF.exec(text)?.[1];
  if (half === undefined) return undefined;
  return HALVES.of(half) === 0 ? { from: 1, to: 6 } : { from: 7, to: 12 };
}

function monthsIn(text: string): Months | undefined {
  let first = 13;
  let last = 0;
  for (const match of text.matchAll(MONTH)) {
    const month = match[2] ? Number(match[2]) : MONTHS.of(match[1] ?? '') + 1;
    const second = match[2] && MONTH_RANGE.exec(text.slice(match.index + match[0].length, match.index + 40));
    first = Math.min(first, month);
    last = Math.max(last, month, second ? Number(second[1]) : 0);
  }
  return last === 0 ? undefined : { from: first, to: last };
}

/** The months that a text names: of parts of a year counted from its beginning, or by their own names. */
interface Part extends Months {
  readonly isCounted: boolean;
}

function partIn(text: string): Part | undefined {
  const counted = quartersIn(text) ?? halfIn(text);
  if (counted) return { ...counted, isCounted: true };
  const named = monthsIn(text);
  return named && { ...named, isCounted: false };
}

type Range = Pick<Cycle, 'start' | 'end' | 'fiscal'>;

function rangeOf(text: string, near: Near, fiscal: FiscalYear | undefined): Range | undefined {
  const [start, end] = datesIn(text);
  if (start && end) return start <= end ? { start, end } : undefined;
  if (start) return undefined;
  const part = partIn(text);
  const numbers = YEAR_MONTH.exec(text);
  if (fiscal && !numbers) {
    const beginning = fiscalYearIn(text, near.isFiscal && part ? near.year : undefined, fiscal);
    if (beginning) return fiscalRange(part, beginning, fiscal);
  }
  const split = numbers ? null : SPLIT_YEAR.exec(text);
  if (split) return part ? undefined : severalYears(Number(split[1]), 2000 + Number(split[3]));
  return calendarRange(part, numbers, yearIn(text), near.year);
}

function calendarRange(
  part: Part | undefined,
  numbers: RegExpExecArray | null,
  own: number | undefined,
  around: number | undefined,
): Range | undefined {
  const year = own ?? around;
  if (year === undefined) return undefined;
  if (part) return monthsOf(year, part.from, part.to);
  const month = Number(numbers?.[2] ?? numbers?.[3]);
  if (numbers) return monthsOf(year, month, month);
  return own === undefined ? undefined : monthsOf(year, 1, 12);
}

/** The fiscal year that a text names, or means by standing within one: its name and the year in which it begins. */
function fiscalYearIn(
  text: string,
  around: number | undefined,
  { firstMonth, namedAfter = 'end' }: FiscalYear,
): { readonly year: number; readonly begins: number } | undefined {
  const turns = firstMonth > 1;
  const split = SPLIT_FISCAL.exec(text) ?? SPLIT_YEAR.exec(text);
  const [first, second] = [Number(split?.[1]) % 100, Number(split?.at(-1))];
  if (split && second === first + 1)
    return turns ? { year: 2000 + (namedAfter === 'end' ? second : first), begins: 2000 + first } : undefined;
  const named = yearIn(text);
  if (named === undefined ? around === undefined : !FISCAL.test(text)) return undefined;
  const year = named ?? (around as number);
  return { year, begins: turns && namedAfter === 'end' ? year - 1 : year };
}

function fiscalRange(
  part: Part | undefined,
  { year, begins }: { readonly year: number; readonly begins: number },
  fiscal: FiscalYear,
): Range | undefined {
  const { firstMonth } = fiscal;
  const counted = (month: number) => firstMonth + month - 1;
  const named = (month: number) => (month < firstMonth ? month + 12 : month);
  const place = !part || part.isCounted ? counted : named;
  const range = monthsFrom(begins, place(part?.from ?? 1), place(part?.to ?? 12));
  return range && { ...range, fiscal: { ...fiscal, year } };
}

/** `2026-07` is a month; `2025/26` a year that begins nobody knows when; `2025–2027` three years. */
function severalYears(from: number, to: number): { start: string; end: string } | undefined {
  return to - from >= 2 ? { start: `${from}-01-01`, end: `${to}-12-31` } : undefined;
}

/** What stands around a name that has no year of its own. */
export interface Near {
  readonly year?: number | undefined;
  /** It is a fiscal year. */
  readonly isFiscal?: boolean;
}

/** The year of a cycle, for names within it. */
export function yearAround({ start, fiscal }: Cycle): Near {
  return fiscal ? { year: fiscal.year, isFiscal: true } : { year: yearOf(start) };
}

/** Whether a name is that of a fiscal year or of a part of one. */
export function namesFiscalYear({ text }: Cycle): boolean {
  const folded = normal(text);
  return FISCAL.test(folded) || SPLIT_FISCAL.test(folded);
}

/**
 * The cycle that `text` names, with its first and last day; undefined where it names none, or none that is certain.
 * @param near for a name without a year (`Q3`)
 * @param fiscal when fiscal years begin; where nobody says, they are taken for calendar years
 */
export function cycleOf(text: string, near: number | Near = {}, fiscal?: FiscalYear): Cycle | undefined {
  if (text.length > LONGEST) return undefined;
  const range = rangeOf(normal(text), typeof near === 'number' ? { year: near } : near, fiscal);
  return range && { text: text.trim(), ...range };
}
