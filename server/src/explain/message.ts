import type { Finding, RuleId } from '../rules';
import { wording } from '../rules/wording';
import type { Language } from '../text/language';
import { fill, ruleTexts } from './catalogue';

/**
 * The finding as one plain line in the reader's language: what is here, what is expected, what to do. Plain text, not
 * Markdown; it quotes the document's own words, through `quoting` where the place needs
 * that. An unknown rule gives its id.
 */
export function messageOf(
  finding: Finding,
  language: Language,
  quoting: (words: string) => string = (words) => words,
): string {
  const texts = ruleTexts(finding.ruleId, language);
  if (!texts) return finding.ruleId;
  const template = (finding.variant && texts.variants?.[finding.variant]) || texts.message;
  const { params = {}, figures = {} } = finding;
  return fill(template, {
    ...Object.fromEntries(Object.entries(params).map(([name, words]) => [name, quoting(words)])),
    ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, written(value, language)])),
  });
}

/** A figure as the language writes it: 3.4 is “3,4” in Vietnamese. */
function written(value: number, language: Language): string {
  return wording(language).group === '.' ? String(value).replace('.', ',') : String(value);
}

/** The rule in a few words, for menus and headings. */
export function titleOf(id: RuleId, language: Language): string {
  return ruleTexts(id, language)?.title ?? id;
}

/** Rules whose reason fits a variant better than that of the rule itself. */
const REASON_OF_VARIANT: Readonly<Record<string, RuleId>> = {
  support: 'kr-support-verb',
  spend: 'kr-hiring-spend',
  learning: 'kr-is-learning',
  task: 'kr-percent-of-task',
};

/** Why the rule, or that variant of it, matters: in one sentence. */
export function whyOf(id: RuleId, language: Language, variant = ''): string {
  return ruleTexts(REASON_OF_VARIANT[variant] ?? id, language)?.why ?? '';
}
