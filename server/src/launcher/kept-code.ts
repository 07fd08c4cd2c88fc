/**
 * A script as V8 has compiled it, kept in a file from one start to the next.
 *
 * V8 runs what it is handed without a second look. So a file counts only where nobody but its owner can write, and
 * whole: it begins with a mark, the length of what follows and a sum over it.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { Script } from 'node:vm';

const MARK = 0x6f6b7231;
/** Bytes; the code behind them has to begin at a multiple of eight, or V8 copies it first. */
const HEADER = 16;
const ENDING = '.compiled';
/** Versions of okrlint and Node come and go: what has not been written for so many milliseconds goes with them. */
const OLD = 60 * 24 * 3_600_000;
const OTHERS_MAY_WRITE = 0o022;

export interface Compiled {
  readonly script: Script;
  /** Whether the kept code was good for it. */
  readonly kept: boolean;
}

/** The file for a script of this name, which must be another one whenever its code is another one. */
export function keptFile(folder: string, name: string): string {
  const { arch, versions } = process;
  return join(folder, `${name}-${versions.v8}-${arch}${ENDING}`);
}

/** Compiles `code`, with the kept code if there is any; `filename` is what traces of calls show. */
export function compile(code: string, filename: string, file: string | undefined): Compiled {
  const cachedData = file === undefined ? undefined : read(file);
  const script = new Script(code, { filename, cachedData });
  return { script, kept: cachedData !== undefined && script.cachedDataRejected === false };
}

/** Keeps what V8 has compiled of a script by now. Where that cannot be, it is compiled again at the next start. */
export function keep(script: Script, file: string): void {
  try {
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(folder)) return;
    const data = script.createCachedData();
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(MARK, 0);
    header.writeUInt32LE(data.length, 4);
    header.writeInt32LE(sum(data), 8);
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, Buffer.concat([header, data]), { mode: 0o600 });
    renameSync(temporary, file);
    removeOld(folder);
  } catch {
    // A disk that is full or read-only is no reason to say anything: the next start is slower, that is all.
  }
}

function read(file: string): Buffer | undefined {
  try {
    if (!isOurs(dirname(file)) || !isOurs(file)) return undefined;
    const content = readFileSync(file);
    const data = content.subarray(HEADER);
    const whole =
      content.readUInt32LE(0) === MARK &&
      content.readUInt32LE(4) === data.length &&
      content.readInt32LE(8) === sum(data);
    return whole ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Windows has no such bits; there the folder is the user's own. */
function isOurs(path: string): boolean {
  const { uid, mode } = statSync(path);
  return process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);
}

/** Over whole words, as it is worked out at each start: it tells a damaged file, not a forged one. */
function sum(data: Buffer): number {
  const words = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
  let sum = data.length;
  for (let n = 0; n < words.length; n++) sum = (Math.imul(sum, 31) + (words[n] ?? 0)) | 0;
  return sum;
}

function removeOld(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.includes(ENDING) && now - statSync(path).mtimeMs > OLD) rmSync(path, { force: true });
  }
}
