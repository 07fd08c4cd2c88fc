/**
 * The part of VS Code's language model tools that okrlint uses. It came after the oldest supported version, so its
 * types are here and each use asks first whether it exists.
 */
import * as vscode from 'vscode';

export interface Tool<Input> {
  invoke(options: { readonly input: Input }, token: vscode.CancellationToken): Promise<unknown>;
}

interface ToolApi {
  readonly lm?: { registerTool?(name: string, tool: Tool<never>): vscode.Disposable };
  readonly LanguageModelToolResult?: new (parts: unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

const api = vscode as unknown as ToolApi;

/** Registers a tool whose answer is text; undefined where this VS Code has no tools. */
export function registerTextTool<Input>(
  name: string,
  answer: (input: Input, token: vscode.CancellationToken) => Promise<string>,
): vscode.Disposable | undefined {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = api;
  if (!lm?.registerTool || !Result || !Part) return undefined;
  const tool: Tool<Input> = {
    invoke: async ({ input }, token) => new Result([new Part(await answer(input, token))]),
  };
  try {
    return lm.registerTool(name, tool as Tool<never>);
  } catch {
    // Some versions have a draft of it that extensions may not use.
    return undefined;
  }
}

/** Whether this VS Code can have language models at all; whether one is there is another question. */
export function canHaveModels(): boolean {
  return typeof (vscode.lm as typeof vscode.lm | undefined)?.selectChatModels === 'function';
}
