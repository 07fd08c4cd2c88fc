/**
 * Numbers with their unit, comparison and kind, before it is known what they are for. The grammar is the same in
 * every language; number words, magnitudes, operators and units are data.
 */
import { dateEnd } from './dates';
import { Noun, Part, Word } from './entry';
import type { Match } from './lexicon';
import { clockEnd, gluedShape, isName } from './names';
import { parseNumber } from './numbers';
import { ratioAt, ratioInWords } from './ratios';
import { after, entryAt, isNoun, isPart, isWord, normAt, type Sentence } from './sentence';
import type { Token } from './tokens';
import { type Amount, newAmount, takeMagnitude, takeOperator, takeRange, takeSurroundings } from './units';

const BRACES = '{[‹«';
/** A placeholder that asks for a number: `{#}`, `[X]`, `‹target›`. */
const BRACED_NUMBER =
  /^[{[‹«] ?(?:#|x|n|y|z|\?|_|…|\.\.\.|number|số|so|target|mục tiêu|baseline|current|hiện tại|value|giá trị)/i;
const TIMES_WORD = /^x([0-9]+)$/;

/** All numbers of a statement, in order and without overlap. */
export function readAmounts(sentence: Sentence): Amount[] {
  const amounts: Amount[] = [];
  let floor = 0;
  for (let at = 0; at < sentence.tokens.length; ) {
    const amount = amountAt(sentence, at);
    if (!amount) {
      at++;
      continue;
    }
    if (amount.from < floor) amount.from = floor;
    amounts.push(amount);
    floor = Math.max(amount.to, at + 1);
    at = floor;
  }
  return amounts;
}

function amountAt(sentence: Sentence, at: number): Amount | undefined {
  const token = sentence.tokens[at] as Token;
  const date = dateEnd(sentence, at);
  if (date !== undefined) return { ...newAmount(at, 'date', digitsOf(sentence, at, date)), to: date };
  if (token.kind === 'number') return numberAt(sentence, at, token);
  return token.kind === 'symbol' ? symbolAt(sentence, at, token) : wordAt(sentence, at, token);
}

/** The first number that a date holds; `June` holds none. */
function digitsOf(sentence: Sentence, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i];
    if (token?.kind === 'number') return parseNumber(token.norm, sentence.grammar.groupMark, false);
    if (token?.digits) return Number(token.norm.replace(/[^0-9]/g, ''));
  }
  return undefined;
}

function symbolAt(sentence: Sentence, at: number, token: Token): Amount | undefined {
  if (BRACES.includes(token.norm.charAt(0))) {
    return BRACED_NUMBER.test(token.norm) ? takeSurroundings(sentence, newAmount(at, 'plain')) : undefined;
  }
  const next = sentence.tokens[at + 1];
  if (token.norm === '_' && next?.norm === '_') {
    let to = at;
    while (normAt(sentence, to) === '_') to++;
    return takeSurroundings(sentence, { ...newAmount(at, 'plain'), to });
  }
  // "members recruited by members: half"
  const match = token.norm === ':' ? sentence.matches[at] : undefined;
  if (match?.entry.implicit !== undefined) return valueWord(sentence, match);
  if (token.norm === '#' && next?.kind === 'number' && next.glued)
    return { ...newAmount(at, 'rank', Number(next.norm)), to: at + 2 };
  return undefined;
}

function wordAt(sentence: Sentence, at: number, token: Token): Amount | undefined {
  if (token.digits) {
    const times = TIMES_WORD.exec(token.norm);
    return times ? { ...newAmount(at, 'factor', Number(times[1])), kind: 'multiple' } : undefined;
  }
  const match = sentence.matches[at];
  if (match?.from !== at) return undefined;
  return (
    rhythmLevel(sentence, match) ??
    oneUnit(sentence, match) ??
    valueWord(sentence, match) ??
    (match.entry.part & Part.placeholder ? letterAt(sentence, at, token) : undefined)
  );
}

/** `from weekly to daily`: how often, as a level that another one leads to. */
function rhythmLevel(sentence: Sentence, { entry, from, to }: Match): Amount | undefined {
  if (!(entry.word & Word.rhythm) || from < 2 || !isWord(sentence, from - 1, Word.to)) return undefined;
  return isWord(sentence, from - 2, Word.rhythm) ? { ...newAmount(from, 'factor'), to } : undefined;
}

/** `in under a day`, `within an hour`: one of the unit, behind a limit. */
function oneUnit(sentence: Sentence, { entry, from, to }: Match): Amount | undefined {
  const end = entry.word & Word.rhythm ? to : to + 1;
  if (!(entry.word & (Word.rhythm | Word.per)) || end - from !== 2) return undefined;
  const before = entryAt(sentence, from - 1);
  // "tickets gone in an hour", "sửa trong một giờ"
  const each = ((sentence.lexicon.word(normAt(sentence, from))?.word ?? 0) & Word.universal) !== 0;
  const within =
    !each && before && before.part & Part.span && before.word & Word.deadline && !(before.word & Word.per);
  if (!within && before?.operator !== '<' && before?.operator !== '<=') return undefined;
  const norm = normAt(sentence, end - 1);
  if (sentence.lexicon.word(norm)?.unit !== 'duration') return undefined;
  return takeOperator(sentence, { ...newAmount(from, 'plain', 1), to: end, kind: 'duration', unit: norm });
}

/** `double`, `break even`, `top 10`, `twelve workshops`. */
function valueWord(sentence: Sentence, match: Match): Amount | undefined {
  const { entry, from, to } = match;
  if (entry.factor !== undefined) return { ...newAmount(from, 'factor', entry.factor), to, kind: 'multiple' };
  // "staffed-to-plan": part of a compound, not a target
  if (entry.implicit !== undefined && !sentence.tokens[to]?.hyphened && !sentence.tokens[from]?.hyphened) {
    // "a profitable niche": describes a thing
    if (entry.implicit === 0 && describes(sentence, from, to)) return undefined;
    // "every second ticket sold online"; "call every second customer" and "every second Friday" say whom and when
    if (entry.implicit > 0 && entry.implicit < 1 && isShareOfEach(sentence, from, to)) return undefined;
    const kind = LEVELS.has(entry.implicit) ? 'number' : 'multiple';
    return { ...newAmount(from, 'factor', entry.implicit), to, kind };
  }
  if (entry.word & Word.rank) return rankAt(sentence, from, to);
  return entry.number === undefined ? undefined : numberWord(sentence, from, to, entry.number);
}

/** Whether `every second` is no subject, or opens a time. */
function isShareOfEach(sentence: Sentence, from: number, to: number): boolean {
  return isPart(sentence, from, Part.nth) && (from > 0 || isWord(sentence, to, Word.deadlineword));
}

/** Values that implicit targets say as a level (nothing, one digit, all); other values are factors. */
const LEVELS: ReadonlySet<number> = new Set([0, 9, 100]);

function describes(sentence: Sentence, from: number, to: number): boolean {
  const next = sentence.tokens[to];
  if (!sentence.grammar.headFinal || next?.kind !== 'word' || to - from > 1) return false;
  const entry = entryAt(sentence, to);
  return entry === undefined || entry.nominal;
}

/** `top 10`, `hạng 3`, `number one`; `top` before a word is an adjective. */
function rankAt(sentence: Sentence, at: number, end: number): Amount | undefined {
  const next = sentence.tokens[end];
  if (next?.kind === 'number') return { ...newAmount(at, 'rank', Number(next.norm)), to: end + 1 };
  const number = entryAt(sentence, end)?.number;
  if (number !== undefined) return { ...newAmount(at, 'rank', number), to: after(sentence, end) };
  return end - at > 1 ? { ...newAmount(at, 'rank', 1), to: end } : undefined;
}

/** A number word counts only before what can be counted: `three workshops`, not `at one with`. */
function numberWord(sentence: Sentence, at: number, end: number, value: number): Amount | undefined {
  if (isWord(sentence, at - 1, Word.nametaker) && at > 0) return undefined;
  if (isCalled(sentence, at)) return undefined;
  // typed without diacritics, "sau" is far oftener "after" than "six"
  if (sentence.lexicon.shadow && isWord(sentence, at, Word.scope)) return undefined;
  const ratio = ratioInWords(sentence, spelled(at, end, value));
  if (ratio) return ratio;
  const next = entryAt(sentence, end);
  const follows = sentence.tokens[end];
  if (!follows || follows.kind === 'symbol') return lastNumber(sentence, at, spelled(at, end, value));
  const ones = value >= 20 && value % 10 === 0 ? (next?.number ?? 0) : 0;
  if (ones > 0 && ones < 10) return numberWord(sentence, at, after(sentence, end), value + ones);
  const counted = next
    ? next.nominal ||
      next.unit !== undefined ||
      next.magnitude !== undefined ||
      next.verb !== undefined ||
      (next.word & (Word.vague | Word.state | Word.rhythm)) !== 0 ||
      (next.part & Part.fresh) !== 0
    : value !== 1 || entryAt(sentence, at - 1)?.operator !== undefined;
  if (!counted) return undefined;
  const amount = spelled(at, end, value);
  if (follows.hyphened) return adjective(sentence, amount);
  takeMagnitude(sentence, amount);
  return takeSurroundings(sentence, amount);
}

/** `five %`, `errors per quarter: one`: a number word that no word follows. */
function lastNumber(sentence: Sentence, at: number, amount: Amount): Amount | undefined {
  const follows = sentence.tokens[amount.to];
  if (follows?.norm === '%') return takeSurroundings(sentence, amount);
  return !follows && normAt(sentence, at - 1) === ':' ? amount : undefined;
}

/** `quán của chị Hai`: a capital behind a word without one makes a name of the number. */
function isCalled({ tokens, grammar }: Sentence, at: number): boolean {
  const before = tokens[at - 1];
  return !grammar.inflects && tokens[at]?.capital === true && before?.kind === 'word' && !before.capital;
}

function spelled(at: number, to: number, value: number): Amount {
  return { ...newAmount(at, 'plain', value), to };
}

/** `X%`, `from X to Y`, `X customers`; not `module X`. */
function letterAt(sentence: Sentence, at: number, token: Token): Amount | undefined {
  const next = sentence.tokens[at + 1];
  const before = entryAt(sentence, at - 1);
  const relation = Word.to | Word.from | Word.by;
  const introduced =
    before !== undefined && ((before.word & relation) !== 0 || before.operator !== undefined);
  const percent = next?.norm === '%';
  const counts =
    token.capital &&
    next?.kind === 'word' &&
    !next.hyphened &&
    (at === 0 || before?.verb !== undefined) &&
    !isWord(sentence, at + 1, Word.scope | Word.deadline | Word.and);
  const bare = token.capital || token.norm.length > 1;
  if (!percent && !counts && !(introduced && bare)) return undefined;
  return takeSurroundings(sentence, newAmount(at, 'plain'));
}

function numberAt(sentence: Sentence, at: number, token: Token): Amount {
  const value = parseNumber(token.norm, sentence.grammar.groupMark, normAt(sentence, at + 1) === '%');
  const clock = clockEnd(sentence, at, value);
  if (clock !== undefined) return { ...newAmount(at, 'name', value), to: clock };
  if (isName(sentence, at, token)) return newAmount(at, 'name', value);
  return (
    ratioAt(sentence, at) ??
    ratioInWords(sentence, newAmount(at, 'plain', value)) ??
    suffixes(sentence, newAmount(at, 'plain', value))
  );
}

/** Magnitude, range and unit after a number; sign, currency and operator before it. */
function suffixes(sentence: Sentence, amount: Amount): Amount {
  const next = sentence.tokens[amount.to];
  if (next?.kind === 'word') {
    if (next.hyphened) return adjective(sentence, amount);
    if (next.glued && takeBroken(sentence, amount, next)) return takeSurroundings(sentence, amount);
    const shape = next.glued ? gluedShape(sentence, amount.to, next) : undefined;
    if (shape === 'ordinal' && isNoun(sentence, amount.to + 1, Noun.Level))
      return { ...amount, shape: 'rank', to: after(sentence, amount.to + 1) };
    if (shape) return { ...amount, shape, to: amount.to + 1 };
  }
  takeMagnitude(sentence, amount);
  takeRange(sentence, amount);
  return takeSurroundings(sentence, amount);
}

const BROKEN = /^([a-zỷ]{1,5})([0-9]{1,3})$/;

/** `2tr5`, `1k2`: the digits behind a magnitude are its tenths. */
function takeBroken({ lexicon }: Sentence, amount: Amount, { norm }: Token): boolean {
  const parts = amount.value === undefined ? null : BROKEN.exec(norm);
  const [, mark = '', rest = ''] = parts ?? [];
  const magnitude = parts ? lexicon.word(mark)?.magnitude : undefined;
  if (amount.value === undefined || magnitude === undefined) return false;
  amount.value = Math.round(amount.value * magnitude + (Number(rest) * magnitude) / 10 ** rest.length);
  amount.to++;
  return true;
}

/** `14-day stickiness`, `40-seat minimum`: the number describes the noun that follows. */
function adjective(sentence: Sentence, amount: Amount): Amount {
  const { to } = amount;
  const unit = (entryAt(sentence, to) ?? sentence.lexicon.word(normAt(sentence, to)))?.unit;
  amount.to = to + 1;
  // "ten-point plan"
  if (unit === 'points' && isNoun(sentence, to + 1, Noun.Artefact | Noun.Plan))
    return { ...amount, shape: 'name' };
  if (unit === undefined || unit === 'number' || unit === 'score' || unit === 'multiple')
    return { ...amount, shape: 'name' };
  amount.unit = normAt(sentence, to);
  amount.kind = unit;
  if (unit === 'duration') amount.shape = 'adjective';
  return takeOperator(sentence, amount);
}

/** The amount that covers each token. */
export function amountsByToken(sentence: Sentence, amounts: readonly Amount[]): (Amount | undefined)[] {
  const byToken: (Amount | undefined)[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) byToken.push(undefined);
  for (const amount of amounts) for (let i = amount.from; i < amount.to; i++) byToken[i] = amount;
  return byToken;
}

/** A time in seconds to days, which measures service; weeks and more measure plans. */
export function isServiceTime(sentence: Sentence, amount: Amount): boolean {
  if (amount.kind !== 'duration' || amount.shape === 'name' || amount.shape === 'date') return false;
  for (let i = amount.at; i < amount.to; i++) if (isPart(sentence, i, Part.longunit)) return false;
  return true;
}
