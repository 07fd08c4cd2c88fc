/** Calendar dates and periods by name. Data: `month`, `period`, `periodloose` of words.yaml. */
import { Part, Word } from './entry';
import { entryAt, isPart, isWord, normAt, type Sentence } from './sentence';

const QUARTER = /^(?:q[1-4]|h[12]|fy[0-9]{2,4}|t1?[0-9]|cy[0-9]{2})$/;
const ROMAN: ReadonlySet<string> = new Set(['i', 'ii', 'iii', 'iv']);
const DATE_BRACES = /^[{[‹«].*(?:date|ngày|deadline|quarter|month|tháng|quý)/i;
const ORDINAL_SUFFIX: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
const YEAR_MARKS: ReadonlySet<string> = new Set(['/', ',', '-', '’', "'"]);

function isYear(norm: string): boolean {
  return (
    norm.length === 4 && (norm.startsWith('20') || norm.startsWith('19')) && Number.isInteger(Number(norm))
  );
}

function isDay(norm: string): boolean {
  const value = Number(norm);
  return norm.length <= 2 && Number.isInteger(value) && value >= 1 && value <= 31;
}

function isNumber(sentence: Sentence, at: number): boolean {
  return sentence.tokens[at]?.kind === 'number';
}

/** `2026`, `/2026`, `-2026`, `, 2026` after a month or quarter. */
function skipYear(sentence: Sentence, at: number): number {
  const norm = normAt(sentence, at);
  if (isNumber(sentence, at) && isYear(norm)) return at + 1;
  if (!YEAR_MARKS.has(norm) || !isNumber(sentence, at + 1)) return at;
  const next = normAt(sentence, at + 1);
  return isYear(next) || (norm !== ',' && next.length === 2 && norm !== '-') ? at + 2 : at;
}

function skipOrdinal(sentence: Sentence, at: number): number {
  const token = sentence.tokens[at];
  return token?.glued && ORDINAL_SUFFIX.has(token.norm) ? at + 1 : at;
}

/** `30/9/2026`, `2026-09-30`, `9/2026`. */
function numeric(sentence: Sentence, at: number): number | undefined {
  const mark = normAt(sentence, at + 1);
  if ((mark !== '/' && mark !== '-') || !isNumber(sentence, at + 2) || !sentence.tokens[at + 2]?.glued)
    return undefined;
  const [first, second] = [normAt(sentence, at), normAt(sentence, at + 2)];
  if (normAt(sentence, at + 3) === mark && isNumber(sentence, at + 4)) {
    const third = normAt(sentence, at + 4);
    const whole = (isYear(first) && isDay(third)) || (isDay(first) && (isYear(third) || third.length === 2));
    return whole ? at + 5 : undefined;
  }
  return mark === '/' && isDay(first) && Number(first) <= 12 && isYear(second) ? at + 3 : undefined;
}

/** `31/03` without a year is a date only where a date is expected. */
export function dayAndMonth(sentence: Sentence, at: number): number | undefined {
  if (!isNumber(sentence, at) || normAt(sentence, at + 1) !== '/' || !isNumber(sentence, at + 2))
    return undefined;
  const [day, month] = [normAt(sentence, at), normAt(sentence, at + 2)];
  return isDay(day) && isDay(month) && (Number(day) <= 12 || Number(month) <= 12) ? at + 3 : undefined;
}

function monthName(sentence: Sentence, at: number): number | undefined {
  const next = at + 1;
  if (isNumber(sentence, next) && isDay(normAt(sentence, next)))
    return skipYear(sentence, skipOrdinal(sentence, next + 1));
  const year = skipYear(sentence, next);
  if (year > next) return year;
  // "may" is a month only with a day, a year or a capital
  return sentence.tokens[at]?.capital ? next : undefined;
}

/** `tháng 11`, `quý III/2026`, `week 5`. */
function numberedPeriod(sentence: Sentence, at: number): number | undefined {
  const next = normAt(sentence, at + 1);
  if (!isNumber(sentence, at + 1)) return ROMAN.has(next) ? skipYear(sentence, at + 2) : undefined;
  if (normAt(sentence, at + 2) === '%' || sentence.tokens[at + 1]?.hyphened) return undefined;
  const whole = numeric(sentence, at + 1) ?? dayAndMonth(sentence, at + 1);
  // "trong đợt 11/11 và 12/12"
  if (whole !== undefined)
    return (isWord(sentence, whole, Word.and) ? dayAndMonth(sentence, whole + 1) : undefined) ?? whole;
  return isDay(next) || isYear(next) ? skipYear(sentence, at + 2) : undefined;
}

function wordDate(sentence: Sentence, at: number): number | undefined {
  const token = sentence.tokens[at];
  if (token?.digits) return QUARTER.test(token.norm) ? skipYear(sentence, at + 1) : undefined;
  if (isWord(sentence, at, Word.month)) return monthName(sentence, at);
  if (isPart(sentence, at, Part.period)) return numberedPeriod(sentence, at);
  if (isPart(sentence, at, Part.periodloose) && at > 0 && isWord(sentence, at - 1, Word.deadline))
    return numberedPeriod(sentence, at);
  return undefined;
}

/** `14/15 June`, `3-5 May`: the last of several days. */
function skipToLastDay(sentence: Sentence, at: number): number {
  const between = DAY_MARKS.has(normAt(sentence, at + 1)) || isWord(sentence, at + 1, Word.and);
  const last = at + 2;
  if (!between || !isNumber(sentence, last) || !isDay(normAt(sentence, last))) return at;
  return isWord(sentence, skipOrdinal(sentence, last + 1), Word.month) ? last : at;
}

const DAY_MARKS: ReadonlySet<string> = new Set(['/', '-', '–', '&']);

/** End of the date that starts at token `at`. */
export function dateEnd(sentence: Sentence, at: number): number | undefined {
  const token = sentence.tokens[at];
  if (!token) return undefined;
  if (token.kind === 'word') return wordDate(sentence, at);
  if (token.kind === 'symbol') return DATE_BRACES.test(token.norm) ? at + 1 : undefined;
  const whole = numeric(sentence, at);
  if (whole !== undefined) return whole;
  if (bareYear(sentence, at)) return at + 1;
  if (!isDay(token.norm)) return undefined;
  const month = skipOrdinal(sentence, skipToLastDay(sentence, at) + 1);
  const name = normAt(sentence, month) === 'of' ? month + 1 : month;
  const glued = sentence.tokens[month - 1]?.kind === 'number' && sentence.tokens[name]?.glued;
  return isWord(sentence, name, Word.month) && !glued ? skipYear(sentence, name + 1) : undefined;
}

/** A bare four-digit year: `in 2026`, not `2026 users`. */
function bareYear(sentence: Sentence, at: number): boolean {
  const norm = normAt(sentence, at);
  const value = Number(norm);
  if (norm.length !== 4 || !(value >= 2015 && value <= 2045) || !Number.isInteger(value)) return false;
  const next = sentence.tokens[at + 1];
  if (next === undefined || next.kind !== 'word') return next?.norm !== '%';
  const entry = entryAt(sentence, at + 1);
  return entry !== undefined && (entry.word & (Word.deadline | Word.and | Word.scope | Word.means)) !== 0;
}
