/** `--explain RULE`: the rule's page for the terminal. */
import pc from 'picocolors';
import { closest } from '../config';
import { titleOf, whyOf } from '../explain';
import { PROFILES, RULE_OPTIONS, RULES, type RuleId, resolveSeverities } from '../rules';
import { rulePageUrl } from '../service';
import type { Language } from '../text/language';
import { type CliIo, UsageError } from './io';
import { CLEAN } from './lint-command';
import pages from './rule-pages.generated.json';
import { cliTexts, said } from './texts';

/** What `scripts/generate-docs.ts` takes from a page. Prose is English; examples are in both languages. */
export interface RulePage {
  readonly finds: string;
  readonly why: string;
  readonly notes: string;
  readonly bad: Readonly<Record<Language, string>>;
  readonly good: Readonly<Record<Language, string>>;
}

export function explain(id: string, language: Language, colour: boolean, io: CliIo): number {
  const page = (pages as Readonly<Record<RuleId, RulePage>>)[id];
  if (!page) {
    const near = closest(
      id,
      RULES.map((rule) => rule.id),
    );
    throw new UsageError('noRule', { name: id, hint: near ? said('didYouMean', { name: near }) : '' });
  }
  io.out(render(id, page, language, colour));
  return CLEAN;
}

function render(id: RuleId, page: RulePage, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const { explain: texts } = cliTexts(language);
  const section = (heading: string, body: string) =>
    body === '' ? [] : [paint.bold(heading), indent(body), ''];
  const severities = PROFILES.map((profile) => `${profile} ${resolveSeverities(profile)(id)}`).join(', ');
  // The prose of the pages is English; in other languages the catalogue's own words stand for it.
  const own = language === 'en';
  return [
    paint.bold(`${id}: ${titleOf(id, language)}`),
    '',
    ...section(texts.severities, severities),
    ...section(texts.finds, own ? plain(page.finds) : ''),
    ...section(texts.why, own ? plain(page.why) : whyOf(id, language)),
    ...section(texts.bad, paint.red(page.bad[language])),
    ...section(texts.good, paint.green(page.good[language])),
    ...section(texts.notes, own ? plain(page.notes) : ''),
    ...section(texts.configure, `${texts.silence}\n\nrules:\n  ${id}: ${exampleSetting(id)}`),
    rulePageUrl(id),
    '',
  ].join('\n');
}

function exampleSetting(id: RuleId): string {
  const options = Object.keys(RULE_OPTIONS[id] ?? {});
  return options.length === 0 ? 'off' : `[warning, { ${options.map((name) => `${name}: 3`).join(', ')} }]`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Markdown's marks taken away, links to their words. */
function plain(text: string): string {
  return text.replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1').replace(/[*_`]/g, '');
}
