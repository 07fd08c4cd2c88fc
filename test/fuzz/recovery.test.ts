/** A server that is killed in the middle of an edit: the next one starts from what the editor has. */
import assert from 'node:assert/strict';
import { RawClient } from '../protocol/raw-client';

const URI = 'file:///crash.okr.md';
const CAPABILITIES = { textDocument: { diagnostic: {} } };
const TEXT = '# OKRs\n\n## Objective 1: Shops reorder by themselves\n\n- KR 1: Launch the portal\n';
/** `vscode-languageclient` restarts a server that ends up to so many times in three minutes. */
const RESTARTS = 4;

async function open(client: RawClient, text: string, version: number): Promise<unknown> {
  client.notify('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version, text },
  });
  return (await client.request('textDocument/diagnostic', { textDocument: { uri: URI } })).result;
}

describe('a server that is killed between two key presses', function () {
  this.timeout(60_000);

  it('is followed by one that takes the text where it is, as often as the client restarts it', async () => {
    let text = TEXT;
    let version = 1;
    for (let n = 0; n <= RESTARTS; n++) {
      const client = await RawClient.start(CAPABILITIES);
      try {
        const { items } = (await open(client, text, version)) as { items: { code: string }[] };
        assert.ok(items.some(({ code }) => code === 'kr-activity'));
        // Half of a message is on its way when it dies.
        client.write('Content-Length: 400\r\n\r\n{"jsonrpc":"2.0","method":"textDocument/did');
        client.kill();
        assert.equal(await client.exited, null);
        text += `- KR ${n + 2}: Phone more owners\n`;
        version++;
      } finally {
        client.kill();
      }
    }
    const fresh = await RawClient.start(CAPABILITIES);
    try {
      const { items } = (await open(fresh, text, version)) as { items: { code: string }[] };
      assert.equal(items.filter(({ code }) => code === 'kr-activity').length, RESTARTS + 2);
    } finally {
      fresh.kill();
    }
  });

  it('sends no edit of its own accord', async () => {
    const client = await RawClient.start(CAPABILITIES);
    try {
      const asked: (string | undefined)[] = [];
      client.onMessage = ({ method }) => asked.push(method);
      await open(client, TEXT, 1);
      assert.ok(!asked.includes('workspace/applyEdit'));
    } finally {
      client.kill();
    }
  });
});
