/** Calendar dates and periods by name, in any order of writing. Data: `month`, `deadlineword` of words.yaml. */
import { Word } from './lexicon';
import { isWord, normAt, type Sentence } from './sentence';

const QUARTER = /^(?:q[1-4]|h[12]|fy[0-9]{2,4}|t1?[0-9]|cy[0-9]{2}|eoy|eoq)$/;
const ROMAN = /^(?:i|ii|iii|iv)$/;
const DATE_BRACES = /^[{[‹«].*(?:date|ngày|deadline|quarter|month|tháng|quý)/i;

function isYear(norm: string): boolean {
  return norm.length === 4 && (norm.startsWith('20') || norm.startsWith('19'));
}

function isDay(norm: string): boolean {
  const value = Number(norm);
  return Number.isInteger(value) && value >= 1 && value <= 31 && norm.length <= 2;
}

function kind(sentence: Sentence, at: number): 'word' | 'number' | 'symbol' | undefined {
  return sentence.tokens[at]?.kind;
}

/** `2026`, `/2026`, `-2026`, `, 2026` after a month or quarter. */
function skipYear(sentence: Sentence, at: number): number {
  const norm = normAt(sentence, at);
  if (kind(sentence, at) === 'number' && isYear(norm)) return at + 1;
  if (
    (norm === '/' || norm === ',' || norm === '-' || norm === '’' || norm === "'") &&
    kind(sentence, at + 1) === 'number'
  ) {
    const next = normAt(sentence, at + 1);
    if (isYear(next) || (norm !== ',' && next.length === 2)) return at + 2;
  }
  return at;
}

function skipOrdinal(sentence: Sentence, at: number): number {
  const token = sentence.tokens[at];
  return token?.glued && /^(?:st|nd|rd|th)$/.test(token.norm) ? at + 1 : at;
}

/** `31/03`, `30/9/2026`, `2026-09-30`; a score like `4/5` is told apart by who calls. */
function slashed(sentence: Sentence, at: number): number | undefined {
  const mark = normAt(sentence, at + 1);
  if (mark !== '/' && mark !== '-' && mark !== '.') return undefined;
  if (kind(sentence, at + 2) !== 'number' || !sentence.tokens[at + 2]?.glued) return undefined;
  const first = normAt(sentence, at);
  const second = normAt(sentence, at + 2);
  if (normAt(sentence, at + 3) === mark && kind(sentence, at + 4) === 'number') {
    const third = normAt(sentence, at + 4);
    if ((isYear(first) && isDay(third)) || (isDay(first) && (isYear(third) || third.length === 2)))
      return at + 5;
    return undefined;
  }
  if (mark !== '/' || !isDay(first)) return undefined;
  if (isYear(second) && Number(first) <= 12) return at + 3;
  return undefined;
}

/** `31/03` without a year is a date only where a date is expected. */
export function dayAndMonth(sentence: Sentence, at: number): number | undefined {
  if (kind(sentence, at) !== 'number' || normAt(sentence, at + 1) !== '/') return undefined;
  if (kind(sentence, at + 2) !== 'number') return undefined;
  const day = normAt(sentence, at);
  const month = normAt(sentence, at + 2);
  return isDay(day) && isDay(month) && (Number(day) <= 12 || Number(month) <= 12) ? at + 3 : undefined;
}

function monthName(sentence: Sentence, at: number): number | undefined {
  const next = at + 1;
  if (kind(sentence, next) === 'number' && isDay(normAt(sentence, next)))
    return skipYear(sentence, skipOrdinal(sentence, next + 1));
  const year = skipYear(sentence, next);
  if (year > next) return year;
  // "may" is a month only with a day, a year or a capital
  return normAt(sentence, at) === 'may' && !sentence.tokens[at]?.capital ? undefined : next;
}

const NUMBERED: ReadonlySet<string> = new Set([
  'tháng',
  'thang',
  'quý',
  'quy',
  'quúy',
  'ngày',
  'ngay',
  'năm',
  'nam',
  'tuần',
  'tuan',
  'week',
  'wk',
  'qúy',
]);

function numberedPeriod(sentence: Sentence, at: number): number | undefined {
  const next = normAt(sentence, at + 1);
  const isNumber = kind(sentence, at + 1) === 'number';
  if (!isNumber && !ROMAN.test(next)) return undefined;
  if (isNumber && sentence.tokens[at + 2]?.norm === '%') return undefined;
  const whole = slashed(sentence, at + 1) ?? dayAndMonth(sentence, at + 1);
  if (whole !== undefined) return whole;
  if (isNumber && !isDay(next) && !isYear(next)) return undefined;
  return skipYear(sentence, at + 2);
}

/** End of the date that starts at token `at`. */
export function dateEnd(sentence: Sentence, at: number): number | undefined {
  const token = sentence.tokens[at];
  if (!token) return undefined;
  if (token.kind === 'symbol') return DATE_BRACES.test(token.norm) ? at + 1 : undefined;
  if (token.kind === 'word') {
    if (QUARTER.test(token.norm)) return skipYear(sentence, at + 1);
    if (isWord(sentence, at, Word.month)) return monthName(sentence, at);
    return NUMBERED.has(token.norm) ? numberedPeriod(sentence, at) : undefined;
  }
  const whole = slashed(sentence, at);
  if (whole !== undefined) return whole;
  if (isDay(token.norm)) {
    const month = skipOrdinal(sentence, at + 1);
    const of = normAt(sentence, month) === 'of' ? month + 1 : month;
    if (isWord(sentence, of, Word.month) && !(month === at + 1 && sentence.tokens[of]?.glued))
      return skipYear(sentence, of + 1);
  }
  return undefined;
}

/** A bare four-digit year: `in 2026`, not `2026 users`. */
export function bareYear(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  const value = Number(token?.norm);
  if (token?.kind !== 'number' || token.norm.length !== 4 || value < 2015 || value > 2045) return false;
  const next = sentence.tokens[at + 1];
  return (
    next?.kind !== 'word' || isWord(sentence, at + 1, Word.deadline | Word.and | Word.scope | Word.means)
  );
}
