import type { Language } from '../text/language';
import en from './en.generated.json';
import vi from './vi.generated.json';

const TEXTS: Readonly<Record<Language, typeof en>> = { en, vi };

/** What the command line says in the language that `--lang` asks for; English where it asks for none. */
export function cliTexts(language: Language | 'auto' | undefined): typeof en {
  return TEXTS[language === undefined || language === 'auto' ? 'en' : language];
}
