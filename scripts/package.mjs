#!/usr/bin/env node
// @ts-check
/** `npm run package`: the VSIX, made by vsce and packed once more as tightly as it goes. Needs a build. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { packZip } from './lib/vsix.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const target = path.join(ROOT, `${name}-${version}.vsix`);

const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-vsix-'));
try {
  const draft = path.join(folder, 'draft.vsix');
  const vsce = createRequire(import.meta.url)('@vscode/vsce');
  await vsce.createVSIX({ cwd: ROOT, packagePath: draft, dependencies: false });
  writeFileSync(target, await packZip(unzipSync(readFileSync(draft))));
  console.log(`${path.basename(target)}  ${(readFileSync(target).length / 1024).toFixed(0)} KB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
