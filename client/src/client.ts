/** What the desktop and the browser share: how the language client is set up, and everything around it. */
import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Middleware,
  ResponseError,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import type { Checks } from './checks';
import { registerCommands } from './commands';
import { serveFiles } from './files';
import { readerTexts } from './language';
import { registerModels } from './models';
import { Preview } from './preview';
import type { Recovery } from './recovery';
import { ScorecardPanel } from './scorecard/panel';
import { isShadow } from './shadow';
import { Status } from './status';

export const CLIENT_ID = 'okrlint';
export const CLIENT_NAME = 'okrlint';

/** What `activate` gives to others: VS Code's Markdown extension asks for the first part. */
export interface Api {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  /** For end-to-end tests. */
  readonly status: Status;
  readonly scorecard: ScorecardPanel;
}

/**
 * Only `markdown`: prompts, instructions, agents and skills are Markdown for machines and have ids of their own.
 * Markdown cells of notebooks have the id as well: each is read as a document of its own. And okrlint's own
 * configuration, so that it counts while it is being written.
 */
export function clientOptions(checks: Checks, recovery: Recovery): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'markdown' }, { pattern: '**/.okrlintrc{,.json,.yaml,.yml}' }],
    outputChannelName: CLIENT_NAME,
    errorHandler: recovery,
    initializationOptions: { files: true, showRule: true } satisfies InitializationOptions,
    diagnosticPullOptions: { onChange: true, onSave: false, filter: (document) => isShadow(document.uri) },
    middleware: {
      didOpen: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
      didChange: (event, next) => (isShadow(event.document.uri) ? Promise.resolve() : next(event)),
      didClose: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
      provideDiagnostics: checks.provideDiagnostics,
      provideRenameEdits: refusingRename,
    },
  };
}

/**
 * Where we refuse, VS Code would ask the next extension: Markdown's own would then replace the whole heading that the id
 * stands in. An edit without changes is the end of it.
 */
const refusingRename: NonNullable<Middleware['provideRenameEdits']> = async (
  document,
  position,
  newName,
  token,
  next,
) => {
  try {
    return await next(document, position, newName, token);
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    void vscode.window.showWarningMessage(error.message);
    return new vscode.WorkspaceEdit();
  }
};

/**
 * Registers everything and starts the server in the background: VS Code waits for the activation before it shows any
 * Markdown preview, and must not wait for a server there.
 */
export function start(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  checks: Checks,
  recovery: Recovery,
): Api {
  recovery.attend(client);
  const preview = new Preview(client);
  const scorecard = new ScorecardPanel(context, client);
  const status = new Status(client, checks, recovery);
  context.subscriptions.push(
    checks,
    recovery,
    serveFiles(client),
    registerCommands(context, client, checks, recovery),
    registerModels(client),
    preview,
    scorecard,
    status,
  );
  client.start().then(undefined, (error: unknown) => {
    // One that has ended again and again has been told about.
    if (!recovery.stopped) void reportFailure(client, error);
  });
  return { extendMarkdownIt: preview.extendMarkdownIt, status, scorecard };
}

async function reportFailure(client: BaseLanguageClient, error: unknown): Promise<void> {
  const texts = readerTexts();
  const reason = error instanceof Error ? error.message : String(error);
  const answer = await vscode.window.showErrorMessage(texts.startFailed(reason), texts.showOutput);
  if (answer) client.outputChannel.show();
}
