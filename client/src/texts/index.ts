/** The client's words in the reader's language. */
import type { Language } from '../../../server/src/text/language';
import { en, type Texts } from './en';
import { vi } from './vi';

export type { Texts } from './en';

const TEXTS: Readonly<Record<Language, Texts>> = { en, vi };

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
