/**
 * The JSON schema of configuration files, made from what the rules stage knows, so that a new rule is in it at once.
 * `npm run generate` writes it twice: for editors (`schemas/okrlintrc.schema.json`), and compiled for ourselves.
 */
import { titleOf } from '../explain';
import { DEFAULT_LIMITS, PROFILES, RULE_OPTIONS, RULES, type RuleId } from '../rules';
import { LANGUAGES } from '../text/language';

export type Schema = Readonly<Record<string, unknown>>;

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];
/** At most so many globs, names, overrides: no team has more, and a hostile file must not cost more. */
const MOST_ENTRIES = 500;
const MOST_OVERRIDES = 50;

const TEXT = { type: 'string', pattern: '\\S' };
const reference = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** For editors: with descriptions, completing rule ids one by one. */
export function editorSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'okrlint configuration',
    description:
      'Settings of okrlint for a folder and what is below it. The file next to a document, or nearest above it, counts.',
    allowComments: true,
    allowTrailingCommas: true,
    ...root(editorRules()),
  };
}

/** For our own check: the same demands in a form that compiles to little code. */
export function validationSchema(): Schema {
  const { definitions, ...rest } = root(leanRules());
  const bare = JSON.stringify({ ...rest, definitions: { ...(definitions as object), ...leanDefinitions() } });
  return JSON.parse(bare, (key, value) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
}

function root(rules: Schema): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema lies; only editors use it.' },
      root: {
        type: 'boolean',
        default: true,
        description:
          'false: what this file does not say comes from the next configuration further up. By default the nearest file counts alone.',
      },
      extends: oneOrMore(
        `Configurations to start from, by path from this file, or one of okrlint's own: ${PROFILES.map((id) => `okrlint:${id}`).join(', ')}. Later ones win, this file wins over all.`,
      ),
      files: oneOrMore(
        'Globs of the files that hold OKRs, whatever they are called, such as "goals/**/*.md". Counted from this folder.',
      ),
      ignore: oneOrMore('Globs of files and folders that okrlint leaves alone. Counted from this folder.'),
      ...settings(),
      overrides: {
        type: 'array',
        maxItems: MOST_OVERRIDES,
        description: 'Other settings for some of the files. Later entries win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: oneOrMore('Globs of the files that these settings are for. Counted from this folder.'),
            ...settings(),
          },
        },
      },
    },
    definitions: {
      texts: { type: 'array', items: TEXT, maxItems: MOST_ENTRIES },
      // One type with a list in it, so that a wrong value gives one error and not one per possibility.
      oneOrMore: { ...TEXT, type: ['string', 'array'], items: TEXT, maxItems: MOST_ENTRIES },
      profile: { enum: [...PROFILES], description: 'Whose judgement to follow.' },
      language: {
        enum: ['auto', ...LANGUAGES],
        description: 'Language of the messages; auto answers each sentence in its own language.',
      },
      rules,
      owners: {
        ...reference('texts'),
        description:
          'Everybody who may own an objective or a key result, as written behind the @ or in “Owner:”.',
      },
      acronyms: { ...reference('texts'), description: 'Abbreviations that every reader knows.' },
      cycle: { ...TEXT, description: 'The cycle of documents that name none, such as "Q3 2026".' },
      fiscalYear: {
        type: 'object',
        additionalProperties: false,
        required: ['firstMonth'],
        description:
          'When fiscal years begin. Without it, a fiscal year such as FY26 or FY26-Q2 tells no days, so nothing is said about its time.',
        properties: {
          firstMonth: { type: 'integer', minimum: 1, maximum: 12, description: 'Its first month, 1 to 12.' },
          namedAfter: {
            enum: ['end', 'start'],
            default: 'end',
            description: 'Whether FY26 is the year that ends in 2026 or the one that starts in it.',
          },
        },
      },
    },
  };
}

const oneOrMore = (description: string): Schema => ({ ...reference('oneOrMore'), description });

function settings(): Record<string, Schema> {
  const names = ['profile', 'language', 'rules', 'owners', 'acronyms', 'cycle', 'fiscalYear'];
  return Object.fromEntries(names.map((name) => [name, reference(name)]));
}

function editorRules(): Schema {
  return {
    type: 'object',
    description: 'Severity of single rules, where it differs from the profile.',
    additionalProperties: false,
    properties: Object.fromEntries(RULES.map(({ id }) => [id, editorRule(id)])),
  };
}

function editorRule(id: RuleId): Schema {
  const described = { description: titleOf(id, 'en') };
  const options = RULE_OPTIONS[id];
  if (!options) return { ...described, enum: SEVERITIES };
  const array = { type: 'array', items: [{ enum: SEVERITIES }, optionsSchema(id)], minItems: 1, maxItems: 2 };
  return { ...described, anyOf: [{ enum: SEVERITIES }, array] };
}

function optionsSchema(id: RuleId): Schema {
  const properties = Object.entries(RULE_OPTIONS[id] ?? {}).map(
    ([name, { description, minimum, maximum, get }]) => [
      name,
      { type: 'integer', minimum, maximum, default: get(DEFAULT_LIMITS), description },
    ],
  );
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function leanRules(): Schema {
  const plain = RULES.filter(({ id }) => !RULE_OPTIONS[id]).map(({ id }) => id);
  return {
    type: 'object',
    additionalProperties: false,
    patternProperties: { [`^(?:${plain.join('|')})$`]: reference('rule') },
    properties: Object.fromEntries(Object.keys(RULE_OPTIONS).map((id) => [id, reference(id)])),
  };
}

function leanDefinitions(): Record<string, Schema> {
  const rule = (options?: Schema): Schema => ({
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: it is JSON schema's word
    then: {
      items: options ? [reference('severity'), options] : [reference('severity')],
      minItems: 1,
      maxItems: options ? 2 : 1,
    },
    else: reference('severity'),
  });
  return {
    severity: { enum: SEVERITIES },
    rule: rule(),
    ...Object.fromEntries(Object.keys(RULE_OPTIONS).map((id) => [id, rule(optionsSchema(id))])),
  };
}

/** The severity setting of an editor's `okrlint.rules`: severities only, completing rule ids. */
export function editorSettingRules(): Record<string, Schema> {
  return Object.fromEntries(
    RULES.map(({ id }) => [id, { enum: SEVERITIES, description: titleOf(id, 'en') }]),
  );
}
