/** Names that every object has are only words, wherever somebody writes them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConfig } from '../../server/src/config';
import {
  type ExportedDocument,
  importRows,
  rowsOf,
  toCsv,
  toHtml,
  toJson,
  toMarkdown,
} from '../../server/src/exchange';
import { ignoredSettings, parseSettings } from '../../server/src/lsp/settings';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { runsOf, SEED } from '../fuzz/arbitraries';

const service = createOkrLanguageService();
const TODAY = '2026-08-01';

/** What leads from an object to its prototype, and what every object inherits. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
] as const;
const FORBIDDEN = new Set<string>(['__proto__', 'constructor', 'prototype']);

/** The names that objects had before any of this ran. */
const inherited = () => [Object.prototype, Array.prototype, String.prototype].map(Reflect.ownKeys);
const BEFORE = inherited();
afterEach(() => assert.deepEqual(inherited(), BEFORE, 'a prototype has changed'));

/** Everything in a value that is no plain data. */
function strange(value: unknown, path = ''): string[] {
  if (typeof value === 'function' || typeof value === 'symbol') return [path];
  if (typeof value !== 'object' || value === null) return [];
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== Array.prototype && proto !== null) return [`${path}!`];
  if (value === Object.prototype) return [`${path}!`];
  return Object.entries(value).flatMap(([key, inner]) => strange(inner, `${path}/${key}`));
}

describe('names that every object has', () => {
  for (const [uri, write] of [
    ['file:///w/.okrlintrc.json', (key: string) => `{\n  "${key}": { "profile": "strict" }\n}`],
    ['file:///w/.okrlintrc', (key: string) => `{ // why\n  "${key}": 1, }`],
    ['file:///w/.okrlintrc.yaml', (key: string) => `language: en\n${key}: strict\n`],
  ] as const)
    for (const key of NAMES)
      it(`${key} is refused at its place in ${uri}`, () => {
        const { config, problems } = checkConfig(uri, write(key), 'en');
        assert.equal(config, undefined);
        assert.equal(problems.length, 1);
        assert.equal(problems[0]?.code, FORBIDDEN.has(key) ? 'forbidden-key' : 'unknown-key');
        assert.match(problems[0]?.message ?? '', new RegExp(`“${key}”.*[Dd]elete`));
        assert.equal(problems[0]?.uri, uri);
        assert.equal(problems[0]?.start.line, 1);
      });

  for (const [where, text] of [
    ['a JSON escape', '{\n"\\u005f_proto__": 1}'],
    ['a rule', '{\n"rules": { "constructor": "off" } }'],
    ['an option', '{\n"rules": { "too-many-krs": ["off", { "__proto__": 3 }] } }'],
    ['an override', '{\n"overrides": [{ "files": "a", "prototype": 1 }] }'],
    ['what nobody reads', '{\n"owners": [{ "a": { "__proto__": { "polluted": true } } }] }'],
  ] as const)
    it(`are refused in ${where}`, () => {
      const { problems } = checkConfig('file:///w/.okrlintrc.json', text, 'en');
      assert.deepEqual(
        problems.map(({ code, start }) => [code, start.line]),
        [['forbidden-key', 1]],
      );
      const yaml = checkConfig('file:///w/.okrlintrc.yaml', text, 'vi');
      assert.match(yaml.problems[0]?.message ?? '', /^Không được dùng “(?:__proto__|constructor|prototype)”/);
    });

  it('change nothing in the settings that a client sends', () => {
    for (const key of NAMES) {
      const raw: unknown = JSON.parse(
        `{"${key}": {"profile": "strict"}, "rules": {"${key}": "off", "kr-activity": "hint"}, "files": {"${key}": ["x"]},
          "profile": "${key}", "language": "${key}", "codeLens": {"${key}": true}}`,
      );
      const settings = parseSettings(raw);
      assert.deepEqual(settings.lint, { ...DEFAULT_SETTINGS, rules: { 'kr-activity': 'hint' } });
      assert.deepEqual(Object.keys(settings.lint.rules), ['kr-activity']);
      assert.deepEqual(ignoredSettings(raw), [
        `okrlint.rules names "${key}", which is no rule. Correct or delete it.`,
      ]);
      assert.deepEqual(strange(settings), []);
    }
  });

  const name = fc.constantFrom(...NAMES);

  it('are words like any other in a document', () => {
    const line = fc.oneof(
      name.map((key) => `- KR 1: Raise ${key} from 10 to 20 ${key}s {${key}=5} {#${key} ^${key}}`),
      name.map(
        (key) => `- KR 2: ${key} ${key} (${key}: 5) [${key}:: 5] #${key}(5) @${key} supports [[${key}]]`,
      ),
      name.map((key) => `  - ${key}: 5\n  - ${key}:: 5\n  - owner:: @${key}`),
      name.map((key) => `| ${key} | Key result |\n|---|---|\n| ${key} | ${key} orders from 1 to 5 |\n`),
      name.map((key) => `## Objective ${key}: ${key}\n\n### ${key}\n`),
      name.map((key) => `**${key}:** ${key}\n`),
      name.map((key) => `<!-- okrlint-disable-next-line ${key} -->`),
    );
    const text = fc
      .tuple(name, fc.array(line, { maxLength: 12 }))
      .map(
        ([key, lines]) =>
          `---\n${key}: ${key}\ncycle: ${key}\nowner: ${key}\nteam: ${key}\n---\n\n## Objective 1: Shops reorder\n\n${lines.join('\n')}\n`,
      );
    fc.assert(
      fc.property(text, (source) => {
        const document = service.read(source, { force: true });
        const request = { document, settings: DEFAULT_SETTINGS, today: TODAY };
        const items = document.objectives().flatMap((one) => [one, ...one.keyResults]);
        for (const { item } of items)
          for (const field of item.fields) assert.equal(typeof field.name, 'string', source);
        const findings = service.diagnose(request);
        for (const { message, ruleId } of findings) assert.ok(message.length > 0, ruleId);
        for (const finding of findings) service.suggestionsFor(request, finding);
        service.hover(request, source.indexOf('KR'));
        const card = service.scorecard(request);
        assert.deepEqual(strange(card), []);
        const rows = rowsOf(service, request);
        for (const row of rows) for (const cell of Object.values(row)) assert.equal(typeof cell, 'string');
        const documents: ExportedDocument[] = [{ file: 'a.md', ...card }];
        toHtml(documents, TODAY);
        toJson(documents);
      }),
      { numRuns: runsOf(200), seed: SEED },
    );
  });

  it('are words like any other in a table and in JSON that are imported', () => {
    for (const key of NAMES) {
      const csv = `type,title,status,owner,${key}\nobjective,${key},${key},${key},x\nkey_result,Raise a from 1 to 5,${key},${key},x\n${key},a,b,c,d\n`;
      const { rows, problems } = importRows(csv);
      assert.equal(rows[0]?.title, key);
      assert.deepEqual(
        problems.map(({ line }) => line),
        [4],
        'the row whose type is no type is named with its line',
      );
      const json = `{"objectives": [{"${key}": 1, "content": "${key}", "key_results": [{"content": "Raise a", "${key}": {},
        "indicator": {"indicator_status": "${key}", "target_value": 5, "unit": {"unit_value": "${key}"}}}]}]}`;
      const lark = importRows(json);
      assert.equal(lark.rows[1]?.status, '');
      for (const imported of [rows, lark.rows]) {
        assert.deepEqual(strange(imported), []);
        for (const row of imported)
          for (const cell of Object.values(row)) assert.equal(typeof cell, 'string', JSON.stringify(row));
        toCsv(imported);
        assert.ok(toMarkdown(service, imported, TODAY).text.replaceAll('\\', '').includes(key));
      }
    }
  });
});
