/** Browser entry: the server runs in a Web Worker. */
import * as vscode from 'vscode';
import type { LanguageClient, MessageTransports } from 'vscode-languageclient/browser';
import { Checks } from './checks';
import { type Api, CLIENT_ID, CLIENT_NAME, clientOptions, start } from './client';
import { Recovery } from './recovery';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** The client for browsers is loaded here alone, because the same bundle runs in Node. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
    'vscode-languageclient/browser'
  );
  /** A worker's end closes nothing by itself. */
  class WorkerReader extends BrowserMessageReader {
    lost(): void {
      this.fireClose();
    }
  }
  const checks = new Checks();
  let reader: WorkerReader | undefined;
  const recovery = new Recovery(checks, () => {
    worker?.terminate();
    reader?.lost();
  });
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'language-server.js').toString(true);
  // A server that has been stopped does not listen any more: each start has a worker of its own. VS Code's workers are
  // no `Worker` to the client, so it gets the channel.
  const newWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    reader = new WorkerReader(worker);
    return { reader, writer: new BrowserMessageWriter(worker) };
  };
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, newWorker, clientOptions(checks, recovery));
  return start(context, client, checks, recovery);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
