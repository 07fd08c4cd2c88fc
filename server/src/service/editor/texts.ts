/** The words of the editor features, data per language. */
import type { Language } from '../../text/language';
import en from './en.generated.json';
import vi from './vi.generated.json';

type Texts = typeof en;
const TEXTS: Readonly<Record<Language, Texts>> = { en, vi };

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

/** Puts values in place of `{name}`; names that are not given stay as they are. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
