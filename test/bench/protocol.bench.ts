/** The bundled server as an editor feels it, with whole remark-parse, markdownlint and harper.js on the same texts. */
import { cpus, loadavg } from 'node:os';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import { lint } from 'markdownlint/sync';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { measure, measureOnce, measureThrice } from './measure';
import { measureProtocol, SIZES, type SizeFigures, type SizeName, type Spread } from './protocol';
import type { BenchPart, Report, Row } from './report';
import { manySections, oneList } from './texts';
import { versionOf } from './versions';

const BYTES_TOO_MANY_FOR_HARPER = 200_000;

const shown = ({ p50, p95, p99 }: Spread) => [p50, p95, p99].map((time) => time.toFixed(1)).join(' / ');

const FEATURES = {
  'key press': 'allKeyPresses',
  'burst of 10': 'burst',
  'paste 500 lines': 'paste500Lines',
  undo: 'undoPaste',
  hover: 'hover',
  'code action': 'codeAction',
  outline: 'outline',
} as const satisfies Record<string, keyof SizeFigures>;

function reportSize(report: Report, figures: SizeFigures): Row {
  const { size, mode } = figures;
  const id = `${mode}.${size.replace(' ', '')}`;
  report.figure(`${id}.open`, figures.open, 'ms');
  report.figure(`${id}.first`, figures.first, 'ms');
  const row: Record<string, string | number> = { size, diagnostics: mode, open: figures.open };
  for (const [name, key] of Object.entries(FEATURES)) {
    row[name] = shown(figures[key]);
    for (const part of ['p50', 'p95', 'p99'] as const)
      report.figure(`${id}.${key}.${part}`, figures[key][part], 'ms');
  }
  for (const [place, times] of Object.entries(figures.keyPress))
    report.figure(`${id}.keyPress.${place}.p95`, times.p95, 'ms');
  return row;
}

const remark = unified().use(remarkParse).freeze();

/** What others need for the whole text; they have no cheaper answer to a key press. */
async function others(report: Report): Promise<Record<SizeName, number>> {
  const harper = new LocalLinter({ binary: binaryInlined });
  await harper.setup();
  const rows: Row[] = [];
  const remarkTimes = {} as Record<SizeName, number>;
  for (const [size, bytes] of Object.entries(SIZES) as [SizeName, number][]) {
    const text = manySections(bytes);
    const large = bytes >= SIZES['1 MB'];
    const remarkTime = (await (large ? measureThrice : measure)(() => remark.parse(text))).median;
    const lintTime = (await (large ? measureOnce : measure)(() => lint({ strings: { text } }))).median;
    remarkTimes[size] = remarkTime;
    const row: Record<string, string | number> = {
      size,
      'remark-parse': remarkTime,
      markdownlint: lintTime,
    };
    report.figure(`others.${size.replace(' ', '')}.remarkParse`, remarkTime, 'ms');
    report.figure(`others.${size.replace(' ', '')}.markdownlint`, lintTime, 'ms');
    if (bytes <= BYTES_TOO_MANY_FOR_HARPER) {
      const harperTime = (await measureOnce(() => harper.lint(text))).median;
      row['harper.js'] = harperTime;
      report.figure(`others.${size.replace(' ', '')}.harper`, harperTime, 'ms');
    }
    rows.push(row);
  }
  report.table('Others on the same texts, whole, in milliseconds', rows);
  report.version('remark-parse', versionOf('remark-parse'));
  report.version('micromark', versionOf('micromark', 'mdast-util-from-markdown', 'remark-parse'));
  return remarkTimes;
}

/** One list is hard on the other side: fewer containers for remark-parse, more sentences for okrlint. No target. */
async function oneListOpened(report: Report, open: number): Promise<void> {
  const text = oneList(SIZES['1 MB']);
  const whole = (await measureThrice(() => remark.parse(text))).median;
  report.table('Opening 1 MB of one list, milliseconds to the last finding (no target)', [
    { okrlint: open, 'remark-parse': whole, ratio: open / whole },
  ]);
  report.figure('oneList.open', open, 'ms');
  report.figure('oneList.remarkParse', whole, 'ms');
}

async function run(report: Report): Promise<void> {
  const { start, sizes, memory, growth, openOneList } = await measureProtocol();
  // Processes that want to run, per core: above one, all times are longer than they are.
  report.figure('machine.load', (loadavg()[0] ?? 0) / cpus().length, 'x');
  report.table('Start, milliseconds (p50 / p95 / p99)', [
    { what: 'node -e 0', time: shown(start.nodeAlone) },
    { what: 'server to first diagnostics', time: shown(start.toFirstDiagnostics) },
    { what: 'the same, first start of a version', time: shown(start.afterInstalling) },
  ]);
  report.figure('start.nodeAlone', start.nodeAlone.p50, 'ms');
  report.figure('start.afterInstalling', start.afterInstalling.p50, 'ms');
  report.figure('start.toFirstDiagnostics', start.toFirstDiagnostics.p50, 'ms');
  report.table(
    'Through the protocol, milliseconds (p50 / p95 / p99)',
    sizes.map((figures) => reportSize(report, figures)),
  );
  report.table('Resident memory at 100 KB, MB', [
    { opened: memory.opened, 'after 10,000 edits': memory.after10000Edits },
  ]);
  report.figure('memory.opened', memory.opened, 'MB');
  report.figure('memory.after10000Edits', memory.after10000Edits, 'MB');
  const remarkTimes = await others(report);
  await oneListOpened(report, openOneList);

  const find = (size: SizeName, mode: string) =>
    sizes.find((figures) => figures.size === size && figures.mode === mode);
  const atMost = (what: string, value: number, limit: number, unit: string) =>
    report.target({ what, value, bound: 'at most', limit, unit });
  atMost('server start to first diagnostics against node -e 0', start.ratio, 4, 'x');
  for (const mode of ['push', 'pull'] as const) {
    const [small, large] = [find('10 KB', mode), find('1 MB', mode)];
    atMost(`key press p95 at 10 KB (${mode})`, small?.allKeyPresses.p95 ?? Number.NaN, 3, ' ms');
    atMost(`key press p95 at 1 MB (${mode})`, large?.allKeyPresses.p95 ?? Number.NaN, 16, ' ms');
    atMost(`key press p95 at 1 MB against 10 KB (${mode})`, growth[mode], 4, 'x');
    if (mode === 'push')
      atMost(
        'first findings of 1 MB (push) against whole remark-parse',
        (large?.first ?? Number.NaN) / remarkTimes['1 MB'],
        1 / 3,
        'x',
      );
    atMost(
      `opening 1 MB to the last finding against whole remark-parse (${mode})`,
      (large?.open ?? Number.NaN) / remarkTimes['1 MB'],
      1 / 3,
      'x',
    );
    for (const name of ['hover', 'codeAction'] as const)
      report.figure(`${mode}.${name}.growth`, (large?.[name].p50 ?? 0) / (small?.[name].p50 ?? 1), 'x');
  }
  atMost('memory after 10,000 edits against before', memory.after10000Edits / memory.opened, 2, 'x');
}

export default {
  title: 'the bundled server over stdio (needs `npm run build`)',
  run,
} satisfies BenchPart;
