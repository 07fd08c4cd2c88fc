/** What the noun that a phrase is about names, as far as the lexicon tells. */
import type { Language } from '../text/language';
import { grammarOf } from './analyse';
import { Noun, Part, Word } from './entry';
import type { HeadClass } from './facts';

export type NounClass = 'person' | 'staff' | 'event';

/** What the lexicon says of words that stand alone, in the plural as well. */
function entryOf(phrase: string, language: Language) {
  const words = phrase.normalize('NFC').toLowerCase();
  const lexicon = grammarOf(language).lexicon();
  return lexicon.get(words) ?? lexicon.get(words.replace(/s$/, ''));
}

/** Whether a word is a unit of time: `hours`, `ngày`. */
export function isUnitOfTime(word: string, language: Language): boolean {
  return entryOf(word, language)?.unit === 'duration';
}

/** Whether a word only says when: `evening`, `mùa đông`; periods (`year`) where `periods` is set. */
export function isTime(phrase: string, language: Language, periods: boolean): boolean {
  const entry = entryOf(phrase, language);
  if (!entry || (entry.unit !== undefined && !periods)) return false;
  return (entry.word & Word.deadlineword) !== 0 || (entry.part & (Part.nth | Part.age)) !== 0;
}

/** Nouns of the lexicon are no longer, in words. */
const LONGEST = 4;

function classOf(noun: number): NounClass | undefined {
  if (noun & Noun.Staff) return 'staff';
  if (noun & Noun.Person) return 'person';
  return noun & Noun.Event ? 'event' : undefined;
}

/** The class of a phrase's head noun: its last words in English, its first in Vietnamese, the longest known ones. */
export function nounClassOf(phrase: string, language: Language): NounClass | undefined {
  const grammar = grammarOf(language);
  const lexicon = grammar.lexicon();
  const words = phrase.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean);
  for (let count = Math.min(LONGEST, words.length); count > 0; count--) {
    const part = grammar.headFinal ? words.slice(-count) : words.slice(0, count);
    const entry = lexicon.get(part.join(' '));
    // "men gốm": no English "men"
    if (entry?.noun && !(entry.loan && entry.lemma !== part.join(' '))) return classOf(entry.noun);
  }
  return undefined;
}

/** A verb of work inside a phrase: its place among the words, and its dictionary form. */
export interface InnerVerb {
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
}

const WORKS: ReadonlySet<HeadClass | undefined> = new Set([
  'activity',
  'learning',
  'measure',
  'hiring-spend',
  'delexical',
  'reach',
  'decrease',
]);

/** Verbs of work among the words of a phrase, in their order; a verb inside a longer known word is none. */
export function verbsIn(words: readonly string[], language: Language): readonly InnerVerb[] {
  const lexicon = grammarOf(language).lexicon();
  const lower = words.map((word) => word.normalize('NFC').toLowerCase());
  const found: InnerVerb[] = [];
  for (let from = 0, to = 1; from < lower.length; from = to) {
    to = from + 1;
    for (let count = Math.min(LONGEST, lower.length - from); count > 0; count--) {
      const entry = lexicon.get(lower.slice(from, from + count).join(' '));
      if (!entry) continue;
      to = from + count;
      const { verb, verbLemma, word, loan } = entry;
      if (verbLemma && !loan && WORKS.has(verb) && !(word & (Word.copula | Word.scope | Word.to)))
        found.push({ from, to, lemma: verbLemma });
      break;
    }
  }
  return found;
}
