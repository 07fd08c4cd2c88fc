/** The words of `words.yaml`. */
import type { Language } from '../text/language';
import data from './words.generated.json';

export function wordsIn(language: Language): (typeof data)[Language] {
  return data[language];
}

/** A sentence with its places filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
