import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkConfig } from '../../server/src/config';
import { Cli, WEAK } from './harness';

describe('okrlint with configuration files', () => {
  let cli: Cli;
  const json = (...args: string[]) => cli.run(['--format', 'json', ...args]);
  beforeEach(() => {
    cli = new Cli();
    cli.write('team.okr.md', WEAK);
  });
  afterEach(() => cli.remove());

  it('heeds the nearest one, and options over it', async () => {
    cli.write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
    cli.write('a/.okrlintrc.json', '{"rules":{"kr-activity":"hint"}}');
    cli.write('a/team.okr.md', WEAK);
    strictEqual(await json('.'), 1);
    strictEqual(cli.severityIn('team.okr.md'), 'error');
    strictEqual(cli.severityIn(path.join('a', 'team.okr.md')), 'hint');
    strictEqual(await json('--rule', 'kr-activity=information', '.'), 0);
    strictEqual(cli.severityIn('team.okr.md'), 'information');
    strictEqual(await json('--no-config', '.'), 0);
    strictEqual(cli.severityIn('team.okr.md'), 'warning');
  });

  it('takes one by name for all files, wherever it lies', async () => {
    cli.write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
    cli.write('ci/strict.yaml', 'rules: { kr-activity: hint }');
    strictEqual(await json('--config', 'ci/strict.yaml', '.'), 0);
    strictEqual(cli.severityIn('team.okr.md'), 'hint');
    strictEqual(await json('--config', 'nowhere.yaml', '.'), 2);
    match(cli.stderr, /nowhere\.yaml: no such configuration file/);
  });

  it('looks no higher than the git repository', async () => {
    cli.write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
    cli.write('repo/.git/HEAD', '');
    cli.write('repo/sub/team.okr.md', WEAK);
    const inside = { cwd: cli.path('repo/sub') };
    await cli.run(['--format', 'json', '.'], inside);
    strictEqual(cli.severityIn('team.okr.md'), 'warning');
    cli.write('repo/.okrlintrc.yaml', 'rules: { kr-activity: hint }');
    strictEqual(await cli.run(['--format', 'json', '.'], inside), 0);
    strictEqual(cli.severityIn('team.okr.md'), 'hint');
  });

  it('leaves out what the configuration ignores and reads what it names', async () => {
    cli.write('.okrlintrc.yaml', 'ignore: old\nfiles: goals/*.md');
    cli.write('old/team.okr.md', WEAK);
    cli.write(
      'goals/x.md',
      '# Plans Q3 2026\n\n## Restaurants reorder without being asked\n\n- Phone more restaurant owners\n- Write more posts\n',
    );
    await json('.');
    deepStrictEqual(
      cli.reports.map(({ filePath, messages }) => [filePath, messages.length > 0]),
      [
        [path.join('goals', 'x.md'), true],
        ['team.okr.md', true],
      ],
    );
  });

  it('leaves out what .okrlintignore names, and says so of a file that was named', async () => {
    cli.write('.okrlintignore', '# old ones\nold/\n*.draft.md\n');
    cli.write('old/team.okr.md', WEAK);
    cli.write('x.draft.md', WEAK);
    await json('.');
    deepStrictEqual(
      cli.reports.map(({ filePath }) => filePath),
      ['team.okr.md'],
    );
    strictEqual(await json('x.draft.md'), 0);
    match(cli.stderr, /x\.draft\.md is left out by \.okrlintignore/);
  });

  it('names file, line and column of a mistake and checks nothing', async () => {
    cli.write('.okrlintrc.yaml', 'rules:\n  kr-activty: off\n');
    strictEqual(await json('.'), 2);
    match(cli.stderr, /^okrlint: \.okrlintrc\.yaml:2:3: There is no rule named “kr-activty”\./);
    strictEqual(cli.stdout, '');
    strictEqual(await json('--lang', 'vi', '.'), 2);
    match(cli.stderr, /Không có quy tắc nào/);
  });

  it('is not stopped by a file that is not used', async () => {
    cli.write('.okrlintrc.yaml', 'profile: strict');
    cli.write('.okrlintrc.json', '{}');
    strictEqual(await json('.'), 0);
    match(cli.stderr, /\.okrlintrc\.yaml:1:1: This file is not used/);
  });

  it('heeds the configuration for standard input by its name', async () => {
    cli.write('a/.okrlintrc.yaml', 'rules: { kr-activity: hint }');
    await cli.run(['--format', 'json', '--stdin-filename', 'a/x.okr.md', '-'], { stdin: WEAK });
    strictEqual(cli.severityIn('a/x.okr.md'), 'hint');
  });

  it('prints what counts for a file', async () => {
    cli.write('.okrlintrc.yaml', 'profile: strict\nrules: { too-many-krs: [off, { max: 9 }] }\nfiles: x.md');
    strictEqual(await cli.run(['--print-config', 'x.md']), 0);
    const shown = JSON.parse(cli.stdout);
    deepStrictEqual(shown.configFiles, ['.okrlintrc.yaml']);
    strictEqual(shown.isOkrDocument, true);
    strictEqual(shown.profile, 'strict');
    strictEqual(shown.rules['too-many-krs'], 'off');
    strictEqual(shown.rules['kr-activity'], 'error');
    strictEqual(shown.limits.keyResults.max, 9);
  });

  for (const lang of ['en', 'vi'])
    it(`writes a configuration to start from in ${lang}, never over another one`, async () => {
      strictEqual(await cli.run(['--init', '--lang', lang]), 0);
      const text = readFileSync(cli.path('.okrlintrc.yaml'), 'utf8');
      deepStrictEqual(checkConfig('file:///.okrlintrc.yaml', text, 'en').config, { profile: 'source' });
      // Everything that is switched off in it is right, too.
      const all = text.replace(/^# (?=(?:[a-z]+:| +(?:- |[a-z-]+:)))/gm, '');
      deepStrictEqual(checkConfig('file:///.okrlintrc.yaml', all, 'en').problems, []);
      ok(checkConfig('file:///.okrlintrc.yaml', all, 'en').config?.overrides?.length === 1);
      strictEqual(await cli.run(['--init']), 2);
      match(cli.stderr, /\.okrlintrc\.yaml is here already/);
      strictEqual(readFileSync(cli.path('.okrlintrc.yaml'), 'utf8'), text);
    });

  it('writes none beside a file of another ending', async () => {
    cli.write('.okrlintrc.json', '{}');
    strictEqual(await cli.run(['--init']), 2);
    ok(!existsSync(cli.path('.okrlintrc.yaml')));
  });

  it('tells what a rule is about, in both languages', async () => {
    strictEqual(await cli.run(['--explain', 'kr-activity']), 0);
    match(cli.stdout, /^kr-activity: An activity, not a result$/m);
    match(cli.stdout, /Call dormant wholesale accounts/);
    ok(!cli.stdout.includes('Gọi cho đại lý'));
    strictEqual(await cli.run(['--explain', 'kr-activity', '--lang', 'vi']), 0);
    match(cli.stdout, /Gọi cho đại lý lâu chưa đặt hàng/);
    match(cli.stdout, /Vì sao/);
    strictEqual(await cli.run(['--explain', 'kr_activty']), 2);
    match(cli.stderr, /Did you mean "kr-activity"/);
  });
});
