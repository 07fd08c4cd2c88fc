/** `okrlint --fix` that ends, or fails, in the middle of writing: the old text is there, whole. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Cli, HEDGED, MENDED } from '../cli/harness';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

describe('okrlint --fix that is interrupted', function () {
  this.timeout(30_000);
  let cli: Cli;
  let file: string;
  const before = `\uFEFF${HEDGED.replaceAll('\n', '\r\n')}`;
  beforeEach(() => {
    cli = new Cli();
    file = cli.write('a.okr.md', before);
    chmodSync(file, 0o640);
  });
  afterEach(() => cli.remove());

  /** Runs with a module that is loaded first. */
  function fix(prelude = '') {
    writeFileSync(cli.path('prelude.cjs'), `const fs = require('node:fs');\n${prelude}`);
    return spawnSync(process.execPath, ['-r', cli.path('prelude.cjs'), CLI, '--fix', 'a.okr.md'], {
      cwd: cli.cwd,
      encoding: 'utf8',
    });
  }
  function assertOld() {
    assert.deepEqual(readFileSync(file), Buffer.from(before));
    assert.equal(statSync(file).mode & 0o777, 0o640);
  }

  for (const [when, prelude] of [
    ['when the new text is written by half', `fs.write = () => process.kill(process.pid, 'SIGKILL');`],
    ['before the new text is safe', `fs.fsync = () => process.kill(process.pid, 'SIGKILL');`],
    ['before it takes the name', `fs.rename = () => process.kill(process.pid, 'SIGKILL');`],
  ] as const)
    it(`by a kill ${when} leaves the old file, and can be run again`, () => {
      assert.equal(fix(prelude).signal, 'SIGKILL', 'it was killed where it should be');
      assertOld();
      assert.equal(fix().status, 0);
      assert.equal(readFileSync(file, 'utf8'), `\uFEFF${MENDED.replaceAll('\n', '\r\n')}`);
      assert.equal(statSync(file).mode & 0o777, 0o640);
    });

  for (const [code, wanted] of [
    ['ENOSPC', /a\.okr\.md could not be changed: the disk is full/],
    ['EIO', /a\.okr\.md could not be changed \(EIO\)/],
    ['EROFS', /a\.okr\.md could not be changed: the folder .* is read-only/],
  ] as const)
    it(`by ${code} keeps the old file, leaves nothing behind and says so`, () => {
      const fail = `const callback = args.at(-1); callback(Object.assign(new Error('${code}'), { code: '${code}' }));`;
      const { status, stderr } = fix(`fs.write = (...args) => { ${fail} };`);
      assert.equal(status, 2);
      assert.match(stderr, wanted);
      assert.doesNotMatch(stderr, /\n {4}at /);
      assertOld();
      const listed = spawnSync('ls', ['-A', cli.cwd], { encoding: 'utf8' }).stdout.trim().split('\n');
      assert.deepEqual(listed.sort(), ['a.okr.md', 'prelude.cjs']);
    });
});
