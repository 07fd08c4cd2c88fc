/**
 * Diagnostics of OKR documents that are not open. A client that takes partial results keeps one request running; it is
 * answered when there is something new, so that nobody asks in vain every other second.
 */
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf, type ResultIds } from './diagnostics';
import { type Context, checkCancelled, guarded, requestForFile, wholeWorkspace } from './features';

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/**
 * Milliseconds after which a client is done with the answers about a document that it closes, and listens. A busy
 * computer may take longer, so it is told more than once.
 */
const AFTER_CLOSING = [500, 1_000, 2_500, 8_000];

/** Lets the requests that wait for news go on. */
export class News {
  #waiting: (() => void)[] = [];
  readonly #closed = new Set<string>();

  /**
   * A document was closed. Clients that ask for the whole workspace keep what they were told about it while it was
   * open until they are told otherwise, and do not say that they have it.
   */
  closed(uri: string): void {
    for (const delay of AFTER_CLOSING)
      setTimeout(() => {
        this.#closed.add(uri);
        this.tell();
      }, delay);
  }

  /** Documents that were closed since somebody was told about them. */
  get unsaid(): ReadonlySet<string> {
    return this.#closed;
  }

  said(uri: string): void {
    this.#closed.delete(uri);
  }

  tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }
}

/** Answers `workspace/diagnostic`. */
export function workspaceDiagnostics(context: Context, ids: ResultIds, news: News) {
  return (
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    _work: unknown,
    progress?: Progress,
  ): Promise<WorkspaceDiagnosticReport> =>
    guarded<WorkspaceDiagnosticReport>(context, 'workspace diagnostics', { items: [] }, async () => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const next = news.next(token);
        const { items, changed } = await reportAll(context, ids, news, known, token, progress);
        if (changed || !progress) return { items };
        await next;
        checkCancelled(token);
      }
    });
}

async function reportAll(
  context: Context,
  ids: ResultIds,
  news: News,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
  progress: Progress | undefined,
) {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  let changed = false;
  const add = (report: WorkspaceDocumentDiagnosticReport) => {
    changed ||= report.kind === DocumentDiagnosticReportKind.Full;
    if (!progress) items.push(report);
    else if (report.kind === DocumentDiagnosticReportKind.Full) progress.report({ items: [report] });
  };
  const names = (await isWanted(context)) ? [...(await wholeWorkspace(context, token)).names()] : [];
  for (const uri of names) {
    // An open document has its own request.
    if (context.documents.get(uri)) continue;
    const report = await reportOf(context, ids, uri, news.unsaid.has(uri) ? undefined : known.get(uri));
    if (!report) continue;
    news.said(uri);
    add(report);
    if (report.kind === DocumentDiagnosticReportKind.Unchanged) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    checkCancelled(token);
  }
  const reported = new Set(names);
  for (const uri of new Set([...known.keys(), ...news.unsaid])) {
    const open = context.documents.get(uri) !== undefined;
    if (!open && !reported.has(uri) && (known.get(uri) !== GONE || news.unsaid.has(uri)))
      add(goneReport(uri));
    news.said(uri);
  }
  return { items, changed };
}

/** The setting belongs to the window: any folder will do to ask for it. */
async function isWanted({ settings, folders, documents }: Context): Promise<boolean> {
  const somewhere = folders.uris[0] ?? documents.keys()[0];
  if (somewhere === undefined) return false;
  return (await settings.for(somewhere)).features.workspaceDiagnostics;
}

/** What a document that is none any more was reported as. */
const GONE = 'gone';
const goneReport = (uri: string): WorkspaceDocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  uri,
  version: null,
  resultId: GONE,
  items: [],
});

async function reportOf(
  context: Context,
  ids: ResultIds,
  uri: string,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const request = await requestForFile(context, uri);
  if (!request) return previous === undefined || previous === GONE ? undefined : goneReport(uri);
  const resultId = ids.of(request);
  const place = { uri, version: null, resultId };
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, ...place };
  return { kind: DocumentDiagnosticReportKind.Full, ...place, items: diagnosticsOf(context, request, uri) };
}
