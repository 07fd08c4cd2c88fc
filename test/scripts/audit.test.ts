import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedPackages, verdictOf } from '../../scripts/lib/audit.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOTICES =
  'okrlint contains code\n\n====\n@scope/a.b 1.2.3 (MIT)\nc 4.0.0-beta.1 (BSD-3-Clause)\n\nCopyright 2020 (MIT)\n';
const shipped = shippedPackages(NOTICES);

describe('the audit of shipped packages', () => {
  it('knows them from the notices', () => {
    assert.deepEqual([...shipped], ['@scope/a.b', 'c']);
  });

  it('names those that are vulnerable, and only those', () => {
    const report = { vulnerabilities: { c: {}, 'only-for-tests': {} } };
    const { result, text } = verdictOf(JSON.stringify(report), shipped);
    assert.equal(result, 'vulnerable');
    assert.match(text, /Vulnerable and shipped: c\./);
    assert.equal(verdictOf('{"vulnerabilities":{"only-for-tests":{}}}', shipped).result, 'clean');
  });

  it('says plainly that nothing was checked where the registry cannot tell', () => {
    const answer =
      '{"message":"405 Method Not Allowed","uri":"https://registry.npmjs.org/-/npm/v1/x","error":{"summary":""}}';
    const { result, text } = verdictOf(answer, shipped);
    assert.equal(result, 'unknown');
    assert.match(text, /^NOT CHECKED: registry\.npmjs\.org .*\(405 Method Not Allowed\)/);
    for (const odd of ['', '{}', 'null', '[]', '{"vulnerabilities":null}', '{"error":{"summary":"x"}}'])
      assert.equal(verdictOf(odd, shipped).result, 'unknown', odd);
  });

  it('can be run by the name that documents give', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const command = scripts['audit:shipped'] as string;
    assert.match(command, /^node scripts\/audit-shipped\.mjs/);
    execFileSync(process.execPath, ['--check', path.join(ROOT, command.split(' ')[1] as string)]);
  });
});
