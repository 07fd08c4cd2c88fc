/**
 * Measures the document stage on real OKR files: precision, recall and F1 of objectives and key results, and false
 * alarms on files that are no OKR documents. Prints a table per file and in all.
 *
 *   npm run measure:reading [-- --misses] [--bare] [FOLDER]
 *
 * `--misses` lists every miss and false find; `--bare` reads the files under the names they have in FOLDER.
 * FOLDER (default `../shared/okr-files`) holds `gold.jsonl`, the files that it names, and perhaps `SOURCES.tsv` with
 * the paths the files had at home. Items are compared by line, then by text: markup aside, one must contain the other.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type KeyResultItem,
  type Located,
  type ObjectiveItem,
  type OkrDocument,
  readDocument,
} from '../server/src/document/index';

interface GoldItem {
  readonly line: number;
  readonly altLine?: number;
  readonly optional?: boolean;
}
interface GoldKeyResult extends GoldItem {
  readonly text: string;
}
interface GoldObjective extends GoldItem {
  readonly title: string;
  readonly keyResults: readonly GoldKeyResult[];
}
interface GoldFile {
  readonly file: string;
  readonly class: string;
  readonly ambiguous?: boolean;
  readonly upto?: number;
  readonly objectives: readonly GoldObjective[];
}

interface Wanted {
  readonly line: number;
  readonly altLine: number | undefined;
  readonly text: string;
  readonly optional: boolean;
}

export interface Score {
  hits: number;
  missed: number;
  wrong: number;
}

const score = (): Score => ({ hits: 0, missed: 0, wrong: 0 });
const add = (total: Score, more: Score) => {
  total.hits += more.hits;
  total.missed += more.missed;
  total.wrong += more.wrong;
};
const precision = ({ hits, wrong }: Score) => (hits + wrong === 0 ? 1 : hits / (hits + wrong));
const recall = ({ hits, missed }: Score) => (hits + missed === 0 ? 1 : hits / (hits + missed));
const f1 = (s: Score) => (2 * s.hits) / Math.max(1, 2 * s.hits + s.missed + s.wrong);

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/!?\[([^\][]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .split(' ');

/** Whether one text contains the other, words that stand between (fields) aside. */
function sameText(a: string, b: string): boolean {
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}

interface Found {
  readonly line: number;
  readonly text: string;
}

function locate(document: OkrDocument, { item, offset }: Located<ObjectiveItem | KeyResultItem>): Found {
  const { span, text } = item.statement;
  return { line: document.lines.positionAt(offset + span.start).line + 1, text };
}

/** Compares what was found with what was wanted; tells each miss and each false find. */
function compare(found: readonly Found[], wanted: readonly Wanted[], tell: (text: string) => void): Score {
  const result = score();
  const open = new Set(wanted);
  for (const item of found) {
    const match = [...open].find(
      (want) => (want.line === item.line || want.altLine === item.line) && sameText(want.text, item.text),
    );
    if (match) {
      open.delete(match);
      if (!match.optional) result.hits++;
    } else {
      result.wrong++;
      tell(`  wrong  ${item.line}: ${item.text}`);
    }
  }
  for (const want of open)
    if (!want.optional) {
      result.missed++;
      tell(`  missed ${want.line}: ${want.text}`);
    }
  return result;
}

function wantedOf(gold: GoldFile): { objectives: Wanted[]; keyResults: Wanted[] } {
  const objectives: Wanted[] = [];
  const keyResults = new Map<string, Wanted>();
  for (const objective of gold.objectives) {
    const optional = objective.optional === true;
    objectives.push({ line: objective.line, altLine: objective.altLine, text: objective.title, optional });
    for (const kr of objective.keyResults) {
      const key = `${kr.line} ${kr.text}`;
      const certain = !optional && kr.optional !== true;
      if (!keyResults.has(key) || certain)
        keyResults.set(key, { line: kr.line, altLine: kr.altLine, text: kr.text, optional: !certain });
    }
  }
  return { objectives, keyResults: [...keyResults.values()] };
}

function sourcePaths(folder: string): Map<string, string> {
  const file = join(folder, 'SOURCES.tsv');
  if (!existsSync(file)) return new Map();
  return new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter((columns) => columns.length > 2)
      .map(([name, repository, path]) => [name ?? '', `${repository}/${path}`]),
  );
}

export interface Measured {
  readonly objectives: Score;
  readonly keyResults: Score;
  readonly alarms: readonly string[];
}

interface FileResult {
  readonly document: OkrDocument;
  readonly objectives: Score;
  readonly keyResults: Score;
  readonly negative: boolean;
  readonly alarm: boolean;
  readonly notes: readonly string[];
}

function measureFile(gold: GoldFile, text: string, path: string): FileResult {
  const document = readDocument(text, { path });
  const upto = gold.upto ?? Number.POSITIVE_INFINITY;
  const within = (item: { line: number }) => item.line <= upto;
  const tree = document.objectives();
  const objectives = tree.map((objective) => locate(document, objective)).filter(within);
  // Labels with nothing behind them are diagnosed, not counted.
  const keyResults = [...tree.flatMap((objective) => objective.keyResults), ...document.orphans()]
    .map((kr) => locate(document, kr))
    .filter((kr) => within(kr) && kr.text.trim() !== '');
  const wanted = wantedOf(gold);
  const notes: string[] = [];
  const negative = gold.class === 'about' || gold.class === 'not-okr' || gold.objectives.length === 0;
  return {
    document,
    objectives: compare(objectives, wanted.objectives.filter(within), (note) => notes.push(`O${note}`)),
    keyResults: compare(keyResults, wanted.keyResults.filter(within), (note) => notes.push(`K${note}`)),
    negative,
    alarm: negative && objectives.length + keyResults.length > 0,
    notes,
  };
}

const fraction = (s: Score) =>
  `${String(s.hits).padStart(4)}/${String(s.hits + s.missed).padEnd(4)} ${precision(s).toFixed(2)} ${recall(s).toFixed(2)} ${f1(s).toFixed(2)}`;

function fileLine(gold: GoldFile, { document, objectives, keyResults, negative }: FileResult): string {
  const { because, isOkr } = document.recognition;
  const aside = gold.ambiguous ? ' (not counted)' : negative ? ' (no OKRs)' : '';
  const verdict = isOkr ? because : `no: ${because}`;
  return `${gold.file.padEnd(52)} ${verdict.padEnd(18)}  ${fraction(objectives)}     ${fraction(keyResults)}${aside}`;
}

const totalLine = (name: string, s: Score) =>
  `${name.padEnd(12)} precision ${precision(s).toFixed(3)}  recall ${recall(s).toFixed(3)}  F1 ${f1(s).toFixed(3)}  (${s.hits} found, ${s.missed} missed, ${s.wrong} wrong)`;

/** Measures all files of `folder`; `print` gets the table. */
export function measureReading(
  folder: string,
  print: (line: string) => void,
  { misses = false, bare = false } = {},
): Measured {
  const golds = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldFile);
  const paths = sourcePaths(folder);
  const total = { objectives: score(), keyResults: score() };
  const alarms: string[] = [];
  print(
    `${'file'.padEnd(52)} ${'recognised'.padEnd(18)}  objectives  P    R    F1     key results  P    R    F1`,
  );
  for (const gold of golds) {
    const text = readFileSync(join(folder, gold.file), 'utf8');
    const result = measureFile(gold, text, (bare ? undefined : paths.get(gold.file)) ?? gold.file);
    print(fileLine(gold, result));
    if (misses) for (const note of result.notes) print(`    ${note}`);
    if (result.alarm) alarms.push(gold.file);
    if (gold.ambiguous) continue;
    add(total.objectives, result.objectives);
    add(total.keyResults, result.keyResults);
  }
  print('');
  print(totalLine('objectives', total.objectives));
  print(totalLine('key results', total.keyResults));
  print(
    `false alarms on files without OKRs: ${alarms.length}${alarms.length ? ` (${alarms.join(', ')})` : ''}`,
  );
  return { ...total, alarms };
}

if (process.argv[1]?.endsWith('measure-reading.ts')) {
  const args = process.argv.slice(2);
  const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared/okr-files');
  if (!existsSync(join(folder, 'gold.jsonl'))) {
    console.error(`${folder} holds no gold.jsonl`);
    process.exit(2);
  }
  const { objectives, keyResults, alarms } = measureReading(folder, console.log, {
    misses: args.includes('--misses'),
    bare: args.includes('--bare'),
  });
  process.exitCode = f1(objectives) >= 0.95 && f1(keyResults) >= 0.95 && alarms.length === 0 ? 0 : 1;
}
