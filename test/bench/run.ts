/**
 * Benchmarks. Each `*.bench.ts` beside this file is a part.
 *
 *   npm run bench [-- PART...] [--check]
 *
 * Runs all parts or those named, prints tables and which targets are met, and keeps the figures of the last run of each
 * part in `out/bench.json`. `--check` makes a missed target a failure; without it only a fault is one, because times on
 * a busy machine prove little. Ratios within one run do.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BenchPart, isMet, Report, targetLine } from './report';

const folder = dirname(fileURLToPath(import.meta.url));
const outFile = join(folder, 'out', 'bench.json');
const ENDING = '.bench.ts';

const partNames = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();

async function loadPart(name: string): Promise<BenchPart> {
  const module = (await import(pathToFileURL(join(folder, name + ENDING)).href)) as { default: BenchPart };
  return module.default;
}

function keep(name: string, report: Report): void {
  const all = existsSync(outFile)
    ? (JSON.parse(readFileSync(outFile, 'utf8')) as { parts: Record<string, unknown> })
    : { parts: {} };
  all.parts[name] = {
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    figures: report.figures,
    versions: report.versions,
    targets: report.targets.map((target) => ({ ...target, met: isMet(target) })),
  };
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, `${JSON.stringify(all, null, 2)}\n`);
}

/** Runs one part; false if a target is missed. */
async function runPart(name: string): Promise<boolean> {
  const part = await loadPart(name);
  const report = new Report(console.log);
  console.log(`\n${name}: ${part.title}`);
  await part.run(report);
  if (report.targets.length > 0) console.log('\nTargets\n');
  for (const target of report.targets) console.log(`  ${targetLine(target)}`);
  keep(name, report);
  return report.targets.every(isMet);
}

async function main(args: readonly string[]): Promise<number> {
  const names = partNames();
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 2;
  }
  let allMet = true;
  for (const name of wanted.length > 0 ? wanted : names) allMet = (await runPart(name)) && allMet;
  console.log(`\nFigures are in ${outFile}`);
  return !allMet && args.includes('--check') ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
