/** Vietnamese typed without its marks, read as it would be written. */
import type { Language } from '../text/language';
import { grammarOf } from './analyse';
import { readSentence } from './sentence';
import { bare, isAscii } from './spelling';

/** Longest noun that is asked for, in words. */
const LONGEST = 4;

/** A word with the capitals that it was typed with. */
function typedAs(word: string, typed: string): string {
  return [...word]
    .map((letter, n) => (/[A-Z]/.test(typed.charAt(n)) ? letter.toUpperCase() : letter))
    .join('');
}

/**
 * The text with the marks that its words have in the lexicon, in NFC: as long as it is, so that spans of the one hold
 * in the other. Only for looking up what a sentence is about: of two words that differ in marks alone it takes either.
 *
 * @param nounOf the spelling of a noun that others know, by its words without marks; the longer phrase wins
 * @returns `text` itself where it has marks, or its language none. Never throws.
 */
export function withMarks(
  text: string,
  language: Language,
  nounOf: (words: string) => string | undefined,
): string {
  const grammar = grammarOf(language);
  if (!isAscii(text) || grammar.shadow() === grammar.lexicon()) return text;
  const { tokens, matches } = readSentence(text, grammar);
  let written = text;
  for (let at = 0, to = 0; at < tokens.length; at = to) {
    const match = matches[at]?.from === at ? matches[at] : undefined;
    to = match?.to ?? at + 1;
    let found = match && !match.entry.loan ? match.entry.lemma : undefined;
    for (let end = Math.min(at + LONGEST, tokens.length); end >= to; end--) {
      const words = tokens.slice(at, end).map(({ norm }) => norm);
      const noun = end > to || !match ? nounOf(words.join(' ')) : undefined;
      if (noun) [found, to] = [noun, end];
    }
    const words = found?.normalize('NFC').split(' ') ?? [];
    for (const [n, { start, end, norm }] of tokens.slice(at, to).entries()) {
      const word = words[n];
      if (word && bare(word) === norm)
        written = written.slice(0, start) + typedAs(word, written.slice(start, end)) + written.slice(end);
    }
  }
  return written;
}
