/** The bundle of the server where there is no Node: what VS Code in the browser runs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const SERVER = path.resolve(import.meta.dirname, '../../dist/language-server.js');

interface Message {
  id?: number;
  method?: string;
  params?: { diagnostics?: { code: string }[] };
  result?: { serverInfo?: { name: string } };
}

type Listener = (event: { data: unknown }) => void;

/** A Web Worker's global scope as far as the server may count on it; whatever else it touches throws. */
function workerScope() {
  const received: Message[] = [];
  const scope = {
    importScripts: () => {
      throw new Error('blocked');
    },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    URL,
    MessageChannel,
    performance,
    postMessage: (message: Message) => void received.push(message),
    addEventListener: () => {},
    onmessage: undefined as Listener | undefined,
  };
  return {
    context: vm.createContext(Object.assign(scope, { self: scope })),
    received,
    send: (data: unknown) => scope.onmessage?.({ data }),
  };
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let n = 0; n < 200; n++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come.');
}

describe('the bundled server in a Web Worker', () => {
  it('starts and lints without any Node module', async () => {
    const { context, received, send } = workerScope();
    vm.runInContext(readFileSync(SERVER, 'utf8').replace(/^#!.*/, ''), context);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const call = (message: object) => send({ jsonrpc: '2.0', ...message });
    call({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null },
    });
    const answer = await until(() => received.find(({ id }) => id === 1));
    assert.equal(answer.result?.serverInfo?.name, 'okrlint');
    call({ method: 'initialized', params: {} });
    const text = '# Objective 1: Shops reorder by themselves\n\n- KR 1: Launch the new portal\n';
    const textDocument = { uri: 'file:///a.okr.md', languageId: 'markdown', version: 1, text };
    call({ method: 'textDocument/didOpen', params: { textDocument } });
    const published = await until(() =>
      received.find(({ method }) => method === 'textDocument/publishDiagnostics'),
    );
    assert.ok(published.params?.diagnostics?.some(({ code }) => code === 'kr-activity'));
  });
});
