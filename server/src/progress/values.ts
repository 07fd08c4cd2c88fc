/** Numbers with their units, as they stand in fields and sentences of either language. */
import { parseNumber } from '../statement/numbers';
import units from '../statement/units.generated.json';
import type { Language } from '../text/language';
import { groupMarkOf, magnitudeOf, normal, secondsOf } from './words';

export type UnitKind = 'percent' | 'points' | 'score' | 'duration' | 'currency' | 'multiple' | 'number';

export interface Value {
  /** Multiplied out: `1,5 tỷ` is 1500000000. */
  readonly value: number;
  /** As written, without magnitude and blanks: `%`, `days`, `$`. */
  readonly unit?: string;
  /** What the unit counts in; absent for words that are no known unit (`shops`). */
  readonly kind?: UnitKind;
  /** What the number was multiplied with; 1 where it stands alone. */
  readonly magnitude: number;
  /** For `4.2/5`: the 5. */
  readonly outOf?: number;
}

/** A value is a few words. */
const LONGEST = 80;
const VALUE =
  // regex: the text is a field of at most 80 characters
  /^[~≈<>≤≥=\s]*(?<sign>[+\-−–])?\s*(?<before>(?:[Uu][Ss])?[$€£¥₫₹])?\s*(?<sign2>[-−])?(?<digits>\d[\d.,]*)(?<rest>.*)$/su;
const FIRST_NUMBER = /\d[\d.,]*/u;
const OUT_OF = /^\s*\/\s*(\d[\d.,]*)/u;
const WORD = /^\s*([\p{L}₫đ$€£¥%°٪％]+)/u;

const KINDS: ReadonlyMap<string, UnitKind> = new Map(
  (['number', 'multiple', 'currency', 'score', 'points', 'percent', 'duration'] as const).flatMap((kind) =>
    units[kind].map((word): [string, UnitKind] => [normal(word), kind]),
  ),
);

/** What a unit counts in. */
export function unitKind(unit: string): UnitKind | undefined {
  return KINDS.get(normal(unit));
}

/** Digits without the full stop or comma that ends the phrase. */
export function withoutEnd(digits: string): string {
  // regex: the text is a field of at most 80 characters
  return digits.replace(/[.,]+$/u, '');
}

/** Steps over `k`, `million`, `nghìn tỷ`; a single letter only where it touches the digits. */
function takeMagnitude(rest: string): { magnitude: number; rest: string } {
  let magnitude = 1;
  let left = rest;
  for (let n = 0; n < 2; n++) {
    const match = WORD.exec(left);
    const word = match?.[1] ?? '';
    const factor = magnitudeOf(normal(word));
    const touches = match?.[0].length === word.length;
    if (!match || factor === undefined || (word.length === 1 && !touches)) break;
    magnitude *= factor;
    left = left.slice(match[0].length);
  }
  return { magnitude, rest: left };
}

/** What the number that a text begins with is multiplied with; 1 where it stands alone, or none does. */
export function magnitudeIn(text: string): number {
  if (text.length > LONGEST) return 1;
  const number = FIRST_NUMBER.exec(text);
  if (!number) return 1;
  const rest = text.slice(number.index + number[0].length);
  return /\p{L}/u.test(rest) ? takeMagnitude(rest.normalize('NFC')).magnitude : 1;
}

/** The unit at the start of `rest`: the longest known one of up to three words, else the first word. */
function unitOf(rest: string): { unit: string; kind?: UnitKind } | undefined {
  const words = rest.replace(/^[\s-]+/u, '').split(/[\s/,;:()–—]+/u, 3);
  for (let n = words.length; n > 0; n--) {
    const unit = words.slice(0, n).join(' ').replace(/\.$/u, '');
    const kind = unit === '' ? undefined : unitKind(unit);
    if (kind) return { unit, kind };
  }
  const [first = ''] = words;
  return /^[\p{L}%]/u.test(first) ? { unit: first } : undefined;
}

/**
 * The number that a text begins with, or undefined. Signs of comparison and currencies in front of it are stepped
 * over; what stands behind its unit does not matter.
 */
export function parseValue(text: string, language: Language): Value | undefined {
  if (text.length > LONGEST) return undefined;
  const groups = VALUE.exec(text.normalize('NFC').trim())?.groups;
  if (!groups) return undefined;
  const { digits = '', rest = '', before } = groups;
  const written = withoutEnd(digits);
  const number = parseNumber(written, groupMarkOf(language), /^\s*%/u.test(rest));
  if (!Number.isFinite(number)) return undefined;
  const scaled = takeMagnitude(rest);
  const negative = [groups.sign, groups.sign2].some((sign) => sign && sign !== '+');
  const value = (negative ? -number : number) * scaled.magnitude;
  const over = OUT_OF.exec(scaled.rest)?.[1];
  if (over !== undefined)
    return {
      value,
      unit: `/${over}`,
      kind: 'score',
      magnitude: 1,
      outOf: parseNumber(withoutEnd(over), groupMarkOf(language), true),
    };
  const unit = before ? { unit: before, kind: 'currency' as const } : unitOf(scaled.rest);
  return { value, magnitude: scaled.magnitude, ...unit };
}

/**
 * `value` in the unit of `like`: hours become days. The number as it is where both count in the same unit or one names
 * none; undefined where the two cannot be compared.
 */
export function convert(value: Value, like: Pick<Value, 'unit' | 'kind'>): number | undefined {
  if (value.kind === undefined || like.kind === undefined) return value.value;
  if (value.kind !== like.kind) {
    // A score's points and bare counts are written with and without their unit.
    const loose: readonly UnitKind[] = ['number', 'score', 'points', 'multiple'];
    return loose.includes(value.kind) && loose.includes(like.kind) ? value.value : undefined;
  }
  if (value.kind !== 'duration') return value.value;
  const from = secondsOf(normal(value.unit ?? ''));
  const to = secondsOf(normal(like.unit ?? ''));
  return from === undefined || to === undefined || from === to ? value.value : (value.value * from) / to;
}
