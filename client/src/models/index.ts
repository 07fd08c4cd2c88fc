/** Everything with language models: optional, and never on the way of a key press. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findingsOf } from '../commands/finding';
import { readerTexts } from '../language';
import { canHaveModels } from './api';
import { registerProposals } from './compare';
import { rewriteWithModel } from './rewrite';
import { registerCheckTool } from './tool';

const COMMAND = 'okrlint.rewriteWithModel';
const KIND = vscode.CodeActionKind.RefactorRewrite.append('okrlint.model');

export function registerModels(client: BaseLanguageClient): vscode.Disposable {
  const parts = [
    registerProposals(),
    vscode.commands.registerCommand(COMMAND, rewriteWithModel(client)),
    registerCheckTool(client),
    canHaveModels() ? offerRewrites() : undefined,
  ];
  return vscode.Disposable.from(...parts.filter((part) => part !== undefined));
}

/** An entry in the menu of rewrites, only where there is a finding and a model. Models are looked for when first needed. */
function offerRewrites(): vscode.Disposable {
  let models: Promise<boolean> | undefined;
  const look = async (): Promise<boolean> => {
    try {
      return (await vscode.lm.selectChatModels()).length > 0;
    } catch {
      return false;
    }
  };
  return vscode.Disposable.from(
    vscode.lm.onDidChangeChatModels(() => {
      models = undefined;
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        async provideCodeActions(document, range) {
          if (!findingsOf(document).some((finding) => finding.range.intersection(range))) return [];
          models ??= look();
          if (!(await models)) return [];
          const action = new vscode.CodeAction(readerTexts(document).model.action, KIND);
          action.command = { command: COMMAND, title: action.title };
          return [action];
        },
      },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}
