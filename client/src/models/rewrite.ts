/**
 * A rewrite by the editor's own language model, when somebody asks for it. The model is told the rules, okrlint judges
 * its proposals, and nothing changes before the reader has compared and accepted one.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK_TEXT,
  type CheckedFinding,
  type CheckTextParams,
  type CheckTextResult,
} from '../../../server/src/lsp/protocol';
import type { Language } from '../../../server/src/text/language';
import { readerLanguage, readerTexts } from '../language';
import { textsOf } from '../texts';
import { canHaveModels } from './api';
import { acceptedAfterComparing } from './compare';
import { type Place, placeAt } from './place';
import { proposalsOf } from './proposals';

/** "OKR: Rewrite with the editor's language model". */
export function rewriteWithModel(client: BaseLanguageClient) {
  return async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const texts = readerTexts().model;
    const place = editor && (await placeAt(client, editor.document, editor.selection.active));
    if (!editor || !place) return void vscode.window.showInformationMessage(texts.noSentence);
    const [model] = canHaveModels() ? await vscode.lm.selectChatModels() : [];
    if (!model) return void vscode.window.showInformationMessage(texts.noModel);
    try {
      await propose(client, editor.document, place, model);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showWarningMessage(texts.refused(reason));
    }
  };
}

async function propose(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  place: Place,
  model: vscode.LanguageModelChat,
): Promise<void> {
  const language = readerLanguage(document);
  const { model: texts } = textsOf(language);
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: texts.asking(model.name), cancellable: true },
    (_, token) => ask(model, texts.prompt(place.sentence, place.objective), token),
  );
  if (answer === undefined) return;
  const proposals = await judged(client, document, place, proposalsOf(answer, place.sentence), language);
  if (proposals.length === 0) return void vscode.window.showInformationMessage(texts.nothing);
  const items = proposals.map(({ sentence, findings }) => ({
    label: sentence,
    detail: findings[0]?.message ?? texts.clean,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: texts.pick });
  if (picked) await acceptedAfterComparing(document, place, picked.label, texts);
}

/** The model's whole answer; undefined when it was cancelled. */
async function ask(
  model: vscode.LanguageModelChat,
  prompt: string,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const response = await model.sendRequest([vscode.LanguageModelChatMessage.User(prompt)], {}, token);
  let answer = '';
  for await (const fragment of response.text) answer += fragment;
  return token.isCancellationRequested ? undefined : answer;
}

interface Judged {
  readonly sentence: string;
  readonly findings: readonly CheckedFinding[];
}

/** Proposals with what okrlint says of them, those without a finding first. Places to fill in are no fault here. */
async function judged(
  client: BaseLanguageClient,
  { uri }: vscode.TextDocument,
  place: Place,
  sentences: readonly string[],
  language: Language,
): Promise<readonly Judged[]> {
  const all = await Promise.all(
    sentences.map(async (sentence): Promise<Judged> => {
      const text = `# Objective 1: ${place.objective ?? '…'}\n\n- KR1: ${sentence}\n`;
      const params: CheckTextParams = { text, language, uri: uri.toString() };
      const { findings } = await client.sendRequest<CheckTextResult>(CHECK_TEXT, params);
      const serious = findings.filter(
        ({ rule, severity, line }) =>
          line === 3 && rule !== 'placeholder-left' && (severity === 'warning' || severity === 'error'),
      );
      return { sentence, findings: serious };
    }),
  );
  return all.sort((a, b) => a.findings.length - b.findings.length);
}
