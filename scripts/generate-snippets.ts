/**
 * Writes `snippets/<language>.json` for VS Code from `scripts/snippets/<language>.yaml` and the team knowledge.
 * With `--check` it writes nothing and fails where a file on disk is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { knowledgeOf, TEAMS } from '../server/src/teams/index';
import type { TeamKnowledge, TeamMetric } from '../server/src/teams/knowledge';
import { LANGUAGES, type Language } from '../server/src/text/language';
import { examplesOf, type TeamExamples } from './lib/team-examples';

interface Pattern {
  readonly name: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: string;
}

interface Patterns {
  readonly language: Language;
  readonly general: readonly Pattern[];
  readonly team: readonly Pattern[];
}

export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The quarter of today, worked out by the editor when the snippet is inserted. */
const CYCLE =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
  '${CURRENT_YEAR}-${CURRENT_MONTH/(0[1-3])|(0[4-6])|(0[7-9])|(1[0-2])/${1:+Q1}${2:+Q2}${3:+Q3}${4:+Q4}/}';
// biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
const TODAY = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}';

/** Start and target that a snippet proposes, to be overwritten. */
const VALUES = { up: { from: '40', to: '55' }, down: { from: '12', to: '8' } } as const;

function clings(unit: string): boolean {
  return unit !== '' && !/^[ /]/u.test(unit);
}

function escapeChoice(choice: string): string {
  return choice.replace(/[\\,|]/gu, '\\$&');
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The largest group of metrics that go one way and have one unit: they are choices for one place. */
function alike(metrics: readonly TeamMetric[], direction: TeamMetric['direction']): readonly TeamMetric[] {
  const groups = new Map<string, TeamMetric[]>();
  for (const metric of metrics.filter((each) => each.direction === direction)) {
    const shape = `${metric.prefix ?? ''}|${metric.unit}`;
    groups.set(shape, [...(groups.get(shape) ?? []), metric]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function metricFills(way: 'up' | 'down', metrics: readonly TeamMetric[]): Record<string, string> {
  const [first] = metrics;
  const unit = first?.unit ?? '';
  const names = metrics.map(({ name }) => escapeChoice(name));
  return {
    [`${way}Metrics`]: names.join(','),
    [`${way}MetricsCapital`]: names.map(capital).join(','),
    [`${way}Prefix`]: escapeText(first?.prefix ?? ''),
    [`${way}Unit`]: unit,
    [`${way}FromUnit`]: clings(unit) ? unit : '',
    [`${way}From`]: VALUES[way].from,
    [`${way}To`]: VALUES[way].to,
  };
}

/** Words after which a number is a start, a target or today's value, in the good examples of the knowledge files. */
const BEFORE_VALUE = 'from|to|above|below|now:|từ|lên|xuống|trên|dưới|hiện tại:';
const VALUE = new RegExp(`(?<=(?:${BEFORE_VALUE}) (?:\\\\\\$)?)\\d+(?:[.,]\\d+)?`, 'gu');

/** Start, target and today's value become tab stops; returns the next free number of a tab stop. */
function withTabStops(sentence: string, first: number): { text: string; next: number } {
  let next = first;
  const text = escapeText(sentence).replace(VALUE, (digits) => `\${${next++}:${digits}}`);
  return { text, next };
}

function keyResultLines({ good }: TeamExamples): string {
  let next = 2;
  return good.keyResults
    .map((sentence, n) => {
      const stops = withTabStops(sentence, next);
      next = stops.next;
      return `- KR${n + 1}: ${stops.text}`;
    })
    .join('\n');
}

function fillsOf(team: TeamKnowledge): Record<string, string> {
  const examples = examplesOf(team.id, team.language);
  return {
    team: team.name,
    slug: team.slug,
    marked: team.name.toLowerCase().replaceAll(' ', '-'),
    objective: escapeText(examples.good.objective),
    keyResults: keyResultLines(examples),
    ...metricFills('up', alike(team.metrics, 'increase')),
    ...metricFills('down', alike(team.metrics, 'decrease')),
  };
}

/** Fills `{name}`; `${...}` of the snippet syntax is left alone, as are names that are not known. */
function filled(pattern: string, fills: Readonly<Record<string, string>>): string {
  return pattern.replace(/(?<!\$)\{([a-zA-Z]+)\}/gu, (whole, name: string) => fills[name] ?? whole);
}

function snippetOf(pattern: Pattern, fills: Readonly<Record<string, string>>): [string, Snippet] {
  const lines = filled(pattern.body, fills).trimEnd().split('\n');
  return [
    filled(pattern.name, fills),
    {
      prefix: [...new Set(pattern.prefix.map((prefix) => filled(prefix, fills)))],
      description: filled(pattern.description, fills),
      body: lines,
    },
  ];
}

/** All snippets of a language by their name. */
export function snippetsOf(language: Language): Readonly<Record<string, Snippet>> {
  const read = (name: string): string => readFileSync(join(root, 'scripts/snippets', name), 'utf8');
  const patterns = parse(read(`${language}.yaml`)) as Patterns;
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(read('snippet.schema.json')) as object,
  );
  if (!validate(patterns))
    throw new Error(`scripts/snippets/${language}.yaml: ${JSON.stringify(validate.errors)}`);
  const teams = TEAMS.map((team) => knowledgeOf(team, language));
  const common = {
    cycle: CYCLE,
    today: TODAY,
    indent: '  ',
    teams: teams.map(({ name }) => escapeChoice(name)).join(','),
  };
  const made = [
    ...teams.flatMap((team) =>
      patterns.team.map((pattern) => snippetOf(pattern, { ...common, ...fillsOf(team) })),
    ),
    ...patterns.general.map((pattern) => snippetOf(pattern, common)),
  ];
  return Object.fromEntries(made);
}

function main(): void {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const language of LANGUAGES) {
    const path = join(root, 'snippets', `${language}.json`);
    const text = `${JSON.stringify(snippetsOf(language), undefined, 2)}\n`;
    if (!check) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) stale.push(`snippets/${language}.json`);
  }
  if (stale.length > 0) {
    console.error(`${stale.join(', ')} must be made again: npx tsx scripts/generate-snippets.ts`);
    process.exit(1);
  }
  console.log(check ? 'Snippets are what they should be.' : 'Snippets written.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
