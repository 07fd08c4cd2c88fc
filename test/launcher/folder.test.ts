import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import { folderForCode } from '../../server/src/launcher/folder';

describe('the folder for compiled code', () => {
  const NAMES = ['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE', 'XDG_CACHE_HOME', 'LOCALAPPDATA'];
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  beforeEach(() => {
    delete process.env.NODE_COMPILE_CACHE;
    delete process.env.NODE_DISABLE_COMPILE_CACHE;
  });
  afterEach(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  it('is the user’s own', async () => {
    const folder = await folderForCode();
    assert.ok(folder && path.isAbsolute(folder) && folder.includes('okrlint'), folder);
  });

  it('is where the environment says', async () => {
    const chosen = path.join(os.tmpdir(), 'chosen');
    process.env.NODE_COMPILE_CACHE = chosen;
    assert.equal(await folderForCode(), path.join(chosen, 'okrlint'));
  });

  it('is none where the environment wants none', async () => {
    process.env.NODE_DISABLE_COMPILE_CACHE = '1';
    assert.equal(await folderForCode(), undefined);
  });

  it('never depends on where somebody works', async () => {
    process.env.NODE_COMPILE_CACHE = 'node_modules/.cache';
    assert.equal(await folderForCode(), undefined);
    delete process.env.NODE_COMPILE_CACHE;
    process.env.XDG_CACHE_HOME = '.cache';
    process.env.LOCALAPPDATA = 'cache';
    const folder = await folderForCode();
    assert.ok(folder === undefined || process.platform === 'darwin', folder);
  });
});
