/**
 * The language server: wires the service to a connection, whichever transport that has. Every feature stands in a
 * file of its own; here they are only registered.
 */
import {
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createOkrLanguageService } from '../service';
import { VERSION } from '../service/version';
import { checkText } from './check-text';
import { CODE_ACTION_KINDS, codeActions } from './code-actions';
import { Configurations } from './configurations';
import { diagnosticsPublisher, pullDiagnostics } from './diagnostics';
import { documentLinks } from './document-links';
import { documentsConfiguration } from './documents';
import { type Context, readFeatures } from './features';
import { clientFiles, NO_FILES, type WorkspaceFiles } from './files';
import { WorkspaceFolders } from './folders';
import { hover } from './hover';
import { rules, teams } from './knowledge';
import { documentHighlights, findDefinition, findReferences } from './navigation';
import { CHECK_TEXT, RULES, SCORECARD, STATUS, TEAMS } from './protocol';
import { prepareRename, rename } from './rename';
import { scorecard } from './scorecard';
import { selectionRanges } from './selection-ranges';
import { SEMANTIC_LEGEND, semanticTokens, semanticTokensRange } from './semantic-tokens';
import { isRecord, SettingsStore } from './settings';
import { status } from './status';
import { documentSymbols, foldingRanges } from './symbols';
import { WatchedFiles } from './watched-files';
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

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = readFeatures(params.capabilities);
    const folders = new WorkspaceFolders(params);
    const files = offersFiles(params) ? clientFiles(connection) : ownFiles(() => folders.uris);
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
    const workspace = new WorkspaceIndex({ service, documents, files, watched });
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
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
        documentSymbolProvider: { label: 'OKRs' },
        foldingRangeProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: client.renamePlaceholder ? { prepareProvider: true } : true,
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        selectionRangeProvider: true,
        ...(client.semanticTokens
          ? { semanticTokensProvider: { legend: SEMANTIC_LEGEND, full: true, range: true } }
          : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: MARKDOWN_FILES, didDelete: MARKDOWN_FILES, didCreate: MARKDOWN_FILES },
        },
        ...(client.pullDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'okrlint',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });

  documents.listen(connection);
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
  connection.onDefinition(findDefinition(context));
  connection.onReferences(findReferences(context));
  connection.onDocumentHighlight(documentHighlights(context));
  connection.onPrepareRename(prepareRename(context));
  connection.onRenameRequest(rename(context));
  connection.onDocumentLinks(documentLinks(context));
  connection.onWorkspaceSymbol(workspaceSymbols(context));
  connection.onSelectionRanges(selectionRanges(context));
  connection.languages.semanticTokens.on(semanticTokens(context));
  connection.languages.semanticTokens.onRange(semanticTokensRange(context));

  followFileOperations(context);

  const publisher = client.pullDiagnostics ? undefined : diagnosticsPublisher(context);
  if (client.pullDiagnostics) connection.languages.diagnostics.on(pullDiagnostics(context));
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
    if (document.isMarkdown) publisher?.closed(document.uri);
    else configurations.closed(document.uri);
  });

  /** Every open document may have other findings than before. */
  const checkAll = () => {
    if (client.pullDiagnostics && client.diagnosticRefresh)
      tolerate(context, connection.languages.diagnostics.refresh());
    for (const { uri, isMarkdown } of documents.all()) if (isMarkdown) publisher?.changed(uri);
  };
  configurations.onDidChange(() => {
    settings.configurationChanged();
    checkAll();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.reset(pushed);
    checkAll();
  });
  connection.onInitialized(() => {
    watched.initialized();
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        folders.change(change);
        configurations.changed();
        context.workspace.foldersChanged();
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

/** Whether the client reads files for us, as ours does. */
function offersFiles({ initializationOptions: options }: InitializeParams): boolean {
  return isRecord(options) && options.files === true;
}

/** Waits for nobody: a client that refuses what it said it could do is noted and otherwise served. */
function tolerate({ connection }: Pick<Context, 'connection'>, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.warn(`okrlint: the client refused: ${String(error)}`));
}

/** Today in the time zone of whoever runs the server. */
function localToday(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
