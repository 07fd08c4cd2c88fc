/** Texts with their settings, for commands that read everything that is named, one after the other. */
import { resolve } from 'node:path';
import type { ReadOptions } from '../document/model';
import type { LintSettings } from '../service';
import { CliConfigs, type SettingOptions } from './configs';
import { findInputs, slashed } from './inputs';
import { type CliIo, tell } from './io';
import { decode, readText } from './text-files';
import type { Said } from './texts';

export interface Input {
  /** As shown to the user. */
  readonly name: string;
  readonly text: string;
  /** How it is read: its path, and what configuration says about it. */
  readonly options: ReadOptions;
  readonly settings: LintSettings;
}

export interface InputOptions extends SettingOptions {
  readonly stdinFilename?: string;
}

/**
 * Everything the arguments name that configuration does not leave out. `trouble`: something could not be read, or a
 * configuration has mistakes; what and where has been said.
 * @throws UsageError if an argument matches nothing
 */
export async function readInputs(
  args: readonly string[],
  options: InputOptions,
  io: CliIo,
): Promise<{ readonly inputs: readonly Input[]; readonly trouble: boolean }> {
  const found = await findInputs(args, io);
  const configs = new CliConfigs(io.cwd, options, io.language);
  const inputs: Input[] = [];
  let trouble = false;
  const add = async (name: string, path: string, read: { text: string } | { reason: Said }) => {
    if ('reason' in read) {
      tell(io, 'trouble', { file: name, reason: read.reason });
      trouble = true;
      return;
    }
    const { settings, force } = await configs.for(path === '' ? resolve(io.cwd, 'stdin') : path);
    if (force === false) return;
    const where = path === '' ? {} : { path: slashed(path) };
    inputs.push({
      name,
      text: read.text,
      settings,
      options: { ...where, ...(force === undefined ? {} : { force }) },
    });
  };
  for (const { name, path } of found.files) await add(name, path, await readText(path));
  if (found.stdin) {
    const { stdinFilename } = options;
    const path = stdinFilename === undefined ? '' : resolve(io.cwd, stdinFilename);
    await add(stdinFilename ?? '<stdin>', path, decode(await io.readStdin()));
  }
  for (const { severity, line } of configs.problems) {
    io.error(`okrlint: ${line}\n`);
    trouble ||= severity === 'error';
  }
  return { inputs, trouble };
}
