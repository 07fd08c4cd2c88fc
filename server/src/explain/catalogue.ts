import type { RuleId } from '../rules';
import type { Language } from '../text/language';
import en from './en.generated.json';
import vi from './vi.generated.json';

/** What is said about one rule. */
export interface RuleTexts {
  readonly title: string;
  readonly why: string;
  readonly message: string;
  readonly variants?: Readonly<Record<string, string>>;
  /** Which of `HoverTexts.tests` goes with it. */
  readonly test?: string;
}

/** The words of a hover besides those of the rules. */
export type HoverTexts = (typeof en)['hover'];

interface Catalogue {
  readonly rules: Readonly<Record<RuleId, RuleTexts>>;
  readonly hover: HoverTexts;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, vi };

/** What is said about that rule in that language; `undefined` for a rule that does not exist. */
export function ruleTexts(id: RuleId, language: Language): RuleTexts | undefined {
  return CATALOGUES[language].rules[id];
}

/** The words of a hover in that language. */
export function hoverTexts(language: Language): HoverTexts {
  return CATALOGUES[language].hover;
}

/** The template with its `{names}` replaced; a name without a value leaves nothing behind. */
export function fill(template: string, params: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{([a-z]+)\}/gu, (_, name: string) => params[name] ?? '');
}
