/** Vietnamese typed without its marks: read with them, and answered as it is written. */
import { bare, withMarks } from '../statement/index';
import { nounOfBare } from '../teams/index';
import type { Language } from '../text/language';
import type { RewriteContext } from './context';
import { tokensOf } from './noun-phrase';
import { plainText, type TemplatePart } from './suggestion';

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

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, n) => ` ${words[n]} ${word} `);

/**
 * Words for a sentence that was typed without marks: without theirs where they hold words of it or of its objective, since
 * nobody knows the marks of these for sure.
 */
export function asTyped(
  { marked: written, item, parent }: RewriteContext,
  parts: readonly TemplatePart[],
): readonly TemplatePart[] {
  if (written === undefined) return parts;
  const said = ` ${tokensOf(bare(plainText(parts).toLowerCase())).join(' ')} `;
  const typed = [item, parent].flatMap((each) => pairsOf(tokensOf(each?.item.statement.text ?? '')));
  return typed.some((pair) => said.includes(pair.toLowerCase()))
    ? parts.map((part) => (typeof part === 'string' ? bare(part) : part))
    : parts;
}
