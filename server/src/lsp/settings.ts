/** The client's `okrlint` settings: asked for per document, checked, kept until they change. */
import type { Connection } from 'vscode-languageserver';
import { PROFILES, type ProfileId } from '../rules';
import type { SeveritySetting } from '../rules/rule';
import { DEFAULT_SETTINGS, type LintSettings } from '../service';
import { LANGUAGES } from '../text/language';
import { DEFAULT_FEATURES, type FeatureSettings, parseFeatures } from './feature-settings';

export interface ServerSettings {
  readonly enable: boolean;
  readonly lint: LintSettings;
  readonly features: FeatureSettings;
}

const DEFAULTS: ServerSettings = { enable: true, lint: DEFAULT_SETTINGS, features: DEFAULT_FEATURES };
const SEVERITIES: readonly string[] = [
  'off',
  'hint',
  'information',
  'warning',
  'error',
] satisfies SeveritySetting[];

/** Settings from whatever a client sends: unknown keys and wrong values are left out, never thrown at. */
export function parseSettings(raw: unknown): ServerSettings {
  if (!isRecord(raw)) return DEFAULTS;
  const language = raw.language;
  return {
    enable: raw.enable !== false,
    lint: {
      profile: PROFILES.find((id) => id === raw.profile) ?? (DEFAULT_SETTINGS.profile satisfies ProfileId),
      language: LANGUAGES.find((known) => known === language) ?? 'auto',
      rules: parseRules(raw.rules),
    },
    features: parseFeatures(raw),
  };
}

function parseRules(raw: unknown): LintSettings['rules'] {
  if (!isRecord(raw)) return {};
  const entries = Object.entries(raw).filter((entry): entry is [string, SeveritySetting] =>
    SEVERITIES.includes(entry[1] as string),
  );
  return Object.fromEntries(entries);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal settings are one object, because caches of findings go by identity. */
function intern(pool: Map<string, ServerSettings>, settings: ServerSettings): ServerSettings {
  const key = JSON.stringify(settings);
  const known = pool.get(key);
  if (known) return known;
  pool.set(key, settings);
  return settings;
}

export class SettingsStore {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  readonly #pool = new Map<string, ServerSettings>();
  #perDocument = new Map<string, Promise<ServerSettings>>();
  #pushed: ServerSettings;

  /** `initial` is `initializationOptions` of clients that cannot be asked. */
  constructor(connection: Connection, canAsk: boolean, initial: unknown) {
    this.#connection = connection;
    this.#canAsk = canAsk;
    this.#pushed = intern(this.#pool, parseSettings(sectionOf(initial)));
  }

  for(uri: string): Promise<ServerSettings> {
    if (!this.#canAsk) return Promise.resolve(this.#pushed);
    let settings = this.#perDocument.get(uri);
    if (!settings) {
      settings = this.#ask(uri);
      this.#perDocument.set(uri, settings);
    }
    return settings;
  }

  forget(uri: string): void {
    this.#perDocument.delete(uri);
  }

  /** Settings have changed; `pushed` is what clients without `workspace/configuration` send along. */
  reset(pushed: unknown): void {
    this.#perDocument = new Map();
    if (!this.#canAsk) this.#pushed = intern(this.#pool, parseSettings(sectionOf(pushed)));
  }

  async #ask(uri: string): Promise<ServerSettings> {
    try {
      const raw: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'okrlint',
      });
      return intern(this.#pool, parseSettings(raw));
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
