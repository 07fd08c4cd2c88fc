import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, missingPackages, reasonToInstall } from '../../scripts/lib/install.mjs';

const LOCK = { packages: { '': { name: 'x' }, 'node_modules/a': { version: '1.0.0' } } };

describe('the installation of packages', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'okrlint-install-'));
    write('package-lock.json', LOCK, 100);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Writes a lock file with a time, in seconds, as its date. */
  function write(file: string, lock: unknown, time: number): void {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(lock));
    utimesSync(path.join(root, file), time, time);
  }

  it('is needed when there is no node_modules', () => {
    assert.match(reasonToInstall(root) ?? '', /not installed/);
  });

  it('is not needed when the packages are newer than the lock file', () => {
    write('node_modules/.package-lock.json', { packages: {} }, 200);
    assert.equal(reasonToInstall(root), undefined);
  });

  it('is needed when a newer lock file asks for other packages', () => {
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } }, 50);
    assert.match(reasonToInstall(root) ?? '', /out of date \(a\)/);
  });

  it('is not needed when a newer lock file asks for the same packages, as after a checkout', () => {
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } }, 50);
    assert.equal(reasonToInstall(root), undefined);
  });

  it('does not miss optional packages, which are for other computers', () => {
    const wanted = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b/node_modules/@c/d': { version: '2.0.0' },
      'node_modules/@esbuild/win32-x64': { version: '1.0.0', optional: true },
    };
    assert.deepEqual(missingPackages(wanted, { 'node_modules/a': { version: '1.0.0' } }), ['@c/d']);
  });

  it('works on other computers: the lock file knows the packages of every platform', () => {
    const file = path.resolve(import.meta.dirname, '../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const known = new Set(Object.keys(packages).map((where) => where.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    assert.ok(wanted.length > 10);
    assert.deepEqual(
      wanted.filter((name) => !known.has(name)),
      [],
    );
  });

  it('never empties a folder that node_modules links to', async () => {
    mkdirSync(path.join(root, 'elsewhere'));
    symlinkSync(path.join(root, 'elsewhere'), path.join(root, 'node_modules'), 'junction');
    await assert.rejects(ensureInstalled(root), /node_modules is a link to .*elsewhere/);
  });
});
