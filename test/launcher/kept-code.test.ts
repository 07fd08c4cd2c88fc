import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compile, keep, keptFile } from '../../server/src/launcher/kept-code';

const CODE = `(function () { ${'const a = [1, 2, 3].map((n) => n * 2); '.repeat(1)} return a; })`;
const isRoot = process.getuid?.() === 0;

describe('kept code', () => {
  let root: string;
  let file: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'okrlint-kept-'));
    file = keptFile(path.join(root, 'cache'), 'server-1');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const started = () => compile(CODE, 'some.js', file);
  const run = ({ script }: ReturnType<typeof compile>) => (script.runInThisContext() as () => number[])();

  it('is used at the next start, and does the same', () => {
    const first = started();
    assert.equal(first.kept, false);
    assert.deepEqual([...run(first)], [2, 4, 6]);
    keep(first.script, file);
    const second = started();
    assert.equal(second.kept, true);
    assert.deepEqual([...run(second)], [2, 4, 6]);
    assert.deepEqual(readdirSync(path.dirname(file)), [path.basename(file)], 'nothing else is left');
  });

  it('is nobody else’s to write or to read', function () {
    if (process.platform === 'win32') this.skip();
    keep(started().script, file);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(file)).mode & 0o777, 0o700);
  });

  it('does not count where others may write', function () {
    if (process.platform === 'win32') this.skip();
    keep(started().script, file);
    for (const [place, mode] of [
      [file, 0o620],
      [path.dirname(file), 0o722],
    ] as const) {
      const before = statSync(place).mode;
      chmodSync(place, mode);
      assert.equal(started().kept, false, place);
      chmodSync(place, before);
      assert.equal(started().kept, true, place);
    }
    const open = path.join(root, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    keep(started().script, keptFile(open, 'server-1'));
    assert.deepEqual(readdirSync(open), [], 'nothing is put there either');
  });

  it('does not count when it is damaged, and is replaced', () => {
    keep(started().script, file);
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
    for (const damaged of [
      changed,
      whole.subarray(0, whole.length - 8),
      whole.subarray(0, 5),
      Buffer.alloc(0),
    ]) {
      writeFileSync(file, damaged);
      const compiled = started();
      assert.equal(compiled.kept, false, `${damaged.length} bytes`);
      assert.deepEqual([...run(compiled)], [2, 4, 6]);
      keep(compiled.script, file);
      assert.equal(started().kept, true, `${damaged.length} bytes, mended`);
    }
  });

  it('of other code is refused by V8', () => {
    keep(started().script, file);
    const other = compile('(function () { return [1]; })', 'some.js', file);
    assert.equal(other.kept, false);
    assert.deepEqual([...run(other)], [1]);
  });

  it('is not kept, and nothing is said, where the disk takes nothing', () => {
    const taken = path.join(root, 'taken');
    writeFileSync(taken, '');
    keep(started().script, keptFile(taken, 'server-1'));
    if (isRoot || process.platform === 'win32') return;
    chmodSync(root, 0o500);
    keep(started().script, file);
    chmodSync(root, 0o700);
    assert.deepEqual(readdirSync(root), ['taken']);
  });

  it('of versions long gone is removed', () => {
    const old = keptFile(path.dirname(file), 'server-0');
    keep(started().script, old);
    const other = path.join(path.dirname(file), 'notes.txt');
    writeFileSync(other, 'not ours');
    for (const each of [old, other]) utimesSync(each, new Date(0), new Date(0));
    keep(started().script, file);
    assert.deepEqual(readdirSync(path.dirname(file)).sort(), ['notes.txt', path.basename(file)].sort());
  });
});
