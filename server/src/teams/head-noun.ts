/** The noun that a phrase is about: its last words in English, its first in Vietnamese. */
import type { Language } from '../text/language';
import { EFFECT_KNOWLEDGE } from './data';
import { withoutDiacritics, wordsOf } from './words';

/** What may be the head noun of a phrase, folded, the longest first. */
export interface Heads {
  readonly nouns: readonly string[];
  /** The phrase has no diacritics: nouns are compared without theirs. */
  readonly bare: boolean;
}

interface Table {
  readonly full: ReadonlyMap<string, string>;
  /** Nouns by what they are without diacritics. */
  readonly bare: ReadonlyMap<string, string>;
  /** Words that stand before or behind a head noun without being it, folded. */
  readonly classifiers: readonly string[];
}

const folded = (entry: string, language: Language): string => wordsOf(entry, language).line.trim();

function tableOf(language: Language): Table {
  const full = new Map<string, string>();
  const bare = new Map<string, string>();
  const { kinds, classifiers } = EFFECT_KNOWLEDGE[language];
  for (const [kind, nouns] of Object.entries(kinds))
    for (const noun of nouns.map((each) => folded(each, language))) {
      if (!full.has(noun)) full.set(noun, kind);
      const plain = withoutDiacritics(noun);
      if (!bare.has(plain)) bare.set(plain, noun);
    }
  return { full, bare, classifiers: classifiers.map((each) => folded(each, language)) };
}

const tables = new Map<Language, Table>();

/** Made on first use: who only lints has no need of it. */
function table(language: Language): Table {
  const known = tables.get(language) ?? tableOf(language);
  tables.set(language, known);
  return known;
}

/** Without trailing designators ("module Y", "release 3", "webinar series"), which are no nouns of their own. */
function withoutDesignator(words: readonly string[], classifiers: readonly string[]): readonly string[] {
  let end = words.length;
  const isNone = (word = '') => /^\p{L}?\p{N}*$/u.test(word) || classifiers.includes(word);
  while (end > 1 && isNone(words[end - 1])) end--;
  return words.slice(0, end);
}

function withoutClassifier(words: readonly string[], classifiers: readonly string[]): readonly string[] {
  const line = words.join(' ');
  const found = classifiers.find((each) => line.startsWith(`${each} `));
  return found === undefined ? words : words.slice(found.split(' ').length);
}

/** All beginnings or ends of the phrase, as it is and without what may surround its head noun. */
export function headsOf(phrase: string, language: Language): Heads {
  const { line, bare } = wordsOf(phrase, language);
  const { classifiers } = table(language);
  const isLast = EFFECT_KNOWLEDGE[language].headNoun === 'last';
  const words = line.trim().split(' ');
  const inner = isLast ? withoutDesignator(words, classifiers) : withoutClassifier(words, classifiers);
  const parts = (of: readonly string[]): string[] =>
    of.map((_, n) => (isLast ? of.slice(n) : of.slice(0, of.length - n)).join(' '));
  const nouns = inner.length === words.length ? parts(words) : [...parts(words), ...parts(inner)];
  return { nouns: nouns.sort((a, b) => b.length - a.length), bare };
}

/** A known noun by its words without diacritics. */
export function nounOfBare(words: string, language: Language): string | undefined {
  return table(language).bare.get(words);
}

/** Whether `noun` is the head of the phrase. */
export function isHead({ nouns, bare }: Heads, noun: string, language: Language): boolean {
  const sought = folded(noun, language);
  return nouns.includes(bare ? withoutDiacritics(sought) : sought);
}

/** The kind whose noun is the head of the phrase; the longest such noun decides. */
export function headKind({ nouns, bare }: Heads, language: Language): string | undefined {
  const { full, bare: plain } = table(language);
  for (const noun of nouns) {
    const kind = full.get((bare && plain.get(noun)) || noun);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
