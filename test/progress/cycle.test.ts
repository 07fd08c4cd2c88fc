import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../server/src/document';
import { cycleOf, cycleOfDocument, daysBetween } from '../../server/src/progress';

const NAMES: readonly (readonly [text: string, range: string | undefined])[] = [
  ['Q3 2026', '2026-07-01 2026-09-30'],
  ['2026-Q3', '2026-07-01 2026-09-30'],
  ['Q3/2026', '2026-07-01 2026-09-30'],
  ["Q3'26", '2026-07-01 2026-09-30'],
  ['3Q26', '2026-07-01 2026-09-30'],
  ['Q1–Q2 2026', '2026-01-01 2026-06-30'],
  ['third quarter of 2026', '2026-07-01 2026-09-30'],
  ['Quarter 3, 2026', '2026-07-01 2026-09-30'],
  ['H2 2026', '2026-07-01 2026-12-31'],
  ['2026-H1', '2026-01-01 2026-06-30'],
  ['first half of 2026', '2026-01-01 2026-06-30'],
  ['FY26-Q2', '2026-04-01 2026-06-30'],
  ['FY2026 Q2', '2026-04-01 2026-06-30'],
  ['FY26', '2026-01-01 2026-12-31'],
  ['2026', '2026-01-01 2026-12-31'],
  ['năm 2026', '2026-01-01 2026-12-31'],
  ['Quý III/2026', '2026-07-01 2026-09-30'],
  ['quý 3 năm 2026', '2026-07-01 2026-09-30'],
  ['Quý IV - 2026', '2026-10-01 2026-12-31'],
  ['quy 3/2026', '2026-07-01 2026-09-30'],
  ['nửa đầu năm 2026', '2026-01-01 2026-06-30'],
  ['6 tháng cuối năm 2026', '2026-07-01 2026-12-31'],
  ['September 2026', '2026-09-01 2026-09-30'],
  ['Jul–Sep 2026', '2026-07-01 2026-09-30'],
  ['tháng 9/2026', '2026-09-01 2026-09-30'],
  ['tháng 7 - tháng 9 năm 2026', '2026-07-01 2026-09-30'],
  ['2026-07', '2026-07-01 2026-07-31'],
  ['2026-07-01 to 2026-09-30', '2026-07-01 2026-09-30'],
  ['{start: 2026-07-01, end: 2026-09-30}', '2026-07-01 2026-09-30'],
  ['01/07/2026 – 30/09/2026', '2026-07-01 2026-09-30'],
  ['2025–2027', '2025-01-01 2027-12-31'],
  ['Q3', undefined],
  ['2025/26', undefined],
  ['2026-09-30 to 2026-07-01', undefined],
  ['2026-02-30 to 2026-03-30', undefined],
  ['Sprint 12', undefined],
  ['next quarter', undefined],
  ['', undefined],
];

const DAY = fc.integer({ min: 0, max: 40_000 });
const isoOf = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);

describe('cycleOf', () => {
  for (const [text, range] of NAMES)
    for (const form of ['NFC', 'NFD'] as const)
      it(`"${text}", ${form}`, () => {
        const cycle = cycleOf(text.normalize(form));
        assert.equal(cycle && `${cycle.start} ${cycle.end}`, range);
      });

  it('takes the year from elsewhere where the name has none', () => {
    assert.equal(cycleOf('Quý II', 2027)?.end, '2027-06-30');
    assert.equal(cycleOf('H1', 2027)?.start, '2027-01-01');
    assert.equal(cycleOf('Sprint 12', 2027), undefined);
  });

  it('begins before it ends, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[qhfy0-9 /.'-]{1,20}$/)), (text) => {
        const cycle = cycleOf(text, 2026);
        if (cycle) assert.ok(daysBetween(cycle.start, cycle.end) >= 0, `${cycle.start} ${cycle.end}`);
      }),
    );
  });

  it('reads two dates back', () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const [start, end] = [isoOf(from + 12_000), isoOf(from + 12_000 + length)];
        fc.pre(start.startsWith('20') && end.startsWith('20'));
        assert.deepEqual(cycleOf(`${start} to ${end}`), { text: `${start} to ${end}`, start, end });
      }),
    );
  });
});

describe('cycleOfDocument', () => {
  const KRS = '- KR1: Raise NPS from 30 to 50\n- KR2: Cut churn from 5% to 3%\n';
  const cycles = (text: string, path?: string) => {
    const document = readDocument(text, { path: path ?? 'team.okr.md' });
    const range = (cycle: ReturnType<typeof cycleOf>) => cycle && `${cycle.start} ${cycle.end}`;
    return [
      range(cycleOfDocument(document, undefined, path)),
      ...document.objectives().map((objective) => range(cycleOfDocument(document, objective, path))),
    ];
  };
  const Q2 = '2026-04-01 2026-06-30';
  const Q3 = '2026-07-01 2026-09-30';

  it('reads the front matter in each form', () => {
    for (const lines of [
      'cycle: 2026-Q3',
      'cycle: "Q3 2026" # this quarter',
      'quarter: Q3 2026',
      'chu kỳ: Quý III/2026',
      'cycle: {start: 2026-07-01, end: 2026-09-30}',
      'cycle:\n  start: 2026-07-01\n  end: 2026-09-30',
      'start_date: 2026-07-01\nend_date: 2026-09-30',
    ])
      assert.deepEqual(
        cycles(`---\nokr: 1\n${lines}\n---\n\n## Objective 1: Win\n\n${KRS}`),
        [Q3, Q3],
        lines,
      );
  });

  it('reads headings, with the year of the title', () => {
    assert.deepEqual(cycles(`# OKRs Q3 2026\n\n## Objective 1: Win\n\n${KRS}`), [Q3, Q3]);
    assert.deepEqual(
      cycles(
        `# OKRs 2026\n\n## Q2\n\n### Objective 1: Win\n\n${KRS}\n## Q3\n\n### Objective 1: Win\n\n${KRS}`,
      ),
      [undefined, Q2, Q3],
    );
  });

  it('takes what is nearest, unless what is further away is a part of it', () => {
    const front = '---\nokr: 1\ncycle: 2026-Q3\n---\n\n';
    assert.deepEqual(cycles(`${front}# OKRs 2026\n\n## Objective 1: Win\n\n${KRS}`), [Q3, Q3]);
    assert.deepEqual(cycles(`${front}# OKRs Q2 2026\n\n## Objective 1: Win\n\n${KRS}`), [Q3, Q2]);
  });

  it('reads the name of the file', () => {
    const text = `## Objective 1: Win\n\n${KRS}`;
    assert.deepEqual(cycles(text, 'okrs/2026/q3.okr.md'), [Q3, Q3]);
    assert.deepEqual(cycles(text, 'sales-2026-q3.okr.md'), [Q3, Q3]);
    assert.deepEqual(cycles(text, 'okrs/sales.okr.md'), [undefined, undefined]);
  });
});
