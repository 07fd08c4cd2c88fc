/** What a document gets that says nothing but objectives and key results, and what it does not get. */
import assert from 'node:assert/strict';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';

const service = createOkrLanguageService();

function findings(text: string, today = '2026-08-20', path = 'team.okr.md'): string[] {
  const document = service.read(text, { path });
  return service
    .diagnose({ document, settings: DEFAULT_SETTINGS, today, path })
    .map(({ ruleId, severity, variant }) => [ruleId, severity, variant].filter(Boolean).join(' '));
}

const EN = `# OKRs of the sales team

## Objective 1: Customers in the north choose us first

- KR1: Raise the win rate from 20% to 30%
- KR2: Cut the sales cycle from 62 to 45 days
- KR3: Raise NPS from 30 to 50

## Objective 2: Partners recommend us

- KR1: Raise revenue through partners from 3M to 4M
- KR2: Cut complaints of partners from 40 to 25 a month
`;
const VI = `# OKR phòng kinh doanh

## Mục tiêu 1: Khách hàng miền Bắc chọn chúng ta đầu tiên

### Kết quả quan trọng

- Nâng tỷ lệ chốt từ 20% lên 30%
- Giảm chu kỳ bán hàng từ 62 xuống 45 ngày
- Nâng NPS từ 30 lên 50

## Mục tiêu 2: Đối tác giới thiệu chúng ta

### Kết quả quan trọng

- Nâng doanh thu qua đối tác từ 3 lên 4 tỷ đồng
- Giảm khiếu nại của đối tác từ 40 xuống 25 vụ mỗi tháng
`;

describe('a plain document in the default profile', () => {
  for (const [name, text] of [
    ['English', EN],
    ['Vietnamese', VI],
  ] as const) {
    it(`${name}: one information for cycle and owner together`, () => {
      assert.deepEqual(findings(text), ['missing-cycle information owner']);
      assert.deepEqual(findings(text.normalize('NFD').replaceAll('\n', '\r\n')), [
        'missing-cycle information owner',
      ]);
    });
    it(`${name}: one information for the owner where the cycle is known from front matter, title or file`, () => {
      const owner = ['missing-owner information document'];
      assert.deepEqual(findings(`---\nokr: 1\ncycle: 2026-Q3\n---\n\n${text}`), owner);
      assert.deepEqual(findings(text.replace('# OKR', '# Q3 2026 OKR')), owner);
      assert.deepEqual(findings(text, '2026-08-20', 'sales-2026-q3.okr.md'), owner);
    });
    it(`${name}: one information for the cycle where the owner is known`, () => {
      assert.deepEqual(findings(text.replace('\n\n', '\n\n**Owner:** Linh\n\n')), [
        'missing-cycle information',
      ]);
    });
    it(`${name}: nothing where both are known, whatever the day`, () => {
      const whole = `---\nokr: 1\ncycle: 2026-Q3\nowner: "@linh"\n---\n\n${text}`;
      for (const today of [
        '2026-06-01',
        '2026-07-01',
        '2026-08-20',
        '2026-09-30',
        '2026-10-15',
        '2027-06-01',
      ])
        assert.deepEqual(findings(whole, today), [], today);
    });
  }
});

describe('objectives that are listed first', () => {
  const listed = (heading: (number: number) => string) =>
    `# OKRs Q3 2026

- Objective 1: Cafés order from us every week
- Objective 2: Bakers stay with us

${heading(1)}

- Raise wholesale revenue from 40% to 55%
- Raise repeat orders from 20% to 30%

${heading(2)}

- Cut resignations from 9 to 4 a year
- Raise eNPS from 12 to 35
`;
  for (const heading of [
    (number: number) => `## Key results of objective ${number}`,
    (number: number) => `## Objective ${number} key results`,
    (number: number) => `${number === 1 ? '## Key Results\n\n' : ''}### Objective ${number}`,
  ])
    it(`have the key results that come under ${heading(2)}`, () =>
      assert.deepEqual(findings(listed(heading)), ['missing-owner information document']));
});
