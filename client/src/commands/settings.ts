/** Commands that change a setting. */
import * as vscode from 'vscode';
import { LANGUAGES } from '../../../server/src/text/language';
import { readerTexts } from '../language';
import { textsOf } from '../texts';

/** "OKR: Set language": `language` where a link or key binding gives it. */
export async function setLanguage(language?: unknown): Promise<void> {
  const choices = ['auto', ...LANGUAGES] as const;
  const chosen = choices.find((choice) => choice === language) ?? (await pickLanguage(choices));
  if (chosen) await update('language', chosen);
}

/** "OKR: Toggle the summary above objectives". */
export async function toggleCodeLens(): Promise<void> {
  const on = vscode.workspace.getConfiguration('okrlint').get<boolean>('codeLens') === false;
  await update('codeLens', on);
  vscode.window.setStatusBarMessage(readerTexts().codeLens[on ? 'on' : 'off'], 3000);
}

async function pickLanguage<L extends string>(choices: readonly L[]): Promise<L | undefined> {
  const { setLanguage: texts } = readerTexts();
  const current = vscode.workspace.getConfiguration('okrlint').get('language');
  const items = choices.map((choice) => {
    const language = LANGUAGES.find((known) => known === choice);
    return {
      label: language ? textsOf(language).languageName : texts.auto,
      ...(language ? {} : { detail: texts.autoDetail }),
      ...(choice === current ? { description: texts.current } : {}),
      choice,
    };
  });
  return (await vscode.window.showQuickPick(items, { title: texts.title }))?.choice;
}

/** Where the setting is already set it is changed there, else for the user: the change must be seen to work. */
async function update(key: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(
    'okrlint',
    vscode.window.activeTextEditor?.document,
  );
  const set = configuration.inspect(key);
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update(key, value, target);
}
