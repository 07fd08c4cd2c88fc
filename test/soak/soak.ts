/** Random edits over documents that open and close, for as long as one likes: memory stays flat, the result right. */
import { readFileSync } from 'node:fs';
import { RawClient } from '../protocol/raw-client';

export interface SoakResult {
  readonly edits: number;
  /** Resident megabytes after a fifth of the edits, and the most and the last thereafter; NaN without /proc. */
  readonly warm: number;
  readonly most: number;
  readonly last: number;
  /** Documents whose diagnostics differ from a fresh server's. */
  readonly wrong: readonly string[];
}

const DOCUMENTS = 10;
const CAPABILITIES = { textDocument: { diagnostic: {} } };
const LINES = [
  '## Objective 1: Shops reorder without being asked',
  '## Mục tiêu 2: Khách hàng quay lại',
  '- KR 1: Raise repeat orders from 12% to 20%',
  '- KR 2: Launch the new portal @linh',
  '- KR 3: Tổ chức 5 buổi đào tạo',
  '  - 2026-07-10: 14%',
  '<!-- okrlint-disable-next-line kr-activity: agreed -->',
  '| Key result | Owner |',
  '|---|---|',
  '```',
  '',
  'Some words between.',
];

/** A generator of its own, so that a run can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Open {
  lines: string[];
  version: number;
}

function residentMemory(client: RawClient): number {
  try {
    const status = readFileSync(`/proc/${client.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

const itemsOf = async (client: RawClient, uri: string) =>
  JSON.stringify(
    (
      (await client.request('textDocument/diagnostic', { textDocument: { uri } })).result as {
        items: unknown;
      }
    ).items,
  );

/** Runs so many edits. */
export async function soak(edits: number, seed = 1): Promise<SoakResult> {
  const random = randomFrom(seed);
  const client = await RawClient.start(CAPABILITIES);
  const open = new Map<string, Open>();
  const memory: number[] = [];
  const openOne = (uri: string) => {
    const lines = ['# OKRs Q3 2026', ...Array.from({ length: 60 }, () => LINES[random(LINES.length)] ?? '')];
    open.set(uri, { lines, version: 1 });
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: lines.join('\n') },
    });
  };
  const editOne = (uri: string, document: Open) => {
    const line = 1 + random(document.lines.length - 1);
    const old = document.lines[line] ?? '';
    const grows = document.lines.length < 80;
    const inserted = random(3) > 0 ? [`${old}x`] : grows ? [LINES[random(LINES.length)] ?? '', old] : [];
    const last = line === document.lines.length - 1;
    const range = last
      ? {
          start: { line: line - 1, character: (document.lines[line - 1] ?? '').length },
          end: { line, character: old.length },
        }
      : { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const text = inserted.map((one) => (last ? `\n${one}` : `${one}\n`)).join('');
    document.lines.splice(line, 1, ...inserted);
    document.version++;
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text }],
    });
    if (document.lines.length < 20) {
      client.notify('textDocument/didClose', { textDocument: { uri } });
      openOne(uri);
    }
  };
  try {
    const uris = Array.from({ length: DOCUMENTS }, (_, n) => `file:///soak-${n}.okr.md`);
    for (const uri of uris) openOne(uri);
    for (let n = 0; n < edits; n++) {
      const uri = uris[random(DOCUMENTS)] as string;
      if (random(200) === 0) {
        client.notify('textDocument/didClose', { textDocument: { uri } });
        openOne(uri);
      } else editOne(uri, open.get(uri) as Open);
      if (n % 10 === 0) await itemsOf(client, uri);
      if (n % Math.ceil(edits / 100) === 0) memory.push(residentMemory(client));
    }
    const wrong: string[] = [];
    const fresh = await RawClient.start(CAPABILITIES);
    for (const [uri, { lines }] of open) {
      fresh.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: lines.join('\n') },
      });
      if ((await itemsOf(client, uri)) !== (await itemsOf(fresh, uri))) wrong.push(uri);
    }
    fresh.kill();
    const warm = memory.slice(Math.ceil(memory.length / 5));
    return {
      edits,
      warm: Math.max(...memory.slice(Math.ceil(memory.length / 10), Math.ceil(memory.length / 5) + 1)),
      most: Math.max(...warm),
      last: residentMemory(client),
      wrong,
    };
  } finally {
    client.kill();
  }
}
