/** The language model tool `okrlint_check_text`: lets a model ask what okrlint thinks of a text. It changes nothing. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_TEXT, type CheckTextParams, type CheckTextResult } from '../../../server/src/lsp/protocol';
import { LANGUAGES } from '../../../server/src/text/language';
import { registerTextTool } from './api';

export const TOOL = 'okrlint_check_text';

export interface CheckInput {
  readonly text?: unknown;
  readonly language?: unknown;
}

/** Registers the tool where VS Code has tools. */
export function registerCheckTool(client: BaseLanguageClient): vscode.Disposable | undefined {
  return registerTextTool(TOOL, (input: CheckInput) => checkForModel(client, input));
}

/** The answer to a model: JSON, because models read it well and nothing in it can be taken for our own words. */
export async function checkForModel(
  client: Pick<BaseLanguageClient, 'sendRequest'>,
  { text, language }: CheckInput,
): Promise<string> {
  if (typeof text !== 'string' || text.trim() === '')
    return 'Nothing to check: pass the OKRs as Markdown in "text".';
  const params: CheckTextParams = { text, language: LANGUAGES.find((known) => known === language) };
  const result = await client.sendRequest<CheckTextResult>(CHECK_TEXT, params);
  return JSON.stringify(result, undefined, 1);
}
