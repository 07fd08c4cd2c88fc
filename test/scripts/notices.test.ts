import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noticesOf } from '../../scripts/lib/notices.mjs';

describe('the notices of bundled packages', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'okrlint-notices-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function install(name: string, license: string, text?: string): void {
    const folder = path.join(root, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    if (text !== undefined) writeFileSync(path.join(folder, 'License.txt'), text);
  }
  const bundle = (...files: string[]) => [
    { outputs: { 'dist/a.js': output(Object.fromEntries(files.map((file) => [file, 10]))) } },
  ];
  const output = (bytes: Record<string, number>) => ({
    bytes: 0,
    imports: [],
    exports: [],
    inputs: Object.fromEntries(
      Object.entries(bytes).map(([file, bytesInOutput]) => [file, { bytesInOutput }]),
    ),
  });

  it('name every package with its licence, and one text only once', () => {
    install('b', 'MIT', 'Do what you like.');
    install('@scope/a', 'MIT', 'Do what you like.');
    install('c', 'ISC', 'Copyright C.');
    const notices = noticesOf(
      root,
      bundle(
        'server/src/x.ts',
        'node_modules/b/index.js',
        'node_modules/b/lib/more.js',
        'node_modules/@scope/a/index.js',
        'node_modules/c/index.js',
      ),
    );
    assert.match(notices, /@scope\/a 1\.2\.3 \(MIT\)\nb 1\.2\.3 \(MIT\)\n\nDo what you like\./);
    assert.match(notices, /c 1\.2\.3 \(ISC\)\n\nCopyright C\./);
    assert.equal(notices.split('Do what you like.').length, 2);
  });

  it('leave out what the bundler dropped', () => {
    install('unused', 'GPL-3.0');
    const metafile = { outputs: { 'dist/a.js': output({ 'node_modules/unused/index.js': 0 }) } };
    assert.doesNotMatch(noticesOf(root, [metafile]), /unused/);
  });

  it('stop the build at a licence that nobody has looked at, and at a missing text', () => {
    install('viral', 'GPL-3.0', 'Copyleft.');
    assert.throws(() => noticesOf(root, bundle('node_modules/viral/index.js')), /viral is GPL-3\.0/);
    install('silent', 'MIT');
    assert.throws(
      () => noticesOf(root, bundle('node_modules/silent/index.js')),
      /silent has no licence text/,
    );
  });
});
