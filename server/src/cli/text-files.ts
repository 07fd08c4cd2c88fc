/** Bytes of files to texts and back, so that what is not changed stays as it was. */
import { readFile } from 'node:fs/promises';
import { type Said, said } from './texts';

export interface TextFile {
  /** Without the byte-order mark, as editors count. */
  readonly text: string;
  readonly hasMark: boolean;
}

const MARK = '\uFEFF';

/** UTF-8 to text, or why that is not possible. */
export function decode(bytes: Uint8Array): TextFile | { readonly reason: Said } {
  if (bytes.includes(0)) return { reason: said('notText') };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(MARK) ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
  } catch {
    return { reason: said('wrongEncoding') };
  }
}

export function encode(text: string, hasMark: boolean): Uint8Array {
  return new TextEncoder().encode(hasMark ? MARK + text : text);
}

const REASONS: Readonly<Record<string, Said['key']>> = {
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOENT: 'gone',
  EISDIR: 'isFolder',
  ELOOP: 'linkCircle',
};

export async function readText(path: string): Promise<(TextFile & { bytes: Uint8Array }) | { reason: Said }> {
  try {
    const bytes = await readFile(path);
    const decoded = decode(bytes);
    return 'reason' in decoded ? decoded : { ...decoded, bytes };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): Said {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const known = REASONS[code];
  return known ? said(known) : said('unreadable', { code: code || message });
}
