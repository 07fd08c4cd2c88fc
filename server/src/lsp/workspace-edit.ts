/** Edits of the service in the protocol's words: snippets where the client fills them in, `‹places›` elsewhere. */
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { plainText, type SuggestedEdit } from '../service';
import { toRange, toSnippet } from './convert';
import type { Context, OpenRequest } from './features';

/** One document's edits, with the version that they were made for where the client takes versions. */
export function toWorkspaceEdit(
  { client }: Context,
  { open, document }: OpenRequest,
  edits: readonly SuggestedEdit[],
): WorkspaceEdit {
  const plain = (edit: SuggestedEdit): TextEdit => ({
    range: toRange(document, edit.span),
    newText: plainText(edit.parts),
  });
  if (!client.documentChanges) return { changes: { [open.uri]: edits.map(plain) } };
  const rich = (edit: SuggestedEdit): TextEdit | SnippetTextEdit =>
    client.snippetEdits && edit.parts.some((part) => typeof part !== 'string')
      ? { range: toRange(document, edit.span), snippet: { kind: 'snippet', value: toSnippet(edit.parts) } }
      : plain(edit);
  const change: TextDocumentEdit = {
    textDocument: { uri: open.uri, version: open.version },
    edits: edits.map(rich),
  };
  return { documentChanges: [change] };
}
