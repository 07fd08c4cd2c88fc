/** Whether reading takes time in proportion to the text, also for what is hard on a parser. */
import { measure } from './measure';
import { KB, MB, measureKeyPress, read } from './reading-times';
import type { BenchPart, Report, Row } from './report';
import { HARD_TEXTS, manySections } from './texts';

const LINEAR_SIZES = { '10 KB': 10 * KB, '100 KB': 100 * KB, '1 MB': MB, '5 MB': 5 * MB } as const;
/** What is called flat: at no size may a KB cost more than so many times what it costs at 10 KB or 100 KB. */
const FLAT = 2;

/** Cold reads per KB, for ordinary text and for what is hard on a parser, and the slowest key press. */
async function linearity(report: Report): Promise<void> {
  const rows: Row[] = [];
  let slowest = 0;
  const texts = { 'many sections': manySections, ...HARD_TEXTS };
  for (const [shape, make] of Object.entries(texts)) {
    const row: Record<string, string | number> = { text: shape };
    const perKb: number[] = [];
    for (const [name, size] of Object.entries(LINEAR_SIZES)) {
      const text = make(size);
      const timing = await measure(() => read(text), {
        time: size > MB ? 0 : 100,
        iterations: size > MB ? 3 : 5,
        warmup: size <= MB,
      });
      perKb.push(timing.median / (text.length / KB));
      row[`${name} ms/KB`] = timing.median / (text.length / KB);
      report.figure(
        `linear.${shape.replaceAll(' ', '-')}.${name.replace(' ', '')}`,
        timing.median / (text.length / KB),
        'ms/KB',
      );
      if (size < 5 * MB) continue;
      const press = measureKeyPress(text, 0);
      row['5 MB read ms'] = timing.median;
      row['5 MB key p95'] = press.p95;
      slowest = Math.max(slowest, timing.median, press.p95);
    }
    const [small = 0, medium = 0, ...large] = perKb;
    const growth = Math.max(...large) / Math.max(small, medium);
    row.growth = growth;
    rows.push(row);
    report.target({
      what: `time per KB up to 5 MB, ${shape}`,
      value: growth,
      bound: 'at most',
      limit: FLAT,
      unit: 'x',
    });
  }
  report.table('Cold reads, milliseconds per KB', rows);
  report.target({
    what: 'slowest read or key press at 5 MB',
    value: slowest,
    bound: 'at most',
    limit: 1_000,
    unit: ' ms',
  });
}

export default {
  title: 'time per KB from 10 KB to 5 MB',
  run: linearity,
} satisfies BenchPart;
