/**
 * A client that speaks the base protocol itself: for measuring, where a library's own work would be measured along,
 * and for sending what no library would send.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { SERVER } from './harness';

export interface Message {
  readonly jsonrpc?: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A message as the base protocol frames it. */
export function framed(message: unknown): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

export class RawClient {
  readonly process: ChildProcessWithoutNullStreams;
  /** The exit code once the process has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  stderr = '';
  /** Sees every message that answers none of our requests. */
  onMessage: (message: Message) => void = () => {};
  /** Answers the server's requests; `null` where nothing else is said. */
  answer: (message: Message) => unknown = () => null;
  #nextId = 1;
  #ended = false;
  #buffer: Buffer = Buffer.alloc(0);
  readonly #waiting = new Map<number | string, (message: Message) => void>();

  constructor(args: readonly string[] = ['--stdio'], nodeArgs: readonly string[] = []) {
    this.process = spawn(process.execPath, [...nodeArgs, SERVER, ...args], { stdio: 'pipe' });
    this.process.stdin.on('error', () => {});
    this.process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.process.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString('utf8');
    });
    this.exited = new Promise((resolve) => {
      this.process.once('exit', (code) => {
        this.#ended = true;
        resolve(code);
      });
    });
  }

  /** Whether the process has not ended. */
  get alive(): boolean {
    return !this.#ended;
  }

  /** Starts a server and shakes hands. */
  static async start(capabilities: object = {}, nodeArgs: readonly string[] = []): Promise<RawClient> {
    const client = new RawClient(['--stdio'], nodeArgs);
    await client.initialize(capabilities);
    return client;
  }

  async initialize(capabilities: object = {}, more: object = {}): Promise<Message> {
    const answer = await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    });
    this.notify('initialized', {});
    return answer;
  }

  /** Bytes as they are. */
  write(bytes: string | Buffer): void {
    if (this.alive) this.process.stdin.write(bytes);
  }

  send(message: unknown): void {
    this.write(framed(message));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** The whole answer, error or result. Rejects when the process ends before it, or after `timeout` milliseconds. */
  request(method: string, params?: unknown, timeout = 60_000): Promise<Message> {
    const id = this.#nextId++;
    const answer = this.answerTo(id, timeout, method);
    this.send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  /** The answer to a request that was sent by hand. */
  answerTo(id: number | string, timeout = 60_000, what = String(id)): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No answer to ${what} in ${timeout} ms`)), timeout);
      this.#waiting.set(id, (message) => {
        clearTimeout(timer);
        resolve(message);
      });
      void this.exited.then((code) => {
        clearTimeout(timer);
        reject(
          new Error(`The server ended (${code}) before it answered ${what}: ${this.stderr.slice(-2000)}`),
        );
      });
    });
  }

  /** The next message that `accepts` takes; earlier ones do not count. */
  next(accepts: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const before = this.onMessage;
      this.onMessage = (message) => {
        before(message);
        if (!accepts(message)) return;
        this.onMessage = before;
        resolve(message);
      };
    });
  }

  /** Ends the server as the protocol asks. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited;
  }

  kill(): void {
    if (this.alive) this.process.kill('SIGKILL');
  }

  #take(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const body = this.#buffer.toString('utf8', head + 4, head + 4 + length);
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#dispatch(JSON.parse(body) as Message);
    }
  }

  #dispatch(message: Message): void {
    const { id, method } = message;
    if (method === undefined && id !== undefined && id !== null) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (waiting) {
        waiting(message);
        return;
      }
    }
    if (method !== undefined && id !== undefined)
      this.send({ jsonrpc: '2.0', id, result: this.answer(message) });
    this.onMessage(message);
  }
}
