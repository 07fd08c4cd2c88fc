/** The language server in a Web Worker, for VS Code in the browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { sessionOrder } from './lsp/lifecycle';
import { startServer } from './lsp/server';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
startServer(
  createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
    messageStrategy: sessionOrder(),
  }),
);
