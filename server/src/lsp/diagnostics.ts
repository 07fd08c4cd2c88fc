/** Findings as diagnostics: pulled by clients that can, published to the others, never both. */
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Diagnosis, OkrDocument } from '../service';
import { coalesced } from './coalesce';
import { toRange, toSeverity } from './convert';
import { type Context, guarded, type OpenRequest, requestFor } from './features';

/** VS Code shows no more than this per file; the worst come first. */
const MAX_DIAGNOSTICS = 1000;

/** Diagnostics of a request's document, the worst ones if there are too many, in document order. */
function diagnosticsOf({ service, client }: Context, request: OpenRequest): Diagnostic[] {
  const diagnoses = service.diagnose(request, MAX_DIAGNOSTICS);
  return diagnoses.map((diagnosis) => toDiagnostic(request.document, diagnosis, client.codeDescription));
}

/** One finding in the protocol's words. The code-action feature makes the same for matching. */
export function toDiagnostic(
  document: OkrDocument,
  diagnosis: Diagnosis,
  codeDescription: boolean,
): Diagnostic {
  return {
    range: toRange(document, diagnosis.span),
    severity: toSeverity(diagnosis.severity),
    source: 'okrlint',
    code: diagnosis.ruleId,
    ...(codeDescription ? { codeDescription: { href: diagnosis.url } } : {}),
    message: diagnosis.message,
    data: {
      rule: diagnosis.ruleId,
      ...(diagnosis.variant === undefined ? {} : { variant: diagnosis.variant }),
    },
  };
}

/** Answers `textDocument/diagnostic`. */
export function pullDiagnostics(context: Context) {
  // Same version and same settings object mean the same report.
  const settingsIds = new WeakMap<object, number>();
  let nextId = 0;
  const idOf = (settings: object): number => {
    const id = settingsIds.get(settings) ?? ++nextId;
    settingsIds.set(settings, id);
    return id;
  };
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  return (params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> =>
    guarded(context, 'diagnostics', empty, async () => {
      const request = await requestFor(context, params.textDocument.uri);
      if (!request) return empty;
      const resultId = `${request.open.version}.${idOf(request.settings)}.${request.today}`;
      if (resultId === params.previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(context, request) };
    });
}

/** Publishes diagnostics for clients that do not pull. Changes that come together are answered once. */
export function diagnosticsPublisher(context: Context) {
  async function publish(uri: string): Promise<void> {
    const request = await requestFor(context, uri);
    const version = context.documents.get(uri)?.version;
    const diagnostics = request ? diagnosticsOf(context, request) : [];
    // Closed while its settings were asked for: its diagnostics are cleared already.
    if (version === undefined) return;
    await context.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  return {
    changed: coalesced((uri) => void guarded(context, 'diagnostics', undefined, () => publish(uri))),
    closed(uri: string): void {
      void context.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
