/** The server as it is started: the second time with what was compiled the first time. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SERVER } from './harness';
import { RawClient } from './raw-client';

const TEXT = '# OKRs\n\n## Objective 1: Shops reorder\n\n- KR 1: Call more customers\n';

describe('the launcher', function () {
  this.timeout(30_000);
  let folder: string;
  const { NODE_COMPILE_CACHE: before } = process.env;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okrlint-launcher-'));
    process.env.NODE_COMPILE_CACHE = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
    else process.env.NODE_COMPILE_CACHE = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const files = () => {
    const place = path.join(folder, 'okrlint');
    return existsSync(place) ? readdirSync(place).map((name) => path.join(place, name)) : [];
  };

  /** Diagnostics of a document by a server of its own, which lives until `enough`. */
  async function diagnosed(enough: () => boolean): Promise<string> {
    const client = await RawClient.start({ textDocument: { diagnostic: {} } });
    try {
      const uri = 'file:///a.okr.md';
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
      });
      const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
      while (!enough()) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(await client.stop(), 0);
      return JSON.stringify(result);
    } finally {
      client.kill();
    }
  }

  it('keeps what was compiled, uses it, and gets over a damaged file', async () => {
    const first = await diagnosed(() => files().some((file) => file.endsWith('.compiled')));
    assert.match(first, /kr-activity/);
    const [file = ''] = files();
    const whole = readFileSync(file);
    assert.equal(await diagnosed(() => true), first);
    assert.deepEqual(readFileSync(file), whole, 'used as it is');

    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 1000, 200_000);
    writeFileSync(file, damaged);
    assert.equal(await diagnosed(() => !readFileSync(file).equals(damaged)), first);
  });

  it('says what is wrong where the server is missing', () => {
    const launcher = path.join(folder, 'server.js');
    cpSync(SERVER, launcher);
    const { status, stderr } = spawnSync(process.execPath, [launcher, '--stdio'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /okrlint: the language server cannot start: .*language-server\.js/);
    assert.match(stderr, /install okrlint again/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
});
