/** The parts of the rule pages that follow from the registry, the profiles and the messages. */
import { titleOf, whyOf } from '../../server/src/explain';
import {
  DEFAULT_LIMITS,
  PROFILES,
  RULE_OPTIONS,
  RULES,
  type Rule,
  resolveSeverities,
} from '../../server/src/rules';

const LOOKS_AT: Readonly<Record<Rule['scope'], string>> = {
  'key-result': 'key results',
  objective: 'objectives',
  item: 'key results and objectives',
  document: 'the whole document',
};

/** Whom a rule follows, as `source` of the rules names them. What each says stands on the page. */
const SOURCES: Readonly<Record<string, string>> = {
  arithmetic: 'arithmetic',
  article: 'the article that okrlint was made for',
  cagan: 'Marty Cagan',
  castro: 'Felipe Castro',
  cldr: 'Unicode CLDR',
  clickup: 'ClickUp’s OKR guide',
  doerr: 'John Doerr, _Measure What Matters_',
  eslint: 'the habit of other linters',
  gilad: 'Itamar Gilad',
  google: 'Google’s OKR playbook',
  gothelf: 'Jeff Gothelf and Josh Seiden',
  incose: 'INCOSE’s guide for writing requirements',
  lamorte: 'Ben Lamorte and Paul Niven',
  lexicon: 'okrlint’s own list of metrics',
  mayer: 'Marissa Mayer',
  oboard: 'Oboard',
  orca: 'OKR Orca',
  perdoo: 'Perdoo',
  rework: 'Google’s re:Work',
  smart: 'SMART goals',
  structure: 'the form of a document',
  wodtke: 'Christina Wodtke',
};

const profileHeads = PROFILES.map((profile, index) => (index === 0 ? `${profile} (default)` : profile));

function severities({ id }: Rule): readonly string[] {
  return PROFILES.map((profile) => resolveSeverities(profile)(id));
}

/** A table with its columns aligned, as the formatter of this repository writes it. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** The table, and whom the rule follows. Throws for a source without a name. */
function severityTable(rule: Rule): string {
  const followed = rule.source.split('; ').map((id) => {
    const name = SOURCES[id];
    if (!name) throw new Error(`${rule.id}: no name for the source "${id}"`);
    return name;
  });
  const weights = table([
    [...profileHeads, 'looks at'],
    [...severities(rule), LOOKS_AT[rule.scope]],
  ]);
  return `${weights}\n\nThe first three columns say how much it weighs in each [profile](README.md). Follows: ${followed.join('; ')}.`;
}

/** How a rule's numbers are set, for a rule that has some. */
function numbers(id: string): string[] {
  const options = Object.entries(RULE_OPTIONS[id] ?? {});
  if (options.length === 0) return [];
  const example = options.map(([name, { get }]) => `"${name}": ${get(DEFAULT_LIMITS)}`).join(', ');
  return [
    `In [\`.okrlintrc.json\`](../configuration.md) it also takes numbers: \`"${id}": ["warning", { ${example} }]\`.`,
    '',
  ];
}

function configure({ id, scope }: Rule): string {
  const comment = `<!-- okrlint-disable-${scope === 'document' ? 'file' : 'next-line'} ${id}: why it is fine here -->`;
  return [
    'In the settings of VS Code, or under `"rules"` in [`.okrlintrc.json`](../configuration.md):',
    '',
    '```json',
    `"okrlint.rules": { "${id}": "off" }`,
    '```',
    '',
    ...numbers(id),
    'Values: `error`, `warning`, `information`, `hint`, `off`. In one document, with a reason:',
    '',
    '```markdown',
    comment,
    '```',
  ].join('\n');
}

/** The text with what stands between `<!-- name:begin -->` and `<!-- name:end -->` replaced. Throws without them. */
function replaceBetween(text: string, name: string, content: string, page: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${page}: the marks ${begin} and ${end} are missing`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** A rule's page with its title, severities and configuration brought up to date; the rest as written. */
export function renderPage(rule: Rule, page: string): string {
  const titled = page.replace(/^# .*/u, `# ${rule.id}: ${titleOf(rule.id, 'en')}`);
  const weighed = replaceBetween(titled, 'severity', severityTable(rule), rule.id);
  return replaceBetween(weighed, 'configure', configure(rule), rule.id);
}

const GROUPS: readonly { readonly heading: string; readonly has: (rule: Rule) => boolean }[] = [
  { heading: 'Key results', has: ({ scope }) => scope === 'key-result' },
  { heading: 'Objectives', has: ({ scope }) => scope === 'objective' },
  { heading: 'Both', has: ({ scope }) => scope === 'item' },
  { heading: 'The document', has: ({ scope }) => scope === 'document' },
];

/** The index of all rules, by what they look at. */
export function renderIndex(): string {
  const groups = GROUPS.map(({ heading, has }) => {
    const rows = RULES.filter(has).map((rule) => [
      `[\`${rule.id}\`](${rule.id}.md)`,
      titleOf(rule.id, 'en'),
      ...severities(rule),
    ]);
    return `## ${heading}\n\n${table([['rule', 'what it finds', ...profileHeads], ...rows])}`;
  });
  return [
    '# Rules',
    '',
    'What okrlint reports, and how much each finding weighs in each profile: `source` follows the article that okrlint',
    'was made for, `google` the playbook of Google and John Doerr, `strict` accepts only a changed number as a key result.',
    'One cause gives one finding; a sentence has at most three, and at most one of them is information.',
    '',
    'This page is made by `npm run generate`.',
    '',
    ...groups.flatMap((group) => [group, '']),
  ].join('\n');
}

/** Why a rule matters, for a page that has no words of its own yet. */
export function renderNewPage(rule: Rule): string {
  return [
    `# ${rule.id}`,
    '',
    '<!-- severity:begin -->',
    '<!-- severity:end -->',
    '',
    '## What it finds',
    '',
    '## Why',
    '',
    whyOf(rule.id, 'en'),
    '',
    '## Examples',
    '',
    '## Configure',
    '',
    '<!-- configure:begin -->',
    '<!-- configure:end -->',
    '',
  ].join('\n');
}
