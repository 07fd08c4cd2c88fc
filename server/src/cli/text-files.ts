/** Bytes of files to texts and back, so that what is not changed stays as it was. */
import { readFile } from 'node:fs/promises';
import type { Trouble } from './report';

export interface TextFile {
  /** Without the byte-order mark, as editors count. */
  readonly text: string;
  readonly hasMark: boolean;
}

const MARK = '\uFEFF';

/** UTF-8 to text, or why that is not possible. */
export function decode(bytes: Uint8Array): TextFile | { readonly reason: string } {
  if (bytes.includes(0)) return { reason: 'is not a text file (it contains NUL bytes)' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(MARK) ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
  } catch {
    return { reason: 'is not valid UTF-8. Save it with the encoding UTF-8 and try again' };
  }
}

export function encode(text: string, hasMark: boolean): Uint8Array {
  return new TextEncoder().encode(hasMark ? MARK + text : text);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: no permission. Ask its owner, or leave it out in .okrlintignore',
  EPERM: 'cannot be read: no permission. Ask its owner, or leave it out in .okrlintignore',
  ENOENT: 'is not there any more. Run okrlint again',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads in a circle',
};

export async function readText(
  path: string,
): Promise<(TextFile & { bytes: Uint8Array }) | { reason: string }> {
  try {
    const bytes = await readFile(path);
    const decoded = decode(bytes);
    return 'reason' in decoded ? decoded : { ...decoded, bytes };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? `cannot be read (${code ?? message})`;
}

export function isTrouble<T extends object>(result: T | Trouble): result is Trouble {
  return 'reason' in result;
}
