/** Suggestions as code actions: quick fixes, rewrites, and `source.fixAll.okrlint` for what needs no thought. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { OfferedSuggestion } from '../service';
import { toSpan } from './convert';
import { toDiagnostic } from './diagnostic';
import { type Context, guarded, type OpenRequest, requestFor } from './features';
import { FORMAT_FIELDS_KIND, formatAllFields, itemActions, ruleActions } from './item-actions';
import { allFixes, judgedRequest } from './judge';
import { toWorkspaceEdit } from './workspace-edit';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.okrlint`;

/** Kinds announced to the client. */
export const CODE_ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
  FORMAT_FIELDS_KIND,
];

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
        asked.only?.some((only) => covers(only, kind)) ?? !kind.startsWith(CodeActionKind.Source);
      const actions: CodeAction[] = [];
      if (wanted(CodeActionKind.QuickFix) || wanted(CodeActionKind.RefactorRewrite)) {
        const offered = context.service.suggestions(request, toSpan(request.document, range));
        actions.push(...offered.map((offer) => toAction(context, request, offer, asked.diagnostics)));
        actions.push(...itemActions(context, request, toSpan(request.document, range)));
        actions.push(...ruleActions(context, request, offered));
      }
      if (wanted(FIX_ALL_KIND)) {
        const judged = await judgedRequest(context, textDocument.uri, token);
        if (judged) actions.push(...(await fixAll(context, judged, token)));
      }
      if (wanted(FORMAT_FIELDS_KIND)) actions.push(...formatAllFields(context, request));
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

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** One action with every certain fix of the document. */
async function fixAll(
  context: Context,
  request: OpenRequest,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const edits = (await allFixes(context, request, token)).flatMap((fix) => fix.edits);
  if (edits.length === 0) return [];
  return [{ title: 'okrlint: fix all', kind: FIX_ALL_KIND, edit: toWorkspaceEdit(context, request, edits) }];
}
