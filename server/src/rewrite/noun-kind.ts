/** The kind of thing that a phrase names: as the knowledge of effects has it, else as the lexicon of statements does. */
import { type NounClass, nounClassOf, verbsIn } from '../statement/index';
import { kindOfNoun } from '../teams/index';
import type { Language } from '../text/language';
import { wordingOf } from './wording';

const KIND_OF_CLASS: Readonly<Record<NounClass, string>> = {
  person: 'public',
  staff: 'staff',
  event: 'event',
};

/** The kind of the phrase's head noun; undefined where neither knows it. */
export function nounKind(phrase: string, language: Language): string | undefined {
  const known = kindOfNoun(phrase, language);
  if (known !== undefined || phrase.trim() === '') return known;
  const noun = nounClassOf(phrase, language);
  if (noun) return KIND_OF_CLASS[noun];
  const { doerEndings } = wordingOf(language).phrase;
  const [first = '', ...others] = phrase.normalize('NFC').toLowerCase().split(/\s+/u, 3);
  // "kèm học viên" is done to them
  if (verbsIn([first], language).length > 0) return undefined;
  return others.some((word) => doerEndings.includes(word)) ? 'staff' : undefined;
}
