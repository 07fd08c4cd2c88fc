/** Vietnamese typed without its marks, read as it would be written. */
import type { Language } from '../text/language';
import { grammarOf } from './analyse';
import { readSentence, type Sentence } from './sentence';
import { bare, isAscii } from './spelling';

/** Longest noun that is asked for, in words. */
const LONGEST = 4;

/** A word with the capital that it was typed with. */
function typedAs(word: string, typed: string): string {
  return /^[A-Z]/.test(typed) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** What the words from `at` on are written like, and where that ends. */
interface Found {
  readonly to: number;
  readonly words: readonly string[];
}

function foundAt({ tokens, matches }: Sentence, at: number, nounOf: NounOf): Found {
  const match = matches[at]?.from === at ? matches[at] : undefined;
  const to = match?.to ?? at + 1;
  for (let end = Math.min(at + LONGEST, tokens.length); end > to || (end === to && !match); end--) {
    const words = tokens.slice(at, end).map(({ norm }) => norm);
    const noun = nounOf(words.join(' '));
    if (noun) return { to: end, words: noun.split(' ') };
  }
  if (!match || match.entry.loan) return { to, words: [] };
  // "thue" that opens a sentence hires somebody, and is no tax
  const { lemma, verbLemma } = match.entry;
  return { to, words: ((at === 0 && verbLemma) || lemma).normalize('NFC').split(' ') };
}

/** The spelling of a noun that others know, by its words without marks. */
type NounOf = (words: string) => string | undefined;

/**
 * The text with the marks that its words have in the lexicon, in NFC: as long as it is, so that spans of the one hold
 * in the other. Only for looking up what a sentence is about: of two words that differ in marks alone it takes either.
 *
 * @param nounOf asked besides the lexicon; the longer phrase wins
 * @returns `text` itself where it has marks, or its language none. Never throws.
 */
export function withMarks(text: string, language: Language, nounOf: NounOf): string {
  const grammar = grammarOf(language);
  if (!isAscii(text) || grammar.shadow() === grammar.lexicon()) return text;
  const sentence = readSentence(text, grammar);
  let written = text;
  for (let at = 0; at < sentence.tokens.length; ) {
    const { to, words } = foundAt(sentence, at, nounOf);
    for (const [n, { start, end, norm }] of sentence.tokens.slice(at, to).entries()) {
      const word = words[n];
      if (word && bare(word) === norm)
        written = written.slice(0, start) + typedAs(word, text.slice(start, end)) + written.slice(end);
    }
    at = to;
  }
  return written;
}
