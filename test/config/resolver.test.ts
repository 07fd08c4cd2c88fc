import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { applyConfig, ConfigResolver, type Resolved } from '../../server/src/config';
import { DEFAULT_SETTINGS } from '../../server/src/service';

const ROOT = 'file:///w';

/** A workspace in memory that counts what is read. */
function workspace(files: Record<string, string>, root = ROOT) {
  const reads: string[] = [];
  const resolver = new ConfigResolver({
    read: (uri) => {
      reads.push(uri);
      return Promise.resolve(files[uri.slice(ROOT.length + 1)]);
    },
    rootOf: () => root,
    language: () => 'en',
  });
  return { files, reads, resolver, for: (path: string) => resolver.for(`${ROOT}/${path}`) };
}

/** Code and file of each problem. */
const codes = (found: Resolved | undefined) =>
  (found?.problems ?? []).map(({ code, uri }) => `${code} ${uri.slice(ROOT.length + 1)}`);

describe('the configuration of a document', () => {
  it('is the nearest file, alone', async () => {
    const w = workspace({
      '.okrlintrc.json': '{"profile":"google","cycle":"Q3 2026"}',
      'a/.okrlintrc.yaml': 'profile: strict',
      'a/b/c/x.md': '',
    });
    deepStrictEqual((await w.for('a/b/c/x.md'))?.settings, { profile: 'strict' });
    strictEqual((await w.for('a/b/c/x.md'))?.uri, `${ROOT}/a/.okrlintrc.yaml`);
    strictEqual((await w.for('y.md'))?.settings.profile, 'google');
  });

  it('continues further up where it says so', async () => {
    const w = workspace({
      '.okrlintrc.json': '{"profile":"google","rules":{"kr-activity":"error"},"ignore":"a/old"}',
      'a/.okrlintrc.yaml': 'root: false\nrules: { kr-unbounded: off }',
    });
    deepStrictEqual((await w.for('a/x.md'))?.settings, {
      profile: 'google',
      rules: { 'kr-activity': 'error', 'kr-unbounded': 'off' },
    });
    strictEqual((await w.for('a/old/x.md'))?.force, false);
  });

  it('never comes from above the workspace, nor for texts that lie nowhere', async () => {
    const w = workspace({ '.okrlintrc.json': '{"profile":"google"}' }, `${ROOT}/a`);
    strictEqual(await w.for('a/b/x.md'), undefined);
    strictEqual(await w.resolver.for('untitled:Untitled-1'), undefined);
    strictEqual(await w.resolver.for('x'), undefined);
  });

  it('starts from what it extends: later wins, own words win over all', async () => {
    const w = workspace({
      'a/.okrlintrc.yaml': 'extends: [okrlint:strict, ../shared/one.yaml, ../shared/two.json]\nlanguage: vi',
      'shared/one.yaml': 'language: en\ncycle: Q1 2026\nrules: { too-many-krs: [error, { max: 4 }] }',
      'shared/two.json': '{"extends":"./three.yml","cycle":"Q2 2026"}',
      'shared/three.yml': 'rules: { too-many-krs: information }\nowners: [linh]',
    });
    deepStrictEqual((await w.for('a/x.md'))?.settings, {
      profile: 'strict',
      language: 'vi',
      cycle: 'Q2 2026',
      owners: ['linh'],
      rules: { 'too-many-krs': ['information', { max: 4 }] },
    });
  });

  it('counts the globs of what it extends from the folder that extends', async () => {
    const w = workspace({
      'a/.okrlintrc.yaml': 'extends: ../shared/one.yaml',
      'shared/one.yaml': 'files: goals/**\noverrides: [{ files: goals/hr.md, profile: strict }]',
    });
    const found = await w.for('a/goals/hr.md');
    strictEqual(found?.force, true);
    strictEqual(found?.settings.profile, 'strict');
    strictEqual((await w.for('a/x.md'))?.force, undefined);
  });

  it('differs by overrides, the last one winning', async () => {
    const w = workspace({
      '.okrlintrc.yaml': [
        'profile: google',
        'overrides:',
        '  - { files: [sales/**, "!sales/old/**"], profile: strict, rules: { kr-activity: error } }',
        '  - { files: "**/q3.md", rules: { kr-activity: hint }, cycle: Q3 2026 }',
      ].join('\n'),
    });
    const of = async (path: string) => (await w.for(path))?.settings;
    deepStrictEqual(await of('x.md'), { profile: 'google' });
    deepStrictEqual(await of('sales/a.md'), { profile: 'strict', rules: { 'kr-activity': 'error' } });
    deepStrictEqual(await of('sales/old/a.md'), { profile: 'google' });
    deepStrictEqual(await of('sales/q3.md'), {
      profile: 'strict',
      rules: { 'kr-activity': 'hint' },
      cycle: 'Q3 2026',
    });
  });

  it('is told that ignoring wins over being named', async () => {
    const w = workspace({ '.okrlintrc.yaml': 'files: goals\nignore: ["**/archive"]' });
    strictEqual((await w.for('goals/a.md'))?.force, true);
    strictEqual((await w.for('goals/archive/a.md'))?.force, false);
  });

  it('finds its folder however the editor escapes it', async () => {
    const reads: string[] = [];
    const resolver = new ConfigResolver({
      read: (uri) => {
        reads.push(uri);
        return Promise.resolve(/ti[^/]*u\/\.okrlintrc\.yaml$/.test(uri) ? 'files: "q (1)/*.md"' : undefined);
      },
      rootOf: () => 'vscode-vfs://github/o/m%E1%BB%A5c%20ti%C3%AAu',
      language: () => 'en',
    });
    const found = await resolver.for('vscode-vfs://github/o/mục%20tiêu/q%20%281%29/a.md');
    strictEqual(found?.force, true);
    strictEqual(
      reads.some((uri) => uri === 'vscode-vfs://github/o/.okrlintrc'),
      false,
    );
  });

  for (const [path, code] of [
    ['/etc/passwd', 'extends-absolute'],
    ['file:///etc/passwd', 'extends-absolute'],
    ['https://example.org/a.json', 'extends-absolute'],
    ['~/a.json', 'extends-absolute'],
    ['C:\\\\a.json', 'extends-absolute'],
    ['..\\\\..\\\\a.json', 'extends-absolute'],
    ['../../a.json', 'extends-outside'],
    ['../../w/a/b.json', 'extends-outside'],
    ['x/../../../a.json', 'extends-outside'],
    ['FILE:/etc/passwd', 'extends-absolute'],
    ['vscode-userdata:/a.json', 'extends-absolute'],
    ['data:application/json,{}', 'extends-absolute'],
    ['//server/share/a.json', 'extends-absolute'],
    ['\\\\\\\\server\\\\share\\\\a.json', 'extends-absolute'],
    ['\\\\\\\\?\\\\C:\\\\a.json', 'extends-absolute'],
    ['.\\\\..\\\\..\\\\a.json', 'extends-absolute'],
    ['a.json?x', 'extends-absolute'],
    ['a.json#x', 'extends-absolute'],
    ['a\\u0000.json', 'extends-absolute'],
    ['../..\\u0000/a.json', 'extends-absolute'],
    ['a\\nb.json', 'extends-absolute'],
    ['a\\ud800.json', 'extends-absolute'],
    ['../.../a.json', 'extends-absolute'],
    ['.. /.. /a.json', 'extends-absolute'],
    ['./../../../../../etc/passwd', 'extends-outside'],
    ['./x/./.././../../a.json', 'extends-outside'],
    ['\\u002e\\u002e/\\u002e\\u002e/a.json', 'extends-outside'],
    ['%2e%2e/%2e%2e/a.json', 'extends-missing'],
    ['..%2f..%2fa.json', 'extends-missing'],
    ['%252e%252e/a.json', 'extends-missing'],
    ['..%00/a.json', 'extends-missing'],
    ['．．/．．/a.json', 'extends-missing'],
    ['./nowhere.json', 'extends-missing'],
    ['okrlint:lenient', 'extends-preset'],
    ['.okrlintrc.json', 'extends-circle'],
    ['./loop.json', 'extends-circle'],
  ] as const)
    it(`does not extend ${path}`, async () => {
      const w = workspace({
        'a/.okrlintrc.json': `{\n"profile":"strict",\n"extends":["okrlint:google","${path}"]}`,
        'a/loop.json': '{"extends":"./.okrlintrc.json"}',
      });
      const found = await w.for('a/x.md');
      const own = found?.problems.find(
        ({ uri, code: c }) => uri.endsWith('rc.json') && c !== 'extends-broken',
      );
      const reported = own ?? found?.problems[0];
      strictEqual(reported?.code, code);
      if (own) strictEqual(own.start.line, 2);
      strictEqual(found?.settings.profile, 'strict', 'the rest counts');
      strictEqual(
        w.reads.some((uri) => !uri.startsWith(`${ROOT}/`)),
        false,
        'nothing outside was read',
      );
    });

  it('keeps the last good version while a file is broken, and takes the next good one at once', async () => {
    const w = workspace({ '.okrlintrc.yaml': 'profile: strict' });
    await w.for('x.md');
    w.files['.okrlintrc.yaml'] = 'profile: stric';
    strictEqual((await w.for('x.md'))?.problems.length, 0, 'nobody has said that it changed');
    w.resolver.forget([`${ROOT}/.okrlintrc.yaml`]);
    deepStrictEqual(codes(await w.for('x.md')), ['not-allowed .okrlintrc.yaml']);
    strictEqual((await w.for('x.md'))?.settings.profile, 'strict');
    w.files['.okrlintrc.yaml'] = 'profile: google';
    w.resolver.forget([`${ROOT}/.okrlintrc.yaml`]);
    strictEqual((await w.for('x.md'))?.settings.profile, 'google');
    delete w.files['.okrlintrc.yaml'];
    w.resolver.forget([`${ROOT}/.okrlintrc.yaml`]);
    strictEqual(await w.for('x.md'), undefined);
  });

  it('says in both files that an extended one is broken', async () => {
    const w = workspace({ '.okrlintrc.yaml': 'extends: ./base.yaml', 'base.yaml': 'profile: x' });
    deepStrictEqual(codes(await w.for('x.md')), ['not-allowed base.yaml', 'extends-broken .okrlintrc.yaml']);
    w.files['base.yaml'] = 'profile: strict';
    strictEqual(w.resolver.knows(`${ROOT}/base.yaml`), true);
    w.resolver.forget([`${ROOT}/base.yaml`]);
    deepStrictEqual((await w.for('x.md'))?.settings, { profile: 'strict' });
  });

  it('says which of two files in a folder counts', async () => {
    const w = workspace({ '.okrlintrc.yaml': 'profile: strict', '.okrlintrc.json': '{"profile":"google"}' });
    const found = await w.for('x.md');
    strictEqual(found?.settings.profile, 'google');
    deepStrictEqual(codes(found), ['not-used .okrlintrc.yaml']);
    strictEqual(found?.problems[0]?.severity, 'warning');
    match(found?.problems[0]?.message ?? '', /\.okrlintrc\.json/);
  });

  it('is read once for all documents of a folder', async () => {
    const w = workspace({ '.okrlintrc.json': '{"profile":"google"}' });
    await Promise.all(['a/b/1.md', 'a/b/2.md', 'a/3.md'].map(w.for));
    strictEqual(new Set(w.reads).size, w.reads.length);
    strictEqual(w.reads.length, 3 * 4, 'four names in three folders');
  });
});

describe('settings with a configuration', () => {
  it('take over when fiscal years begin', () => {
    const fiscalYear = { firstMonth: 4, namedAfter: 'start' } as const;
    deepStrictEqual(applyConfig(DEFAULT_SETTINGS, { fiscalYear }).fiscalYear, fiscalYear);
    const base = { ...DEFAULT_SETTINGS, fiscalYear: { firstMonth: 10 } };
    deepStrictEqual(applyConfig(base, {}).fiscalYear, { firstMonth: 10 });
    deepStrictEqual(applyConfig(base, { fiscalYear }).fiscalYear, fiscalYear);
  });

  it('follow the configuration where it speaks, and else the editor', () => {
    const base = { ...DEFAULT_SETTINGS, profile: 'google', rules: { 'to-or-by': 'off' } } as const;
    const { profile, rules } = applyConfig(base, { rules: { 'kr-activity': 'error' } });
    strictEqual(profile, 'google');
    deepStrictEqual(rules, { 'to-or-by': 'off', 'kr-activity': 'error' });
    strictEqual(applyConfig(base, { profile: 'strict' }).profile, 'strict');
  });

  it('speak the language of the reader', () => {
    strictEqual(applyConfig(DEFAULT_SETTINGS, { language: 'vi' }).language, 'vi');
    strictEqual(applyConfig({ ...DEFAULT_SETTINGS, language: 'en' }, { language: 'vi' }).language, 'en');
  });

  it('take numbers from rules', () => {
    const limits = applyConfig(DEFAULT_SETTINGS, {
      rules: { 'too-many-krs': ['warning', { max: 3 }], 'too-few-krs': ['off', { min: 1 }] },
    }).limits;
    deepStrictEqual(limits?.keyResults, { min: 1, max: 3 });
    strictEqual(applyConfig(DEFAULT_SETTINGS, { rules: { 'kr-activity': ['off'] } }).limits, undefined);
  });
});
