/** What the client can do, read once from `initialize`, and what every feature is handed. */
import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { DocumentRequest, OkrLanguageService } from '../service';
import type { Configurations } from './configurations';
import type { OpenDocument } from './documents';
import type { WorkspaceFiles } from './files';
import type { WorkspaceFolders } from './folders';
import type { SettingsStore } from './settings';
import type { WatchedFiles } from './watched-files';

export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly codeDescription: boolean;
  readonly markdownHover: boolean;
  readonly codeActionLiterals: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly fileWatching: boolean;
}

export function readFeatures({ textDocument, workspace }: ClientCapabilities): ClientFeatures {
  const edits = workspace?.workspaceEdit;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: edits?.documentChanges === true,
    snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    fileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

/** What a feature works with. */
export interface Context {
  readonly connection: Connection;
  readonly service: OkrLanguageService;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: SettingsStore;
  readonly configurations: Configurations;
  readonly client: ClientFeatures;
  readonly files: WorkspaceFiles;
  readonly folders: WorkspaceFolders;
  readonly watched: WatchedFiles;
  /** Today as `YYYY-MM-DD` where the server runs. */
  readonly today: () => string;
}

/** An open document with all that the service asks for; undefined where okrlint has nothing to say about it. */
export interface OpenRequest extends DocumentRequest {
  readonly open: OpenDocument;
}

export async function requestFor(context: Context, uri: string): Promise<OpenRequest | undefined> {
  const open = context.documents.get(uri);
  if (!open?.isMarkdown) return undefined;
  const { enable, lint, force } = await context.settings.for(uri);
  // The settings came over the wire: the document may have changed or gone meanwhile, so it is read only now.
  if (!enable || context.documents.get(uri) !== open) return undefined;
  open.force = force;
  return {
    open,
    document: open.reading,
    settings: lint,
    today: context.today(),
    ...(open.path === undefined ? {} : { path: open.path }),
  };
}

/** Runs a handler so that a fault of ours is logged with its name and the editor gets `fallback` instead of a popup. */
export async function guarded<T>(
  { connection }: Context,
  name: string,
  fallback: T,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    connection.console.error(
      `okrlint: ${name} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return fallback;
  }
}
