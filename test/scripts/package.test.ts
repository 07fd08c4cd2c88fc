import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Vsce {
  listFiles(options: { cwd: string; packageManager: number }): Promise<string[]>;
  PackageManager: { None: number };
}
const vsce: Vsce = createRequire(import.meta.url)('@vscode/vsce');

/** What the VSIX may hold. */
const WANTED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/extension.js',
  'dist/language-server.js',
  'dist/package.json',
  'dist/scorecard.js',
  'dist/server.js',
  'docs/images/icon.png',
  'l10n/bundle.l10n.vi.json',
  'media/walkthrough/write.svg',
  'package.json',
  'package.nls.json',
  'package.nls.vi.json',
  'schemas/okrlintrc.schema.json',
  'snippets/en.json',
  'syntaxes/okr.tmLanguage.json',
];

/** What lies beside it in the repository. */
const UNWANTED = [
  '.ci/run',
  '.dependency-cruiser.cjs',
  '.editorconfig',
  '.mocharc.json',
  '.vscode/launch.json',
  'CONTRIBUTING.md',
  'biome.json',
  'client/src/extension.node.ts',
  'dist/cli.js',
  'dist/extension.js.map',
  'dist/meta.json',
  'dist/meta/server.json',
  'docs/images/hover.png',
  'docs/rules/kr-activity.md',
  'examples/sales.okr.md',
  'node_modules/mocha/package.json',
  'okrlint-0.1.0.vsix',
  'package-lock.json',
  'scripts/build.mjs',
  'server/src/main.node.ts',
  'server/src/rules/en.yaml',
  'test/e2e/out/suite.js',
  'tsconfig.json',
];

describe('the VSIX', function () {
  this.timeout(30_000);

  it('holds what runs in VS Code and what its page shows, and nothing else', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-package-'));
    try {
      for (const file of [...WANTED, ...UNWANTED]) {
        mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
        writeFileSync(path.join(folder, file), '');
      }
      copyFileSync(path.join(ROOT, '.vscodeignore'), path.join(folder, '.vscodeignore'));
      copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
      const files = await vsce.listFiles({ cwd: folder, packageManager: vsce.PackageManager.None });
      assert.deepEqual(files.sort(), WANTED);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('holds every file that package.json names', async () => {
    const manifest = createRequire(import.meta.url)(path.join(ROOT, 'package.json'));
    const contributed = ['snippets', 'grammars', 'jsonValidation'].flatMap((point) =>
      ((manifest.contributes?.[point] ?? []) as { path?: string; url?: string }[]).map(
        ({ path: file, url }) => file ?? url,
      ),
    );
    const named = [manifest.icon, ...contributed].filter(
      (file): file is string => typeof file === 'string' && !file.startsWith('http'),
    );
    const files = await vsce.listFiles({ cwd: ROOT, packageManager: vsce.PackageManager.None });
    for (const file of named)
      assert.ok(files.includes(path.posix.normalize(file)), `${file} is not in the VSIX`);
  });
});

describe('the README', () => {
  it('shows only pictures that exist', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\((?!https?:)([^)]+)\)/g)].map(([, file = '']) => file);
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((file) => !existsSync(path.join(ROOT, file))),
      [],
    );
  });
});
