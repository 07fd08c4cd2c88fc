/**
 * Checks every knowledge file (`server/src/**\/*.yaml`) against the JSON schema that its first line names and writes
 * it as `*.generated.json` beside it, those of a statement's words as one table of a language. Stops with file, line and reason at the first file that is wrong, so that no
 * bundle is built from bad data.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Effect } from '../server/src/teams/knowledge';
import { packEffects } from '../server/src/teams/packed-effects';
import { packRows, placeToCell, TEAM_ROWS, TRADE_ROWS } from '../server/src/teams/packed-rows';
import { type KnowledgeFile, lexiconProblems } from './lib/check-lexicon';
import { phraseTable, type StatementFiles } from './lib/phrase-table';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const schemaLine = /^#\s*yaml-language-server:\s*\$schema=(\S+)\s*$/;
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
/** Names keys of a file that only the build reads: the generated file, which is bundled, is without them. */
const NOT_SHIPPED = 'notShipped';
/** Names how lists are bundled as lines of text: "effects", "team" or "trades" of the teams' knowledge. */
const PACKED = 'packed';
ajv.addKeyword({ keyword: NOT_SHIPPED, schemaType: 'array' });
ajv.addKeyword({ keyword: PACKED, schemaType: 'string' });
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

function validatorFor(path: string): ReturnType<typeof ajv.compile> {
  let validate = compiled.get(path);
  if (!validate) {
    validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
    compiled.set(path, validate);
  }
  return validate;
}

/** Line of the node at a JSON pointer, for messages; the nearest parent where the pointer leads nowhere. */
function lineOf(doc: ReturnType<typeof parseDocument>, pointer: string, lines: LineCounter): number {
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let n = path.length; n >= 0; n--) {
    const node = doc.getIn(
      path.slice(0, n).map((s) => (/^\d+$/.test(s) ? Number(s) : s)),
      true,
    );
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Problems of one file, each as `file:line: reason`. */
function check(path: string): KnowledgeFile & { problems: string[] } {
  const name = relative(root, path);
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = doc.errors.map((e) => `${name}:${e.linePos?.[0].line ?? 1}: ${e.message.split('\n')[0]}`);
  visit(doc, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value !== node.value.normalize('NFC'))
        problems.push(
          `${name}:${lines.linePos(node.range?.[0] ?? 0).line}: "${node.value}" is not in Unicode NFC`,
        );
    },
    Seq(_, node) {
      const seen = new Set<unknown>();
      for (const entry of node.items) {
        if (!isScalar(entry) && isMap(entry)) continue;
        const value = isScalar(entry) ? entry.value : undefined;
        if (value !== undefined && seen.has(value))
          problems.push(
            `${name}:${lines.linePos((entry as { range?: [number] }).range?.[0] ?? 0).line}: "${value}" is listed twice`,
          );
        seen.add(value);
      }
    },
  });
  const schemaRef = schemaLine.exec(text.split('\n', 1)[0] ?? '')?.[1];
  if (!schemaRef)
    problems.push(`${name}:1: the first line must be "# yaml-language-server: $schema=<schema file>"`);
  const value: unknown = doc.toJS();
  if (schemaRef && problems.length === 0) {
    const validate = validatorFor(resolve(dirname(path), schemaRef));
    if (!validate(value))
      for (const e of validate.errors ?? [])
        problems.push(
          `${name}:${lineOf(doc, e.instancePath, lines)}: ${e.instancePath || 'the file'} ${e.message} ${JSON.stringify(e.params)}`,
        );
  }
  return { name, problems, value, lineOf: (pointer) => lineOf(doc, pointer, lines) };
}

interface Unpacked {
  readonly language: keyof typeof SELF_EXPLAINING;
  readonly effects: readonly Effect[];
  readonly metrics: readonly { readonly id: string; readonly guardrail?: string }[];
  readonly links: readonly { readonly metrics: readonly string[] }[];
  readonly trades: readonly { readonly metrics: readonly object[] }[];
}

/** Names of so many words or more say themselves how they are counted ("the share of calls that lead to a meeting"). */
const SELF_EXPLAINING = { en: 3, vi: 5 };

/** A definition is bundled where the name needs one: an abbreviation, or a term of few words ("win rate"). */
function withoutPlainDefinition<T extends object>(metric: T, language: keyof typeof SELF_EXPLAINING): T {
  const { name } = metric as { readonly name?: string };
  if (name === undefined || /\p{Lu}/u.test(name) || name.split(' ').length < SELF_EXPLAINING[language])
    return metric;
  return { ...metric, definition: undefined };
}

/** A team's metrics and links; where one metric is meant by another or by a link, its place says which. */
function packTeam({ language, metrics, links }: Unpacked): object {
  const placeOf = (id: string): string => {
    const at = metrics.findIndex((metric) => metric.id === id);
    if (at < 0) throw new Error(`There is no metric "${id}".`);
    return placeToCell(at);
  };
  const rows = metrics.map((metric) => ({
    ...withoutPlainDefinition(metric, language),
    ...(metric.guardrail !== undefined && { guardrail: placeOf(metric.guardrail) }),
  }));
  return {
    metrics: packRows(rows, TEAM_ROWS.metrics),
    links: packRows(
      links.map((link) => ({ ...link, metrics: link.metrics.map(placeOf) })),
      TEAM_ROWS.links,
    ),
  };
}

/** How each kind of knowledge is bundled. */
const PACKERS: Readonly<Record<string, (value: Unpacked) => object>> = {
  effects: (value) => ({ ...value, effects: packEffects(value.effects) }),
  team: (value) => ({ ...value, ...packTeam(value) }),
  trades: (value) => ({
    ...value,
    trades: value.trades.map((trade) => ({
      ...trade,
      metrics: packRows(trade.metrics, TRADE_ROWS),
    })),
  }),
};

/** The value as it is bundled. */
function shipped(path: string, value: unknown): unknown {
  const schemaRef = schemaLine.exec(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '')?.[1] ?? '';
  const schema = validatorFor(resolve(dirname(path), schemaRef)).schema as Record<string, unknown>;
  const dropped = (schema[NOT_SHIPPED] ?? []) as readonly string[];
  const kept = Object.fromEntries(Object.entries(value as object).filter(([key]) => !dropped.includes(key)));
  const pack = PACKERS[String(schema[PACKED])];
  return pack ? pack(kept as unknown as Unpacked) : kept;
}

function write(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value)}\n`);
}

/** What a sentence is understood by is written as one table for all files of a language. */
function isStatement(path: string): boolean {
  return /[\\/]statement[\\/][a-z]{2}[\\/]/.test(path);
}

function statementFiles(folder: string): StatementFiles {
  const contentOf = (name: string) =>
    checked.find(({ path }) => path === join(folder, `${name}.yaml`))?.value as StatementFiles['verbs'];
  return {
    verbs: contentOf('verbs'),
    nouns: contentOf('nouns'),
    metrics: contentOf('metrics'),
    words: contentOf('words'),
  };
}

const files = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join(root, 'server/src', file))
  .sort();
const checked = files.map((path) => ({ path, ...check(path) }));
const problems = [...checked.flatMap((file) => file.problems), ...lexiconProblems(checked)];
if (problems.length === 0) {
  for (const { path, value } of checked)
    if (!isStatement(path)) write(path.replace(/\.yaml$/, '.generated.json'), shipped(path, value));
  for (const folder of new Set(checked.flatMap(({ path }) => (isStatement(path) ? [dirname(path)] : []))))
    write(join(folder, 'phrases.generated.json'), phraseTable(statementFiles(folder)));
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`${problems.length} problem(s) in the knowledge files; nothing was built from them.`);
  process.exit(1);
}
console.log(`${files.length} knowledge files are valid.`);
