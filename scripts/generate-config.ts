/**
 * Writes what follows from the registry of rules for configuration: the JSON schema for editors, our own check compiled
 * from it, and the settings in `package.json`. With `--check` committed files are only compared.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { editorSchema, editorSettingRules, validationSchema } from '../server/src/config/schema';
import { DEFAULT_LIMITS, RULE_OPTIONS } from '../server/src/rules';
import { between, optionsTable, settingsTable } from './lib/settings-table';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const checkOnly = process.argv.includes('--check');
const problems: string[] = [];

/** A file that is committed: `--check` holds it to what would be written. */
function commit(file: string, text: string): void {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (checkOnly) problems.push(`${file}: not up to date, run "npm run generate"`);
  else writeFileSync(path, text);
}

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true },
});
// What nobody reads: where in the schema an error is from, and what only keywords with data of others need.
const code = standaloneCode(ajv, ajv.compile(validationSchema()))
  .replace(/schemaPath:"[^"]*",/g, '')
  .replace(/,parentData:\w+,parentDataProperty:(?:"[^"]*"|\w+),rootData/g, '');
if (/\brequire\(/.test(code)) throw new Error('The compiled check needs a module of ajv at run time.');
writeFileSync(join(root, 'server/src/config/validate.generated.js'), `${code}\n`);
new Ajv({
  strict: true,
  allowUnionTypes: true,
  strictTuples: false,
  strictTypes: false,
  keywords: ['allowComments', 'allowTrailingCommas'],
}).compile(editorSchema());

commit('schemas/okrlintrc.schema.json', `${JSON.stringify(editorSchema(), null, 2)}\n`);

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const settings = manifest.contributes.configuration.properties;
settings['okrlint.rules'].additionalProperties = false;
settings['okrlint.rules'].properties = editorSettingRules();
commit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
const table = settingsTable(settings, JSON.parse(read('package.nls.json')));
commit('README.md', between(read('README.md'), 'settings', table));
const options = optionsTable(RULE_OPTIONS, DEFAULT_LIMITS);
commit('docs/configuration.md', between(read('docs/configuration.md'), 'options', options));

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log('The configuration schema is up to date.');
