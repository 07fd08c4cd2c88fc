/** Who opens a large document is told first what its top holds, then everything. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticRefreshRequest,
} from 'vscode-languageserver-protocol';
import { TestClient } from './harness';

const URI = 'file:///plans/large.okr.md';
const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };
const REFRESHES: ClientCapabilities = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };

/** Objectives with two sound key results each; every third has one that names work. `least` UTF-16 units. */
function plan(least: number): string {
  let text = '# OKRs Q3 2026\n\nowner: @linh\n\n';
  for (let n = 1; text.length < least; n++) {
    text += `## Objective ${n}: Shops in district ${n} reorder without being asked\n\n`;
    text += `- KR 1: Raise repeat orders from ${n + 12}% to ${n + 20}% by 30 Sep [0.5]\n`;
    text += `- KR 2: Cut late deliveries from ${n + 40} to ${n + 20} per month by 30 Sep [0.4]\n`;
    text += n % 3 === 0 ? `- KR 3: Phone more owners of shop ${n} [0.1]\n\n` : '\n';
  }
  return text;
}
const LARGE = plan(300_000);

const briefly = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, range, message }) => JSON.stringify([code, range, message]));
const itemsOf = (report: Awaited<ReturnType<TestClient['pull']>>) =>
  report.kind === 'full' ? report.items : [];

/** Some of `all`, and all of that kind that stand before the last of them. */
function beginsLike(first: readonly Diagnostic[], all: readonly Diagnostic[]): void {
  const known = new Set(briefly(all));
  for (const one of briefly(first)) ok(known.has(one), one);
  const lastLine = first.at(-1)?.range.start.line ?? 0;
  const until = all.filter(({ code, range }) => code === 'kr-activity' && range.start.line <= lastLine);
  deepStrictEqual(briefly(first.filter(({ code }) => code === 'kr-activity')), briefly(until));
}

describe('first findings of a large document', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.kill());

  it('are published before all findings are', async () => {
    client = await TestClient.start();
    await client.open(URI, LARGE);
    const first = await client.diagnostics(URI);
    const all = await client.nextDiagnostics(URI);
    strictEqual(first.version, 1);
    strictEqual(all.version, 1);
    ok(first.diagnostics.length > 10, String(first.diagnostics.length));
    ok(all.diagnostics.length > 5 * first.diagnostics.length);
    beginsLike(first.diagnostics, all.diagnostics);
  });

  it('are told once: who goes on typing gets all for what the text is then', async () => {
    client = await TestClient.start();
    await client.open(URI, LARGE);
    await client.diagnostics(URI);
    const at = { line: 4, character: 3 };
    await client.change(URI, { range: { start: at, end: at }, text: 'Our ' });
    const all = await client.diagnostics(URI);
    strictEqual(all.version, 2);
    ok(all.diagnostics.length > 100, String(all.diagnostics.length));
    strictEqual(client.published.length, 2);
  });

  it('are answered to who pulls and can be asked to pull again', async () => {
    client = await TestClient.start({ capabilities: REFRESHES });
    const asked = new Promise<void>((resolve) => {
      client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    await client.open(URI, LARGE);
    const first = await client.pull(URI);
    strictEqual(first.resultId, undefined);
    await asked;
    const all = await client.pull(URI);
    ok(all.resultId);
    ok(itemsOf(all).length > 5 * itemsOf(first).length);
    beginsLike(itemsOf(first), itemsOf(all));
  });

  it('are not told to who could not be asked to pull again, nor of what is soon read', async () => {
    client = await TestClient.start({ capabilities: PULLS });
    await client.open(URI, LARGE);
    const all = await client.pull(URI);
    ok(all.resultId);
    ok(itemsOf(all).length > 100);
    client.kill();
    client = await TestClient.start();
    await client.open(URI, plan(200_000));
    const only = await client.diagnostics(URI);
    ok(only.diagnostics.length > 100, String(only.diagnostics.length));
  });

  it('do not count a statement that the cut goes through', async () => {
    client = await TestClient.start();
    // The number that makes a result of it stands behind the first 20,000 units.
    const before = plan(19_300);
    const crossing = `- KR 3: Phone ${'owner after owner\n  '.repeat(60)}until churn falls from 9% to 5%\n\n`;
    ok(before.length + crossing.length > 20_100);
    await client.open(URI, before + crossing + LARGE);
    const first = await client.diagnostics(URI);
    const line = before.split('\n').length - 1;
    deepStrictEqual(
      first.diagnostics.filter(({ range }) => range.start.line >= line),
      [],
    );
    ok(first.diagnostics.length > 10);
  });

  it('say nothing of a document without OKRs', async () => {
    client = await TestClient.start();
    await client.open('file:///notes/log.md', 'We phoned more owners today.\n'.repeat(12_000));
    const only = await client.diagnostics('file:///notes/log.md');
    deepStrictEqual(only.diagnostics, []);
  });
});
