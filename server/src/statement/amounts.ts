/**
 * Numbers with their unit, comparison and kind, before it is known what they are for. The grammar is the same in
 * every language; number words, magnitudes, operators and units are data.
 */
import { bareYear, dateEnd, dayAndMonth } from './dates';
import type { Comparison, QuantityKind } from './facts';
import { Word } from './lexicon';
import { parseNumber } from './numbers';
import { after, beginOf, entryAt, isNoun, isWord, normAt, type Sentence } from './sentence';
import type { Token } from './tokens';

/** A number as written. Token range `[from, to)` includes operator, currency, magnitude and unit. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** Token of the number itself. */
  readonly at: number;
  readonly kind: QuantityKind;
  readonly value?: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly comparison: Comparison;
  /** Written with a sign: `+8pp`, `−20%`. */
  readonly signed: boolean;
  /** What its shape alone says: a name, a date, a place in an order, an adjectival duration (`14-day`). */
  readonly shape: 'plain' | 'name' | 'date' | 'ordinal' | 'adjective' | 'rank' | 'factor';
}

interface Draft {
  from: number;
  to: number;
  at: number;
  kind: QuantityKind;
  value: number | undefined;
  upper: number | undefined;
  unit: string | undefined;
  comparison: Comparison;
  signed: boolean;
  shape: Amount['shape'];
}

const BRACES = /^[{[‹«]/;
const BRACED_NUMBER =
  /^[{[‹«]\s*(?:#|n|nn|x+|y+|\?+|_+|…|\.\.\.|number|số|so|target|mục tiêu|baseline|current|hiện tại|value|[a-z ]*#)/i;
const LETTER_PLACEHOLDER = /^(?:x|xx|xxx|y|yy|n|nn|z)$/;
const CURRENCY_SYMBOL = /^[$€£¥₫₹]$/;
const TIMES_WORD = /^x([0-9]+)$/;

/** All numbers of a statement, in order. */
export function readAmounts(sentence: Sentence): Amount[] {
  const amounts: Amount[] = [];
  let at = 0;
  while (at < sentence.tokens.length) {
    const amount = amountAt(sentence, at);
    if (!amount) {
      at++;
      continue;
    }
    const previous = amounts[amounts.length - 1];
    if (previous && amount.from < previous.to) amount.from = previous.to;
    amounts.push(finish(amount));
    at = Math.max(amount.to, at + 1);
  }
  return amounts;
}

function finish(draft: Draft): Amount {
  return {
    from: draft.from,
    to: draft.to,
    at: draft.at,
    kind: draft.kind,
    comparison: draft.comparison,
    signed: draft.signed,
    shape: draft.shape,
    ...(draft.value === undefined || Number.isNaN(draft.value) ? {} : { value: draft.value }),
    ...(draft.upper === undefined ? {} : { upper: draft.upper }),
    ...(draft.unit === undefined ? {} : { unit: draft.unit }),
  };
}

function draftAt(at: number, shape: Amount['shape'] = 'plain'): Draft {
  return {
    from: at,
    to: at + 1,
    at,
    kind: 'number',
    value: undefined,
    upper: undefined,
    unit: undefined,
    comparison: '=',
    signed: false,
    shape,
  };
}

function amountAt(sentence: Sentence, at: number): Draft | undefined {
  const date = dateEnd(sentence, at);
  if (date !== undefined) return { ...draftAt(at, 'date'), to: date };
  const token = sentence.tokens[at] as Token;
  if (token.kind === 'number') return numberAt(sentence, at, token);
  if (token.kind === 'symbol') return symbolAt(sentence, at, token);
  return wordAt(sentence, at, token);
}

function symbolAt(sentence: Sentence, at: number, token: Token): Draft | undefined {
  if (BRACES.test(token.norm)) {
    if (!BRACED_NUMBER.test(token.norm)) return undefined;
    return withUnit(sentence, draftAt(at));
  }
  if (token.norm === '_' && normAt(sentence, at + 1) === '_') {
    let end = at;
    while (normAt(sentence, end) === '_') end++;
    return withUnit(sentence, { ...draftAt(at), to: end });
  }
  if (token.norm === '#' && sentence.tokens[at + 1]?.kind === 'number' && sentence.tokens[at + 1]?.glued)
    return { ...draftAt(at, 'rank'), to: at + 2, value: Number(normAt(sentence, at + 1)) };
  return undefined;
}

function wordAt(sentence: Sentence, at: number, token: Token): Draft | undefined {
  const times = TIMES_WORD.exec(token.norm);
  if (times) return { ...draftAt(at, 'factor'), kind: 'multiple', value: Number(times[1]) };
  const match = sentence.matches[at];
  if (match && match.from === at) {
    const { entry } = match;
    if (entry.factor !== undefined)
      return { ...draftAt(at, 'factor'), to: match.to, kind: 'multiple', value: entry.factor };
    if (entry.word & Word.implicit) return { ...draftAt(at, 'factor'), to: match.to, kind: 'multiple' };
    if (entry.word & Word.rank) return rankAt(sentence, at, match.to);
    if (entry.number !== undefined) {
      const draft = numberWord(sentence, at, match.to, entry.number);
      if (draft) return draft;
    }
  }
  return LETTER_PLACEHOLDER.test(token.norm) ? letterAt(sentence, at, token) : undefined;
}

/** `top 10`, `hạng 3`, `number one`; `top` before a word is an adjective. */
function rankAt(sentence: Sentence, at: number, end: number): Draft | undefined {
  const next = sentence.tokens[end];
  const number = entryAt(sentence, end)?.number;
  if (next?.kind === 'number') {
    const draft: Draft = { ...draftAt(at, 'rank'), to: end + 1, value: Number(next.norm) };
    return draft;
  }
  if (number !== undefined) return { ...draftAt(at, 'rank'), to: after(sentence, end), value: number };
  return end - at > 1 ? { ...draftAt(at, 'rank'), to: end, value: 1 } : undefined;
}

/** A number word counts only before what can be counted: `three workshops`, not `at one with`. */
function numberWord(sentence: Sentence, at: number, end: number, value: number): Draft | undefined {
  const next = entryAt(sentence, end);
  const follows = sentence.tokens[end];
  const counted =
    next !== undefined
      ? next.noun !== 0 ||
        next.metric !== undefined ||
        next.unit !== undefined ||
        next.magnitude !== undefined ||
        next.verb !== undefined ||
        (next.word & (Word.vague | Word.state)) !== 0
      : follows?.kind === 'word' && end - at >= 1 && value !== 1;
  if (!counted) return undefined;
  return withUnit(sentence, { ...draftAt(at), to: end, value });
}

/** `X%`, `from X to Y`, `X customers`; not `module X`. */
function letterAt(sentence: Sentence, at: number, token: Token): Draft | undefined {
  if (!token.capital && token.norm.length < 2) return undefined;
  const next = sentence.tokens[at + 1];
  const percent = next?.norm === '%';
  const introduced =
    at > 0 &&
    (isWord(sentence, at - 1, Word.to | Word.from | Word.by) ||
      entryAt(sentence, at - 1)?.operator !== undefined);
  const counts = next?.kind === 'word' && !next.hyphened && countable(sentence, at);
  if (!percent && !introduced && !counts) return undefined;
  return withUnit(sentence, draftAt(at));
}

/** Whether a capital letter stands where a count would: after a verb or at the start, before a plural. */
function countable(sentence: Sentence, at: number): boolean {
  const before = entryAt(sentence, at - 1);
  return (
    (at === 0 || before?.verb !== undefined) &&
    !isWord(sentence, at + 1, Word.scope | Word.deadline | Word.and)
  );
}

function numberAt(sentence: Sentence, at: number, token: Token): Draft | undefined {
  const draft = draftAt(at);
  const named = nameShape(sentence, at, token);
  if (named) return { ...draft, shape: named, value: Number(token.norm) };
  if (bareYear(sentence, at)) return { ...draft, shape: 'date' };
  const ratio = ratioAt(sentence, at);
  if (ratio) return ratio;
  draft.value = parseNumber(token.norm, sentence.grammar.groupMark, normAt(sentence, at + 1) === '%');
  return suffixes(sentence, draft);
}

/** `Sev-1`, `GPT-4`, `version 2`: the number belongs to the word before. */
function nameShape(sentence: Sentence, at: number, token: Token): Amount['shape'] | undefined {
  const before = entryAt(sentence, at - 1);
  if (token.hyphened) return before?.operator !== undefined ? undefined : 'name';
  if (at > 0 && sentence.matches[at]?.from !== at && sentence.matches[at]?.entry !== undefined) return 'name';
  if (before === undefined || !(before.word & Word.nametaker)) return undefined;
  const next = sentence.tokens[at + 1];
  if (next?.norm === '%' || entryAt(sentence, at + 1)?.magnitude !== undefined) return undefined;
  // "Release 9 updates": a verb that happens to take numbers as a noun
  if (before.verb !== undefined && beginOf(sentence, at - 1) === 0 && next?.kind === 'word') return undefined;
  if (before.metric !== undefined && next?.kind === 'word') return undefined;
  return 'name';
}

/** `4.5/5`, `9/10`, `4/6 screens`; `31/03` where a date is expected. */
function ratioAt(sentence: Sentence, at: number): Draft | undefined {
  const over = sentence.tokens[at + 2];
  if (normAt(sentence, at + 1) !== '/' || over?.kind !== 'number') return undefined;
  if (normAt(sentence, at) === '24' && over.norm === '7') return { ...draftAt(at, 'name'), to: at + 3 };
  if (dayAndMonth(sentence, at) !== undefined && dateExpected(sentence, at))
    return { ...draftAt(at, 'date'), to: at + 3 };
  const { groupMark } = sentence.grammar;
  const value = parseNumber(normAt(sentence, at), groupMark, true);
  const upper = parseNumber(over.norm, groupMark, true);
  const draft: Draft = { ...draftAt(at), to: at + 3, kind: 'score', value, unit: `/${over.norm}` };
  if (upper !== 5 && upper !== 10 && upper !== 100 && upper !== 7 && upper !== 4) draft.kind = 'ratio';
  return withOperator(sentence, withPostfix(sentence, draft));
}

function dateExpected(sentence: Sentence, at: number): boolean {
  if (normAt(sentence, at + 2).startsWith('0') || normAt(sentence, at).startsWith('0')) return true;
  const upper = Number(normAt(sentence, at + 2));
  if (upper === 5 || upper === 10)
    return isWord(sentence, at - 1, Word.deadline) && !isWord(sentence, at - 1, Word.to);
  return at > 0 && isWord(sentence, at - 1, Word.deadline | Word.deadlineword);
}

/** Magnitude, range, unit, `+` and postfix operators after a number; sign, currency and operator before it. */
function suffixes(sentence: Sentence, draft: Draft): Draft {
  const glued = sentence.tokens[draft.to];
  if (glued?.glued && glued.kind === 'word') {
    const shape = gluedWord(sentence, draft, glued);
    if (shape) return { ...draft, shape, to: draft.to + 1 };
  } else if (glued?.hyphened) return adjective(sentence, draft);
  magnitude(sentence, draft);
  range(sentence, draft);
  return withUnit(sentence, draft);
}

/** The shape where letters touch the digits and are neither unit nor magnitude: `5G`, `2FA`, `3D`; `1st`. */
function gluedWord(sentence: Sentence, draft: Draft, token: Token): Amount['shape'] | undefined {
  if (token.hyphened) return undefined;
  if (/^(?:st|nd|rd|th)$/.test(token.norm)) return 'ordinal';
  const entry = sentence.lexicon.get(token.norm);
  if (entry?.magnitude !== undefined || entry?.unit !== undefined) return undefined;
  return sentence.matches[draft.to] === undefined || token.capital ? 'name' : undefined;
}

/** `14-day stickiness`, `40-seat minimum`: the number describes the noun that follows. */
function adjective(sentence: Sentence, draft: Draft): Draft {
  const unit = entryAt(sentence, draft.to)?.unit ?? sentence.lexicon.get(normAt(sentence, draft.to))?.unit;
  const to = draft.to + 1;
  if (unit === 'duration') {
    return withOperator(sentence, {
      ...draft,
      to,
      kind: 'duration',
      unit: normAt(sentence, draft.to),
      shape: 'adjective',
    });
  }
  if (unit === 'percent' || unit === 'points' || unit === 'currency')
    return withOperator(sentence, { ...draft, to, kind: unit, unit: normAt(sentence, draft.to) });
  return { ...draft, to, shape: 'name' };
}

function magnitude(sentence: Sentence, draft: Draft): void {
  for (;;) {
    const token = sentence.tokens[draft.to];
    if (!token) return;
    const own = token.glued ? sentence.lexicon.get(token.norm) : entryAt(sentence, draft.to);
    if (own?.magnitude === undefined) return;
    // single letters are magnitudes only when they touch the digits
    if (token.norm.length === 1 && !token.glued) return;
    if (draft.value !== undefined) draft.value *= own.magnitude;
    draft.to = token.glued ? draft.to + 1 : after(sentence, draft.to);
  }
}

/** `15–20 %`, `3-5 days`. */
function range(sentence: Sentence, draft: Draft): void {
  const mark = normAt(sentence, draft.to);
  if (mark !== '-' && mark !== '–' && mark !== '—') return;
  const next = sentence.tokens[draft.to + 1];
  if (next?.kind !== 'number') return;
  // "60 - 80": spaced dashes join, a dash that touches only the second number is a sign
  if (next.glued !== sentence.tokens[draft.to]?.glued) return;
  draft.upper = parseNumber(next.norm, sentence.grammar.groupMark, false);
  draft.to += 2;
  const before = draft.to;
  const lower = draft.value;
  const upper: Draft = { ...draft, value: draft.upper };
  magnitude(sentence, upper);
  if (upper.to === before) return;
  if (lower !== undefined && draft.upper !== 0)
    draft.value = (lower * (upper.value ?? draft.upper)) / draft.upper;
  draft.upper = upper.value;
  draft.to = upper.to;
}

/** Single letters and words that are units only when they touch the digits (`5m`, `3h`, `200 g`). */
function unitAt(sentence: Sentence, at: number): { kind: QuantityKind; to: number } | undefined {
  const token = sentence.tokens[at];
  if (!token || token.hyphened) return undefined;
  const match = sentence.matches[at];
  if (
    match?.from === at &&
    match.entry.unit !== undefined &&
    (match.to - at > 1 || token.norm.length > 1 || token.glued || token.kind === 'symbol')
  )
    return { kind: match.entry.unit, to: match.to };
  if (!token.glued && token.kind !== 'symbol') return undefined;
  const own = sentence.lexicon.get(token.norm)?.unit;
  return own === undefined ? undefined : { kind: own, to: at + 1 };
}

function withUnit(sentence: Sentence, draft: Draft): Draft {
  if (normAt(sentence, draft.to) === '+' && sentence.tokens[draft.to]?.glued) {
    draft.comparison = '>=';
    draft.to++;
  }
  const unit = unitAt(sentence, draft.to);
  if (unit) {
    takeUnit(sentence, draft, unit);
    if (normAt(sentence, draft.to) === '+' && sentence.tokens[draft.to]?.glued) {
      draft.comparison = '>=';
      draft.to++;
    }
  }
  return withOperator(sentence, withPostfix(sentence, withSign(sentence, withCurrency(sentence, draft))));
}

function takeUnit(sentence: Sentence, draft: Draft, unit: { kind: QuantityKind; to: number }): void {
  draft.kind = unit.kind;
  const first = sentence.tokens[draft.to];
  const last = sentence.tokens[unit.to - 1];
  if (first && last) draft.unit = sentence.text.slice(first.start, last.end).normalize('NFC');
  draft.to = unit.to;
  const more = unit.kind === 'percent' ? unitAt(sentence, draft.to) : undefined;
  if (more && (more.kind === 'score' || more.kind === 'points')) {
    draft.kind = 'points';
    draft.to = more.to;
  } else if (unit.kind === 'currency') {
    const second = unitAt(sentence, draft.to);
    if (second?.kind === 'currency') draft.to = second.to;
  }
}

function withCurrency(sentence: Sentence, draft: Draft): Draft {
  const before = sentence.tokens[draft.from - 1];
  if (!before) return draft;
  if (before.kind === 'symbol' && CURRENCY_SYMBOL.test(before.norm)) {
    const country = sentence.tokens[draft.from - 2];
    draft.from = before.glued && country?.norm === 'us' ? draft.from - 2 : draft.from - 1;
    draft.kind = 'currency';
    draft.unit ??= before.norm;
  } else if (
    entryAt(sentence, draft.from - 1)?.unit === 'currency' &&
    before.capital &&
    draft.unit === undefined
  ) {
    draft.from--;
    draft.kind = 'currency';
    draft.unit = sentence.text.slice(before.start, before.end);
  }
  return draft;
}

function withSign(sentence: Sentence, draft: Draft): Draft {
  const sign = sentence.tokens[draft.from - 1];
  const first = sentence.tokens[draft.from];
  if (sign?.kind !== 'symbol' || !first?.glued || sign.glued) return draft;
  if (sign.norm !== '+' && sign.norm !== '-' && sign.norm !== '−' && sign.norm !== '–') return draft;
  if (sign.norm !== '+' && draft.value !== undefined) draft.value = -draft.value;
  return { ...draft, from: draft.from - 1, signed: true };
}

function withPostfix(sentence: Sentence, draft: Draft): Draft {
  const match = sentence.matches[draft.to];
  if (match?.from !== draft.to || match.entry.postfix === undefined) return draft;
  return { ...draft, to: match.to, comparison: match.entry.postfix };
}

function withOperator(sentence: Sentence, draft: Draft): Draft {
  const match = sentence.matches[draft.from - 1];
  if (match?.to !== draft.from || match.entry.operator === undefined) return draft;
  // a verb such as "exceed" compares but stays the verb
  const comparison = draft.comparison === '=' ? match.entry.operator : draft.comparison;
  if (match.entry.verb !== undefined) return { ...draft, comparison };
  return { ...draft, from: match.from, comparison };
}

/** Whether a unit or noun right after the amount names what is counted. */
export function countsNoun(sentence: Sentence, amount: Amount): boolean {
  return isNoun(sentence, amount.to, -1) || sentence.tokens[amount.to]?.kind === 'word';
}
