import { fill } from '../explain';
import type { Language } from '../text/language';
import en from './en.generated.json';
import vi from './vi.generated.json';

const TEXTS: Readonly<Record<Language, typeof en>> = { en, vi };

/** What the command line says in a language. */
export function cliTexts(language: Language): typeof en {
  return TEXTS[language];
}

/** A sentence before it has a language: threads and pure parts hand it on. */
export interface Said {
  readonly key: keyof (typeof en)['says'];
  readonly values?: Readonly<Record<string, string | Said>>;
}

export function said(key: Said['key'], values?: Said['values']): Said {
  return values ? { key, values } : { key };
}

/** The sentence in a language, with the sentences that stand in it. */
export function say(language: Language, { key, values = {} }: Said): string {
  const words = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : say(language, value),
  ]);
  return fill(TEXTS[language].says[key], Object.fromEntries(words));
}

/**
 * The language of what is not said about a document: as `--lang` asks for it, else that of the terminal, if it is one of
 * ours.
 */
export function languageFor(args: readonly string[], locale: string | undefined): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (at >= 0 && (asked === 'en' || asked === 'vi')) return asked;
  return /^vi(?![a-z])/i.test(locale ?? '') ? 'vi' : 'en';
}
