/** The GitHub Action: its inputs become options, and nothing that is written into them is run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env?: Record<string, string> }[];
  };
}

describe('action.yml', () => {
  const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;

  it('hands every input to its script as an environment variable, never as code', () => {
    const last = action.runs.steps.at(-1);
    const handed = Object.values(last?.env ?? {});
    for (const name of Object.keys(action.inputs)) assert.ok(handed.includes(`\${{ inputs.${name} }}`), name);
    for (const { run } of action.runs.steps) assert.doesNotMatch(run, /\{\{\s*inputs\./);
  });
});

describe('scripts/action.sh', function () {
  this.timeout(20_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okrlint-action-'));
    writeFileSync(path.join(folder, 'cli.js'), 'console.log(JSON.stringify(process.argv.slice(2)))');
    writeFileSync(path.join(folder, 'a.md'), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function argumentsFor(env: Record<string, string>): string[] {
    const { status, stdout, stderr } = spawnSync('bash', [path.join(ROOT, 'scripts/action.sh')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, OKRLINT_CLI: path.join(folder, 'cli.js'), ...env },
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as string[];
  }

  before(function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
  });

  it('checks everything by default', () => {
    assert.deepEqual(argumentsFor({}), ['--format', 'github', '--lang', 'auto', '--', '.']);
  });

  it('passes on what is given', () => {
    const given = argumentsFor({
      OKRLINT_FILES: 'okrs\nteams/*.md  more.md',
      OKRLINT_MAX_WARNINGS: '0',
      OKRLINT_PROFILE: 'strict',
      OKRLINT_LANG: 'vi',
      OKRLINT_SINCE: 'origin/main',
      OKRLINT_ARGS: '--quiet --rule kr-binary=off',
    });
    const options = '--format github --lang vi --max-warnings 0 --profile strict --since origin/main';
    assert.deepEqual(given, [
      ...options.split(' '),
      ...'--quiet --rule kr-binary=off -- okrs teams/*.md more.md'.split(' '),
    ]);
  });

  it('runs nothing of what it is given', () => {
    const given = argumentsFor({ OKRLINT_FILES: '$(touch pwned) `touch pwned`;touch pwned *' });
    assert.deepEqual(given.slice(5), ['$(touch', 'pwned)', '`touch', 'pwned`;touch', 'pwned', '*']);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'cli.js']);
  });
});
