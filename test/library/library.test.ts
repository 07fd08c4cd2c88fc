/** The package as other programs see it: imported by its own name, from the built files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLE = path.join(ROOT, 'examples/library.mjs');

describe('the library', function () {
  this.timeout(60_000);

  it('runs the example of its page', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [EXAMPLE], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^2: .*Call more customers/m);
    assert.match(stdout, /\n {3}Increase .* from ‹baseline›%? to ‹target›/);
  });

  it('shows the same example on its page', () => {
    const page = readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8');
    const shown = /```js\n([\s\S]*?)```/.exec(page)?.[1];
    assert.equal(shown, readFileSync(EXAMPLE, 'utf8'));
  });

  it('needs nothing but itself', () => {
    const code = readFileSync(path.join(ROOT, 'dist/library.mjs'), 'utf8');
    assert.doesNotMatch(code, /(?:^|[;}\s])(?:import|export)[^;"'`]*from\s*["'][^"']+["']|\brequire\(["']/m);
  });

  it('exports the service and what goes with it', async () => {
    const okrlint = (await import(new URL('../../dist/library.mjs', import.meta.url).href)) as object;
    assert.deepEqual(Object.keys(okrlint).sort(), [
      'DEFAULT_SETTINGS',
      'createOkrLanguageService',
      'plainText',
      'rulePageUrl',
    ]);
  });

  it('has types that a strict program can use', () => {
    assert.ok(existsSync(path.join(ROOT, 'dist/library.d.ts')));
    // Inside the repository, so that the package finds itself by name.
    const cache = path.join(ROOT, '.okrlint-cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(path.join(cache, 'types-'));
    try {
      const program = `import { createOkrLanguageService, DEFAULT_SETTINGS, type Diagnosis } from 'okrlint';
const service = createOkrLanguageService();
const document = service.read('- KR 1: Call more customers', { force: true });
const found: readonly Diagnosis[] = service.diagnose({ document, settings: DEFAULT_SETTINGS, today: '2026-07-01' });
const message: string | undefined = found[0]?.message;
// @ts-expect-error a day is a text
service.diagnose({ document, settings: DEFAULT_SETTINGS, today: 20260701 });
export { message };
`;
      writeFileSync(path.join(folder, 'program.mts'), program);
      const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
      const flags = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
      const { status, stdout } = spawnSync(
        process.execPath,
        [tsc, ...flags, path.join(folder, 'program.mts')],
        {
          encoding: 'utf8',
          cwd: ROOT,
        },
      );
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
