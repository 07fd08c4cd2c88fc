/** Findings as diagnostics: pulled by clients that can, published to the others, never both. */

import {
  CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Position,
} from 'vscode-languageserver';
import type { DocumentRequest } from '../service';
import { encodingNote, unreadNote } from '../service/unread';
import { Notes } from '../text/notes';
import { coalesced } from './coalesce';
import { isAt, toPosition, toRange } from './convert';
import { toDiagnostic } from './diagnostic';
import { type Context, guarded, requestFor, tolerate } from './features';
import { firstFindings } from './first-findings';
import { judge, judgedRequest } from './judge';
import { lasting } from './lasting';
import { relatedInformation } from './related';

/** VS Code shows no more than this per file; the worst come first. */
const MAX_DIAGNOSTICS = 1000;

interface Made {
  /** Where the finding's anchor stood. */
  readonly at: Position;
  readonly diagnostic: Diagnostic;
}

/** By what the client understands and by finding: a key press changes the lines of few findings. */
const diagnosticsMade = new WeakMap<Context['client'], Notes<object, Made>>();

/** Diagnostics of a request's document, the worst ones if there are too many, in document order. */
export function diagnosticsOf(context: Context, request: DocumentRequest, uri: string): Diagnostic[] {
  const { service, client } = context;
  const made = diagnosticsMade.get(client) ?? new Notes<object, Made>();
  diagnosticsMade.set(client, made);
  const notes = notesOf(request);
  const sightings = service.sight(request, MAX_DIAGNOSTICS - notes.length);
  const diagnostics = sightings.map((sighting) => {
    const { origin, anchor } = sighting;
    const known = made.get(origin);
    if (known && isAt(request.document, anchor, known.at)) return known.diagnostic;
    const at = toPosition(request.document, anchor);
    const found = service.sighted(request, sighting);
    const diagnostic = toDiagnostic(request.document, found, client);
    // Where the places that belong to it stand now is looked up each time.
    if (found.related) return { ...diagnostic, ...relatedInformation(context, request, uri, found) };
    made.set(origin, { at, diagnostic: lasting(diagnostic) });
    return diagnostic;
  });
  return [...notes, ...diagnostics];
}

/** What is to say about a file that is not read, or not as it was written. */
function notesOf({ document, settings, path }: DocumentRequest): Diagnostic[] {
  const language = settings.language === 'auto' ? 'en' : settings.language;
  const where = path === undefined ? {} : { path };
  const note = unreadNote(document, where, language) ?? encodingNote(document, language);
  if (!note) return [];
  return [
    {
      range: toRange(document, note.span),
      severity: DiagnosticSeverity.Information,
      source: 'okrlint',
      message: note.message,
    },
  ];
}

/**
 * Names of states: two requests with the same name have the same diagnostics. Reading, settings and the other documents'
 * ids count, and the day.
 */
export class ResultIds {
  readonly #numbers = new Notes<object, number>();
  #last = 0;

  of({ document, settings, today, alignment }: DocumentRequest): string {
    const others = alignment?.index.version ?? '-';
    return [this.#numberOf(document), this.#numberOf(settings), today, others].join('.');
  }

  #numberOf(part: object): number {
    const number = this.#numbers.get(part) ?? ++this.#last;
    this.#numbers.set(part, number);
    return number;
  }
}

/**
 * Answers `textDocument/diagnostic`. Of a large document who has just opened it gets the first findings at once, where
 * it can be asked to ask again when the rest is known.
 */
export function pullDiagnostics(context: Context, ids: ResultIds) {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const awaited = new Set<string>();

  /** Not before: a client that is still busy with an answer drops it when it is to ask again. */
  async function refreshWhenJudged(uri: string): Promise<void> {
    if (awaited.has(uri)) return;
    awaited.add(uri);
    const request = await judgedRequest(context, uri, CancellationToken.None).finally(() =>
      awaited.delete(uri),
    );
    if (request) await context.connection.languages.diagnostics.refresh();
  }

  return (params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> =>
    guarded(context, 'diagnostics', empty, async () => {
      const { uri } = params.textDocument;
      const first = context.client.diagnosticRefresh ? await firstFindings(context, uri) : undefined;
      if (first) {
        tolerate(context, refreshWhenJudged(uri));
        return { kind: DocumentDiagnosticReportKind.Full, items: first.diagnostics };
      }
      const request = await judgedRequest(context, uri, token);
      if (!request) return empty;
      const resultId = ids.of(request);
      if (resultId === params.previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId,
        items: diagnosticsOf(context, request, uri),
      };
    });
}

/** Publishes diagnostics for clients that do not pull. Changes that come together are answered once. */
export function diagnosticsPublisher(context: Context) {
  let idsVersion: number | undefined;

  async function publish(uri: string): Promise<void> {
    const first = await firstFindings(context, uri);
    if (first) await context.connection.sendDiagnostics({ uri, ...first });
    const request = await requestFor(context, uri);
    const version = context.documents.get(uri)?.version;
    const isCurrent = () => context.documents.get(uri)?.version === version;
    // Whatever has changed it meanwhile has asked for its diagnostics again.
    if (request && !(await judge(context, request, isCurrent))) return;
    // Closed while its settings were asked for: its diagnostics are cleared already.
    if (version === undefined) return;
    const diagnostics = request ? diagnosticsOf(context, request, uri) : [];
    await context.connection.sendDiagnostics({ uri, diagnostics, version });
    followIds(uri, request);
  }

  /** Ids that came or went in one document may matter in the others. */
  function followIds(uri: string, request: DocumentRequest | undefined): void {
    const now = request?.alignment?.index.version;
    if (now === undefined || now === idsVersion) return;
    const first = idsVersion === undefined;
    idsVersion = now;
    if (!first) for (const other of context.documents.keys()) if (other !== uri) changed(other);
  }

  const changed = coalesced((uri) => void guarded(context, 'diagnostics', undefined, () => publish(uri)));

  return {
    changed,
    closed(uri: string): void {
      void context.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
