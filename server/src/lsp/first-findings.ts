/** What the top of a large document holds, told before all of it has been read: who opens it looks there first. */
import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from './diagnostic';
import type { OpenDocument } from './documents';
import { type Context, openWithSettings } from './features';

/** UTF-16 units before the cut that may say something else once it is known how they go on. */
const UNSURE = 1000;

export interface FirstFindings {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

const known = new WeakMap<OpenDocument, FirstFindings>();

/**
 * Findings about the first statements of a document that is large and has not been read to its end. Undefined for every
 * other document, and once it has been changed: who types is better served with all that is found in the end.
 */
export async function firstFindings(context: Context, uri: string): Promise<FirstFindings | undefined> {
  if (context.documents.get(uri)?.unreadHead === undefined) return undefined;
  const settled = await openWithSettings(context, uri);
  // Somebody may have read it meanwhile.
  const head = settled?.open.unreadHead;
  if (!settled || head === undefined) return undefined;
  const { open, lint } = settled;
  const { version } = open;
  const before = known.get(open);
  if (before) return before.version === version ? before : undefined;
  const document = context.service.read(head, open.readOptions);
  if (!document.recognition.isOkr) return undefined;
  const request = { document, settings: lint, today: context.today() };
  const range = { start: 0, end: document.text.length - UNSURE };
  const diagnostics = context.service
    .diagnoseStatements(request, range)
    .filter(({ item }) => !item || item.offset + item.item.span.end <= range.end)
    .map((finding) => toDiagnostic(document, finding, context.client));
  const first = { version, diagnostics };
  known.set(open, first);
  return first;
}
