/**
 * The settings of a document: the client's `okrlint` section, asked for per document and checked, and over it the
 * nearest `.okrlintrc`. Where the file speaks it wins, so that everybody sees the same findings, in the editor and on
 * the command line; `enable` and a chosen language stay the reader's own. Kept until something changes.
 */
import type { Connection } from 'vscode-languageserver';
import { applyConfig, compileGlobs, pathFrom, type Resolved } from '../config';
import { PROFILES, type ProfileId, RULES } from '../rules';
import type { SeveritySetting } from '../rules/rule';
import { DEFAULT_SETTINGS, type LintSettings } from '../service';
import { LANGUAGES, type Language } from '../text/language';
import { isRecord } from '../text/records';
import { DEFAULT_FEATURES, type FeatureSettings, parseFeatures } from './feature-settings';

export interface ServerSettings {
  readonly enable: boolean;
  readonly lint: LintSettings;
  readonly features: FeatureSettings;
  /** Whether the document holds OKRs, where somebody has said so. */
  readonly force?: boolean;
}

/** What the client alone says. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly lint: LintSettings;
  readonly features: FeatureSettings;
  /** Globs from the workspace folder: files that hold OKRs whatever their names, and files that do not. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const DEFAULTS: EditorSettings = {
  enable: true,
  lint: DEFAULT_SETTINGS,
  features: DEFAULT_FEATURES,
  include: [],
  exclude: [],
};
const SEVERITIES: readonly string[] = [
  'off',
  'hint',
  'information',
  'warning',
  'error',
] satisfies SeveritySetting[];

/** Mistakes in settings that are told at once, and in all. */
const MOST_TOLD = 20;
const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Settings from whatever a client sends: unknown keys and wrong values are left out, never thrown at. */
export function parseSettings(raw: unknown): EditorSettings {
  if (!isRecord(raw)) return DEFAULTS;
  const language = raw.language;
  const files = isRecord(raw.files) ? raw.files : {};
  return {
    enable: raw.enable !== false,
    lint: {
      profile: PROFILES.find((id) => id === raw.profile) ?? (DEFAULT_SETTINGS.profile satisfies ProfileId),
      language: LANGUAGES.find((known) => known === language) ?? 'auto',
      rules: parseRules(raw.rules),
      ...parseFiscalYear(raw.fiscalYear),
    },
    features: parseFeatures(raw),
    include: parseGlobs(files.include),
    exclude: parseGlobs(files.exclude),
  };
}

/** What is left out of a client's settings, in words for its log: at most a few, however many there are. */
export function ignoredSettings(raw: unknown): readonly string[] {
  if (!isRecord(raw) || !isRecord(raw.rules)) return [];
  const told = (word: string) => JSON.stringify(word.slice(0, 40));
  return Object.entries(raw.rules)
    .flatMap(([id, severity]) => {
      if (!RULE_IDS.has(id))
        return [`okrlint.rules names ${told(id)}, which is no rule. Correct or delete it.`];
      if (SEVERITIES.includes(severity as string)) return [];
      return [`okrlint.rules: ${told(id)} must be one of ${SEVERITIES.join(', ')}. Correct or delete it.`];
    })
    .slice(0, MOST_TOLD);
}

function parseRules(raw: unknown): LintSettings['rules'] {
  if (!isRecord(raw)) return {};
  const entries = Object.entries(raw).filter(
    (entry): entry is [string, SeveritySetting] =>
      RULE_IDS.has(entry[0]) && SEVERITIES.includes(entry[1] as string),
  );
  return Object.fromEntries(entries);
}

/** `{ firstMonth: 4, namedAfter: "start" }`; without a month that exists, nothing. */
function parseFiscalYear(raw: unknown): Pick<LintSettings, 'fiscalYear'> {
  if (!isRecord(raw)) return {};
  const { firstMonth, namedAfter } = raw;
  const month = typeof firstMonth === 'number' && Number.isInteger(firstMonth) ? firstMonth : 0;
  if (month < 1 || month > 12) return {};
  return { fiscalYear: { firstMonth: month, namedAfter: namedAfter === 'start' ? 'start' : 'end' } };
}

function parseGlobs(raw: unknown): readonly string[] {
  return Array.isArray(raw)
    ? raw.filter((glob): glob is string => typeof glob === 'string').slice(0, 100)
    : [];
}

/** The editor's settings and the configuration as one. `path` counts from the workspace folder. */
function combine(
  { enable, lint, features, include, exclude }: EditorSettings,
  config: Resolved | undefined,
  path: string | undefined,
): ServerSettings {
  const byEditor = (globs: readonly string[]) =>
    globs.length > 0 && path !== undefined && compileGlobs(globs)(path);
  const byGlobs = byEditor(exclude) ? false : byEditor(include) ? true : undefined;
  const force = config?.force ?? byGlobs;
  return {
    enable,
    lint: config ? applyConfig(lint, config.settings) : lint,
    features,
    ...(force === undefined ? {} : { force }),
  };
}

/** Equal settings are one object, because caches of findings go by identity. */
function intern(pool: Map<string, ServerSettings>, settings: ServerSettings): ServerSettings {
  const key = JSON.stringify(settings);
  const known = pool.get(key);
  if (known) return known;
  pool.set(key, settings);
  return settings;
}

/** Where the store learns what stands in files. */
export interface ConfigurationSource {
  for(uri: string): Promise<Resolved | undefined>;
  speak(language: Language): void;
  /** The workspace folder of a document. */
  folderOf(uri: string): string | undefined;
}

export class SettingsStore {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  readonly #configurations: ConfigurationSource;
  readonly #pool = new Map<string, ServerSettings>();
  #perDocument = new Map<string, Promise<ServerSettings>>();
  #pushed: EditorSettings;
  /** Mistakes that were written to the log. */
  readonly #told = new Set<string>();

  /** `initial` is `initializationOptions` of clients that cannot be asked. */
  constructor(
    connection: Connection,
    canAsk: boolean,
    initial: unknown,
    configurations: ConfigurationSource,
  ) {
    this.#connection = connection;
    this.#canAsk = canAsk;
    this.#configurations = configurations;
    this.#pushed = this.#parse(sectionOf(initial));
  }

  #parse(raw: unknown): EditorSettings {
    for (const ignored of ignoredSettings(raw))
      if (this.#told.size < MOST_TOLD && !this.#told.has(ignored)) {
        this.#told.add(ignored);
        this.#connection.console.warn(`okrlint: ${ignored}`);
      }
    return parseSettings(raw);
  }

  for(uri: string): Promise<ServerSettings> {
    let settings = this.#perDocument.get(uri);
    if (!settings) {
      settings = this.#resolve(uri);
      this.#perDocument.set(uri, settings);
    }
    return settings;
  }

  forget(uri: string): void {
    this.#perDocument.delete(uri);
  }

  /** The editor's settings have changed; `pushed` is what clients without `workspace/configuration` send along. */
  reset(pushed: unknown): void {
    this.#perDocument = new Map();
    if (!this.#canAsk) this.#pushed = this.#parse(sectionOf(pushed));
  }

  /** Files have changed that settings come from. */
  configurationChanged(): void {
    this.#perDocument = new Map();
  }

  async #resolve(uri: string): Promise<ServerSettings> {
    const editor = this.#canAsk ? await this.#ask(uri) : this.#pushed;
    const { language } = editor.lint;
    if (language !== 'auto') this.#configurations.speak(language);
    const folder = this.#configurations.folderOf(uri);
    const path = folder === undefined ? undefined : pathFrom(folder, uri);
    return intern(this.#pool, combine(editor, await this.#configurations.for(uri), path));
  }

  async #ask(uri: string): Promise<EditorSettings> {
    try {
      const raw: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'okrlint',
      });
      return this.#parse(raw);
    } catch {
      // A client that says it can be asked and then fails is linted with the defaults.
      this.#perDocument.delete(uri);
      return this.#pushed;
    }
  }
}

/** Clients push either the section itself or all settings with the section inside. */
function sectionOf(raw: unknown): unknown {
  return isRecord(raw) && 'okrlint' in raw ? raw.okrlint : raw;
}
