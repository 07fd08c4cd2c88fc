/** From the server's scorecards to what the view and the preview draw. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Plan, Scorecard } from './model';

export async function scorecardOf(_client: BaseLanguageClient): Promise<Scorecard | undefined> {
  return undefined;
}
export async function planOf(_client: BaseLanguageClient, _uri: string): Promise<Plan | undefined> {
  return undefined;
}
