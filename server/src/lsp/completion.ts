/** Completion within OKR documents. The list is made anew with every letter, as diacritics may be left out. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { plainText } from '../service';
import {
  type CompletionEntry,
  type CompletionKind,
  complete,
  metricDocumentation,
} from '../service/editor/completion';
import { TEAMS } from '../teams';
import { LANGUAGES } from '../text/language';
import { isRecord } from '../text/records';
import { toOffset, toRange, toSnippet } from './convert';
import { type Context, guarded, type OpenRequest, readerLanguage, requestFor } from './features';

const KINDS: Record<CompletionKind, CompletionItemKind> = {
  metric: CompletionItemKind.Property,
  phrase: CompletionItemKind.Snippet,
  unit: CompletionItemKind.Unit,
  owner: CompletionItemKind.Variable,
  id: CompletionItemKind.Reference,
  date: CompletionItemKind.Event,
  key: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
};

/** Milliseconds to wait for other files when they have not all been read yet; then what is known has to do. */
const PATIENCE = 200;

/** Answers `textDocument/completion`. */
export function completion(context: Context) {
  const none: CompletionList = { isIncomplete: false, items: [] };
  return ({ textDocument: { uri }, position }: CompletionParams): Promise<CompletionList> =>
    guarded(context, 'completion', none, async () => {
      const { workspace } = context;
      const first = await requestFor(context, uri);
      if (!first?.document.recognition.isOkr && !first?.document.frontMatter) return none;
      if (!workspace.isComplete) await Promise.race([workspace.ready(), delay(PATIENCE)]);
      // The text may have changed in the meantime.
      const request = await requestFor(context, uri);
      if (!request) return none;
      const { document } = request;
      const entries = complete({
        ...request,
        offset: toOffset(document, position),
        index: workspace.alignment,
        name: uri,
        reader: readerLanguage(request),
      });
      const items = entries.map((entry, n) => toItem(context, request, entry, n));
      return { isIncomplete: items.length > 0, items };
    });
}

const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function toItem(
  { client }: Context,
  { document }: OpenRequest,
  { label, kind, parts, span, detail, documentation, metric }: CompletionEntry,
  n: number,
): CompletionItem {
  const isSnippet = client.completionSnippets && parts.some((part) => typeof part !== 'string');
  const plain = kind === 'metric' ? label : plainText(parts);
  return {
    label,
    kind: KINDS[kind],
    textEdit: { range: toRange(document, span), newText: isSnippet ? toSnippet(parts) : plain },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // What was typed has been compared here already, without marks; the client shall leave it at that.
    filterText: document.slice(span.start, span.end) || label,
    sortText: String(n).padStart(4, '0'),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(metric ? { data: metric } : {}),
  };
}

/** Answers `completionItem/resolve`: what a metric means. */
export function resolveCompletion(context: Context) {
  return (item: CompletionItem): Promise<CompletionItem> =>
    guarded(context, 'completion', item, async () => {
      const metric = readMetric(item.data);
      const value = metric && metricDocumentation(metric);
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.PlainText, value } };
    });
}

function readMetric(data: unknown): NonNullable<CompletionEntry['metric']> | undefined {
  if (!isRecord(data)) return undefined;
  const team = TEAMS.find((id) => id === data.team);
  const language = LANGUAGES.find((id) => id === data.language);
  return team && language && typeof data.id === 'string' ? { team, language, id: data.id } : undefined;
}
