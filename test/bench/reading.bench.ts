/** The document stage: reading a text and one key press in it, beside a whole remark-parse and markdownlint. */
import { lint } from 'markdownlint/sync';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { measure, measureOnce } from './measure';
import { KB, MB, measureKeyPress, read } from './reading-times';
import type { BenchPart, Report, Row } from './report';
import { manySections, oneList } from './texts';

const SIZES = { '10 KB': 10 * KB, '100 KB': 100 * KB, '1 MB': MB } as const;

const remark = unified().use(remarkParse).freeze();
const parseWhole = (text: string) => remark.parse(text);
const lintWhole = (text: string) => lint({ strings: { text } });

async function besideOthers(report: Report): Promise<void> {
  const rows: Row[] = [];
  const press: Record<string, number> = {};
  for (const [shape, make] of Object.entries({ 'many sections': manySections, 'one list': oneList })) {
    for (const [name, size] of Object.entries(SIZES)) {
      const text = make(size);
      const large = size >= MB;
      const cold = (await measure(() => read(text))).median;
      const key = measureKeyPress(text);
      const remarkTime = (await (large ? measureOnce : measure)(() => parseWhole(text))).median;
      const lintTime = (await (large ? measureOnce : measure)(() => lintWhole(text))).median;
      press[`${shape} ${name}`] = key.median;
      rows.push({
        text: shape,
        size: name,
        'read ms': cold,
        'key ms': key.median,
        'key p95': key.p95,
        'remark ms': remarkTime,
        'markdownlint ms': lintTime,
        'remark/read': remarkTime / cold,
        'remark/key': remarkTime / key.median,
        'markdownlint/read': lintTime / cold,
      });
      const id = `${shape.replace(' ', '-')}.${name.replace(' ', '')}`;
      report.figure(`${id}.read`, cold, 'ms');
      report.figure(`${id}.keyPress`, key.median, 'ms');
      report.figure(`${id}.keyPressP95`, key.p95, 'ms');
      report.figure(`${id}.remarkParse`, remarkTime, 'ms');
      report.figure(`${id}.markdownlint`, lintTime, 'ms');
      report.figure(`${id}.remarkParsePerKeyPress`, remarkTime / key.median, 'x');
      report.figure(`${id}.remarkParsePerRead`, remarkTime / cold, 'x');
      if (!large) continue;
      const target = { bound: 'at least', unit: 'x' } as const;
      report.target({
        ...target,
        what: `whole remark-parse of 1 MB (${shape}) against one key press`,
        value: remarkTime / key.median,
        limit: 300,
      });
      report.target({
        ...target,
        what: `whole remark-parse of 1 MB (${shape}) against one cold read`,
        value: remarkTime / cold,
        limit: 3,
      });
      report.target({
        bound: 'at most',
        unit: 'x',
        what: `one key press at 1 MB (${shape}) against one at 10 KB`,
        value: key.median / (press[`${shape} 10 KB`] ?? Number.NaN),
        limit: 4,
      });
    }
  }
  report.table('Reading beside others (medians)', rows);
}

export default {
  title: 'reading documents, beside a whole remark-parse and markdownlint',
  run: besideOthers,
} satisfies BenchPart;
