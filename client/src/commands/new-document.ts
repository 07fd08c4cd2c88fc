/** "OKR: New document for a team": a file from the team's template, or an untitled document where there is no folder. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TEAMS, type Team, type TeamsParams, type TeamsResult } from '../../../server/src/lsp/protocol';
import { LANGUAGES, type Language } from '../../../server/src/text/language';
import { readerLanguage, readerTexts } from '../language';
import { textsOf } from '../texts';

/** What a key binding or a link may give, so that nobody is asked. */
interface Choice {
  readonly language?: Language;
  /** Id of a team. */
  readonly team?: string;
}

const MOST_COPIES = 99;

export function newDocument(context: vscode.ExtensionContext, client: BaseLanguageClient) {
  return async (given?: Choice): Promise<vscode.Uri | undefined> => {
    const language = known(given?.language) ?? (await pickLanguage());
    if (!language) return undefined;
    const team = await pickTeam(client, language, given?.team);
    if (!team) return undefined;
    try {
      const template = await templateOf(context.extensionUri, language, team);
      const editor = await emptyEditor(`${team.slug}-${cycleOf(new Date()).toLowerCase()}`);
      if (!editor) return undefined;
      await editor.insertSnippet(new vscode.SnippetString(template), new vscode.Position(0, 0));
      if (!editor.document.isUntitled) await editor.document.save();
      return editor.document.uri;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(readerTexts().newDocument.failed(reason));
      return undefined;
    }
  };
}

/** The quarter that a day is in: `2026-Q4`. */
export function cycleOf(day: Date): string {
  return `${day.getFullYear()}-Q${Math.floor(day.getMonth() / 3) + 1}`;
}

function known(language: unknown): Language | undefined {
  return LANGUAGES.find((each) => each === language);
}

async function pickLanguage(): Promise<Language | undefined> {
  const own = readerLanguage();
  const rest = LANGUAGES.filter((language) => language !== own);
  const items = [own, ...rest].map((language) => ({ label: textsOf(language).languageName, language }));
  const picked = await vscode.window.showQuickPick(items, { title: readerTexts().newDocument.language });
  return picked?.language;
}

async function pickTeam(
  client: BaseLanguageClient,
  language: Language,
  id: string | undefined,
): Promise<Team | undefined> {
  const teams = await client.sendRequest<TeamsResult>(TEAMS, { language } satisfies TeamsParams);
  const given = teams.find((team) => team.id === id);
  if (given) return given;
  const items = teams.map((team) => ({ label: team.name, team }));
  const title = textsOf(language).newDocument.team;
  return (await vscode.window.showQuickPick(items, { title }))?.team;
}

/** The snippet that holds a whole document of the team. */
async function templateOf(extension: vscode.Uri, language: Language, { slug }: Team): Promise<string> {
  const file = vscode.Uri.joinPath(extension, 'snippets', `${language}.json`);
  const bytes = await vscode.workspace.fs.readFile(file);
  const snippets = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    string,
    { prefix: string[]; body: string[] }
  >;
  const snippet = Object.values(snippets).find(({ prefix }) => prefix.includes(`okr-${slug}`));
  if (!snippet) throw new Error(`okr-${slug}?`);
  return snippet.body.join('\n');
}

/** An editor on a new, empty file `okrs/<name>.okr.md`, or on an untitled document. */
async function emptyEditor(name: string): Promise<vscode.TextEditor | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  );
  const folder =
    folders.length > 1
      ? await vscode.window.showWorkspaceFolderPick({ placeHolder: readerTexts().newDocument.folder })
      : folders[0];
  if (folders.length > 1 && !folder) return undefined;
  const document = folder
    ? await vscode.workspace.openTextDocument(await newFile(folder.uri, name))
    : await vscode.workspace.openTextDocument({ language: 'markdown' });
  return vscode.window.showTextDocument(document);
}

/** Makes the file under the first name that is free: nothing is ever overwritten. */
async function newFile(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let copy = 1; copy <= MOST_COPIES; copy++) {
    const file = vscode.Uri.joinPath(folder, 'okrs', `${name}${copy === 1 ? '' : `-${copy}`}.okr.md`);
    if (await exists(file)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(file, { overwrite: false, ignoreIfExists: false });
    if (await vscode.workspace.applyEdit(edit)) return file;
  }
  throw new Error(`okrs/${name}.okr.md`);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
