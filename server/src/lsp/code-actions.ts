/** Suggestions as code actions: quick fixes, rewrites, and `source.fixAll.okrlint` for what needs no thought. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type OfferedSuggestion, plainText, type Span, type SuggestedEdit } from '../service';
import { itemAt } from '../service/diagnose';
import { progressUpdate } from '../service/editor/update-progress';
import { toRange, toSnippet, toSpan } from './convert';
import { toDiagnostic } from './diagnostics';
import { type Context, guarded, type OpenRequest, readerLanguage, requestFor } from './features';
import { judgedRequest } from './judge';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.okrlint`;

/** Kinds announced to the client. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND];

/** Answers `textDocument/codeAction`. */
export function codeActions(context: Context) {
  return (
    { textDocument, range, context: asked }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[]> =>
    guarded(context, 'code actions', [], async () => {
      if (!context.client.codeActionLiterals) return [];
      const request = await requestFor(context, textDocument.uri);
      if (!request) return [];
      const wanted = (kind: string) =>
        asked.only?.some((only) => covers(only, kind)) ?? kind !== FIX_ALL_KIND;
      const actions: CodeAction[] = [];
      if (wanted(CodeActionKind.QuickFix) || wanted(CodeActionKind.RefactorRewrite)) {
        const offered = context.service.suggestions(request, toSpan(request.document, range));
        actions.push(...offered.map((offer) => toAction(context, request, offer, asked.diagnostics)));
        actions.push(...itemActions(context, request, toSpan(request.document, range)));
      }
      if (wanted(FIX_ALL_KIND)) {
        const judged = await judgedRequest(context, textDocument.uri, token);
        if (judged) actions.push(...fixAll(context, judged));
      }
      return actions.filter(({ kind }) => kind !== undefined && wanted(kind));
    });
}

/** Kinds are dotted paths: asking for `source` or `source.fixAll` also asks for `source.fixAll.okrlint`. */
function covers(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function toAction(
  context: Context,
  request: OpenRequest,
  { suggestion, finding, preferred }: OfferedSuggestion,
  shown: readonly Diagnostic[],
): CodeAction {
  const own = toDiagnostic(request.document, finding, context.client);
  const answered = shown.filter(({ code, range }) => code === own.code && sameRange(range, own.range));
  const certain = suggestion.kind === 'certain';
  return {
    title: suggestion.title,
    kind: suggestion.kind === 'refactor' ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
    ...(answered.length > 0 ? { diagnostics: answered } : {}),
    // Only what needs no thought may be applied by "Auto Fix" without a look.
    ...(certain && preferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(context, request, suggestion.edits),
  };
}

/** What can be done with a key result whether or not there is anything wrong with it. */
function itemActions(context: Context, request: OpenRequest, { start, end }: Span): CodeAction[] {
  const { document, today } = request;
  const located = itemAt(document, start);
  if (located?.item.kind !== 'key-result' || end > located.offset + located.item.span.end) return [];
  const keyResult = { item: located.item, offset: located.offset };
  const facts = context.service.factsOf(document, located);
  const update = progressUpdate(document, keyResult, facts, today, readerLanguage(request));
  if (!update) return [];
  const edit = toWorkspaceEdit(context, request, update.edits);
  return [{ title: update.title, kind: CodeActionKind.RefactorRewrite, edit }];
}

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** One action with every certain fix of the document. */
function fixAll(context: Context, request: OpenRequest): CodeAction[] {
  const edits = context.service.certainFixes(request).flatMap((fix) => fix.edits);
  if (edits.length === 0) return [];
  return [{ title: 'okrlint: fix all', kind: FIX_ALL_KIND, edit: toWorkspaceEdit(context, request, edits) }];
}

function toWorkspaceEdit(
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
