/**
 * What happens when the server ends by itself or answers no more: it is started again, and VS Code gives it the open
 * documents once more. When that keeps happening the person is told and decides. Documents are never touched.
 */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol';
import type { Checks } from './checks';
import { readerTexts } from './language';

/** It is started again so many times within so many milliseconds. */
const MOST_RESTARTS = 4;
const WITHIN = 3 * 60_000;
/** Faults of the connection in a row that are only logged. */
const MOST_FAULTS = 3;
/**
 * Seconds that a check may take before the server is asked whether it is there, and seconds that it has to answer.
 * It works in slices of some milliseconds, so that a living one answers at once.
 */
const PATIENCE = 5;
const SILENCE = 10;

export class Recovery implements ErrorHandler, vscode.Disposable {
  readonly #checks: Checks;
  readonly #end: () => void;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #client: BaseLanguageClient | undefined;
  /** When the server ended by itself, within the last minutes. */
  #ends: number[] = [];
  #watching = false;
  /** It has been ended, and the client has not been told yet. */
  #ending = false;
  /** The server is not started again unless somebody asks for it. */
  stopped = false;
  readonly onChange = this.#changed.event;

  /** `end` ends a server that does not answer, whereupon the client is told that its connection is closed. */
  constructor(checks: Checks, end: () => void) {
    this.#checks = checks;
    this.#end = end;
  }

  /** A client takes its error handler when it is made, so it comes here afterwards. */
  attend(client: BaseLanguageClient): void {
    this.#client = client;
    this.#subscriptions.push(this.#checks.onStart(() => void this.#watch(client)));
  }

  /**
   * Nothing is given up for a fault of the connection: whatever is sent to a server that has just died is one, before
   * anybody knows of its end. A connection that stays broken is closed, and then it counts like every other end.
   */
  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if (count !== undefined && count > MOST_FAULTS) this.#endServer();
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    this.#ending = false;
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WITHIN), now];
    const message = `The language server ended by itself (${this.#ends.length} times lately).`;
    if (this.#ends.length <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true, message };
    this.#giveUp();
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }

  /** Because somebody has asked for it: what was before does not count any more. */
  async restart(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#ends = [];
    this.#tell(false);
    if (client.isRunning() && !(await answers(client, PATIENCE))) {
      // It cannot be asked to stop either; after its end the client starts another one.
      this.#endServer();
      return;
    }
    if (client.isRunning()) await client.stop();
    await client.start();
  }

  /** A worker that has died tells nobody, nor does a process that runs in circles. */
  async #watch(client: BaseLanguageClient): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    try {
      if (await within(PATIENCE, this.#checked())) return;
      if (client.isRunning() && !(await answers(client, SILENCE))) this.#endServer();
    } finally {
      this.#watching = false;
    }
  }

  #endServer(): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#end();
  }

  #checked(): Promise<void> {
    return new Promise((resolve) => {
      const registered = this.#checks.onEnd(() => {
        registered.dispose();
        resolve();
      });
    });
  }

  #giveUp(): void {
    this.#tell(true);
    void this.#offerRestart();
  }

  async #offerRestart(): Promise<void> {
    const texts = readerTexts();
    const { restart, message } = texts.stopped;
    const answer = await vscode.window.showErrorMessage(message, restart, texts.showOutput);
    if (answer === restart) await vscode.commands.executeCommand('okrlint.restartServer');
    else if (answer) this.#client?.outputChannel.show();
  }

  #tell(stopped: boolean): void {
    this.stopped = stopped;
    this.#changed.fire();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether the server says anything, be it an error, within so many seconds. */
function answers(client: BaseLanguageClient, seconds: number): Promise<boolean> {
  const params: StatusParams = { uri: '' };
  return within(seconds, client.sendRequest(STATUS, params));
}

/** Whether it ends within so many seconds in which this computer is awake, well or not. */
function within(seconds: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    let left = seconds;
    const timer = setInterval(() => {
      if (--left === 0) end(false);
    }, 1000);
    const end = (inTime: boolean): void => {
      clearInterval(timer);
      resolve(inTime);
    };
    work.then(
      () => end(true),
      () => end(true),
    );
  });
}
