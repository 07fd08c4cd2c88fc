/** What the page on configuration shows is right, and the schema for editors accepts what okrlint accepts. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { checkConfig, compileGlobs } from '../../server/src/config';
import { RULES } from '../../server/src/rules';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('schemas/okrlintrc.schema.json'));
const validate = new Ajv({ strict: false }).compile(schema);

describe('docs/configuration.md', () => {
  const page = read('docs/configuration.md');
  const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

  it('shows configurations that are right, to okrlint and to editors', () => {
    ok(examples.length >= 3);
    for (const text of examples) {
      const { config, problems } = checkConfig('file:///.okrlintrc.yaml', text, 'en');
      deepStrictEqual(problems, [], text);
      ok(validate(config), JSON.stringify(validate.errors));
    }
  });

  it('names every setting there is', () => {
    for (const name of Object.keys(schema.properties).filter((one) => one !== '$schema'))
      ok(page.includes(`\n| \`${name}\` |`), name);
  });

  it('explains globs as they are', () => {
    strictEqual(compileGlobs('archive')('a/archive/b/c.md'), true);
    strictEqual(compileGlobs('**/q[1-4]/*.md')('2026/q3/a.md'), true);
    strictEqual(compileGlobs('**/q[1-4]/*.md')('2026/q3/x/a.md'), false);
  });
});

describe('the schema for editors', () => {
  it('knows every rule by name', () => {
    deepStrictEqual(
      Object.keys(schema.definitions.rules.properties),
      RULES.map(({ id }) => id),
    );
  });

  for (const text of [
    '{"profile":"x"}',
    '{"rules":{"kr-activity":"loud"}}',
    '{"rules":{"nope":"off"}}',
    '{"rules":{"too-many-krs":["off",{"max":0}]}}',
    '{"rules":{"too-many-krs":["off",{"most":1}]}}',
    '{"files":3}',
    '{"overrides":[{"profile":"strict"}]}',
    '{"owners":"linh"}',
    '{"unknown":1}',
  ])
    it(`refuses ${text}, as okrlint does`, () => {
      ok(!validate(JSON.parse(text)));
      ok(checkConfig('file:///.okrlintrc.json', text, 'en').problems.length > 0);
    });
});
