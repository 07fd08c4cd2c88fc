/**
 * Writes messages for streams. Of a thousand diagnostics a key press changes one or two: the others are the very
 * objects that were sent before, and go out as the bytes that they became then.
 */

import type { ContentTypeEncoder, Message } from 'vscode-languageserver';
import { Notes } from './text/notes';
import { isRecord } from './text/records';

type Plain = Readonly<Record<string, unknown>>;

/** The list of diagnostics in a message, by the member it stands in: published, or pulled. */
const LISTS = [
  { within: 'params', list: 'diagnostics' },
  { within: 'result', list: 'items' },
] as const;

/** Fewer are written as fast as they are looked up. */
const FEW = 20;

/** The JSON of a message, or of a member of a list. */
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value) ?? 'null', 'utf8');

/** The bytes of objects that do not change once they have been sent. */
class Kept {
  readonly #bytes = new Notes<object, Buffer>();

  of(part: unknown): Buffer {
    if (typeof part !== 'object' || part === null) return bytesOf(part);
    let bytes = this.#bytes.get(part);
    if (!bytes) {
      bytes = bytesOf(part);
      this.#bytes.set(part, bytes);
    }
    return bytes;
  }
}

/** A message without its long list, and the list. */
interface Split {
  /** Without the list's members it ends with `END`, where they go in. */
  readonly frame: Plain;
  readonly list: readonly unknown[];
}

/** An empty list, its object, its message. */
const END = ']}}';

function split(message: Plain): Split | undefined {
  for (const { within, list: name } of LISTS) {
    const { [within]: outer, ...head } = message;
    if (!isRecord(outer)) continue;
    const { [name]: list, ...rest } = outer;
    if (!Array.isArray(list) || list.length < FEW) continue;
    return { frame: { ...head, [within]: { ...rest, [name]: [] } }, list };
  }
  return undefined;
}

function joined({ frame, list }: Split, kept: Kept): Buffer {
  const parts = list.map((part) => kept.of(part));
  const head = bytesOf(frame).subarray(0, -END.length);
  const length = parts.reduce((sum, part) => sum + part.length + 1, head.length + END.length - 1);
  const all = Buffer.allocUnsafe(length);
  let at = head.copy(all);
  parts.forEach((part, n) => {
    if (n > 0) all[at++] = COMMA;
    all.set(part, at);
    at += part.length;
  });
  all.write(END, at, 'latin1');
  return all;
}

const COMMA = 0x2c;

/** What a stream's writer encodes messages with. Diagnostics must not be changed once they have been sent. */
export function keptJson(): ContentTypeEncoder {
  const kept = new Kept();
  return {
    name: 'application/json',
    encode: async (message: Message) => {
      const parts = split(message as unknown as Plain);
      return parts ? joined(parts, kept) : bytesOf(message);
    },
  };
}
