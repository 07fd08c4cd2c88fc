/** "OKR: Open an example": a document with good and weak key results, for the walkthrough and for trying out. */
import * as vscode from 'vscode';
import { LANGUAGES } from '../../../server/src/text/language';
import { readerLanguage } from '../language';

export function openExample(context: vscode.ExtensionContext) {
  return async (given?: unknown): Promise<void> => {
    const language = LANGUAGES.find((known) => known === given) ?? readerLanguage();
    const file = vscode.Uri.joinPath(context.extensionUri, 'media', 'walkthrough', `example.${language}.md`);
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    // Untitled: trying out must not touch anybody's files.
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  };
}
