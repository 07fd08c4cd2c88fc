/** Desktop entry: the server runs in a Node process of its own. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Checks } from './checks';
import { type Api, CLIENT_ID, CLIENT_NAME, clientOptions, start } from './client';
import { Recovery } from './recovery';

let client: LanguageClient | undefined;

/** The client for Node is loaded here alone, because the same bundle runs in the browser. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const checks = new Checks();
  const recovery = new Recovery(checks, () => void client?.serverProcess?.kill('SIGKILL'));
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const env = { NODE_COMPILE_CACHE: compileCache(context) };
  const run = { module, transport: TransportKind.ipc, options: { env } };
  const debug = { ...run, options: { env, execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, clientOptions(checks, recovery));
  return start(context, client, checks, recovery);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/**
 * Where the server keeps its compiled code from one start to the next (server/src/launcher/). In the extension's own
 * folder, which goes with it.
 */
function compileCache(context: vscode.ExtensionContext): string {
  const { NODE_COMPILE_CACHE: chosen } = process.env;
  return chosen ?? vscode.Uri.joinPath(context.globalStorageUri, 'compile-cache').fsPath;
}
