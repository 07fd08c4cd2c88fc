/** What the desktop and the browser share: how the language client is set up, commands and the status item. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { serveFiles } from './files';

export const CLIENT_ID = 'okrlint';
export const CLIENT_NAME = 'okrlint';

/**
 * Texts that show what stands elsewhere already (old versions in a diff, output, chat): findings in them would be
 * listed twice or could not be acted on.
 */
const SHADOW_SCHEMES = new Set([
  'git',
  'gitfs',
  'gitlens',
  'output',
  'comment',
  'vscode-scm',
  'review',
  'pr',
]);

function isShadow(uri: vscode.Uri): boolean {
  return (
    SHADOW_SCHEMES.has(uri.scheme) || uri.scheme.startsWith('chat') || uri.scheme.startsWith('vscode-chat')
  );
}

/**
 * Only `markdown`: prompts, instructions, agents and skills are Markdown for machines and have ids of their own. And
 * okrlint's own configuration, so that it counts while it is being written.
 */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'markdown' }, { pattern: '**/.okrlintrc{,.json,.yaml,.yml}' }],
    outputChannelName: CLIENT_NAME,
    initializationOptions: { files: true } satisfies InitializationOptions,
    diagnosticPullOptions: { onChange: true, onSave: false, filter: (document) => isShadow(document.uri) },
    middleware: {
      didOpen: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
      didChange: (event, next) => (isShadow(event.document.uri) ? Promise.resolve() : next(event)),
      didClose: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
    },
  };
}

/** Starts the client and registers the commands; everything is disposed with the extension. */
export async function start(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(
    serveFiles(client),
    vscode.commands.registerCommand('okrlint.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('okrlint.showOutput', () => client.outputChannel.show()),
  );
  await client.start();
}
