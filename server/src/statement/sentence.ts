/** A statement cut into tokens with what the lexicon says about them: what every later step looks at. */
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { type Entry, Word } from './entry';
import type { Lexicon, Match } from './lexicon';
import { isAscii } from './spelling';
import { type Token, tokensOf } from './tokens';

/** What the steps need to know of a language beside its lexicon. */
export interface Grammar {
  readonly language: Language;
  lexicon(): Lexicon;
  /** For statements typed without diacritics; the same lexicon where the language has none. */
  shadow(): Lexicon;
  /** The main noun closes its phrase (English) or opens it (Vietnamese). */
  readonly headFinal: boolean;
  /** The mark between thousands. */
  readonly groupMark: '.' | ',';
  /** Verbs inflect, so the form tells a verb from a noun. */
  readonly inflects: boolean;
  /**
   * The entry of a verb that the lexicon lacks, by the word's shape, the next word, and what the lexicon knows of the
   * phrase that begins there; undefined where they say nothing.
   */
  guessVerb(norm: string, next: string, following: Entry | undefined): Entry | undefined;
  /** Bits of `Noun` for a noun that the lexicon lacks, by the word's shape; 0 where it says nothing. */
  guessNoun(norm: string): number;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The match that covers each token. */
  readonly matches: readonly (Match | undefined)[];
  readonly grammar: Grammar;
  /** The lexicon that fits the spelling of this statement. */
  readonly lexicon: Lexicon;
  /** What any of the matches may be: bits of `Word`, `Part` and `Noun`, so that a search for what is not there ends at once. */
  readonly words: number;
  readonly parts: number;
  readonly nouns: number;
}

/** Reads a statement. Never throws. */
export function readSentence(text: string, grammar: Grammar): Sentence {
  const tokens = tokensOf(text);
  const lexicon = isAscii(text) ? grammar.shadow() : grammar.lexicon();
  const matches: (Match | undefined)[] = [];
  let [words, parts, nouns] = [0, 0, 0];
  for (let i = 0; i < tokens.length; ) {
    const found = lexicon.match(tokens, i);
    const match =
      found && !opensName(tokens, found, grammar)
        ? phraseOrWord(lexicon, tokens, found, matches[i - 1])
        : undefined;
    const end = match ? match.to : i + 1;
    if (match) {
      words |= match.entry.word;
      parts |= match.entry.part;
      nouns |= match.entry.noun;
    }
    for (; i < end; i++) matches.push(match);
  }
  return { text, tokens, matches, grammar, lexicon, words, parts, nouns };
}

/**
 * `ở Tiền Giang`, `tai Cau Giay`: two words with capitals after one without are a name, so the first says nothing by
 * itself. Only where words do not inflect, and a syllable is seldom a word.
 */
function opensName(tokens: readonly Token[], { from, to, entry }: Match, grammar: Grammar): boolean {
  if (grammar.inflects || to - from > 1 || entry.loan || !tokens[from]?.capital || !tokens[to]?.capital)
    return false;
  const before = tokens[from - 1];
  return before?.kind === 'word' && !before.capital && !tokens[to + 1]?.capital;
}

/** Behind an article a phrasal verb is a noun and what follows it: `the plan to cut`, not `plan to`. */
function phraseOrWord(
  lexicon: Lexicon,
  tokens: readonly Token[],
  found: Match,
  before: Match | undefined,
): Match | undefined {
  const { entry, from, to } = found;
  if (to - from < 2 || entry.verb === undefined || entry.nominal || !before) return found;
  return before.entry.word & Word.determiner ? lexicon.match(tokens, from, from + 1) : found;
}

/** The entry that covers token `at`. */
export function entryAt(sentence: Sentence, at: number): Entry | undefined {
  return sentence.matches[at]?.entry;
}

/** Whether the entry at `at` plays one of these parts of speech (bits of `Word`). */
export function isWord(sentence: Sentence, at: number, bits: number): boolean {
  const match = sentence.matches[at];
  return match !== undefined && (match.entry.word & bits) !== 0;
}

/** The same for bits of `Part`. */
export function isPart(sentence: Sentence, at: number, bits: number): boolean {
  const match = sentence.matches[at];
  return match !== undefined && (match.entry.part & bits) !== 0;
}

/** The same for bits of `Noun`. */
export function isNoun(sentence: Sentence, at: number, bits: number): boolean {
  const match = sentence.matches[at];
  return match !== undefined && (match.entry.noun & bits) !== 0;
}

/** First token after the match that covers `at`, or after the token itself. */
export function after(sentence: Sentence, at: number): number {
  return sentence.matches[at]?.to ?? at + 1;
}

/** Whether a match, or a token without one, begins at `at`. */
export function begins(sentence: Sentence, at: number): boolean {
  const match = sentence.matches[at];
  return match === undefined || match.from === at;
}

/** The text range of tokens `[from, to)`. */
export function spanOf(sentence: Sentence, from: number, to: number): Span {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : { start: 0, end: 0 };
}

export function normAt(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.norm ?? '';
}
