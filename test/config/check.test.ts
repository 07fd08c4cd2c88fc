import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { checkConfig, LARGEST_CONFIG } from '../../server/src/config';

const JSON_URI = 'file:///w/.okrlintrc.json';
const YAML_URI = 'file:///w/.okrlintrc.yaml';

/** Code, line and column (from 1) of each problem. */
function problems(uri: string, text: string): string[] {
  return checkConfig(uri, text, 'en').problems.map(
    ({ code, start }) => `${code}@${start.line + 1}:${start.character + 1}`,
  );
}

describe('a configuration file', () => {
  it('is read from JSON with comments, from YAML, and from a file without an ending', () => {
    const json = '{\n\t// why\n\t"profile": "strict", /* x */\n\t"rules": { "kr-activity": "error", },\n}';
    const wanted = { profile: 'strict', rules: { 'kr-activity': 'error' } };
    deepStrictEqual(checkConfig(JSON_URI, json, 'en').config, wanted);
    deepStrictEqual(checkConfig('file:///w/.okrlintrc', json, 'en').config, wanted);
    const yaml = '# why\nprofile: strict\nrules:\n  kr-activity: error\n';
    deepStrictEqual(checkConfig(YAML_URI, yaml, 'en').config, wanted);
    deepStrictEqual(checkConfig('file:///w/.okrlintrc', yaml, 'en').config, wanted);
  });

  it('takes a byte-order mark, an empty file and one with comments only', () => {
    deepStrictEqual(checkConfig(JSON_URI, '\uFEFF{"profile":"strict"}', 'en').config, { profile: 'strict' });
    deepStrictEqual(checkConfig(YAML_URI, '\uFEFFprofile: strict', 'en').config, { profile: 'strict' });
    for (const text of ['', ' \n', '# nothing yet\n'])
      deepStrictEqual(checkConfig(YAML_URI, text, 'en').config, {}, JSON.stringify(text));
    deepStrictEqual(checkConfig(JSON_URI, ' ', 'en').config, {});
  });

  it('takes off as a severity, not as a boolean', () => {
    deepStrictEqual(checkConfig(YAML_URI, 'rules:\n  kr-activity: off\n', 'en').config, {
      rules: { 'kr-activity': 'off' },
    });
  });

  it('takes numbers with the rules that have them', () => {
    const text =
      'rules:\n  too-many-krs: [warning, { max: 4 }]\n  too-few-krs: [off]\n  kr-activity: [error]\n';
    strictEqual(problems(YAML_URI, text).join(), '');
  });

  for (const [name, uri, text, wanted] of [
    ['a missing comma', JSON_URI, '{\n  "profile": "strict"\n  "language": "en"\n}', 'no-syntax@3:3'],
    ['a missing brace', JSON_URI, '{ "profile": "strict"', 'no-syntax@1:21'],
    ['a tab in YAML', YAML_URI, 'rules:\n\tkr-activity: off\n', 'no-syntax@2:'],
    ['a quote that does not end', YAML_URI, 'cycle: "Q3\n', 'no-syntax@'],
    ['two documents', YAML_URI, 'profile: strict\n---\nprofile: google\n', 'many-documents@2:1'],
    ['a list', JSON_URI, '["strict"]', 'no-object@1:1'],
    ['a word', YAML_URI, 'strict', 'no-object@1:1'],
    ['a wrong profile', YAML_URI, 'language: en\nprofile: strickt\n', 'not-allowed@2:10'],
    ['an unknown setting', JSON_URI, '{\n  "profil": "strict"\n}', 'unknown-key@2:3'],
    ['an unknown rule', YAML_URI, 'rules:\n  kr-activty: off\n', 'unknown-rule@2:3'],
    ['a wrong severity', YAML_URI, 'rules:\n  kr-activity: loud\n', 'not-allowed@2:16'],
    ['an option where there is none', YAML_URI, 'rules:\n  kr-activity: [off, {a: 1}]\n', 'too-many@2:3'],
    ['an unknown option', YAML_URI, 'rules:\n  too-many-krs: [off, {most: 1}]\n', 'unknown-option@2:24'],
    ['a number too small', YAML_URI, 'rules:\n  too-many-krs: [off, {max: 0}]\n', 'too-small@2:29'],
    ['half a number', YAML_URI, 'rules:\n  too-many-krs: [off, {max: 1.5}]\n', 'wrong-type@2:29'],
    ['a month that there is not', YAML_URI, 'fiscalYear: { firstMonth: 13 }\n', 'too-big@1:27'],
    ['a fiscal year without a month', YAML_URI, 'fiscalYear: { namedAfter: start }\n', 'empty@1:1'],
    ['an unknown part of it', YAML_URI, 'fiscalYear: { firstMonth: 4, month: 4 }\n', 'unknown-key@1:30'],
    ['a wrong name of it', YAML_URI, 'fiscalYear: { firstMonth: 4, namedAfter: x }\n', 'not-allowed@1:42'],
    ['a text for a list', YAML_URI, 'owners: linh\n', 'wrong-type@1:9'],
    ['a number for a glob', YAML_URI, 'files: 3\n', 'wrong-type@1:8'],
    ['an empty glob', YAML_URI, 'files: ["a", " "]\n', 'empty@1:15'],
    ['an override without files', YAML_URI, 'overrides:\n  - profile: strict\n', 'empty@2:5'],
    ['extends in an override', YAML_URI, 'overrides:\n  - files: a\n    extends: b\n', 'unknown-key@3:5'],
    ['a setting twice', JSON_URI, '{"profile":"strict",\n"profile":"google"}', 'duplicate-key@2:1'],
    ['__proto__ in JSON', JSON_URI, '{"__proto__": {"profile":"strict"}}', 'forbidden-key@1:2'],
    ['constructor deep inside', YAML_URI, 'rules:\n  constructor: off\n', 'forbidden-key@2:3'],
    [
      'prototype in an override',
      YAML_URI,
      'overrides:\n  - files: a\n    prototype: 1\n',
      'forbidden-key@3:5',
    ],
    ['a glob that leaves the folder', YAML_URI, 'ignore:\n  - a\n  - ../b/**\n', 'glob-outside@3:5'],
    ['an absolute glob', YAML_URI, 'files: /etc/**\n', 'glob-outside@1:8'],
    ['a glob of many braces', YAML_URI, `files: "${'{a,b}'.repeat(8)}"\n`, 'glob-complex@1:9'],
    ['a mapping as a name', YAML_URI, '? {a: 1}\n: 2\n', 'no-scalar-key@1:3'],
    ['an unknown reference', YAML_URI, 'profile: *nowhere\n', 'no-syntax@1:10'],
  ] as const)
    it(`names the place of ${name}`, () => {
      const found = problems(uri, text);
      strictEqual(found.length, 1, found.join(' '));
      ok(found[0]?.startsWith(wanted), `${found[0]} instead of ${wanted}`);
    });

  it('suggests the name that was meant', () => {
    const say = (text: string) => checkConfig(YAML_URI, text, 'en').problems[0]?.message ?? '';
    match(say('profil: strict'), /Did you mean “profile”\?/);
    match(say('rules: {kr_activity: off}'), /Did you mean “kr-activity”\?/);
    match(say('profile: x'), /Possible: source, google, strict/);
    ok(!say('zzzzzzzzzzzz: 1').includes('Did you mean'));
  });

  it('speaks Vietnamese', () => {
    match(
      checkConfig(YAML_URI, 'profil: x', 'vi').problems[0]?.message ?? '',
      /Có phải bạn muốn viết “profile”/,
    );
  });

  it('refuses what is too large, too deep or unfolds to too much', () => {
    deepStrictEqual(problems(YAML_URI, `# ${'x'.repeat(LARGEST_CONFIG)}`), ['too-large@1:1']);
    strictEqual(problems(YAML_URI, '['.repeat(5000))[0]?.split('@')[0], 'too-deep');
    strictEqual(problems(JSON_URI, '['.repeat(50_000))[0]?.split('@')[0], 'too-deep');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n++) {
      const [name, inner] = [String.fromCharCode(97 + n), String.fromCharCode(96 + n)];
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${inner}`).join(', ')}]`);
    }
    const before = performance.now();
    deepStrictEqual(problems(YAML_URI, bomb.join('\n')), ['too-many-values@1:1']);
    ok(performance.now() - before < 500);
  });

  it('never throws and never touches a prototype, whatever the text', () => {
    const words = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        "'",
        '\n',
        '- ',
        '  ',
        '\t',
        '&a ',
        '*a',
        '!!js ',
        '? ',
        '|',
        '>',
      ],
      ...[
        '__proto__',
        'constructor',
        'rules',
        'profile',
        'strict',
        'files',
        'overrides',
        '//',
        '/*',
        '#',
        '\uFEFF',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 40 }).map((w) => w.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(JSON_URI, YAML_URI, 'file:///w/.okrlintrc'), (source, uri) => {
        const { config, problems } = checkConfig(uri, source, 'en');
        strictEqual(config === undefined, problems.length > 0);
        for (const { message, start, end } of problems) {
          ok(message.length > 10);
          ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
        }
        strictEqual(Object.keys(Object.prototype).length, 0);
      }),
      { numRuns: 2000 },
    );
  });
});
