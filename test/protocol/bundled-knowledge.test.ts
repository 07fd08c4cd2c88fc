/** Knowledge is packed on its way into the bundles: what they say must be what the sources say, in each language. */
import { deepStrictEqual, ok } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

function findings(command: readonly string[], language: string): unknown {
  const { stdout } = spawnSync(
    process.execPath,
    [...command, '--format', 'json', '--lang', language, '--profile', 'strict', 'examples'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  return JSON.parse(stdout);
}

describe('the bundled command line', function () {
  this.timeout(60_000);
  for (const language of ['en', 'vi'])
    it(`says what the sources say: ${language}`, () => {
      const bundled = findings(['dist/cli.js'], language);
      ok(JSON.stringify(bundled).length > 1000);
      deepStrictEqual(bundled, findings(['--import', 'tsx', 'server/src/main.cli.ts'], language));
    });
});
