/** The bundled command line, as people run it. */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HEDGED, MENDED, WEAK } from '../cli/harness';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

describe('the bundled okrlint', function () {
  this.timeout(60_000);
  let cwd: string;
  const okrlint = (
    args: readonly string[],
    env: Record<string, string> = {},
    input = '',
  ): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [CLI, ...args], {
      cwd,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...env },
    });
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'okrlint-bundle-'));
    mkdirSync(path.join(cwd, 'okrs'));
    for (let n = 0; n < 60; n++) writeFileSync(path.join(cwd, 'okrs', `${n}.md`), n % 2 ? WEAK : HEDGED);
    writeFileSync(path.join(cwd, 'okrs', 'bad.md'), Buffer.from([0xff, 0xfe, 0x41]));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('says the same with threads and without, in the same order', () => {
    const alone = okrlint(['--format', 'json', 'okrs'], { OKRLINT_THREADS: '0' });
    const together = okrlint(['--format', 'json', 'okrs'], { OKRLINT_THREADS: '3' });
    strictEqual(alone.status, 2, alone.stderr);
    match(alone.stderr, /^okrlint: okrs.bad\.md is not valid UTF-8\. Save it/);
    deepStrictEqual(
      [together.status, together.stdout, together.stderr],
      [alone.status, alone.stdout, alone.stderr],
    );
    strictEqual(JSON.parse(alone.stdout).length, 60);
  });

  it('fixes files in threads', () => {
    rmSync(path.join(cwd, 'okrs', 'bad.md'));
    strictEqual(okrlint(['--fix', 'okrs'], { OKRLINT_THREADS: '2' }).status, 0);
    for (let n = 0; n < 60; n++)
      strictEqual(readFileSync(path.join(cwd, 'okrs', `${n}.md`), 'utf8'), n % 2 ? WEAK : MENDED);
  });

  it('heeds a configuration, prints every format, explains, shows no bar where there is no terminal', () => {
    writeFileSync(path.join(cwd, '.okrlintrc.yaml'), 'rules: { kr-activity: error }\n');
    for (const format of ['stylish', 'json', 'sarif', 'github', 'junit', 'markdown']) {
      const { status, stdout, stderr } = okrlint(['--format', format, 'okrs']);
      strictEqual(status, 1, format);
      ok(stdout.includes('kr-activity'), format);
      strictEqual(stderr, '', format);
    }
    match(okrlint(['--explain', 'kr-activity']).stdout, /An activity, not a result/);
    match(okrlint(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('answers bad input in one line without a stack trace', () => {
    for (const args of [
      ['nowhere.md'],
      ['--format', 'xml', 'okrs'],
      ['--config', 'nowhere.json', 'okrs'],
      ['--explain', 'x'],
      ['--since', 'HEAD', 'okrs'],
      ['--output-file', 'okrs', 'okrs'],
      [],
    ]) {
      const { status, stderr } = okrlint(args);
      strictEqual(status, 2, args.join(' '));
      match(stderr, /^(?:okrlint|error): .+/);
      ok(!/^\s+at /m.test(stderr), stderr);
    }
  });

  it('reads standard input', () => {
    const { status, stdout } = okrlint(['--format', 'json', '--stdin-filename', 'x.okr.md', '-'], {}, WEAK);
    strictEqual(status, 1);
    strictEqual(JSON.parse(stdout)[0].filePath, 'x.okr.md');
  });
});
