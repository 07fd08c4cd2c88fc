/** What the top of a large document holds, told before all of it has been read: who opens it looks there first. */
import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from './diagnostic';
import type { OpenDocument } from './documents';
import type { Context } from './features';

/** UTF-16 units before the cut that may say something else once it is known how they go on. */
const UNSURE = 1000;

export interface FirstFindings {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

const told = new WeakSet<OpenDocument>();

/**
 * Findings about the first statements of a document that is large and has not been read. Undefined for every other
 * document, and when they have been told before: whoever gets them asks again for all.
 */
export async function firstFindings(context: Context, uri: string): Promise<FirstFindings | undefined> {
  const open = context.documents.get(uri);
  if (!open?.isMarkdown || told.has(open) || open.unreadHead === undefined) return undefined;
  told.add(open);
  const { enable, lint, force } = await context.settings.for(uri);
  if (!enable || context.documents.get(uri) !== open) return undefined;
  open.force = force;
  // The settings came over the wire: somebody may have read it meanwhile.
  const head = open.unreadHead;
  const document = head === undefined ? undefined : context.service.read(head, open.readOptions);
  if (!document?.recognition.isOkr) return undefined;
  const request = { document, settings: lint, today: context.today() };
  const range = { start: 0, end: document.text.length - UNSURE };
  const found = context.service
    .diagnoseStatements(request, range)
    .filter(({ item }) => !item || item.offset + item.item.span.end <= range.end);
  return {
    version: open.version,
    diagnostics: found.map((finding) => toDiagnostic(document, finding, context.client)),
  };
}
