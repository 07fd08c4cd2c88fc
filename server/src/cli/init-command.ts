/** `--init`: a commented configuration to start from. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIG_NAMES } from '../config';
import { fill } from '../explain';
import type { Language } from '../text/language';
import { type CliIo, UsageError } from './io';
import { CLEAN } from './lint-command';
import { cliTexts } from './texts';

const FILE = '.okrlintrc.yaml';

/** Writes the file into the working directory; never over one that is there. */
export async function init(language: Language, io: CliIo): Promise<number> {
  const { init: texts } = cliTexts(language);
  const existing = CONFIG_NAMES.find((name) => existsSync(resolve(io.cwd, name)));
  if (existing) throw new UsageError('initExists', { file: existing });
  try {
    await writeFile(resolve(io.cwd, FILE), texts.file, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError('initFailed', { file: FILE, code: code ?? message });
  }
  io.out(`${fill(texts.done, { file: FILE })}\n`);
  return CLEAN;
}
