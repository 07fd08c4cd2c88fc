/** The word lists of `words.yaml`, folded and compiled. */
import { foldText } from '../text/fold';
import type { FieldName } from './model';
import data from './words.generated.json';

export type WordList = Exclude<keyof typeof data, 'fields'>;

const escapeRegex = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** An alternation of words, longest first, in folded form. Spaces match any run of spaces. */
export function anyOf(...lists: readonly (readonly string[])[]): string {
  const words = [...new Set(lists.flat().map(foldText))].sort((a, b) => b.length - a.length);
  return words.map((word) => escapeRegex(word).replaceAll(' ', '\\s+')).join('|');
}

/** The words of one list as written. */
export function wordsOf(list: WordList): readonly string[] {
  return data[list];
}

const foldedSets = new Map<WordList, ReadonlySet<string>>();

/** Whether a folded word or phrase is in the list. */
export function isWord(list: WordList, folded: string): boolean {
  let set = foldedSets.get(list);
  if (!set) {
    set = new Set(data[list].map(foldText));
    foldedSets.set(list, set);
  }
  return set.has(folded);
}

const fieldEntries = Object.entries(data.fields) as [FieldName, string[]][];

/** All labels of fields. */
export const FIELD_WORDS: readonly string[] = fieldEntries.flatMap(([, words]) => words);

const fieldByWord = new Map<string, FieldName>();
for (const [name, words] of fieldEntries)
  for (const word of words) if (!fieldByWord.has(foldText(word))) fieldByWord.set(foldText(word), name);

/** Whether a folded label is that of a field, also of one that is not kept. */
export const isFieldLabel = (folded: string) => fieldByWord.has(folded) || isWord('otherFields', folded);

/** The field that a folded label names. */
export function fieldOf(folded: string): FieldName | undefined {
  return fieldByWord.get(folded.replace(/\s+/g, ' '));
}
