/** What can be done with an objective or key result whether or not there is anything wrong with it. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { OfferedSuggestion, Span } from '../service';
import { itemAt } from '../service/diagnose';
import { fieldFormatting } from '../service/editor/format-fields';
import { fill, textsOf } from '../service/editor/texts';
import { progressUpdate } from '../service/editor/update-progress';
import { type Context, type OpenRequest, readerLanguage } from './features';
import { SHOW_RULE } from './protocol';
import { toWorkspaceEdit } from './workspace-edit';

export const FORMAT_FIELDS_KIND = `${CodeActionKind.Source}.formatFields.okrlint`;

/** For the item in a range: today's progress, and its fields in the usual form. */
export function itemActions(context: Context, request: OpenRequest, range: Span): CodeAction[] {
  return [...updateProgress(context, request, range), ...formatFields(context, request, range)];
}

function updateProgress(context: Context, request: OpenRequest, { start, end }: Span): CodeAction[] {
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

function formatFields(context: Context, request: OpenRequest, range: Span): CodeAction[] {
  const edits = fieldFormatting(request.document, range);
  if (edits.length === 0) return [];
  const title = textsOf(readerLanguage(request)).actions.formatFields;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit: toWorkspaceEdit(context, request, edits) }];
}

/** The fields of the whole document in the usual form: for "Source Action…" and for saving. */
export function formatAllFields(context: Context, request: OpenRequest): CodeAction[] {
  const whole = { start: 0, end: request.document.text.length };
  return formatFields(context, request, whole).map((action) => ({ ...action, kind: FORMAT_FIELDS_KIND }));
}

/** The pages of the rules that found something, for clients that can open them. */
export function ruleActions(
  { client }: Context,
  request: OpenRequest,
  offered: readonly OfferedSuggestion[],
): CodeAction[] {
  if (!client.showRule) return [];
  const rules = new Set(offered.map(({ finding }) => finding.ruleId));
  return [...rules].map((rule) => {
    const title = fill(textsOf(readerLanguage(request)).actions.openRule, { rule });
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: SHOW_RULE, arguments: [rule] },
    };
  });
}
