/** What the bundles may touch: no network, no other process, no code made from text. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RawClient } from '../protocol/raw-client';

const NO_EVAL = '--disallow-code-generation-from-strings';
const DIST = path.resolve(import.meta.dirname, '../../dist');
/** What runs in editors and on the command line; `server.js` only starts the language server. */
const BUNDLES = ['language-server.js', 'extension.js', 'cli.js'];
const bundle = (name: string) => readFileSync(path.join(DIST, name), 'utf8');

/** Node modules that a bundle asks for. */
function modulesOf(code: string): string[] {
  const found = [...code.matchAll(/\b[\w$]+\("((?:node:)?[a-z_]+(?:\/[a-z_]+)?)"\)/g)].map(
    ([, id = '']) => id,
  );
  return [...new Set(found.map((id) => id.replace(/^node:/, '')))].filter((id) => KNOWN.has(id)).sort();
}
const NETWORK = ['http', 'https', 'http2', 'dgram', 'dns', 'tls', 'undici', 'inspector'];
const KNOWN = new Set([
  ...NETWORK,
  'net',
  'child_process',
  'cluster',
  'vm',
  'worker_threads',
  'fs',
  'os',
  'path',
  'url',
  'util',
  'crypto',
]);

describe('the bundles', () => {
  it('use no module of the network; net only carries the protocol (--pipe, --socket)', () => {
    for (const name of BUNDLES)
      assert.deepEqual(
        modulesOf(bundle(name)).filter((id) => NETWORK.includes(id)),
        [],
        name,
      );
    assert.ok(!modulesOf(bundle('cli.js')).includes('net'));
  });

  it('call nothing of the browser that loads or sends', () => {
    const calls =
      /\b(?:fetch|importScripts|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\s*\(/g;
    for (const name of BUNDLES) assert.deepEqual(bundle(name).match(calls) ?? [], [], name);
  });

  it('make no code from text', () => {
    const made = /\beval\s*\(|\bnew Function\s*\(|\bFunction\s*\(\s*["'`]|\brunIn(?:This|New)?Context\s*\(/g;
    for (const name of BUNDLES) assert.deepEqual(bundle(name).match(made) ?? [], [], name);
  });

  it('start a process only in the client, for the server', () => {
    assert.ok(modulesOf(bundle('extension.js')).includes('child_process'));
    for (const id of ['cluster', 'vm', 'worker_threads'])
      assert.ok(!modulesOf(bundle('language-server.js')).includes(id), `the server uses ${id}`);
  });
});

describe('a run', function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okrlint-safety-'));
    // Whoever opens a connection, looks up a name, or starts a process ends the run.
    writeFileSync(
      path.join(folder, 'guard.cjs'),
      `const die = (what) => () => { process.stderr.write('FORBIDDEN ' + what + '\\n'); process.exit(99); };
const net = require('node:net'); net.Socket.prototype.connect = die('connect'); net.connect = net.createConnection = die('connect');
const http = require('node:http'), https = require('node:https');
http.request = http.get = https.request = https.get = die('http'); globalThis.fetch = die('fetch');
const dns = require('node:dns'); dns.lookup = dns.resolve = die('dns'); require('node:dgram').createSocket = die('dgram');
const cp = require('node:child_process'); for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) cp[name] = die(name);
const vm = require('node:vm'); vm.runInThisContext = die('vm'); globalThis.eval = die('eval');`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const node = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [NO_EVAL, '-r', path.join(folder, 'guard.cjs'), ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });

  it('of the command line needs no network and no process', () => {
    writeFileSync(
      path.join(folder, 'a.okr.md'),
      '# OKRs\n\n## Objective 1: Shops reorder\n\n- KR 1: Launch it\n',
    );
    const { status, stdout, stderr } = node([path.join(DIST, 'cli.js'), '--format', 'json', 'a.okr.md']);
    assert.doesNotMatch(stderr, /FORBIDDEN/);
    assert.ok(status === 0 || status === 1, stderr);
    assert.match(stdout, /kr-activity/);
  });

  it('of the server, from the handshake to diagnostics and the end, needs neither', async () => {
    const client = new RawClient(['--stdio'], [NO_EVAL, '-r', path.join(folder, 'guard.cjs')]);
    try {
      await client.initialize({ textDocument: { diagnostic: {} } });
      const uri = 'file:///a.okr.md';
      const text = '# OKRs\n\n## Objective 1: Shops reorder\n\n- KR 1: Launch <https://example.org/x>\n';
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.match(JSON.stringify(result), /kr-activity/);
      await client.request('textDocument/hover', {
        textDocument: { uri },
        position: { line: 4, character: 9 },
      });
      assert.equal(await client.stop(), 0);
      assert.doesNotMatch(client.stderr, /FORBIDDEN/);
    } finally {
      client.kill();
    }
  });
});
