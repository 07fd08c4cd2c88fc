/** Two numbers that make one amount: a share (`9 in 10`), a score (`4.5/5`), a part (`by 1/3`). */
import { dateEnd, dayAndMonth } from './dates';
import { Part, Word } from './entry';
import type { HeadClass } from './facts';
import { parseNumber } from './numbers';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import type { Token } from './tokens';
import { type Amount, newAmount, takeSurroundings, unitAt } from './units';

/** Beyond this the second number of `3 in 20000` is no whole that a share is taken of; `1 in 20,000` is. */
const LARGEST_WHOLE = 1000;

/** `9 in 10 patients`, `4 out of 5`, `one in twelve`: a share, said by two whole numbers. */
export function ratioInWords(sentence: Sentence, amount: Amount): Amount | undefined {
  const { value } = amount;
  // "9 times out of 10", "4 nights out of 5": of two words, because "3 trials in 10 shops" is no share
  const behind = after(sentence, amount.to);
  const outOf = isPart(sentence, behind, Part.ratio) && after(sentence, behind) === behind + 2;
  // "92 chuyến trong 100 chuyến"
  const named = normAt(sentence, amount.to);
  const again =
    isPart(sentence, behind, Part.ratio) && normAt(sentence, after(sentence, behind) + 1) === named;
  const isWhole = (outOf || again) && sentence.tokens[amount.to]?.kind === 'word';
  const to = isWhole ? behind : amount.to;
  if (value === undefined || value < 1 || !isPart(sentence, to, Part.ratio)) return undefined;
  // "every one of the 9 lodges" is all of them
  if (isWord(sentence, amount.from - 1, Word.universal)) return undefined;
  const behindRatio = after(sentence, to);
  // "3 of the 5 chains", "7 of our 9 pilot sites"
  const at = isPart(sentence, behindRatio, Part.definite) ? behindRatio + 1 : behindRatio;
  const token = sentence.tokens[at];
  const whole =
    token?.kind === 'number'
      ? parseNumber(token.norm, sentence.grammar.groupMark, false)
      : entryAt(sentence, at)?.number;
  if (
    whole === undefined ||
    whole <= value ||
    (whole > LARGEST_WHOLE && value !== 1) ||
    !Number.isInteger(whole)
  )
    return undefined;
  const end = token?.kind === 'number' ? at + 1 : after(sentence, at);
  // "2 in 5 days", "3 of 20 %", "1 in 2k", "4 of 10.5": the second number is about something else
  if (unitAt(sentence, end) || entryAt(sentence, end)?.magnitude !== undefined) return undefined;
  if (dateEnd(sentence, at) !== undefined) return undefined;
  const last = sentence.tokens[end - 1] as Token;
  const unit = sentence.text.slice((sentence.tokens[to] as Token).start, last.end);
  const scale = !Number.isInteger(value) || (whole === 5 && !sentence.tokens[end]);
  const ratio: Amount = { ...amount, to: end, unit, kind: scale ? 'score' : 'ratio' };
  return takeSurroundings(sentence, ratio);
}

/** `4.5/5`, `9/10`, `4/6 screens`; `31/03` where a date is expected. */
export function ratioAt(sentence: Sentence, at: number): Amount | undefined {
  const over = sentence.tokens[at + 2];
  const mark = normAt(sentence, at + 1);
  if ((mark !== '/' && mark !== ':') || over?.kind !== 'number') return undefined;
  if (mark === ':' && !(over.glued && sentence.tokens[at + 1]?.glued)) return undefined;
  const to = at + 3;
  if (NAMED_RATIOS.has(`${normAt(sentence, at)}${mark}${over.norm}`))
    return { ...newAmount(at, 'name', 1), to };
  const { groupMark } = sentence.grammar;
  const value = parseNumber(normAt(sentence, at), groupMark, true);
  const part = mark === '/' ? fractionBy(sentence, at, Number(over.norm)) : undefined;
  if (part !== undefined) return { ...newAmount(at, 'factor', part), kind: 'multiple', to };
  if (dayAndMonth(sentence, at) !== undefined && dateExpected(sentence, at))
    return { ...newAmount(at, 'date', value), to };
  const scale = parseNumber(over.norm, groupMark, true);
  const amount = { ...newAmount(at, 'plain', value), to, unit: `${mark}${over.norm}` };
  amount.kind = mark === '/' && SCALES.has(scale) ? 'score' : 'ratio';
  return takeSurroundings(sentence, amount);
}

const CHANGES: ReadonlySet<HeadClass | undefined> = new Set(['increase', 'decrease', 'improve']);

/** `drop by 1/3`: behind a verb of change a part of the whole, not the first of March. */
function fractionBy(sentence: Sentence, at: number, whole: number): number | undefined {
  const part = Number(normAt(sentence, at));
  if (!(part >= 1 && part < whole && whole <= 10) || !isWord(sentence, at - 1, Word.by)) return undefined;
  for (let i = at - 2; i >= Math.max(0, at - 7); i--)
    if (CHANGES.has(entryAt(sentence, i)?.verb) || isPart(sentence, i, Part.degree)) return part / whole;
  return undefined;
}

/** Ratios that are names: round the clock, a talk of two, right to the point. */
const NAMED_RATIOS: ReadonlySet<string> = new Set(['24/7', '24:7', '1:1', '1/1', '1-1', '7/7', '24/24']);

/** Upper ends of usual rating scales. */
const SCALES: ReadonlySet<number> = new Set([4, 5, 7, 10, 20, 100]);

const MONTHS = 12;

/** `từ 1/8 xuống còn 1/20`: from one part of the whole to another. */
function leadsToRatio(sentence: Sentence, at: number): boolean {
  const to = at + 3;
  if (!isWord(sentence, at - 1, Word.from) || !isWord(sentence, to, Word.to)) return false;
  const next = after(sentence, to);
  if (sentence.tokens[next]?.kind !== 'number' || normAt(sentence, next + 1) !== '/') return false;
  // "họp từ 1/8 đến 1/10" are days
  return !isWord(sentence, to, Word.deadline) || Number(normAt(sentence, next + 2)) > MONTHS;
}

function dateExpected(sentence: Sentence, at: number): boolean {
  const [day, month] = [normAt(sentence, at), normAt(sentence, at + 2)];
  if (month.startsWith('0') || day.startsWith('0')) return true;
  // no score passes its scale: "dịp lễ 30/4"
  if (Number(day) > Number(month) && sentence.tokens[at + 3]?.kind !== 'word') return true;
  if (at === 0 || !isWord(sentence, at - 1, Word.deadline | Word.deadlineword)) return false;
  if (leadsToRatio(sentence, at)) return false;
  return !isWord(sentence, at - 1, Word.to) || Number(day) > Number(month);
}
