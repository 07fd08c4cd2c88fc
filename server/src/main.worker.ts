/** The language server in a Web Worker, for VS Code in the browser. */
import { sessionOrder } from './lsp/lifecycle';
import { startServer } from './lsp/server';

/** Starts the server. The packages for workers are loaded here alone, because the same bundle runs in Node. */
export async function main(): Promise<void> {
  const { BrowserMessageReader, BrowserMessageWriter, createConnection } = await import(
    'vscode-languageserver/browser'
  );
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  startServer(
    createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
      messageStrategy: sessionOrder(),
    }),
  );
}
