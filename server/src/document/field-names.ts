/** Names of fields in front of their values. Offsets count in the text that the caller looks at. */
import { type Folded, fold, unfold } from '../text/fold';
import type { FieldName } from './model';
import { anyOf, FIELD_WORDS, fieldOf } from './words';

export interface FieldDraft {
  readonly name: FieldName;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Any name of a field, as a pattern. */
export const NAMES = anyOf(FIELD_WORDS, ['currently', 'hiện', 'reviewed']);
const EXTRA: ReadonlyMap<string, FieldName> = new Map([
  ['currently', 'current'],
  ['hien', 'current'],
  ['reviewed', 'updated'],
]);
/** The field that a folded word names. */
export const nameOf = (word: string): FieldName | undefined => fieldOf(word) ?? EXTRA.get(word);

/** A name in front of a value. */
interface Named {
  readonly word: string;
  readonly name: FieldName;
  /** Where the value begins. */
  readonly value: number;
}

/** Where a name may end in front of its value. */
const NAME_END = /[:=]|\s(?:is|la)\s/g;
const NAME_SIGN = /\s*(?:::?|=(?![=>])|\s(?:is|la)\s)\s*(?=\S)/uy;
/** Without a sign between, only a number, a date or a person can be a value: `(now 58)`. */
const BARE_VALUE = /\s(?=[~≈]?[$€£@\d])/u;
/** No name is longer, also with gaps in it where markup was. */
const LONGEST_NAME = 200;

function nameBefore(folded: string, end: number): Pick<Named, 'word' | 'name'> | undefined {
  const word = folded.slice(0, end).trim().replace(/\s+/g, ' ');
  const name = nameOf(word);
  return name && { word, name };
}

/**
 * The name that folded text begins with, with a sign between it and its value. Names are looked up: a pattern of a
 * hundred of them takes V8 longer than most texts take to be read.
 */
export function readName(folded: string): Named | undefined {
  NAME_END.lastIndex = 0;
  while (NAME_END.test(folded)) {
    let end = NAME_END.lastIndex - 1;
    if (end > LONGEST_NAME) return undefined;
    // Behind `is` and `la` the white space ends the sign: the next may begin with it.
    if (folded[end] !== ':' && folded[end] !== '=') end = NAME_END.lastIndex - 4;
    NAME_END.lastIndex = end + 1;
    const own = nameBefore(folded, end);
    if (!own) continue;
    NAME_SIGN.lastIndex = folded.slice(0, end).trimEnd().length;
    if (NAME_SIGN.test(folded)) return { ...own, value: NAME_SIGN.lastIndex };
  }
  return undefined;
}

/** What a part of a text says: `name: value`. */
export interface NamedPart {
  readonly name: FieldName;
  /** Where the value begins. */
  readonly value: number;
}

/** A part of a group that says `name: value`. */
export function namedPart(part: string): NamedPart | undefined {
  const folded = fold(part);
  const named = readName(folded.text);
  return named ? { name: named.name, value: unfold(folded, named.value) } : bareField(folded);
}

/** `now 58`: a name and a value with no sign between. */
export function bareField(folded: Folded): NamedPart | undefined {
  const end = folded.text.search(BARE_VALUE);
  const own = end < 0 ? undefined : nameBefore(folded.text, end);
  return own && { name: own.name, value: unfold(folded, end + 1) };
}

/** A name beside named values: `(Tom, due 2026-09-15)`. */
export const PERSON = /^\s*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3}\s*$/u;
