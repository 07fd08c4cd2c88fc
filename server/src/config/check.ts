/** From a file's text to its configuration, or to everything that is wrong with it. */
import { PROFILES, RULE_OPTIONS, RULES } from '../rules';
import type { Language } from '../text/language';
import { closest } from './closest';
import { globComplaint } from './globs';
import type { Complaint, ConfigFile, ConfigProblem } from './model';
import { parseJson } from './parse-json';
import { parseYaml } from './parse-yaml';
import { problemsOf, wordsFor } from './texts';
import { keyComplaints, type Node, type Parsed, plainValue, spanAt } from './tree';
import validateGenerated from './validate.generated.js';

/** Nobody writes a larger configuration (UTF-16 units). */
export const LARGEST_CONFIG = 100 * 1024;

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const validate = validateGenerated as unknown as {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
};

/** A file that was read: `config` is there if nothing is wrong with it; `root` tells where its values stand. */
export interface CheckedFile {
  readonly config?: ConfigFile;
  readonly root?: Node;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a configuration file. Never throws, whatever the text. Messages are in `language`. */
export function checkConfig(uri: string, text: string, language: Language): CheckedFile {
  const fail = (complaints: readonly Complaint[], root?: Node): CheckedFile => ({
    problems: problemsOf(uri, text, complaints, language),
    ...(root ? { root } : {}),
  });
  const start = { start: 0, end: Math.min(1, text.length) };
  if (text.length > LARGEST_CONFIG)
    return fail([{ code: 'too-large', span: start, params: { limit: String(LARGEST_CONFIG / 1024) } }]);
  const parsed = parse(uri, text);
  if ('complaints' in parsed) return fail(parsed.complaints);
  const { root } = parsed;
  if (!root) return { config: {}, problems: [] };
  if (root.kind !== 'map') return fail([{ code: 'no-object', span: root.span }]);
  const keys = keyComplaints(root);
  if (keys.length > 0) return fail(keys, root);
  const value = plainValue(root);
  if (value === undefined) return fail([{ code: 'too-many-values', span: start }], root);
  if (!validate(value)) return fail(schemaComplaints(validate.errors ?? [], root, value, language), root);
  const globs = globComplaints(value as ConfigFile, root);
  if (globs.length > 0) return fail(globs, root);
  return { config: value as ConfigFile, root, problems: [] };
}

/** JSON by its name or, in `.okrlintrc`, by its first character. */
function parse(uri: string, text: string): Parsed {
  const json = /\.jsonc?$/iu.test(uri) || (!/\.ya?ml$/iu.test(uri) && /^\uFEFF?\s*(?:\{|\/[/*])/u.test(text));
  const bare = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  return json ? parseJson(bare) : parseYaml(bare);
}

function schemaComplaints(
  errors: readonly SchemaError[],
  root: Node,
  value: unknown,
  language: Language,
): Complaint[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => ({ span: spanOf(error, root), ...saying(error, value, language) }));
}

function spanOf({ instancePath, params }: SchemaError, root: Node) {
  const key = params.additionalProperty;
  return spanAt(root, instancePath, typeof key === 'string' ? key : undefined);
}

/** Code and words of a schema error. */
function saying(error: SchemaError, value: unknown, language: Language): Omit<Complaint, 'span'> {
  const { instancePath, keyword, params } = error;
  const words = wordsFor(language);
  const key = nameOf(instancePath);
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = String(params.additionalProperty);
      const allowed = allowedKeys(instancePath);
      if (allowed.kind === 'unknown-option')
        return {
          code: allowed.kind,
          params: { key: unknown, allowed: allowed.names.join(', ') || words.none },
        };
      return {
        code: allowed.kind,
        params: { key: unknown, hint: words.hint(closest(unknown, allowed.names)) },
      };
    }
    case 'required':
      return { code: 'empty', params: { key: String(params.missingProperty) } };
    case 'pattern':
    case 'minItems':
      return { code: 'empty', params: { key } };
    case 'maxItems':
      return { code: 'too-many', params: { key, limit: String(params.limit) } };
    case 'minimum':
      return { code: 'too-small', params: { key, limit: String(params.limit) } };
    case 'maximum':
      return { code: 'too-big', params: { key, limit: String(params.limit) } };
    case 'enum': {
      const allowed = (params.allowedValues as readonly string[]).join(', ');
      return { code: 'not-allowed', params: { value: shown(at(value, instancePath)), allowed } };
    }
    default:
      return { code: 'wrong-type', params: { key, expected: words.type(params.type) } };
  }
}

const SETTINGS = ['profile', 'language', 'rules', 'owners', 'acronyms', 'cycle', 'fiscalYear'];
const TOP = ['$schema', 'root', 'extends', 'files', 'ignore', 'overrides', ...SETTINGS];
const RULE_IDS = RULES.map(({ id }) => id);

function allowedKeys(path: string): { kind: string; names: readonly string[] } {
  const steps = path.split('/').slice(1);
  if (steps.at(-1) === 'fiscalYear') return { kind: 'unknown-key', names: ['firstMonth', 'namedAfter'] };
  const rule = steps.indexOf('rules');
  if (rule < 0) return { kind: 'unknown-key', names: steps.length === 0 ? TOP : ['files', ...SETTINGS] };
  const id = steps[rule + 1];
  if (id === undefined) return { kind: 'unknown-rule', names: RULE_IDS };
  return { kind: 'unknown-option', names: Object.keys(RULE_OPTIONS[id] ?? {}) };
}

/** The name that stands before a value: the last step of its path that is no number. */
function nameOf(path: string): string {
  return (
    path
      .split('/')
      .slice(1)
      .findLast((step) => !/^\d+$/.test(step)) ?? ''
  );
}

function at(value: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}

/** A value as it is quoted in a message: short, on one line. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function globComplaints(config: ConfigFile, root: Node): Complaint[] {
  const complaints: Complaint[] = [];
  const look = (path: string, patterns: string | readonly string[] | undefined) => {
    const list = typeof patterns === 'string' ? [patterns] : (patterns ?? []);
    list.forEach((pattern, n) => {
      const code = globComplaint(pattern);
      const place = typeof patterns === 'string' ? path : `${path}/${n}`;
      if (code) complaints.push({ code, span: spanAt(root, place), params: { pattern: shown(pattern) } });
    });
  };
  look('/files', config.files);
  look('/ignore', config.ignore);
  config.overrides?.forEach(({ files }, n) => {
    look(`/overrides/${n}/files`, files);
  });
  return complaints;
}

/** The configurations that okrlint brings along, `okrlint:strict` and its like: the profiles. */
export const PRESETS: ReadonlyMap<string, ConfigFile> = new Map(
  PROFILES.map((profile) => [`okrlint:${profile}`, { profile }]),
);
