/** Vietnamese typed without its marks: read with them, and answered as it is written. */
import { bare, withMarks } from '../statement/index';
import { nounOfBare } from '../teams/index';
import type { Language } from '../text/language';
import type { RewriteContext } from './context';
import type { TemplatePart } from './suggestion';

/** A sentence with its marks, for looking up what it is about. */
export function readWithMarks(text: string, language: Language): string {
  return withMarks(text, language, (words) => nounOfBare(words, language));
}

/** The context with the marks that its sentence was typed without. */
export function marked(context: RewriteContext): RewriteContext {
  const { text } = context.item.item.statement;
  const written = readWithMarks(text, context.facts.language);
  const { marked: _, ...given } = context;
  return written === text ? given : { ...given, marked: written };
}

/** Words for a sentence, without marks where it was typed without: nobody knows those of its own words for sure. */
export function asTyped(
  { marked: written }: RewriteContext,
  parts: readonly TemplatePart[],
): readonly TemplatePart[] {
  return written === undefined ? parts : parts.map((part) => (typeof part === 'string' ? bare(part) : part));
}
