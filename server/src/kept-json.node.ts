/**
 * Writes messages for streams. Of a thousand diagnostics a key press changes one or two, of a long outline one objective:
 * the others are the very objects that were sent before, and go out as the bytes that they became then.
 */
import type { ContentTypeEncoder, Message } from 'vscode-languageserver';
import { lastingOf } from './lsp/lasting';
import { isRecord } from './text/records';

type Plain = Readonly<Record<string, unknown>>;

/** The JSON of a message, or of a member of a list. */
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value) ?? 'null', 'utf8');

function keptBytesOf(part: unknown): Uint8Array {
  const kept = lastingOf(part);
  if (!kept) return bytesOf(part);
  kept.bytes ??= bytesOf(part);
  return kept.bytes;
}

/** A message with an empty list where its JSON ends with `end`, and the members that belong there. */
interface Split {
  readonly frame: Plain;
  readonly end: string;
  readonly list: readonly unknown[];
}

/** Published diagnostics stand in `params.diagnostics`, pulled ones in `result.items`, an outline is the result. */
function split({ params, result, ...head }: Plain): Split | undefined {
  if (isRecord(params)) {
    const { diagnostics, ...rest } = params;
    return ifLasting(diagnostics, { ...head, params: { ...rest, diagnostics: [] } }, ']}}');
  }
  if (isRecord(result)) {
    const { items, ...rest } = result;
    return ifLasting(items, { ...head, result: { ...rest, items: [] } }, ']}}');
  }
  return ifLasting(result, { ...head, result: [] }, ']}');
}

function ifLasting(list: unknown, frame: Plain, end: string): Split | undefined {
  const isWorthIt = Array.isArray(list) && list.some((part) => lastingOf(part));
  return isWorthIt ? { frame, end, list } : undefined;
}

const COMMA = 0x2c;

function joined({ frame, end, list }: Split): Buffer {
  const parts = list.map(keptBytesOf);
  const head = bytesOf(frame).subarray(0, -end.length);
  const length = parts.reduce((sum, part) => sum + part.length + 1, head.length + end.length - 1);
  const all = Buffer.allocUnsafe(length);
  let at = head.copy(all);
  parts.forEach((part, n) => {
    if (n > 0) all[at++] = COMMA;
    all.set(part, at);
    at += part.length;
  });
  all.write(end, at, 'latin1');
  return all;
}

/** What a stream's writer encodes messages with. */
export const KEPT_JSON: ContentTypeEncoder = {
  name: 'application/json',
  encode: async (message: Message) => {
    const parts = split(message as unknown as Plain);
    return parts ? joined(parts) : bytesOf(message);
  },
};
