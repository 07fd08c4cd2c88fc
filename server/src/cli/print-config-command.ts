/** `--print-config FILE`: what counts for a file, and from where. */
import { resolve } from 'node:path';
import { DEFAULT_LIMITS, RULES, resolveSeverities } from '../rules';
import { CliConfigs, type SettingOptions } from './configs';
import { nameOf } from './inputs';
import type { CliIo } from './io';
import { CLEAN, TROUBLE } from './lint-command';

export async function printConfig(file: string, options: SettingOptions, io: CliIo): Promise<number> {
  const configs = new CliConfigs(io.cwd, options, io.language);
  const { settings, force, files } = await configs.for(resolve(io.cwd, file));
  const { profile, language, rules, limits, owners, acronyms, cycle, fiscalYear } = settings;
  const severityOf = resolveSeverities(profile, rules);
  const shown = {
    file,
    configFiles: files.map((path) => nameOf(path, io.cwd)),
    isOkrDocument: force ?? 'by name and content',
    profile,
    language,
    limits: limits ?? DEFAULT_LIMITS,
    owners,
    acronyms,
    cycle,
    fiscalYear,
    rules: Object.fromEntries(RULES.map(({ id }) => [id, severityOf(id)])),
  };
  io.out(`${JSON.stringify(shown, null, 2)}\n`);
  for (const { line } of configs.problems) io.error(`okrlint: ${line}\n`);
  return configs.problems.some(({ severity }) => severity === 'error') ? TROUBLE : CLEAN;
}
