/** The commands, all of the category OKR. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Checks } from '../checks';
import { readerTexts } from '../language';
import type { Recovery } from '../recovery';
import { checkWorkspace } from './check-workspace';
import { openExample } from './example';
import { explain, rewrite } from './finding';
import { newDocument } from './new-document';
import { showRule } from './rules';
import { setLanguage, toggleCodeLens } from './settings';

export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  checks: Checks,
  recovery: Recovery,
): vscode.Disposable {
  const commands: Record<string, (given?: never) => unknown> = {
    newDocument: newDocument(context, client),
    openExample: openExample(context),
    explain,
    rewrite,
    checkWorkspace: checkWorkspace(context, client, checks),
    showRule: showRule(client),
    setLanguage,
    toggleCodeLens,
    restartServer: async () => {
      await recovery.restart();
      vscode.window.setStatusBarMessage(readerTexts().restarted, 3000);
    },
    showOutput: () => client.outputChannel.show(),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`okrlint.${name}`, run)),
  );
}
