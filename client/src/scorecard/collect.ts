/** From the server's scorecards to what the view and the preview draw. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SCORECARD, type ScorecardParams, type WorkspaceScorecard } from '../../../server/src/lsp/protocol';
import { LANGUAGES, type Language } from '../../../server/src/text/language';
import type { Plan, Scorecard } from './model';
import { languageOf, plansOf } from './plans';

/** All OKR documents of the workspace; undefined while there is no server. */
export async function scorecardOf(client: BaseLanguageClient): Promise<Scorecard | undefined> {
  const answer = await ask(client, {});
  if (!answer) return undefined;
  const chosen = vscode.workspace.getConfiguration('okrlint').get('language');
  const language = LANGUAGES.find((known) => known === chosen) ?? languageOf(answer);
  return { plans: plansOf(answer, language, nameOf), language, truncated: answer.truncated };
}

/** One document; undefined where it is no OKR document. */
export async function planOf(
  client: BaseLanguageClient,
  uri: string,
  language: Language,
): Promise<Plan | undefined> {
  const answer = await ask(client, { uri });
  const [plan, ...others] = answer ? plansOf(answer, language, nameOf) : [];
  // For who looks at the document its parts are one.
  return plan && { ...plan, objectives: [plan, ...others].flatMap(({ objectives }) => objectives) };
}

async function ask(
  client: BaseLanguageClient,
  params: ScorecardParams,
): Promise<WorkspaceScorecard | undefined> {
  if (!client.isRunning()) return undefined;
  try {
    return await client.sendRequest<WorkspaceScorecard>(SCORECARD, params);
  } catch {
    // On its way out; whoever asks will ask again.
    return undefined;
  }
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}
