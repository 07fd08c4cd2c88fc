/** Knows when documents are being checked, from the requests for diagnostics that pass by. Asks nothing by itself. */
import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

export interface Check {
  readonly uri: vscode.Uri;
  /** From the question to the answer. */
  readonly milliseconds: number;
}

export class Checks implements vscode.Disposable {
  readonly #started = new vscode.EventEmitter<vscode.Uri>();
  readonly #ended = new vscode.EventEmitter<Check>();
  readonly onStart = this.#started.event;
  readonly onEnd = this.#ended.event;

  readonly provideDiagnostics: NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']> = async (
    document,
    previousResultId,
    token,
    next,
  ) => {
    const uri = 'uri' in document ? document.uri : document;
    const start = performance.now();
    this.#started.fire(uri);
    try {
      return await next(document, previousResultId, token);
    } finally {
      this.#ended.fire({ uri, milliseconds: performance.now() - start });
    }
  };

  dispose(): void {
    this.#started.dispose();
    this.#ended.dispose();
  }
}

/** Calls `run` with the last arguments once there was no call for `milliseconds`. */
export function debounced<A extends unknown[]>(
  milliseconds: number,
  run: (...args: A) => void,
): ((...args: A) => void) & vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (...args: A): void => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), milliseconds);
  };
  return Object.assign(call, { dispose: () => clearTimeout(timer) });
}
