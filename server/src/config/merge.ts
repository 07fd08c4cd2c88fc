/** Several layers of configuration become the settings of one document. */
import { DEFAULT_LIMITS, type Limits, RULE_OPTIONS, type RuleId, type SeveritySetting } from '../rules';
import type { LintSettings } from '../service';
import { compileGlobs, type PathTest } from './globs';
import type { ConfigFile, ConfigOverride, ConfigSettings, RuleSetting } from './model';
import { pathFrom } from './paths';

/** A file and the folder that its globs count from. */
export interface Layer {
  readonly folder: string;
  readonly config: ConfigFile;
}

/** What the configuration says about one document. */
export interface Effective {
  readonly settings: ConfigSettings;
  /** Whether it holds OKRs: `true` by `files`, `false` by `ignore`; undefined where its name and text decide. */
  readonly force?: boolean;
}

interface CompiledLayer {
  readonly folder: string;
  readonly config: ConfigFile;
  readonly files: PathTest | undefined;
  readonly ignore: PathTest | undefined;
  readonly overrides: readonly { readonly test: PathTest; readonly settings: ConfigOverride }[];
}

/** Layers ready for any number of documents; weakest first. */
export function compileLayers(layers: readonly Layer[]): (uri: string) => Effective {
  const compiled = layers.map(
    ({ folder, config }): CompiledLayer => ({
      folder,
      config,
      files: config.files === undefined ? undefined : compileGlobs(config.files),
      ignore: config.ignore === undefined ? undefined : compileGlobs(config.ignore),
      overrides: (config.overrides ?? []).map((settings) => ({
        test: compileGlobs(settings.files),
        settings,
      })),
    }),
  );
  return (uri) => effective(compiled, uri);
}

/** A layer's overrides are stronger than its own words, and the next layer is stronger than both. */
function effective(layers: readonly CompiledLayer[], uri: string): Effective {
  let settings: ConfigSettings = {};
  let force: boolean | undefined;
  for (const { folder, config, files, ignore, overrides } of layers) {
    const path = pathFrom(folder, uri);
    settings = merge(settings, config);
    if (path === undefined) continue;
    for (const { test, settings: over } of overrides) if (test(path)) settings = merge(settings, over);
    if (files?.(path)) force = true;
    if (ignore?.(path)) force = false;
  }
  return force === undefined ? { settings } : { settings, force };
}

const KEYS = ['profile', 'language', 'owners', 'acronyms', 'cycle', 'fiscalYear'] as const;

/** `over` wins; single rules are kept where it names others. */
function merge(under: ConfigSettings, over: ConfigSettings): ConfigSettings {
  const rules = { ...under.rules };
  for (const [id, setting] of Object.entries(over.rules ?? {})) rules[id] = mergeRule(rules[id], setting);
  const own = Object.fromEntries(
    KEYS.filter((key) => over[key] !== undefined).map((key) => [key, over[key]]),
  );
  return { ...under, ...own, ...(Object.keys(rules).length > 0 ? { rules } : {}) };
}

/** A severity alone keeps the numbers that an earlier layer set. */
function mergeRule(under: RuleSetting | undefined, over: RuleSetting): RuleSetting {
  const options = { ...optionsOf(under), ...optionsOf(over) };
  const severity = severityOf(over);
  return Object.keys(options).length === 0 ? severity : [severity, options];
}

function severityOf(setting: RuleSetting): SeveritySetting {
  return typeof setting === 'string' ? setting : setting[0];
}

function optionsOf(setting: RuleSetting | undefined): Readonly<Record<string, number>> {
  return setting === undefined || typeof setting === 'string' ? {} : (setting[1] ?? {});
}

/**
 * The settings of a document: what the configuration says, and `base` (an editor's settings, the defaults) where it is
 * silent. Messages are in the language of `base` if that is set: it is the reader who has to understand them.
 */
export function applyConfig(base: LintSettings, config: ConfigSettings): LintSettings {
  const rules = Object.entries(config.rules ?? {});
  const severities = Object.fromEntries(rules.map(([id, setting]) => [id, severityOf(setting)]));
  const limits = rules.reduce<Limits>(
    (sum, [id, setting]) => withOptions(sum, id, optionsOf(setting)),
    base.limits ?? DEFAULT_LIMITS,
  );
  const { owners, acronyms, cycle, fiscalYear } = config;
  return {
    ...base,
    profile: config.profile ?? base.profile,
    language: base.language === 'auto' ? (config.language ?? 'auto') : base.language,
    rules: { ...base.rules, ...severities },
    ...(limits === DEFAULT_LIMITS ? {} : { limits }),
    ...(owners ? { owners } : {}),
    ...(acronyms ? { acronyms } : {}),
    ...(cycle === undefined ? {} : { cycle }),
    ...(fiscalYear ? { fiscalYear } : {}),
  };
}

function withOptions(limits: Limits, id: RuleId, options: Readonly<Record<string, number>>): Limits {
  const known = RULE_OPTIONS[id] ?? {};
  return Object.entries(options).reduce((sum, [name, value]) => known[name]?.set(sum, value) ?? sum, limits);
}
