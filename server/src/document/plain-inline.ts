/**
 * Running text without a parser, for the markup that nearly all key results have: none, `**bold**`, `*emphasis*`,
 * `` `code` ``, `[text](target)`, `[0.3]`. Exactly what remark-parse makes of it, or nothing where that is not certain.
 */
import type { Span } from '../text/span';
import { type Inline, NONE } from './blocks';
import { flatten, unmarkText } from './inline';

const SPECIAL = /[\\`*_[\]<~!]/g;
const LINK = /\[([^\][\\`*_<~!\r\n]+)\]\([^\s()<>\\]+\)/y;
const BRACKET = /\[[^\][\\`*_<~!\r\n]*\](?![([:])/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

const isSpaceOrNothing = (sign: string | undefined) => sign === undefined || SPACE.test(sign);
const isWordSign = (sign: string | undefined) => sign !== undefined && WORD.test(sign);

interface Draft {
  readonly strong: Span[];
  readonly links: Span[];
  /** Markup to blank out, in order. Offsets count in the text. */
  readonly markup: Span[];
  /** Stretches whose text is taken as it is: backslashes and entities mean nothing there. */
  readonly code: Span[];
  open: { readonly at: number; readonly size: number } | undefined;
}

/** With lists made one by one: a literal that holds literals is copied by a slow path until it is optimised. */
function newDraft(): Draft {
  const strong: Span[] = [];
  const links: Span[] = [];
  const markup: Span[] = [];
  const code: Span[] = [];
  return { strong, links, markup, code, open: undefined };
}

/** Reads one special sign at `at`; returns where to go on, or undefined where a parser has to look. */
function step(text: string, at: number, draft: Draft): number | undefined {
  switch (text[at]) {
    case '\\':
      // Before anything but punctuation it is a backslash; at a line end it breaks the line.
      if (/[\r\n]/.test(text[at + 1] ?? '\n')) return undefined;
      return PUNCTUATION.test(text[at + 1] ?? '') ? at + 2 : at + 1;
    case '`':
      return code(text, at, draft);
    case '*':
      return stars(text, at, draft);
    case '_':
      return isWordSign(text[at - 1]) && isWordSign(text[at + 1]) ? at + 1 : undefined;
    case '[':
      return bracket(text, at, draft);
    case '<':
      return /[A-Za-z/!?]/.test(text[at + 1] ?? '') ? undefined : at + 1;
    case '~':
      return text[at + 1] === '~' ? undefined : at + 1;
    case '!':
      return text[at + 1] === '[' ? undefined : at + 1;
    default:
      return undefined;
  }
}

function code(text: string, at: number, draft: Draft): number | undefined {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1 || text[end + 1] === '`' || /[\r\n]/.test(text.slice(at, end))) return undefined;
  draft.markup.push({ start: at, end: at + 1 }, { start: end, end: end + 1 });
  draft.code.push({ start: at + 1, end });
  return end + 1;
}

function bracket(text: string, at: number, draft: Draft): number | undefined {
  LINK.lastIndex = at;
  const link = LINK.exec(text);
  if (link) {
    const end = LINK.lastIndex;
    draft.links.push({ start: at, end });
    draft.markup.push({ start: at, end: at + 1 }, { start: at + 1 + (link[1] ?? '').length, end });
    return end;
  }
  BRACKET.lastIndex = at;
  return BRACKET.test(text) ? BRACKET.lastIndex : undefined;
}

/** Opens behind white space, closes in front of it or, behind a letter, of punctuation: nothing else could be meant. */
function stars(text: string, at: number, draft: Draft): number | undefined {
  let size = 1;
  while (text[at + size] === '*') size++;
  const before = text[at - 1];
  const after = text[at + size];
  if (isSpaceOrNothing(before) && isSpaceOrNothing(after)) return at + size;
  if (size > 2) return undefined;
  const { open } = draft;
  if (open) {
    const closes =
      !isSpaceOrNothing(before) &&
      (isSpaceOrNothing(after) || (isWordSign(before) && PUNCTUATION.test(after ?? '')));
    if (!closes || open.size !== size) return undefined;
    if (size === 2) draft.strong.push({ start: open.at, end: at + size });
    draft.open = undefined;
  } else {
    if (!isSpaceOrNothing(before)) return undefined;
    draft.open = { at, size };
  }
  draft.markup.push({ start: at, end: at + size });
  return at + size;
}

/** The text with entities and escapes resolved outside code, and markup blanked out. */
function unmark(text: string, { markup, code }: Draft): string {
  let out = '';
  let at = 0;
  for (const { start, end } of markup) {
    const piece = text.slice(at, start);
    out += code.some((span) => span.start === at && span.end === start) ? piece : unmarkText(piece);
    out += ' '.repeat(end - start);
    at = end;
  }
  return out + unmarkText(text.slice(at));
}

/** The first sign at or behind `at` that may be markup; -1 if there is none. */
function nextSpecial(text: string, at: number): number {
  SPECIAL.lastIndex = at;
  return SPECIAL.test(text) ? SPECIAL.lastIndex - 1 : -1;
}

/** Reads the markup of a text whose first special sign stands at `special`; nothing if a parser has to look. */
function readMarkup(text: string, special: number): Draft | undefined {
  if (text.includes('][')) return undefined;
  const draft = newDraft();
  for (let at = special; at >= 0; ) {
    const next = step(text, at, draft);
    if (next === undefined) return undefined;
    at = nextSpecial(text, next);
  }
  return draft.open ? undefined : draft;
}

function moved(spans: readonly Span[], by: number): readonly Span[] {
  return spans.length === 0 ? NONE : spans.map(({ start, end }) => ({ start: by + start, end: by + end }));
}

/** What may be markup, an escape, an entity or a line end. */
const NOT_PLAIN = /[\\`*_[\]<~!&\r\n]/;

/** Reads `text`, which stands in `span` and has no white space at its ends. */
export function readPlainInline(text: string, span: Span): Inline | undefined {
  if (!NOT_PLAIN.test(text))
    return { span, text, breaks: NONE, hard: NONE, strong: NONE, struck: NONE, links: NONE, images: NONE };
  const special = nextSpecial(text, 0);
  const draft = special < 0 ? undefined : readMarkup(text, special);
  if (special >= 0 && !draft) return undefined;
  const { text: flat, breaks, hard } = flatten(draft ? unmark(text, draft) : unmarkText(text), text);
  return {
    span,
    text: flat,
    breaks,
    hard,
    strong: draft ? moved(draft.strong, span.start) : NONE,
    struck: NONE,
    links: draft ? moved(draft.links, span.start) : NONE,
    images: NONE,
  };
}
