/**
 * Speed as an editor feels it: the bundled server over stdio. Every figure is from the moment when the client writes
 * a message to the moment when it has read the answer. Between them the client collects no garbage of its own.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LARGE } from '../../server/src/lsp/documents';
import { RawClient } from '../protocol/raw-client';
import { collectAll, collectYoung } from './garbage';
import { manySections, oneList } from './texts';

export const SIZES = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000 } as const;
export type SizeName = keyof typeof SIZES;
export type Mode = 'push' | 'pull';

/** Milliseconds. */
export interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface SizeFigures {
  readonly size: SizeName;
  readonly mode: Mode;
  /** From opening to all diagnostics. */
  readonly open: number;
  /** To the first; the same but for large texts, of whose top clients that are published to are told first. */
  readonly first: number;
  /** One character typed, by place in the document. */
  readonly keyPress: Readonly<Record<'start' | 'middle' | 'end', Spread>>;
  readonly allKeyPresses: Spread;
  /** Ten characters without waiting; to the diagnostics of the last. */
  readonly burst: Spread;
  readonly paste500Lines: Spread;
  readonly undoPaste: Spread;
  readonly hover: Spread;
  readonly codeAction: Spread;
  readonly outline: Spread;
}

export interface ProtocolFigures {
  readonly start: {
    readonly nodeAlone: Spread;
    readonly toFirstDiagnostics: Spread;
    /** The very first start of a version: nothing has been compiled before. */
    readonly afterInstalling: Spread;
    readonly ratio: number;
  };
  readonly sizes: readonly SizeFigures[];
  /** From opening 1 MB of key results in one list to all diagnostics (push). */
  readonly openOneList: number;
  /** Megabytes of resident memory at 100 KB of text. */
  readonly memory: { readonly opened: number; readonly after10000Edits: number };
  /** Key press at 1 MB against 10 KB (p95). */
  readonly growth: Readonly<Record<Mode, number>>;
}

const URI = 'file:///work/bench.okr.md';
const SMALL = manySections(1500);

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}

const USUAL = {
  codeAction: { codeActionLiteralSupport: {} },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
};
const CAPABILITIES: Record<Mode, object> = {
  push: { textDocument: USUAL },
  pull: { textDocument: { ...USUAL, diagnostic: {} } },
};

/** One open document as an editor holds it: position and text by line, version, and how diagnostics are got. */
class Editor {
  version = 1;
  lines: string[];

  private constructor(
    readonly client: RawClient,
    readonly mode: Mode,
    text: string,
  ) {
    this.lines = text.split('\n');
  }

  /** Opens a text in a new server; the times are from `didOpen` to its first diagnostics, and to all. */
  static async open(mode: Mode, text: string): Promise<{ editor: Editor; first: number; all: number }> {
    const client = await RawClient.start(CAPABILITIES[mode]);
    const editor = new Editor(client, mode, text);
    collectAll();
    const began = performance.now();
    client.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text },
    });
    await editor.diagnostics();
    const first = performance.now() - began;
    if (mode === 'push' && text.length > LARGE) await editor.diagnostics();
    return { editor, first, all: performance.now() - began };
  }

  /** Waits for the diagnostics of the current version. */
  diagnostics(): Promise<unknown> {
    const { version } = this;
    if (this.mode === 'pull')
      return this.client.request('textDocument/diagnostic', { textDocument: { uri: URI } });
    return this.client.next(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && (params as { version?: number }).version === version,
    );
  }

  change(
    start: { line: number; character: number },
    end: { line: number; character: number },
    text: string,
  ): void {
    this.version++;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: this.version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** Time of one request. */
  async timed(method: string, params: object): Promise<number> {
    collectYoung();
    const began = performance.now();
    await this.client.request(method, { textDocument: { uri: URI }, ...params });
    return performance.now() - began;
  }

  /** Time from an edit to its diagnostics. */
  async timedChange(edit: () => void): Promise<number> {
    collectYoung();
    const began = performance.now();
    edit();
    await this.diagnostics();
    return performance.now() - began;
  }

  /** A line with a key result at this part of the document. */
  lineAt(part: number): number {
    const from = Math.floor((this.lines.length - 1) * part);
    const after = this.lines.findIndex((line, n) => n >= from && line.startsWith('- KR'));
    return after >= 0 ? after : this.lines.findLastIndex((line) => line.startsWith('- KR'));
  }
}

/** Each opening runs code that nothing has run before, and the machine is not always as fast: the middle one counts. */
const OPENINGS = 3;

/** The last of several new servers with the text open, and the medians of their times. */
async function opened(mode: Mode, text: string): Promise<{ editor: Editor; first: number; all: number }> {
  const [firsts, alls]: [number[], number[]] = [[], []];
  for (let n = 1; ; n++) {
    const { editor, first, all } = await Editor.open(mode, text);
    firsts.push(first);
    alls.push(all);
    if (n === OPENINGS) return { editor, first: spread(firsts).p50, all: spread(alls).p50 };
    editor.client.kill();
  }
}

/** The time of a Node process that does nothing. */
function nodeAlone(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).once('exit', () =>
      resolve(performance.now() - began),
    );
  });
}

async function toFirstDiagnostics(): Promise<number> {
  const began = performance.now();
  const { editor } = await Editor.open('push', SMALL);
  const time = performance.now() - began;
  editor.client.kill();
  return time;
}

/** Lets a server live until it has kept its compiled code in `folder`. */
async function startOnce(folder: string): Promise<void> {
  const { editor } = await Editor.open('push', SMALL);
  while (!readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.compiled')))
    await pause(100);
  editor.client.kill();
}

async function measureStart(): Promise<ProtocolFigures['start']> {
  const folder = mkdtempSync(join(tmpdir(), 'okrlint-bench-'));
  const { env } = process;
  const before = env.NODE_COMPILE_CACHE;
  env.NODE_COMPILE_CACHE = folder;
  try {
    await startOnce(folder);
    const [alone, started, cold]: [number[], number[], number[]] = [[], [], []];
    // By turns, so that a machine that is busy for a while is busy for all.
    for (let n = 0; n < 15; n++) {
      alone.push(await nodeAlone());
      started.push(await toFirstDiagnostics());
      env.NODE_DISABLE_COMPILE_CACHE = '1';
      cold.push(await toFirstDiagnostics());
      delete env.NODE_DISABLE_COMPILE_CACHE;
    }
    const [a, b] = [spread(alone), spread(started)];
    return { nodeAlone: a, toFirstDiagnostics: b, afterInstalling: spread(cold), ratio: b.p50 / a.p50 };
  } finally {
    if (before === undefined) delete env.NODE_COMPILE_CACHE;
    else env.NODE_COMPILE_CACHE = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typeAt(editor: Editor, part: number, keys: number): Promise<number[]> {
  const line = editor.lineAt(part);
  const times: number[] = [];
  collectAll();
  const text = ' and more of it each day';
  for (let n = 0; n < keys; n++) {
    const at = { line, character: (editor.lines[line] ?? '').length };
    const key = text[n % text.length] ?? ' ';
    // Typed, and taken back after a while, so that the line does not grow without end.
    if (n % text.length === text.length - 1) {
      const from = { line, character: at.character - (text.length - 1) };
      times.push(await editor.timedChange(() => editor.change(from, at, '')));
      editor.lines[line] = (editor.lines[line] ?? '').slice(0, from.character);
    } else {
      times.push(await editor.timedChange(() => editor.change(at, at, key)));
      editor.lines[line] += key;
    }
  }
  return times;
}

async function repeat(times: number, measure: (n: number) => Promise<number>): Promise<Spread> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) all.push(await measure(n));
  return spread(all);
}

async function measureSize(size: SizeName, mode: Mode): Promise<SizeFigures> {
  const { editor, first, all: open } = await opened(mode, manySections(SIZES[size]));
  try {
    // The engine compiles what is used: that is over when a person has typed some words.
    await typeAt(editor, 0.4, 100);
    const start = await typeAt(editor, 0, 150);
    const middle = await typeAt(editor, 0.5, 150);
    const end = await typeAt(editor, 1, 150);
    const line = editor.lineAt(0.5);
    const tail = () => ({ line, character: (editor.lines[line] ?? '').length });
    const burst = await repeat(20, () =>
      editor.timedChange(() => {
        for (let n = 0; n < 10; n++) {
          editor.change(tail(), tail(), 'x');
          editor.lines[line] += 'x';
        }
      }),
    );
    const pasted = Array.from(
      { length: 10 },
      (_, n) =>
        `${manySections(60_000, 10_000 * (n + 1))
          .split('\n')
          .slice(2, 502)
          .join('\n')}\n`,
    );
    const place = { line: editor.lineAt(0.5) + 1, character: 0 };
    const paste: number[] = [];
    const undo: number[] = [];
    for (let n = 0; n < 10; n++) {
      paste.push(await editor.timedChange(() => editor.change(place, place, pasted[n] as string)));
      undo.push(
        await editor.timedChange(() => editor.change(place, { line: place.line + 500, character: 0 }, '')),
      );
    }
    const position = (n: number) => ({ line: editor.lineAt((n % 10) / 10), character: 14 });
    const requests = (method: string, params: (n: number) => object, times: number) =>
      repeat(times, (n) => editor.timed(method, params(n)));
    return {
      size,
      mode,
      open,
      first,
      keyPress: { start: spread(start), middle: spread(middle), end: spread(end) },
      allKeyPresses: spread([...start, ...middle, ...end]),
      burst,
      paste500Lines: spread(paste),
      undoPaste: spread(undo),
      hover: await requests('textDocument/hover', (n) => ({ position: position(n) }), 100),
      codeAction: await requests(
        'textDocument/codeAction',
        (n) => ({ range: { start: position(n), end: position(n) }, context: { diagnostics: [] } }),
        100,
      ),
      outline: await requests('textDocument/documentSymbol', () => ({}), 20),
    };
  } finally {
    editor.client.kill();
  }
}

async function measureOpeningOneList(): Promise<number> {
  const { editor, all } = await opened('push', oneList(SIZES['1 MB']));
  editor.client.kill();
  return all;
}

/** Resident memory in megabytes; NaN where there is no /proc. */
function residentMemory(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function measureMemory(): Promise<ProtocolFigures['memory']> {
  const { editor } = await Editor.open('push', manySections(SIZES['100 KB']));
  try {
    const opened = residentMemory(editor.client.process.pid);
    for (let n = 0; n < 10; n++) await typeAt(editor, n / 10, 1000);
    return { opened, after10000Edits: residentMemory(editor.client.process.pid) };
  } finally {
    editor.client.kill();
  }
}

/** All figures of the protocol; takes about a minute. */
export async function measureProtocol(): Promise<ProtocolFigures> {
  const start = await measureStart();
  const sizes: SizeFigures[] = [];
  for (const mode of ['push', 'pull'] as const)
    for (const size of Object.keys(SIZES) as SizeName[]) sizes.push(await measureSize(size, mode));
  const keyPress = (mode: Mode, size: SizeName) =>
    sizes.find((figures) => figures.mode === mode && figures.size === size)?.allKeyPresses.p95 ?? Number.NaN;
  const growth = (mode: Mode) => keyPress(mode, '1 MB') / keyPress(mode, '10 KB');
  return {
    start,
    sizes,
    openOneList: await measureOpeningOneList(),
    memory: await measureMemory(),
    growth: { push: growth('push'), pull: growth('pull') },
  };
}
