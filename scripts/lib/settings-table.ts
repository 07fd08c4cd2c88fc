/** Tables of settings for the README and the page on configuration, from where they are declared. */
import type { Limits, RuleOption } from '../../server/src/rules';

export interface Setting {
  readonly type: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
  readonly markdownDescription?: string;
  readonly description?: string;
}

/** Values as a reader writes them. */
function values({ type, enum: choices, items, minimum, maximum }: Setting): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'array') return `list of ${items?.type === 'string' ? 'texts' : 'values'}`;
  if (type === 'object') return '`{ "rule": "off" … "error" }`';
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return String(type);
}

/**
 * A Markdown table of `settings`; `texts` is `package.nls.json`. A description is a `%key%` of that file.
 * @throws Error for a setting whose description is missing
 */
export function settingsTable(
  settings: Readonly<Record<string, Setting>>,
  texts: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const key = (setting.markdownDescription ?? setting.description ?? '').replaceAll('%', '');
    const text = texts[key];
    if (text === undefined) throw new Error(`package.nls.json has no "${key}" for ${name}`);
    return `| \`${name}\` | ${values(setting)} | ${text.replaceAll('|', '\\|')} |`;
  });
  return ['| setting | values | what it does |', '|---|---|---|', ...rows].join('\n');
}

/** The table of rules that take numbers, with what counts without configuration. */
export function optionsTable(
  options: Readonly<Record<string, Readonly<Record<string, RuleOption>>>>,
  limits: Limits,
): string {
  const rows = Object.entries(options).flatMap(([rule, byName]) =>
    Object.entries(byName).map(
      ([name, { description, minimum, maximum, get }]) =>
        `| [\`${rule}\`](rules/${rule}.md) | \`${name}\` | ${minimum} to ${maximum} | ${get(limits)} | ${description} |`,
    ),
  );
  return ['| rule | name | values | without configuration | means |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** `text` with what stands between the marks `name` replaced. Throws without them. */
export function between(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the marks ${begin} and ${end} are missing`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
