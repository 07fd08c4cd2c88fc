/** What the client can do, read once from `initialize`, and what every feature is handed. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DiagnosticTag,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { DocumentRequest, OkrLanguageService } from '../service';
import { languageOf } from '../service/document-profile';
import type { Language } from '../text/language';
import { isRecord } from '../text/records';
import type { Configurations } from './configurations';
import { type OpenDocument, pathOf } from './documents';
import type { WorkspaceFiles } from './files';
import type { WorkspaceFolders } from './folders';
import type { SettingsStore } from './settings';
import type { WatchedFiles } from './watched-files';
import type { WorkspaceIndex } from './workspace-index';

export interface ClientFeatures {
  /** It is our client, which opens the pages of rules. */
  readonly showRule: boolean;
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
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly definitionLinks: boolean;
  readonly renamePlaceholder: boolean;
  readonly linkTooltips: boolean;
  readonly codeLens: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintRefresh: boolean;
  readonly semanticTokens: boolean;
  readonly completionSnippets: boolean;
}

export function readFeatures(capabilities: ClientCapabilities, options?: unknown): ClientFeatures {
  const showRule = isRecord(options) && options.showRule === true;
  return { ...basicFeatures(capabilities), ...editorFeatures(capabilities), showRule };
}

function editorFeatures({ textDocument, workspace }: ClientCapabilities) {
  const item = textDocument?.completion?.completionItem;
  return {
    definitionLinks: textDocument?.definition?.linkSupport === true,
    renamePlaceholder: textDocument?.rename?.prepareSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    codeLens: textDocument?.codeLens !== undefined,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    completionSnippets: item?.snippetSupport === true,
  };
}

function basicFeatures({ textDocument, workspace }: ClientCapabilities) {
  const edits = workspace?.workspaceEdit;
  // The same for pulls, which have capabilities of their own only since 3.18.
  const published = textDocument?.publishDiagnostics;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    relatedInformation: published?.relatedInformation === true,
    unnecessaryTag: published?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
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
  /** All OKR documents, open or not. */
  readonly workspace: WorkspaceIndex;
  /** Today as `YYYY-MM-DD` where the server runs. */
  readonly today: () => string;
}

/** An open document with all that the service asks for; undefined where okrlint has nothing to say about it. */
export interface OpenRequest extends DocumentRequest {
  readonly open: OpenDocument;
}

/** An open document that okrlint is to look at, with its settings; undefined for every other. */
export async function openWithSettings(
  context: Context,
  uri: string,
): Promise<{ readonly open: OpenDocument; readonly lint: DocumentRequest['settings'] } | undefined> {
  const open = context.documents.get(uri);
  if (!open?.isMarkdown) return undefined;
  const { enable, lint, force } = await context.settings.for(uri);
  // The settings came over the wire: the document may have changed or gone meanwhile, so it is read only now.
  if (!enable || context.documents.get(uri) !== open) return undefined;
  open.force = force;
  return { open, lint };
}

export async function requestFor(context: Context, uri: string): Promise<OpenRequest | undefined> {
  const settled = await openWithSettings(context, uri);
  if (!settled) return undefined;
  const { open, lint } = settled;
  await open.read(() => context.documents.get(uri) === open);
  if (context.documents.get(uri) !== open) return undefined;
  const document = open.reading;
  if (document.recognition.isOkr) context.workspace.wake();
  return {
    open,
    document,
    ...alignmentOf(context, uri),
    settings: lint,
    today: context.today(),
    ...(open.path === undefined ? {} : { path: open.path }),
  };
}

/** The language in which a document's reader is spoken to. */
export function readerLanguage({ settings, document }: DocumentRequest): Language {
  return settings.language === 'auto' ? languageOf(document) : settings.language;
}

/** The same for a file that nobody has opened; undefined where it is no OKR document. */
export async function requestForFile(context: Context, uri: string): Promise<DocumentRequest | undefined> {
  const { enable, lint } = await context.settings.for(uri);
  const document = context.workspace.alignment.reading(uri);
  if (!enable || !document) return undefined;
  const path = pathOf(uri);
  return {
    document,
    ...alignmentOf(context, uri),
    settings: lint,
    today: context.today(),
    ...(path === undefined ? {} : { path }),
  };
}

/** A document that is open, as the editor has it, else as it is on the disk. */
export async function requestForAny(context: Context, uri: string): Promise<DocumentRequest | undefined> {
  return context.documents.get(uri) ? requestFor(context, uri) : requestForFile(context, uri);
}

/** What is missing is missing for sure only where all files around a document are known. */
function alignmentOf({ workspace, folders }: Context, uri: string): Pick<DocumentRequest, 'alignment'> {
  const known = workspace.isComplete && folders.of(uri) !== undefined;
  return known ? { alignment: { index: workspace.alignment, document: uri } } : {};
}

/** For handlers that take long: ends them as soon as nobody waits for the answer any more. */
export function checkCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The index once the whole workspace has been read; throws as soon as the request is cancelled. */
export async function wholeWorkspace({ workspace }: Context, token: CancellationToken) {
  const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  await Promise.race([workspace.ready(), cancelled]);
  checkCancelled(token);
  return workspace.alignment;
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
    // An answer that says no, in words for the person who asked.
    if (error instanceof ResponseError) throw error;
    connection.console.error(
      `okrlint: ${name} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return fallback;
  }
}

/** Waits for nobody: a client that refuses what it said it could do is noted and otherwise served. */
export function tolerate({ connection }: Pick<Context, 'connection'>, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.warn(`okrlint: the client refused: ${String(error)}`));
}
