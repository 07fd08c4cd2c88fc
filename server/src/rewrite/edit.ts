/** Turning new words for a sentence into edits that leave everything around it alone. */
import { overlaps, type Span } from '../text/span';
import { inDocument, type RewriteContext, sentenceSpan, statementText } from './context';
import { withMarkup } from './markup';
import type { SuggestedEdit, TemplatePart } from './suggestion';
import { asTyped } from './typed';
import { joined } from './wording';

/** Spans of the fields that stand inside `span`, both counted from the statement's start, in order. */
function fieldsIn({ item }: RewriteContext, span: Span): Span[] {
  const origin = item.item.statement.span.start;
  return item.item.fields
    .map((field) => ({ start: field.span.start - origin, end: field.span.end - origin }))
    .filter((field) => overlaps(field, span))
    .sort((a, b) => a.start - b.start);
}

/** The pieces of `span` between the fields that stand in it, without blanks around them; empty ones are left out. */
function piecesOf(context: RewriteContext, span: Span): Span[] {
  const text = statementText(context);
  const pieces: Span[] = [];
  let from = span.start;
  for (const field of [...fieldsIn(context, span), { start: span.end, end: span.end }]) {
    const piece = text.slice(from, Math.max(from, field.start));
    if (piece.trim() !== '') {
      const start = from + (piece.length - piece.trimStart().length);
      pieces.push({ start, end: start + piece.trim().length });
    }
    from = Math.max(from, field.end);
  }
  return pieces;
}

const MARKS = ['**', '__', '~~', '`'] as const;

/** Marks that open or close inside `raw` without their partner: they belong to markup that reaches further. */
function unbalanced(raw: string): string[] {
  return MARKS.filter((mark) => (raw.split(mark).length - 1) % 2 === 1);
}

/** Keeps a mark whose partner stands outside of the replaced words, on the side where it must stand. */
function keepMarks({ text }: RewriteContext, place: Span, parts: readonly TemplatePart[]): TemplatePart[] {
  let kept: TemplatePart[] = [...parts];
  for (const mark of unbalanced(text.slice(place.start, place.end))) {
    const opensBefore = text.endsWith(mark, place.start);
    kept = opensBefore ? [...kept, mark] : [mark, ...kept];
  }
  return joined(kept);
}

/** First letter small where the sentence that is replaced began small, unless it begins an acronym. */
function likeCase(old: string, parts: readonly TemplatePart[]): TemplatePart[] {
  const [first, ...rest] = parts;
  if (typeof first !== 'string' || !/^\p{Ll}/u.test(old) || /^\p{Lu}{2}/u.test(first)) return [...parts];
  return [first.charAt(0).toLowerCase() + first.slice(1), ...rest];
}

/** A sentence that replaces the statement's: edits in the document, and the sentence as it will read. */
export interface Rewording {
  readonly edits: readonly SuggestedEdit[];
  readonly statement: readonly TemplatePart[];
}

/**
 * Replaces the sentence. Fields inside it (`@linh`, `(now: 58)`), label, list marker and final punctuation stay.
 */
export function replaceSentence(context: RewriteContext, sentence: readonly TemplatePart[]): Rewording {
  const whole = sentenceSpan(context);
  const [first, ...others] = piecesOf(context, whole);
  const place = first ?? whole;
  const statement = likeCase(
    statementText(context).slice(place.start, place.end),
    asTyped(context, sentence),
  );
  const marked = withMarkup(context.text, inDocument(context, place));
  const edits: SuggestedEdit[] = [
    { span: marked, parts: keepMarks(context, marked, statement) },
    ...others.map((piece) => deletion(context, piece)),
  ];
  return { edits, statement };
}

/** Deletes words of the statement with the blank before them, or after them where they begin it. */
export function deletion(context: RewriteContext, span: Span): SuggestedEdit {
  const { text } = context;
  const place = inDocument(context, span);
  let { start, end } = place;
  const first = inDocument(context, sentenceSpan(context)).start;
  if (start > first && /[ \t]/u.test(text.charAt(start - 1))) start--;
  else while (/[ \t]/u.test(text.charAt(end))) end++;
  return { span: { start, end }, parts: [] };
}

/** A change inside the sentence, counted from the statement's start. */
export interface InnerEdit {
  readonly span: Span;
  readonly parts: readonly TemplatePart[];
}

/** Applies small changes to the sentence: the edits as they are, and the sentence as it will read. */
export function changeSentence(context: RewriteContext, changes: readonly InnerEdit[]): Rewording {
  const { text } = context.item.item.statement;
  const ordered = changes
    .map(({ span, parts: words }) => ({ span, parts: asTyped(context, words) }))
    .sort((a, b) => a.span.start - b.span.start);
  const parts: TemplatePart[] = [];
  let from = sentenceSpan(context).start;
  for (const change of ordered) {
    parts.push(text.slice(from, change.span.start), ...change.parts);
    from = change.span.end;
  }
  parts.push(text.slice(from, sentenceSpan(context).end));
  return {
    edits: merged(
      ordered.map(({ span, parts: words }) => ({ span: inDocument(context, span), parts: words })),
    ),
    statement: tidy(joined(parts)),
  };
}

/** Blanks that markup or deleted words left behind become one. */
function tidy(parts: readonly TemplatePart[]): TemplatePart[] {
  return joined(parts.map((part) => (typeof part === 'string' ? part.replace(/\s+/gu, ' ') : part)));
}

/** Edits in order. Touching ones become one: an editor would not know which goes first. */
export function merged(edits: readonly SuggestedEdit[]): SuggestedEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: SuggestedEdit[] = [];
  for (const edit of ordered) {
    const last = result.at(-1);
    if (last && last.span.end === edit.span.start)
      result[result.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        parts: joined([...last.parts, ...edit.parts]),
      };
    else result.push(edit);
  }
  return result;
}
