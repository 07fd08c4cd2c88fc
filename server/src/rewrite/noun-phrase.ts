/** The words of a noun phrase: where it begins and where it ends. */
import type { Phrase } from './wording';

/** Kinds of nouns that name people. */
export const PEOPLE: readonly (string | undefined)[] = ['customer', 'public', 'partner', 'staff', 'learner'];

/** The words between blanks. */
export function tokensOf(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== '');
}

/** A capital at the beginning is that of the sentence, `A` like `Our`; `VIP` and `Ngọc` are not told apart. */
export const uncapitalised = ([first = '', ...rest]: readonly string[]): string[] => [
  /^\p{Lu}\p{M}*(?:\p{Ll}|$)/u.test(first) ? first.toLowerCase() : first,
  ...rest,
];

/** "Closely", "monthly": says how or how often, unlike "supply". */
export function isAdverb(word: string, { plural, countable }: Phrase): boolean {
  return plural !== '' && /..ly$/u.test(word) && !countable.some((each) => word.endsWith(each));
}

/** As words of the knowledge files are written. */
export function lowerWords(words: string): string {
  return words.normalize('NFC').toLowerCase().trim();
}

/** What ends a noun phrase or stands in none. */
export const PUNCTUATION = /[,;:.!?()[\]{}"“”‘/=+<>|‹›…]/u;

export interface Core {
  readonly lead: string[];
  readonly words: string[];
  /** All from the word on at which the noun ends. */
  readonly rest: readonly string[];
}

/** Where the noun ends: at a word of another part of the sentence, or at an article, which begins another thing. */
function endOfNoun(words: readonly string[], phrase: Phrase, joining: readonly string[]): number {
  const { cutAt, compounds, keepArticle, indefinite } = phrase;
  const ends = new Set([...cutAt.filter((word) => !joining.includes(word))]);
  const articles = [...keepArticle, ...indefinite];
  const end = words.findIndex((word, n) => {
    const pairs = [`${words[n - 1]} ${word}`, `${word} ${words[n + 1]}`];
    // "phục vụ | niềm nở": how it is done
    if (ends.has(word) || ends.has(pairs[1] ?? '')) return !pairs.some((pair) => compounds.includes(pair));
    // "give drivers a new app"
    return n > 0 && articles.includes(word);
  });
  return end < 0 ? words.length : end;
}

/**
 * Drops counts, articles and vague words at the beginning, and all from the first preposition or clause on; words that
 * join nouns do not end it where `joining` has them.
 */
export function core(tokens: readonly string[], phrase: Phrase, joining: readonly string[]): Core {
  const lower = tokens.map(lowerWords);
  const isLead = (word: string) => phrase.leading.includes(word) || /^[\d.,]+[%x+]?$/u.test(word);
  const first = lower.findIndex(
    (word, n) => !isLead(word) || phrase.compounds.includes(`${word} ${lower[n + 1]}`),
  );
  const start = first < 0 ? tokens.length : first;
  const end = start + endOfNoun(lower.slice(start), phrase, joining);
  const words: string[] = [];
  for (const token of tokens.slice(start, end)) {
    const stop = PUNCTUATION.exec(token);
    if (stop && stop.index > 0) {
      const before = token.slice(0, stop.index);
      if (stop.index === token.length - 1 || stop[0] === ',') words.push(before);
    }
    if (stop) break;
    words.push(token);
  }
  return { lead: lower.slice(0, start), words, rest: tokens.slice(start + words.length) };
}
