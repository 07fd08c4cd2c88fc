/** Desktop entry: the server runs in a Node process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Checks } from './checks';
import { type Api, CLIENT_ID, CLIENT_NAME, clientOptions, start } from './client';
import { Recovery } from './recovery';

let client: LanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const checks = new Checks();
  const recovery = new Recovery(checks, () => void client?.serverProcess?.kill('SIGKILL'));
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, clientOptions(checks, recovery));
  return start(context, client, checks, recovery);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
