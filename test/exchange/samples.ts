import fc from 'fast-check';
import { COLUMNS, type Column, type Row, rowOf } from '../../server/src/exchange/row';
import { createOkrLanguageService, DEFAULT_SETTINGS, type DocumentRequest } from '../../server/src/service';

export const service = createOkrLanguageService();
export const TODAY = '2026-08-20';

export function requestFor(text: string, path = '/work/team.okr.md'): DocumentRequest {
  return { document: service.read(text, { path }), settings: DEFAULT_SETTINGS, path, today: TODAY };
}

export const SAMPLE = `---
okr: 1
cycle: 2026-Q3
team: Sales
---
# Sales

## O1: Retailers renew *without* being asked {#o1 ^company/o2}
- KR1: Reduce the average sales cycle from 62 to 45 days (now: 58) @minh #due(2026-09-30) [0.3] ~6/10 updated:2026-08-14
- KR2: Raise 5\\* reviews from 10% to 20% #committed
- KR3: Call more customers
- ~~KR4: Open a second office~~

### Initiatives
- [ ] Shorter contract template @minh -> KR1
- [x] Price list on one page

## Mục tiêu 2: Đại lý giới thiệu chúng ta đầu tiên
- KR1: Tăng doanh thu qua đại lý từ 950 lên 1.400 triệu đồng/tháng @khoa
`;

const WORDS = [
  'Raise',
  'NPS',
  'from 31 to 45',
  'đơn hàng',
  'Giảm',
  'tỷ lệ lỗi',
  '5*',
  'a_b',
  '<b>',
  '& co',
  '[x]',
  '`code`',
  '#1',
  'R&D',
  '20%',
  '"so"',
  "it's",
  '1.',
  '- item',
  '=1+1',
  '@home',
  '{x}',
  'C++',
  '~~no~~',
  '|',
  '\\',
  'https://x.y/z',
];
const title = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const plainTitle = fc
  .array(
    fc.constantFrom('Raise', 'customers', 'renewals', 'giao hàng', 'đúng hẹn', 'faster', 'orders', 'nhanh'),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '));
const cell = fc.oneof(
  fc.constant(''),
  fc.constantFrom('58', '1,5 tỷ', '0.3', '6/10', '-5', '40%', 'on track', '2026-09-30', 'A & B', 'two words'),
);
const FREE: readonly Column[] = [
  'start_date',
  'due_date',
  'current',
  'score',
  'confidence',
  'weight',
  'status',
  'updated_at',
];

/** Rows as a tool may give them: objectives with key results under them. `tame` titles hold words only. */
export function rows(tame: boolean): fc.Arbitrary<Row[]> {
  const values = fc.record(
    Object.fromEntries(FREE.map((column) => [column, cell])) as Record<Column, typeof cell>,
  );
  const item = fc.record({
    title: tame ? plainTitle : title,
    values,
    owner: fc.constantFrom('', '@linh', 'Minh Trần', '@a; @b'),
  });
  const group = fc.record({ objective: item, keyResults: fc.array(item, { maxLength: 4 }) });
  return fc.array(group, { minLength: 1, maxLength: 3 }).map((groups) =>
    groups.flatMap(({ objective, keyResults }, o) => [
      rowOf('objective', {
        ...objective.values,
        title: objective.title,
        owner: objective.owner,
        id: `o${o + 1}`,
        cycle: '2026-Q3',
      }),
      ...keyResults.map((kr, n) =>
        rowOf('key_result', {
          ...kr.values,
          title: kr.title,
          owner: kr.owner,
          id: `o${o + 1}-kr${n + 1}`,
          parent_id: `o${o + 1}`,
          cycle: '2026-Q3',
        }),
      ),
    ]),
  );
}

export function said(row: Row): Partial<Record<Column, string>> {
  return Object.fromEntries(
    COLUMNS.filter((column) => row[column] !== '').map((column) => [column, row[column]]),
  );
}
