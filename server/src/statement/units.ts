/** What stands around the digits: units, magnitudes, currencies, signs, comparisons. */
import { Part, Word } from './entry';
import type { Comparison, QuantityKind } from './facts';
import type { Match } from './lexicon';
import { parseNumber } from './numbers';
import { after, begins, entryAt, isWord, normAt, type Sentence } from './sentence';
import type { Token } from './tokens';

/** What a number is by its shape alone; `plain` numbers wait for their role. */
export type Shape = 'plain' | 'name' | 'date' | 'ordinal' | 'adjective' | 'rank' | 'factor';

/** A number as written. Token range `[from, to)` includes operator, currency, magnitude and unit. */
export interface Amount {
  from: number;
  to: number;
  /** Token of the number itself. */
  at: number;
  kind: QuantityKind;
  value: number | undefined;
  upper: number | undefined;
  unit: string | undefined;
  comparison: Comparison;
  /** Written with a sign: `+8pp`, `−20%`. */
  signed: boolean;
  shape: Shape;
}

export function newAmount(at: number, shape: Shape, value?: number): Amount {
  return {
    from: at,
    to: at + 1,
    at,
    kind: 'number',
    value,
    upper: undefined,
    unit: undefined,
    comparison: '=',
    signed: false,
    shape,
  };
}

const CURRENCY_SYMBOL = '$€£¥₫₹';
const SIGNS = '+-−–';

/** Multiplies by `k`, `million`, `tỷ` and steps over them. */
export function takeMagnitude(sentence: Sentence, amount: Amount): void {
  for (;;) {
    const token = sentence.tokens[amount.to];
    if (token?.kind !== 'word') return;
    const own = token.glued ? sentence.lexicon.word(token.norm) : entryAt(sentence, amount.to);
    if (own?.magnitude === undefined) return;
    // a single letter is a magnitude only where it touches the digits
    if (token.norm.length === 1 && !token.glued) return;
    if (amount.value !== undefined) amount.value *= own.magnitude;
    amount.to = token.glued ? amount.to + 1 : after(sentence, amount.to);
  }
}

/** `15–20 %`, `3-5 days`: the amount becomes a range. */
export function takeRange(sentence: Sentence, amount: Amount): void {
  const mark = normAt(sentence, amount.to);
  if (mark !== '-' && mark !== '–' && mark !== '—') return;
  const next = sentence.tokens[amount.to + 1];
  // "60 -80": a dash that touches only the second number is a sign
  if (next?.kind !== 'number' || next.glued !== sentence.tokens[amount.to]?.glued) return;
  const written = parseNumber(next.norm, sentence.grammar.groupMark, false);
  const upper: Amount = { ...amount, value: written, to: amount.to + 2 };
  takeMagnitude(sentence, upper);
  const factor = written === 0 || upper.value === undefined ? 1 : upper.value / written;
  if (amount.value !== undefined && amount.value < (upper.value ?? 0)) amount.value *= factor;
  amount.upper = upper.value;
  amount.to = upper.to;
}

/** `in 30 s`, `40 g a day`: a small letter with nothing behind it that it could belong to. */
function closesAmount(sentence: Sentence, token: Token, { entry, to }: Match): boolean {
  if (token.capital || entry.part & Part.placeholder) return false;
  const next = sentence.tokens[to];
  return next === undefined || next.kind === 'symbol' || isWord(sentence, to, BEHIND_UNIT);
}

const BEHIND_UNIT = Word.scope | Word.per | Word.rhythm | Word.deadline | Word.to;

/** The unit at `at`. Single letters are units only where they touch the digits (`5m`, `3h`) or nothing follows. */
export function unitAt(sentence: Sentence, at: number): { kind: QuantityKind; to: number } | undefined {
  const token = sentence.tokens[at];
  if (!token || token.hyphened) return undefined;
  const match = sentence.matches[at];
  // "15 out-of-tree patches": part of a compound that goes on
  if (match && match.to - at > 1 && sentence.tokens[match.to]?.hyphened) return undefined;
  const long =
    match &&
    (match.to - at > 1 ||
      token.norm.length > 1 ||
      token.glued ||
      token.kind === 'symbol' ||
      closesAmount(sentence, token, match));
  if (match?.from === at && match.entry.unit !== undefined && long)
    return { kind: match.entry.unit, to: match.to };
  if (!token.glued && token.kind !== 'symbol') return undefined;
  const own = sentence.lexicon.word(token.norm)?.unit;
  return own === undefined ? undefined : { kind: own, to: at + 1 };
}

/** Unit, `+`, postfix operator, currency, sign and operator around the digits. Changes and returns `amount`. */
export function takeSurroundings(sentence: Sentence, amount: Amount): Amount {
  takePlus(sentence, amount);
  const unit = unitAt(sentence, amount.to);
  if (unit) {
    takeUnit(sentence, amount, unit);
    takePlus(sentence, amount);
  }
  takeCurrency(sentence, amount);
  takeSign(sentence, amount);
  takePostfix(sentence, amount);
  return takeOperator(sentence, amount);
}

function takePlus(sentence: Sentence, amount: Amount): void {
  const plus = sentence.tokens[amount.to];
  if (plus?.norm !== '+' || !plus.glued) return;
  amount.comparison = '>=';
  amount.to++;
}

function takeUnit(sentence: Sentence, amount: Amount, unit: { kind: QuantityKind; to: number }): void {
  amount.kind = unit.kind;
  const first = sentence.tokens[amount.to];
  const last = sentence.tokens[unit.to - 1];
  if (first && last) amount.unit = sentence.text.slice(first.start, last.end).normalize('NFC');
  amount.to = unit.to;
  const more = unitAt(sentence, amount.to);
  if (unit.kind === 'percent' && (more?.kind === 'score' || more?.kind === 'points')) {
    amount.kind = 'points';
    amount.to = more.to;
  } else if (unit.kind === 'currency' && more?.kind === 'currency') amount.to = more.to;
}

function takeCurrency(sentence: Sentence, amount: Amount): void {
  const before = sentence.tokens[amount.from - 1];
  if (!before) return;
  if (before.kind === 'symbol' && CURRENCY_SYMBOL.includes(before.norm)) {
    const country = sentence.tokens[amount.from - 2];
    amount.from -= before.glued && country?.norm === 'us' ? 2 : 1;
  } else if (
    before.capital &&
    amount.unit === undefined &&
    entryAt(sentence, amount.from - 1)?.unit === 'currency'
  )
    amount.from--;
  else return;
  amount.kind = 'currency';
  amount.unit ??= before.norm;
}

function takeSign(sentence: Sentence, amount: Amount): void {
  const sign = sentence.tokens[amount.from - 1];
  if (sign?.kind !== 'symbol' || sign.glued || !sentence.tokens[amount.from]?.glued) return;
  if (!SIGNS.includes(sign.norm)) return;
  if (sign.norm !== '+' && amount.value !== undefined) amount.value = -amount.value;
  amount.from--;
  amount.signed = true;
}

function takePostfix(sentence: Sentence, amount: Amount): void {
  const match = sentence.matches[amount.to];
  if (match?.from !== amount.to || match.entry.postfix === undefined) return;
  amount.to = match.to;
  amount.comparison = match.entry.postfix;
}

/** `18 % => 27 %`, `6 up to 15`: behind another number it leads from that to this. */
function leadsOn(sentence: Sentence, at: number): boolean {
  if (!isWord(sentence, at, Word.to)) return false;
  if (sentence.tokens[at - 1]?.kind === 'number') return true;
  return sentence.tokens[at - 2]?.kind === 'number' && unitAt(sentence, at - 1)?.to === at;
}

/** A verb such as `exceed` compares but stays the verb. */
export function takeOperator(sentence: Sentence, amount: Amount): Amount {
  const match = sentence.matches[amount.from - 1];
  if (match?.to !== amount.from || match.entry.operator === undefined) return amount;
  if (leadsOn(sentence, match.from)) return amount;
  if (amount.comparison === '=') amount.comparison = match.entry.operator;
  if (match.entry.verb === undefined && begins(sentence, match.from)) amount.from = match.from;
  return amount;
}
