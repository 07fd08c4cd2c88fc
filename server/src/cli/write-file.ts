/** Changed files are written whole or not at all. */
import { access, constants, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Said, said } from './texts';

const CHANGED = said('changed');

/**
 * Replaces what a file holds, by a temporary file next to it that takes its name: whoever reads it sees the old or the
 * new text, and a crash half-way leaves the old one. Mode and owner are kept, links lead to the file that is written.
 * @param before what was read; a file that holds something else by now is not touched
 * @returns why it could not be written, undefined where it was
 */
export async function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<Said | undefined> {
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    // Renaming over a read-only file is possible and so is every access for root, but its owner has said no.
    if ((mode & 0o222) === 0) return said('readOnly');
    await access(target, constants.W_OK);
    const folder = dirname(target);
    if (((await stat(folder)).mode & 0o222) === 0) return folderReason(folder);
    await access(folder, constants.W_OK);
    if (Buffer.compare(await readFile(target), before) !== 0) return CHANGED;
    await writeFileAtomic(target, Buffer.from(after), { mode });
    return undefined;
  } catch (error) {
    return writeReason(error, path);
  }
}

/** Writes a report, making its folder where there is none. Returns why it could not be written. */
export async function writeWhole(path: string, text: string): Promise<Said | undefined> {
  try {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return said('nameFile');
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return said('unwritable', { code: code ?? message });
  }
}

function folderReason(folder: string): Said {
  return said('folderReadOnly', { folder });
}

function writeReason(error: unknown, path: string): Said {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return said('noWritePermission');
  if (code === 'EROFS') return folderReason(dirname(path));
  if (code === 'ENOSPC') return said('diskFull');
  if (code === 'ENOENT') return CHANGED;
  return said('unchangeable', { code: code ?? message });
}
