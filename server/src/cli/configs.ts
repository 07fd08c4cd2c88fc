/** `.okrlintrc` on the command line: found and read from the disk, as the editor does it, and overruled by options. */
import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  applyConfig,
  type ConfigProblem,
  ConfigResolver,
  isWithin,
  LARGEST_CONFIG,
  type Resolved,
} from '../config';
import type { ProfileId, SeveritySetting } from '../rules';
import { DEFAULT_SETTINGS, type LintSettings } from '../service';
import type { Language } from '../text/language';
import { nameOf } from './inputs';
import { UsageError } from './io';

/** What options say about settings; they win over every file. */
export interface SettingOptions {
  /** A file to use instead of the nearest one; `false` for none at all. */
  readonly config?: string | false;
  readonly profile?: ProfileId;
  readonly rule: Readonly<Record<string, SeveritySetting>>;
  readonly lang?: Language | 'auto';
}

export interface FileSettings {
  readonly settings: LintSettings;
  readonly force?: boolean;
  /** The configuration files behind it, as paths. */
  readonly files: readonly string[];
}

export class CliConfigs {
  readonly #resolver: ConfigResolver;
  readonly #problems = new Map<string, ConfigProblem>();

  constructor(
    private readonly cwd: string,
    private readonly options: SettingOptions,
    language: Language = 'en',
  ) {
    const top = repositoryOf(cwd);
    this.#resolver = new ConfigResolver({
      read,
      real,
      rootOf: (uri) => (isWithin(top, uri) ? top : repositoryOf(dirname(fileURLToPath(uri)))),
      language: () => language,
    });
  }

  /**
   * The settings of a file by its absolute path.
   * @throws UsageError if `--config` names a file that cannot be read
   */
  async for(path: string): Promise<FileSettings> {
    const found = await this.#find(pathToFileURL(path).href);
    for (const problem of found?.problems ?? []) {
      const { uri, code, start } = problem;
      this.#problems.set(`${uri} ${code} ${start.line}:${start.character}`, problem);
    }
    const { lang, profile, rule } = this.options;
    const base: LintSettings = { ...DEFAULT_SETTINGS, language: lang ?? DEFAULT_SETTINGS.language };
    const configured = found ? applyConfig(base, found.settings) : base;
    return {
      settings: {
        ...configured,
        profile: profile ?? configured.profile,
        rules: { ...configured.rules, ...rule },
      },
      files: (found?.files ?? []).map((uri) => fileURLToPath(uri)),
      ...(found?.force === undefined ? {} : { force: found.force }),
    };
  }

  /** Mistakes in all configurations so far, each as one line that names file, line and column. */
  get problems(): readonly { readonly severity: 'error' | 'warning'; readonly line: string }[] {
    return [...this.#problems.values()].map(({ uri, severity, start, message }) => ({
      severity,
      line: `${nameOf(fileURLToPath(uri), this.cwd)}:${start.line + 1}:${start.character + 1}: ${message}`,
    }));
  }

  async #find(uri: string): Promise<Resolved | undefined> {
    const { config } = this.options;
    if (config === false) return undefined;
    if (config === undefined) return this.#resolver.for(uri);
    const found = await this.#resolver.byFile(pathToFileURL(resolve(this.cwd, config)).href, uri);
    if (!found) throw new UsageError('noConfig', { file: config });
    return found;
  }
}

/** The folder of the git repository around a folder, else the folder itself: nothing is looked for above it. */
function repositoryOf(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(resolve(current, '.git'))) return pathToFileURL(current).href;
    if (dirname(current) === current) return pathToFileURL(folder).href;
  }
}

async function real(uri: string): Promise<string | undefined> {
  try {
    return pathToFileURL(await realpath(fileURLToPath(uri))).href;
  } catch {
    return undefined;
  }
}

async function read(uri: string): Promise<string | undefined> {
  try {
    const path = fileURLToPath(uri);
    const info = await stat(path);
    if (!info.isFile()) return undefined;
    // One character more than the limit is enough to be told that it is too large.
    if (info.size > 4 * LARGEST_CONFIG) return '#'.repeat(LARGEST_CONFIG + 1);
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
