/** Browser entry: the server runs in a Web Worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { Checks } from './checks';
import { type Api, CLIENT_ID, CLIENT_NAME, clientOptions, start } from './client';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const checks = new Checks();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  // A server that has been stopped does not listen any more: each start has a worker of its own. VS Code's workers are
  // no `Worker` to the client, so it gets the channel.
  const newWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, newWorker, clientOptions(checks));
  return start(context, client, checks);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
