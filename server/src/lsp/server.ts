/**
 * The language server: wires the service to a connection, whichever transport that has. Every feature stands in a
 * file of its own; here they are only registered.
 */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  NotebookDocuments,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createOkrLanguageService } from '../service';
import { COMPLETION_SIGNS } from '../service/editor/completion';
import { VERSION } from '../service/version';
import { isRecord } from '../text/records';
import { checkText } from './check-text';
import { checkWorkspace } from './check-workspace';
import { CODE_ACTION_KINDS, codeActions } from './code-actions';
import { codeLenses, resolveCodeLens } from './code-lens';
import { completion, resolveCompletion } from './completion';
import { Configurations } from './configurations';
import { diagnosticsPublisher, pullDiagnostics, ResultIds } from './diagnostics';
import { documentLinks } from './document-links';
import { documentsConfiguration } from './documents';
import { type Context, readFeatures, tolerate } from './features';
import { clientFiles, NO_FILES, type WorkspaceFiles } from './files';
import { WorkspaceFolders } from './folders';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { rules, teams } from './knowledge';
import { answerRefused } from './lifecycle';
import { documentHighlights, findDefinition, findReferences } from './navigation';
import { CHECK_TEXT, CHECK_WORKSPACE, RULES, SCORECARD, STATUS, TEAMS } from './protocol';
import { prepareRename, rename } from './rename';
import { scorecard } from './scorecard';
import { selectionRanges } from './selection-ranges';
import {
  SEMANTIC_LEGEND,
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
  TokenResults,
} from './semantic-tokens';
import { SettingsStore } from './settings';
import { status } from './status';
import { documentSymbols, foldingRanges } from './symbols';
import { WatchedFiles } from './watched-files';
import { News, workspaceDiagnostics } from './workspace-diagnostics';
import { WorkspaceIndex } from './workspace-index';
import { workspaceSymbols } from './workspace-symbols';

/**
 * Registers all handlers and starts listening. Returns at once; the connection lives until its transport ends.
 * `ownFiles` is for clients that offer no files of their own: what the server's own machine has.
 */
export function startServer(
  connection: Connection,
  ownFiles: (folders: () => readonly string[]) => WorkspaceFiles = () => NO_FILES,
): void {
  const service = createOkrLanguageService();
  const documents = new TextDocuments(documentsConfiguration(service));

  answerRefused(connection);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = readFeatures(params.capabilities, params.initializationOptions);
    const folders = new WorkspaceFolders(params);
    const own = ownFiles(() => folders.uris);
    const files = offersFiles(params) ? clientFiles(connection, own) : own;
    const watched = new WatchedFiles(connection, client.fileWatching);
    const configurations = new Configurations({
      files,
      folders,
      watched,
      send: (diagnostics) => tolerate({ connection }, connection.sendDiagnostics(diagnostics)),
    });
    if (params.locale?.toLowerCase().startsWith('vi')) configurations.speak('vi');
    const settings = new SettingsStore(connection, client.configuration, params.initializationOptions, {
      for: (uri) => configurations.for(uri),
      speak: (language) => configurations.speak(language),
      folderOf: (uri) => folders.of(uri),
    });
    const workspace = new WorkspaceIndex({
      service,
      documents,
      files,
      watched,
      forceOf: async (uri) => (await settings.for(uri)).force,
    });
    register({
      connection,
      service,
      documents,
      settings,
      configurations,
      client,
      files,
      folders,
      watched,
      workspace,
      today: localToday,
    });
    return {
      serverInfo: { name: 'okrlint', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(params.capabilities.notebookDocument ? { notebookDocumentSync: NOTEBOOKS } : {}),
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
        documentSymbolProvider: { label: 'OKRs' },
        foldingRangeProvider: true,
        completionProvider: { triggerCharacters: [...COMPLETION_SIGNS], resolveProvider: true },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: client.renamePlaceholder ? { prepareProvider: true } : true,
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        selectionRangeProvider: true,
        ...(client.semanticTokens
          ? { semanticTokensProvider: { legend: SEMANTIC_LEGEND, full: { delta: true }, range: true } }
          : {}),
        ...(client.codeLens ? { codeLensProvider: { resolveProvider: true } } : {}),
        ...(client.inlayHints ? { inlayHintProvider: true } : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: MARKDOWN_FILES, didDelete: MARKDOWN_FILES, didCreate: MARKDOWN_FILES },
        },
        ...(client.pullDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'okrlint',
                interFileDependencies: true,
                workspaceDiagnostics: true,
              },
            }
          : {}),
      },
    };
  });

  documents.listen(connection);
  // Their cells come as documents like any other.
  new NotebookDocuments(documents).listen(connection);
  connection.listen();
}

function register(context: Context): void {
  const { connection, documents, settings, configurations, client, folders, watched } = context;
  connection.onHover(hover(context));
  connection.onCodeAction(codeActions(context));
  connection.onDocumentSymbol(documentSymbols(context));
  connection.onFoldingRanges(foldingRanges(context));
  connection.onRequest(SCORECARD, scorecard(context));
  connection.onRequest(STATUS, status(context));
  connection.onRequest(TEAMS, teams);
  connection.onRequest(RULES, rules);
  connection.onRequest(CHECK_TEXT, checkText(context));
  connection.onRequest(CHECK_WORKSPACE, checkWorkspace(context));
  connection.onDefinition(findDefinition(context));
  connection.onReferences(findReferences(context));
  connection.onDocumentHighlight(documentHighlights(context));
  connection.onPrepareRename(prepareRename(context));
  connection.onRenameRequest(rename(context));
  connection.onDocumentLinks(documentLinks(context));
  connection.onWorkspaceSymbol(workspaceSymbols(context));
  connection.onSelectionRanges(selectionRanges(context));
  const tokens = new TokenResults();
  connection.languages.semanticTokens.on(semanticTokens(context, tokens));
  connection.languages.semanticTokens.onDelta(semanticTokensDelta(context, tokens));
  connection.languages.semanticTokens.onRange(semanticTokensRange(context));

  connection.onCompletion(completion(context));
  connection.onCompletionResolve(resolveCompletion(context));
  connection.onCodeLens(codeLenses(context));
  connection.onCodeLensResolve(resolveCodeLens(context));
  connection.languages.inlayHint.on(inlayHints(context));
  followFileOperations(context);

  const publisher = client.pullDiagnostics ? undefined : diagnosticsPublisher(context);
  const news = new News();
  if (client.pullDiagnostics) {
    const ids = new ResultIds();
    connection.languages.diagnostics.on(pullDiagnostics(context, ids));
    connection.languages.diagnostics.onWorkspace(workspaceDiagnostics(context, ids, news));
  }
  documents.onDidChangeContent(({ document }) => {
    if (document.isMarkdown) publisher?.changed(document.uri);
    else configurations.opened(document);
  });
  if (!client.fileWatching) {
    // Nobody tells of changed files, so they are looked at when a document is opened or saved.
    documents.onDidOpen(() => configurations.forget());
    documents.onDidSave(() => configurations.changed());
  }
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    tokens.forget(document.uri);
    if (document.isMarkdown) {
      publisher?.closed(document.uri);
      if (client.pullDiagnostics) news.closed(document.uri);
    } else configurations.closed(document.uri);
  });

  /** Every open document may have other findings than before. */
  const checkAll = () => {
    news.tell();
    if (client.pullDiagnostics && client.diagnosticRefresh)
      tolerate(context, connection.languages.diagnostics.refresh());
    for (const { uri, isMarkdown } of documents.all()) if (isMarkdown) publisher?.changed(uri);
  };
  context.workspace.onDidChange((ids) => (ids ? checkAll() : news.tell()));
  configurations.onDidChange(() => {
    settings.configurationChanged();
    context.workspace.readAgain();
    checkAll();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.reset(pushed);
    checkAll();
    if (client.codeLensRefresh) tolerate(context, connection.sendRequest(CodeLensRefreshRequest.type));
    if (client.inlayHintRefresh) tolerate(context, connection.languages.inlayHint.refresh());
  });
  connection.onInitialized(() => {
    watched.initialized();
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        folders.change(change);
        configurations.changed();
        context.workspace.readAgain();
      });
    if (client.configurationRegistration)
      tolerate(
        context,
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'okrlint' }),
      );
  });
}

/** Files whose coming and going in the editor the client tells of. */
const MARKDOWN_FILES = { filters: [{ pattern: { glob: '**/*.{md,markdown}' } }] };

/** Clients that watch no files still tell what is done in the editor. */
function followFileOperations({ connection, watched }: Context): void {
  const { Created, Deleted } = FileChangeType;
  connection.workspace.onDidCreateFiles(({ files }) =>
    watched.tell(files.map(({ uri }) => ({ uri, type: Created }))),
  );
  connection.workspace.onDidDeleteFiles(({ files }) =>
    watched.tell(files.map(({ uri }) => ({ uri, type: Deleted }))),
  );
  connection.workspace.onDidRenameFiles(({ files }) =>
    watched.tell(
      files.flatMap(({ oldUri, newUri }) => [
        { uri: oldUri, type: Deleted },
        { uri: newUri, type: Created },
      ]),
    ),
  );
}

/** Markdown cells of notebooks of any kind: each is read as a document of its own. */
const NOTEBOOKS = { notebookSelector: [{ notebook: '*', cells: [{ language: 'markdown' }] }] };

/** Whether the client reads files for us, as ours does. */
function offersFiles({ initializationOptions: options }: InitializeParams): boolean {
  return isRecord(options) && options.files === true;
}

/** Today in the time zone of whoever runs the server. */
function localToday(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
