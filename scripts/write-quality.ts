/**
 * `npm run quality`: writes `docs/quality.md` from the figures of the last runs: `npm run bench`, `npm run soak`,
 * `npm run size` and `npm run audit:shipped`, which it runs itself where they are quick.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, 'test/bench/out');

interface Target {
  readonly what: string;
  readonly value: number;
  readonly bound: string;
  readonly limit: number;
  readonly unit: string;
  readonly met: boolean;
}
interface Part {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly figures: Readonly<Record<string, { readonly value: number; readonly unit: string }>>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly targets: readonly Target[];
}
interface SizeRow {
  readonly what: string;
  readonly amount: number;
  readonly unit: string;
  readonly budget: number;
}
interface Soak {
  readonly edits: number;
  readonly warm: number;
  readonly most: number;
  readonly last: number;
  readonly wrong: readonly string[];
}

function readJson<T>(file: string): T | undefined {
  const full = path.join(OUT, file);
  return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T) : undefined;
}

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const number = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
}

function sizes(): string {
  const file = path.join(OUT, 'size.json');
  spawnSync(process.execPath, ['scripts/size.mjs', '--json', file], { cwd: ROOT });
  const rows = readJson<SizeRow[]>('size.json') ?? [];
  return table(
    ['what', 'is', 'budget'],
    rows.map(({ what, amount, unit, budget }) => [what, `${amount.toFixed(0)} ${unit}`, `${budget} ${unit}`]),
  );
}

/** Times of one feature at each size, as `p50 / p95 / p99`. */
function latency({ figures }: Part): string {
  const sizesOf = ['10KB', '100KB', '1MB'];
  const features = ['allKeyPresses', 'burst', 'paste500Lines', 'undoPaste', 'hover', 'codeAction', 'outline'];
  const cell = (prefix: string) =>
    ['p50', 'p95', 'p99']
      .map((part) => number(figures[`${prefix}.${part}`]?.value ?? Number.NaN))
      .join(' / ');
  return table(
    ['milliseconds, p50 / p95 / p99', ...sizesOf],
    ['push', 'pull'].flatMap((mode) =>
      features.map((feature) => [
        `${feature} (${mode})`,
        ...sizesOf.map((size) => cell(`${mode}.${size}.${feature}`)),
      ]),
    ),
  );
}

function others({ figures }: Part): string {
  const value = (key: string) => {
    const figure = figures[key];
    return figure ? number(figure.value) : '–';
  };
  return table(
    ['whole text, milliseconds', 'okrlint, open to diagnostics', 'remark-parse', 'markdownlint', 'harper.js'],
    ['10KB', '100KB', '1MB'].map((size) => [
      size,
      value(`pull.${size}.open`),
      value(`others.${size}.remarkParse`),
      value(`others.${size}.markdownlint`),
      value(`others.${size}.harper`),
    ]),
  );
}

/** What is to know about the parser that opening is measured by. */
function parserText({ figures, versions }: Part): string {
  const value = (key: string) => figures[key]?.value ?? Number.NaN;
  const [open, whole] = [value('oneList.open'), value('oneList.remarkParse')];
  return [
    `remark-parse is ${versions?.['remark-parse'] ?? '?'} on micromark ${versions?.micromark ?? '?'}, for okrlint and beside it.`,
    'micromark 4.0.2, which markdownlint brings along, does not yet build its list of events anew at each container: a whole parse of this 1 MB on it takes about as long as okrlint takes to the last finding.',
    `1 MB of one list, with fewer containers and twice as many key results, is the worst case: ${number(open)} ms to the last finding, ${number(whole)} ms for remark-parse (${number(open / whole)}x; no target).`,
  ].join(' ');
}

function targets(parts: Readonly<Record<string, Part>>): string {
  return table(
    ['target', 'measured', 'wanted', ''],
    Object.values(parts).flatMap((part) =>
      part.targets.map(({ what, value, bound, limit, unit, met }) => [
        what,
        `${number(value)}${unit}`,
        `${bound} ${number(limit)}${unit}`,
        met ? 'met' : '**not met**',
      ]),
    ),
  );
}

function soakText(): string {
  const soak = readJson<Soak>('soak.json');
  if (!soak) return 'Not run yet.';
  return `${soak.edits} random edits: ${number(soak.warm)} MB after a fifth of them, at most ${number(soak.most)} MB afterwards, ${number(soak.last)} MB at the end; ${soak.wrong.length} of 10 documents differ from a fresh server's diagnostics.`;
}

function audit(): string {
  try {
    return execFileSync(process.execPath, ['scripts/audit-shipped.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim();
  } catch (error) {
    return `Could not be asked: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
}

const bench = readJson<{ parts: Record<string, Part> }>('bench.json')?.parts ?? {};
const { protocol } = bench;
const load = protocol?.figures['machine.load']?.value ?? 0;
const busy =
  load > 1
    ? `\n\n**The machine was busy: ${number(load)} processes wanted each core. Times are several times those of an idle machine, and targets in milliseconds say nothing; measure again.**`
    : '';
const text = `# Quality: fast, unbreakable, safe

Written by \`npm run quality\` from the last figures; do not edit. Times depend on the machine and on what else it does;
the ratios within one run do not. ${protocol ? `Measured ${protocol.date.slice(0, 10)} with Node ${protocol.node} on ${protocol.cpu}.` : ''}${busy}

## Targets

${Object.keys(bench).length > 0 ? targets(bench) : 'No benchmark has run yet: `npm run bench`.'}

## Through the protocol (\`npm run bench -- protocol\`)

${protocol ? `${latency(protocol)}\n\n${others(protocol)}\n\n${parserText(protocol)}\n\nServer start to first diagnostics ${number(protocol.figures['start.toFirstDiagnostics']?.value ?? Number.NaN)} ms (the first start of a version, with nothing compiled before, ${number(protocol.figures['start.afterInstalling']?.value ?? Number.NaN)} ms), \`node -e 0\` ${number(protocol.figures['start.nodeAlone']?.value ?? Number.NaN)} ms. Memory at 100 KB of text: ${number(protocol.figures['memory.opened']?.value ?? Number.NaN)} MB opened, ${number(protocol.figures['memory.after10000Edits']?.value ?? Number.NaN)} MB after 10,000 edits.` : 'Not run yet.'}

## Sizes (\`npm run size\`, part of \`npm test\`)

${sizes()}

A third of the server is knowledge, and all of it travels compressed: budgets of compressed size are the ones that count.

## How each point is tested

| point | where | how |
| --- | --- | --- |
| Any message from a client | test/fuzz/protocol.test.ts | random parameters, positions, settings, changes; bodies that are no JSON, broken headers, cancelled and overtaken requests; the server must answer and go on linting |
| Messages of every kind, in every order | test/fuzz/messages.test.ts | notifications and requests of all features with nearly right parameters, cancelled at random; pieces of any size; before and after the session; each request is answered once |
| Any text | test/fuzz/hostile.test.ts | some sixty hostile texts and forty runs for regular expressions; a hover in another document is answered meanwhile. \`npm run fuzz\` does it with 5 MB |
| Regular expressions | \`npm run check:regex\` | linear time, proved |
| Editing equals reading | test/fuzz/protocol.test.ts, test/document/update.test.ts | random edits; diagnostics equal those of the final text read afresh |
| Client that vanishes | test/fuzz/protocol.test.ts | closed stream; killed editor process with an open stream |
| Soak | test/soak (\`npm run soak\`) | ${soakText()} |
| Compiled code that is kept | test/launcher, test/protocol/launcher.test.ts | taken only from a folder that nobody else can write; damaged, foreign and cut files are refused and replaced; a missing server is named |
| Crash recovery | test/fuzz/recovery.test.ts, test/e2e/suite/crash.test.ts | killed between two key presses; a new server with the reopened text says the same. In VS Code: killed in mid-typing and with messages under way, and giving up with a clear message |
| First findings of a large document | test/protocol/first-findings.test.ts, test/e2e/suite/diagnostics.test.ts | part of all findings, told once, to who can be told of the rest; in VS Code they are seen before all others |
| Long work in slices | test/lsp/documents.test.ts, \`npm run bench -- waiting\` | edits, other readers and closing while a large text is read; how long others wait while 5 MB are opened |
| Fixes lose nothing | test/fuzz/fixes.test.ts, test/service/certain-fixes.test.ts | every offered change of random documents; what "fix all" applies together |
| No network, no process, no code from text | test/safety/bundles.test.ts | scan of the bundles, and runs in which each of them would end the process |
| Nothing followed from a document | test/safety/escaping.test.ts | hovers over hostile sentences, parsed as VS Code would |
| The Web Worker | test/safety/worker.test.ts | the bundle without any Node module |
| VSIX holds only what it needs | test/scripts/package.test.ts | list of files |
| Licences | test/scripts/notices.test.ts | the build stops at an unknown licence or a missing text |
| Names that every object has | test/safety/prototype.test.ts | in configurations, settings, front matter, documents, CSV and JSON: refused with their place, or words like any other |
| \`extends\` | test/safety/extends.test.ts, test/config/resolver.test.ts | paths, addresses and links that lead out of the workspace |
| Shipped dependencies | \`npm run audit:shipped\` | ${audit().replaceAll('\n', '; ')} |
`;
writeFileSync(path.join(ROOT, 'docs/quality.md'), text);
console.log('docs/quality.md written.');
