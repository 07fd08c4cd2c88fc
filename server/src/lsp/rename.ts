/** Renaming ids of objectives and key results over all files. */
import {
  type CancellationToken,
  LSPErrorCodes,
  type Position,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Place } from '../service/editor/navigation';
import { renamableAt, renameAt, whyNotRenamable } from '../service/editor/rename';
import { toOffset, toRange } from './convert';
import { type Context, guarded, readerLanguage, requestFor, wholeWorkspace } from './features';

/** Where a rename begins, among all files; undefined in what is no OKR document, or is gone meanwhile. */
async function targetOf(context: Context, uri: string, position: Position, token: CancellationToken) {
  const request = await requestFor(context, uri);
  if (!request?.document.recognition.isOkr) return undefined;
  const index = await wholeWorkspace(context, token);
  const here = index.reading(uri);
  if (!here) return undefined;
  return { index, here, offset: toOffset(here, position), language: readerLanguage(request) };
}

/** Answers `textDocument/prepareRename`; with null where there is no id, so that other renames get their turn. */
export function prepareRename(context: Context) {
  return (
    { textDocument: { uri }, position }: PrepareRenameParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | null> =>
    guarded<PrepareRenameResult | null>(context, 'rename', null, async () => {
      const target = await targetOf(context, uri, position, token);
      if (!target) return null;
      const { index, here, offset, language } = target;
      const found = renamableAt(index, uri, offset);
      if (found) return { range: toRange(here, found.span), placeholder: found.id };
      const why = whyNotRenamable(index, uri, offset, language);
      if (why !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, why);
      return null;
    });
}

/** Answers `textDocument/rename`; a refusal is an error with a message for the person. */
export function rename(context: Context) {
  return (
    { textDocument: { uri }, position, newName }: RenameParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | null> =>
    guarded<WorkspaceEdit | null>(context, 'rename', null, async () => {
      const target = await targetOf(context, uri, position, token);
      if (!target) return null;
      const { index, offset, language } = target;
      const result = renameAt(index, uri, offset, newName, language);
      const refused = result
        ? 'refused' in result && result.refused
        : whyNotRenamable(index, uri, offset, language);
      if (refused) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
      return result && 'places' in result ? toEdit(context, result.places, result.id) : null;
    });
}

function toEdit(context: Context, places: readonly Place[], newText: string): WorkspaceEdit {
  const edits = new Map<string, TextEdit[]>();
  for (const { document, span } of places) {
    const reading = context.workspace.alignment.reading(document);
    if (!reading) continue;
    const edit = { range: toRange(reading, span), newText };
    edits.set(document, [...(edits.get(document) ?? []), edit]);
  }
  if (!context.client.documentChanges) return { changes: Object.fromEntries(edits) };
  const documentChanges = Array.from(
    edits,
    ([uri, own]): TextDocumentEdit => ({
      textDocument: { uri, version: context.documents.get(uri)?.version ?? null },
      edits: own,
    }),
  );
  return { documentChanges };
}
