import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs `npm test` with the given options and environment. */
function npmTest(args: string[], env: NodeJS.ProcessEnv = {}): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/test.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, CI: '', ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe('npm test', function () {
  this.timeout(20_000);

  it('builds before it tests, and checks generated files before the build writes them', () => {
    const names = npmTest(['--list', '--all']).lines.map((line) => line.split(' ')[0]);
    assert.deepEqual(names.slice(0, 2), ['generated', 'build']);
    for (const name of ['types', 'lint', 'imports', 'unit', 'protocol', 'grammar', 'web', 'ui', 'node']) {
      assert.ok(names.includes(name), `no step ${name}`);
    }
  });

  const WITHOUT_BROWSER = ['--only', 'web', '--skip', 'build'];

  it('skips what needs a browser where there is none, and says why', () => {
    const { status, lines } = npmTest(WITHOUT_BROWSER, { OKRLINT_BROWSER: '/no/such/browser' });
    assert.equal(status, 0);
    assert.ok(lines.includes('skipped: OKRLINT_BROWSER names /no/such/browser, which does not exist.'));
    assert.equal(lines.at(-1), '0 passed, 0 failed, 1 skipped');
  });

  it('fails for it in continuous integration', () => {
    const { status, lines } = npmTest(WITHOUT_BROWSER, { OKRLINT_BROWSER: '/no/such/browser', CI: 'true' });
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '0 passed, 1 failed');
  });

  it('refuses options and steps that it does not know', () => {
    assert.equal(npmTest(['--nonsense']).status, 2);
    assert.equal(npmTest(['--only', 'nonsense']).status, 2);
  });
});
