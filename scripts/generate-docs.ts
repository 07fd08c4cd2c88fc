/**
 * Brings the generated parts of `docs/rules/` up to date: title, severities and configuration of every page, and the
 * index. A rule without a page gets one to fill in. With `--check` it writes nothing and fails where a file differs.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../server/src/rules';
import { explainPage } from './lib/explain-page';
import { renderIndex, renderNewPage, renderPage } from './lib/rule-docs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs/rules');
const checkOnly = process.argv.includes('--check');

const wanted = new Map<string, string>([['README.md', renderIndex()]]);
for (const rule of RULES) {
  const path = join(folder, `${rule.id}.md`);
  const page = existsSync(path) ? readFileSync(path, 'utf8') : renderNewPage(rule);
  wanted.set(`${rule.id}.md`, renderPage(rule, page));
}

// `okrlint --explain` has the pages with it.
const pages = Object.fromEntries(
  RULES.map(({ id }) => [id, explainPage(wanted.get(`${id}.md`) ?? '')] as const),
);
writeFileSync(join(root, 'server/src/cli/rule-pages.generated.json'), `${JSON.stringify(pages)}\n`);

const problems: string[] = [];
for (const name of readdirSync(folder))
  if (!wanted.has(name)) problems.push(`docs/rules/${name}: there is no such rule`);
for (const [name, text] of wanted) {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (checkOnly) problems.push(`docs/rules/${name}: not up to date, run "npm run generate"`);
  else writeFileSync(path, text);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${wanted.size} rule pages are up to date.`);
