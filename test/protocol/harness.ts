import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol/node';

/** The bundled server, as `npm run build` leaves it. */
export const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js');

export interface StartOptions {
  /** What the client says that it can; nothing by default, as the plainest editor would. */
  readonly capabilities?: ClientCapabilities;
  /** Answers to `workspace/configuration`: settings by section, e.g. `{ okrlint: { profile: 'strict' } }`. */
  readonly settings?: Record<string, unknown>;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Folders of the workspace. */
  readonly workspaceFolders?: readonly { uri: string; name: string }[];
  /** Arguments of the server; `--stdio` by default. */
  readonly args?: readonly string[];
}

type Accepts = (params: PublishDiagnosticsParams) => boolean;

interface Waiting {
  readonly accepts: Accepts;
  readonly resolve: (params: PublishDiagnosticsParams) => void;
}

/**
 * A language client without an editor: it starts the bundled server as a process of its own and speaks with it over
 * standard input and output, as any editor does.
 */
export class TestClient {
  /** What the server said at the start. */
  initializeResult: InitializeResult = { capabilities: {} };
  /** Methods that the server has registered for by itself. */
  readonly registered = new Set<string>();
  /** All that the server wrote to standard error. */
  stderr = '';
  /** Messages of `window/logMessage`. */
  readonly log: string[] = [];
  /** Every notification of diagnostics, in the order in which they came. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** The exit code of the process once it has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;

  private readonly versions = new Map<string, number>();
  private waiting: Waiting[] = [];
  private settings: Record<string, unknown>;

  private constructor(
    /** The process, for tests that write bytes of their own to it. */
    readonly process: ChildProcessWithoutNullStreams,
    /** For requests and notifications that have no method here. */
    readonly connection: ProtocolConnection,
    settings: Record<string, unknown>,
  ) {
    this.settings = settings;
    this.exited = new Promise((resolve) => process.once('exit', (code) => resolve(code)));
    process.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString('utf8');
    });
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: StartOptions = {}): Promise<TestClient> {
    const client = TestClient.spawn(options);
    client.initializeResult = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: options.workspaceFolders ? [...options.workspaceFolders] : null,
      initializationOptions: options.initializationOptions,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Starts a server without shaking hands. */
  static spawn(options: StartOptions = {}): TestClient {
    const child = spawn(process.execPath, [SERVER, ...(options.args ?? ['--stdio'])], { stdio: 'pipe' });
    // Writing to a server that has ended is an event of the stream; the test learns of it from `exited`.
    child.stdin.on('error', () => {});
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(child, connection, options.settings ?? {});
    client.listen();
    return client;
  }

  /** Opens a document with version 1. */
  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Changes an open document, by ranges or as a whole, and returns its new version. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  /** Closes an open document. */
  async close(uri: string): Promise<void> {
    this.versions.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Changes the settings and tells the server so, as VS Code does: without their values. */
  async configure(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** The diagnostics published for the current version of an open document, waiting for them if they have not come. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams> {
    const accepts: Accepts = (params) => params.uri === uri && params.version === this.versions.get(uri);
    const known = this.published.findLast(accepts);
    return known ? Promise.resolve(known) : this.wait(accepts);
  }

  /** The next diagnostics that come for a document, e.g. after its settings changed. Call it before what causes them. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams> {
    return this.wait((params) => params.uri === uri);
  }

  /** Asks for the diagnostics of a document, as clients that pull do. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Ends the server as the protocol asks and returns the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.exited;
    this.connection.dispose();
    return code;
  }

  /** Ends the process if it still runs; for `afterEach`. */
  kill(): void {
    this.connection.dispose();
    this.process.kill();
  }

  private wait(accepts: Accepts): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => this.waiting.push({ accepts, resolve }));
  }

  private listen(): void {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === undefined ? this.settings : lookUp(this.settings, section))),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method } of registrations) this.registered.add(method);
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { method } of unregisterations) this.registered.delete(method);
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      const answered = this.waiting.filter(({ accepts }) => accepts(params));
      this.waiting = this.waiting.filter((waiting) => !answered.includes(waiting));
      for (const { resolve } of answered) resolve(params);
    });
    connection.listen();
  }
}

/** The value under a dotted section such as `okrlint.rules`; null, as VS Code answers, when there is none. */
function lookUp(settings: Record<string, unknown>, section: string): unknown {
  let value: unknown = settings;
  for (const key of section.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value ?? null;
}
