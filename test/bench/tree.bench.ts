/** A repository with few OKR documents among much Markdown, checked from the command line; beside markdownlint. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchPart, Report, Row } from './report';
import { manySections } from './texts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES = 2000;
const OKR_FILES = 100;
const RUNS = 3;
const KB = 1024;

/** Pages that people wrote about other things: the READMEs of the packages that are installed here. */
function otherPages(): string[] {
  const folder = path.join(ROOT, 'node_modules');
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(path.join(folder, name)).map((inner) => path.join(name, inner))
      : [name],
  );
  return names
    .map((name) => path.join(folder, name, 'README.md'))
    .filter((file) => existsSync(file))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}

/** Writes the tree and returns its size in bytes. */
function plant(folder: string): number {
  const pages = otherPages();
  let bytes = 0;
  for (let n = 0; n < FILES; n++) {
    const isOkr = n % (FILES / OKR_FILES) === 0;
    // Between 2 and 12 KB, as such documents are.
    const text = isOkr ? manySections((2 + (n % 11)) * KB) : (pages[n % pages.length] as string);
    const file = path.join(folder, `part-${n % 20}`, isOkr ? `team-${n}-q3.md` : `page-${n}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** The fastest of some runs in milliseconds: what else the machine does only makes it slower. */
function fastest(args: readonly string[], cwd: string, codes: readonly number[]): number {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1024 * 1024 * 1024,
    });
    times.push(performance.now() - start);
    if (status === null || !codes.includes(status))
      throw new Error(`${args.join(' ')} ended with ${status}: ${String(stderr).slice(0, 500)}`);
  }
  return Math.min(...times);
}

function run(report: Report): void {
  const cli = path.join(ROOT, 'dist/cli.js');
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run "npm run build" first.');
  const markdownlint = path.join(
    path.dirname(createRequire(import.meta.url).resolve('markdownlint-cli2')),
    'markdownlint-cli2-bin.mjs',
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-tree-'));
  try {
    const bytes = plant(folder);
    const found = spawnSync(process.execPath, [cli, '--format', 'json', '.'], {
      cwd: folder,
      maxBuffer: 2 ** 30,
    });
    const reports = JSON.parse(String(found.stdout)) as { messages: unknown[] }[];
    const withFindings = reports.filter(({ messages }) => messages.length > 0).length;
    if (reports.length !== FILES || withFindings < OKR_FILES)
      throw new Error(`${reports.length} files checked, findings in ${withFindings}`);
    const own = fastest([cli, '.'], folder, [0, 1]);
    const json = fastest([cli, '--format', 'json', '.'], folder, [0, 1]);
    const other = fastest([markdownlint, '**/*.md'], folder, [0, 1]);
    const start = fastest([cli, '--version'], folder, [0]);
    const rows: Row[] = [
      { command: 'okrlint .', ms: own, ratio: own / other },
      { command: 'okrlint --format json .', ms: json, ratio: json / other },
      { command: 'markdownlint-cli2 "**/*.md"', ms: other, ratio: 1 },
      { command: 'okrlint --version', ms: start, ratio: start / other },
    ];
    report.table(
      `${FILES} Markdown files, ${OKR_FILES} of them OKR documents, ${(bytes / KB / KB).toFixed(1)} MB; fastest of ${RUNS} runs`,
      rows,
    );
    report.figure('tree.okrlint', own, 'ms');
    report.figure('tree.markdownlint', other, 'ms');
    report.target({
      what: 'okrlint in the time of markdownlint-cli2, same tree',
      value: own / other,
      bound: 'at most',
      limit: 1,
      unit: 'x',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export default {
  title: 'a repository checked from the command line',
  run,
} satisfies BenchPart;
