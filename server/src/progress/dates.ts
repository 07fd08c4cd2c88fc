/** Dates as people write them in a field or a sentence: `2026-09-30`, `30 Sep`, `trước 30/9`, `end of Q3`, `cuối quý`. */

import type { Language } from '../text/language';
import { LETTER } from '../text/letters';
import { Recent } from '../text/recent';
import { daysBetween, isoDate, yearOf } from './calendar';
import { cycleOf, yearAround } from './cycle';
import type { Cycle } from './model';
import { anyOf, CYCLE_END, isDayFirst, MONTHS, normal, YEAR_END } from './words';

/** What an incomplete date is completed from. */
export interface DateContext {
  /** Gives the year, and the end of "end of the quarter". */
  readonly cycle?: Cycle | undefined;
  /** Tells `9/10` from `10/9`. */
  readonly language?: Language | undefined;
}

/** The days that a date may mean: one, or all of a month or quarter. ISO, both inclusive. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** A deadline is a few words. */
const LONGEST = 120;

const ISO = /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:20)?\d\d)(?!\d)/u;
const DAY_MONTH = /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/u;
const MONTH_YEAR = /(?<![\d/.])(1[0-2]|0?[1-9])\/(20\d\d)(?![\d/])/u;
const NAME = `(${MONTHS.pattern})\\.?(?![${LETTER}])`;
const YEAR = "(?:,? ?'?(20\\d\\d))?";
const DAY_NAME = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${NAME}${YEAR}`, 'u');
const NAME_DAY = new RegExp(`(?<![${LETTER}])${NAME} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, 'u');
const DAY_WORDS = new RegExp(
  `(?<!\\d)(\\d{1,2}) ?(?:${anyOf('monthWord')}) ?(\\d{1,2})(?!\\d)(?:(?: ?(?:${anyOf('yearWord')}) ?|[/, -]{1,2})(20\\d\\d))?`,
  'u',
);
const END = new RegExp(`(?<![${LETTER}])(?:${anyOf('end')}) ?(?=[${LETTER}]|\\d)`, 'u');
const UNSURE = new RegExp(`(?<![${LETTER}])(?:${anyOf('unsure')})[ -]`, 'u');

/** The year that brings a day closest to the cycle: "15 Jan" behind the fourth quarter is next year's. */
function completed(month: number, day: number, { cycle }: DateContext): string | undefined {
  if (!cycle) return undefined;
  let best: string | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let year = yearOf(cycle.start) - 1; year <= yearOf(cycle.end) + 1; year++) {
    const date = isoDate(year, month, day);
    if (!date) continue;
    const away = Math.max(0, daysBetween(date, cycle.start), daysBetween(cycle.end, date));
    if (away < distance) [best, distance] = [date, away];
  }
  return best;
}

function dateOf(year: string | undefined, month: number, day: number, context: DateContext) {
  if (year === undefined) return completed(month, day, context);
  return isoDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}

/** Two numbers of which one is the day: as the language has it, else as only one reading is possible. */
function byNumbers(a: number, b: number, year: string | undefined, context: DateContext, dayFirst: boolean) {
  const first = dateOf(year, b, a, context);
  if (dayFirst || isDayFirst(context.language)) return first;
  const second = a === b ? undefined : dateOf(year, a, b, context);
  if (!first || !second) return first ?? second;
  const { cycle } = context;
  const inside = (date: string) => cycle !== undefined && cycle.start <= date && date <= cycle.end;
  if (inside(first) === inside(second)) return undefined;
  return inside(first) ? first : second;
}

/** `undefined`: no such form; `null`: the form, but no day that is certain. */
function dayIn(text: string, context: DateContext): string | null | undefined {
  const iso = ISO.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null;
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, a, mark, b, year] = numeric;
    return byNumbers(Number(a), Number(b), year, context, mark === '.') ?? null;
  }
  const words = DAY_WORDS.exec(text);
  if (words) return dateOf(words[3], Number(words[2]), Number(words[1]), context) ?? null;
  const named = DAY_NAME.exec(text);
  if (named) return dateOf(named[3], MONTHS.of(named[2] ?? '') + 1, Number(named[1]), context) ?? null;
  const american = NAME_DAY.exec(text);
  if (american)
    return dateOf(american[3], MONTHS.of(american[1] ?? '') + 1, Number(american[2]), context) ?? null;
  if (MONTH_YEAR.test(text)) return undefined;
  const short = DAY_MONTH.exec(text);
  return short
    ? (byNumbers(Number(short[1]), Number(short[2]), undefined, context, false) ?? null)
    : undefined;
}

function periodIn(text: string, { cycle }: DateContext): DateRange | undefined {
  const period = cycleOf(text, cycle && yearAround(cycle), cycle?.fiscal);
  if (!period) return undefined;
  const { start, end } = period;
  if (UNSURE.test(text)) return { start, end };
  return END.test(text) ? { start: end, end } : { start, end };
}

function endOfCycle(text: string, { cycle }: DateContext): DateRange | undefined {
  if (!cycle) return undefined;
  const bare = text.replace(/^(?:by|before|until|truoc|den|vao) (?:the )?/u, '');
  if (CYCLE_END.has(bare)) return { start: cycle.end, end: cycle.end };
  const day = `${yearOf(cycle.end)}-12-31`;
  return YEAR_END.has(bare) ? { start: day, end: day } : undefined;
}

/** What a text says of a day. */
export interface ReadDate {
  /** The days that it may mean. */
  readonly range: DateRange;
  /** The last of them, as `YYYY-MM-DD`; undefined for "mid-September", where none is certain. */
  readonly day: string | undefined;
}

function read(text: string, context: DateContext): ReadDate | undefined {
  const folded = normal(text).replace(/[.;,]$/u, '');
  const day = dayIn(folded, context);
  if (day) return { range: { start: day, end: day }, day };
  if (day === null) return undefined;
  const range = endOfCycle(folded, context) ?? periodIn(folded, context);
  if (!range) return undefined;
  const unsure = range.start !== range.end && UNSURE.test(normal(text));
  return { range, day: unsure ? undefined : range.end };
}

interface Known extends DateContext {
  readonly date: ReadDate | undefined;
}

/** The key results of a document name few dates, and name them again and again. */
const known = new Recent<Known>(200);

/** The day or days that a text names; undefined where it names none, or where the year is anybody's guess. */
export function readDate(text: string, context: DateContext = {}): ReadDate | undefined {
  if (text.length > LONGEST) return undefined;
  const { cycle, language } = context;
  const last = known.get(text);
  if (last && last.cycle === cycle && last.language === language) return last.date;
  const date = read(text, context);
  known.set(text, { cycle, language, date });
  return date;
}

/** The days that a text names, as `readDate` has them. */
export function parseDateRange(text: string, context: DateContext = {}): DateRange | undefined {
  return readDate(text, context)?.range;
}

/**
 * The day by which something is due, as `YYYY-MM-DD`: the last one of a month or quarter. Undefined where no day is
 * certain: without a year, for "mid-September", for an English `9/10` that could be either.
 */
export function parseDate(text: string, context: DateContext = {}): string | undefined {
  return readDate(text, context)?.day;
}
