import type { Item, Located, LocatedObjective } from '../document/model';
import type { Finding } from '../rules/rule';
import type { StatementFacts } from '../statement/facts';
import type { TeamId } from '../teams/knowledge';
import type { Language } from '../text/language';
import type { Span } from '../text/span';

/** One finding with all that a rewrite may need to know about its place. */
export interface RewriteContext {
  /** The whole document. */
  readonly text: string;
  readonly item: Located<Item>;
  /** The objective that the item is or belongs to; absent for orphans. */
  readonly parent?: LocatedObjective;
  readonly facts: StatementFacts;
  /** Its span counts from the statement's start, as rules give it. */
  readonly finding: Finding;
  readonly team?: TeamId;
  /** Words that tell where the item stands, nearest first: headings above it, the file's name. */
  readonly place?: readonly string[];
  /** The statement with the marks that it was typed without; absent where it has its marks. As long as the statement. */
  readonly marked?: string;
  /** The reader's language: titles are in it. Sentences are in the statement's (`facts.language`). */
  readonly language: Language;
}

/** The statement's text as given, with its marks, blanks for markup and fields. */
export function statementText({ marked, item }: RewriteContext): string {
  return marked ?? item.item.statement.text;
}

/** A span of the statement as a span of the document. */
export function inDocument({ item }: RewriteContext, span: Span): Span {
  const origin = item.offset + item.item.statement.span.start;
  return { start: origin + span.start, end: origin + span.end };
}

/** The words at a span of the statement, blanks folded. */
export function wordsIn(context: RewriteContext, span: Span): string {
  return statementText(context).slice(span.start, span.end).trim().split(/\s+/u).join(' ');
}

/** The sentence itself: without blanks around it and without a full stop or comma at its end. */
export function sentenceSpan(context: RewriteContext): Span {
  const text = statementText(context);
  const start = text.length - text.trimStart().length;
  let end = text.trimEnd().length;
  while (end > start && '.;,!…'.includes(text.charAt(end - 1))) end--;
  return { start, end: Math.max(start, text.slice(0, end).trimEnd().length) };
}
