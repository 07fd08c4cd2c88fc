/**
 * The language to talk to the reader in. VS Code has no Vietnamese display language, so `okrlint.language` decides;
 * where it says `auto`, the document that is being looked at does.
 */
import * as vscode from 'vscode';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import { type Texts, textsOf } from './texts';

/** UTF-16 units of a document that are looked at. */
const ENOUGH = 4000;
/** Letters that Vietnamese has and English has not; a few of them are a name, many are a language. */
const VIETNAMESE_LETTERS = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/gu;
const MANY = 8;

export function readerLanguage(document = vscode.window.activeTextEditor?.document): Language {
  const chosen = vscode.workspace.getConfiguration('okrlint', document).get('language');
  const language = LANGUAGES.find((known) => known === chosen);
  if (language) return language;
  if (document?.languageId === 'markdown') return guessLanguage(beginningOf(document));
  return vscode.env.language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

/** The client's words for whoever looks at that document. */
export function readerTexts(document?: vscode.TextDocument): Texts {
  return textsOf(readerLanguage(document));
}

/** Enough for menus; the server reads every sentence for itself. */
export function guessLanguage(text: string): Language {
  const letters = text.normalize('NFC').match(VIETNAMESE_LETTERS)?.length ?? 0;
  return letters >= MANY ? 'vi' : 'en';
}

function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(ENOUGH)));
}
