/** Words, numbers and symbols of a statement, with their places. One pass, no knowledge of any language. */
import { Recent } from '../text/recent';
import { canonical } from './spelling';

export type TokenKind = 'word' | 'number' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets in the statement's text as given. */
  readonly start: number;
  readonly end: number;
  /** The form the lexicon knows: NFC, lower case, one tone placement; a possessive `'s` is cut off. */
  readonly norm: string;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** A hyphen, and nothing else, stands between this token and the one before (`time-to-close`). */
  readonly hyphened: boolean;
  /** The first letter is a capital. */
  readonly capital: boolean;
  /** A word with digits in it: `p99`, `q3`. */
  readonly digits: boolean;
}

const OTHER_LETTER = /[\p{L}\p{M}]/u;
const ARROWS: readonly string[] = ['->', '=>', '–>', '—>', '>=', '<=', '=<'];

type Kind = 0 | 1 | 2 | 3;
const Kind = { Space: 0, Letter: 1, Digit: 2, Other: 3 } as const;

/** Kinds of the code units that statements are made of, up to the end of Latin Extended-B. */
const LATIN: readonly Kind[] = Array.from({ length: 0x250 }, (_, code) => latinKind(code));

function latinKind(code: number): Kind {
  const char = String.fromCharCode(code);
  if (/[0-9]/.test(char)) return Kind.Digit;
  if (OTHER_LETTER.test(char)) return Kind.Letter;
  return code <= 32 || code === 0xa0 ? Kind.Space : Kind.Other;
}

/** Spaces that are not ASCII: thin, narrow no-break, ideographic, zero width. */
const WIDE_SPACE: ReadonlySet<number> = new Set([0x2009, 0x200b, 0x202f, 0x3000, 0xfeff]);

function otherKind(code: number, text: string, at: number): Kind {
  // Vietnamese letters and combining marks
  if ((code >= 0x1e00 && code <= 0x1eff) || (code >= 0x300 && code <= 0x36f)) return Kind.Letter;
  if (WIDE_SPACE.has(code)) return Kind.Space;
  const char = String.fromCodePoint(text.codePointAt(at) ?? code);
  return OTHER_LETTER.test(char) ? Kind.Letter : Kind.Other;
}

function kindOf(code: number, text: string, at: number): Kind {
  return LATIN[code] ?? otherKind(code, text, at);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

function width(code: number): number {
  return code >= 0xd800 && code <= 0xdbff ? 2 : 1;
}

function kindAt(text: string, at: number): Kind {
  return at < text.length ? kindOf(text.charCodeAt(at), text, at) : Kind.Space;
}

/** End of the word that starts at `at`: letters, digits after letters, apostrophes between letters. */
function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code, text, i);
    if (kind === Kind.Letter || kind === Kind.Digit) i += width(code);
    else if (isApostrophe(code) && i > at && kindAt(text, i + 1) === Kind.Letter) i++;
    else break;
  }
  return i;
}

/** End of the number that starts at `at`: digits with `.` or `,` between digits. */
function numberEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) i++;
    else if ((code === 46 || code === 44) && kindAt(text, i + 1) === Kind.Digit) i++;
    else break;
  }
  return i;
}

function wordNorm(text: string, start: number, end: number): string {
  let stop = end;
  if (end - start > 2 && isApostrophe(text.charCodeAt(end - 2)) && (text.charCodeAt(end - 1) | 32) === 115)
    stop = end - 2;
  return canonical(text.slice(start, stop));
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** A placeholder in braces, brackets or guillemets is one symbol: `{#}`, `[X]`, `‹target›`. */
function placeholderEnd(text: string, at: number): number {
  const close = CLOSING[text.charAt(at)];
  if (!close) return at;
  const end = text.indexOf(close, at + 1);
  return end < 0 || end - at > 24 ? at : end + 1;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '‹': '›', '«': '»' };

function symbolEnd(text: string, at: number): number {
  const placeholder = placeholderEnd(text, at);
  if (placeholder > at) return placeholder;
  if (ARROWS.includes(text.slice(at, at + 2))) return at + 2;
  return Math.min(at + width(text.charCodeAt(at)), text.length);
}

/** Sentences are asked for their language, all of a section, before they are read. */
const recent = new Recent<readonly Token[]>(16);

/** What `tokenise` gives, kept for a while. */
export function tokensOf(text: string): readonly Token[] {
  let tokens = recent.get(text);
  if (!tokens) {
    tokens = tokenise(text);
    recent.set(text, tokens);
  }
  return tokens;
}

/** Splits a statement. Hyphens inside compounds are not tokens but a mark on the part after them. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let hyphen = -1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const found = kindOf(code, text, at);
    const last = tokens[tokens.length - 1];
    if (found === Kind.Space) at++;
    else if (isHyphen(code) && joins(text, at, last)) hyphen = ++at;
    else {
      const token = tokenAt(text, at, found, last, hyphen === at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, at: number, found: Kind, last: Token | undefined, hyphened: boolean): Token {
  const glued = last !== undefined && last.end === at;
  if (found === Kind.Letter) {
    const end = wordEnd(text, at);
    const norm = wordNorm(text, at, end);
    const digits = hasDigit(norm);
    return { kind: 'word', start: at, end, norm, glued, hyphened, capital: isCapital(text, at), digits };
  }
  const isNumber = found === Kind.Digit;
  const end = isNumber ? numberEnd(text, at) : symbolEnd(text, at);
  const norm = end - at > 1 ? text.slice(at, end).normalize('NFC').replace(/\s+/g, ' ') : text.slice(at, end);
  const kind = isNumber ? 'number' : 'symbol';
  return { kind, start: at, end, norm, glued, hyphened, capital: false, digits: isNumber };
}

/** A hyphen between two words or numbers without spaces; not the dash of a range of two numbers. */
function joins(text: string, at: number, last: Token | undefined): boolean {
  if (!last || last.end !== at || last.kind === 'symbol') return false;
  const next = kindAt(text, at + 1);
  if (next === Kind.Digit) return last.kind === 'word';
  return next === Kind.Letter;
}
