/** True and false positives of document rules, each as a few lines under one objective. */
import assert from 'node:assert/strict';
import { objectivesOf, readDocument } from '../../server/src/document';
import { checkWhole, inOrder, RULES, type SeveritySetting } from '../../server/src/rules';
import { analyse, detectLanguage } from '../../server/src/statement';

interface Case {
  readonly lines: readonly string[];
  /** How many findings; 0 for what must stay silent. */
  readonly found: number;
  readonly cycle?: string;
  readonly today?: string;
  readonly objective?: string;
  readonly front?: string;
}

const A = '- KR1: Raise repeat orders from 20% to 30%';
const B = '- KR2: Cut returns from 9% to 5%';
const C = '- KR3: Raise NPS from 30 to 50';
const VA = '- KR1: Nâng tỷ lệ mua lại từ 20% lên 30%';
const VB = '- KR2: Giảm tỷ lệ trả hàng từ 9% xuống 5%';
const VC = '- KR3: Nâng NPS từ 30 lên 50';

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'kr-restates-objective': [
    { objective: 'Grow revenue by 20%', lines: ['- KR1: Grow revenue by 20%', B], found: 1 },
    { objective: 'Grow our revenue by 20%', lines: ['- KR1: Grow the revenue by 20% in total', B], found: 1 },
    { objective: 'Grow revenue by 20%', lines: ['- KR1: Grow revenue from partners by 12%', B], found: 0 },
    { objective: 'Grow revenue by 20%', lines: ['- KR1: Raise the win rate from 20% to 30%', B], found: 0 },
    { objective: 'Grow', lines: ['- KR1: Grow', B], found: 0 },
    { objective: 'Tăng doanh thu thêm 20%', lines: ['- KR1: Tăng doanh thu thêm 20%', VB], found: 1 },
    {
      objective: 'Tăng doanh thu thêm 20%',
      lines: ['- KR1: Tăng doanh thu từ đối tác thêm 12%', VB],
      found: 0,
    },
  ],
  'numbering-broken': [
    { lines: [A, '- KR1: Cut returns from 9% to 5%', C], found: 1 },
    { lines: [A, C, B], found: 1 },
    { lines: [A, C], found: 0 },
    { lines: ['- KR: Raise NPS from 30 to 50', '- KR: Cut returns from 9% to 5%'], found: 0 },
    { lines: ['- KR 2.1: Raise NPS from 30 to 50', '- KR 2.2: Cut returns from 9% to 5%'], found: 0 },
    { lines: ['- KR 2.1: Raise NPS from 30 to 50', '- KR 2.1: Cut returns from 9% to 5%'], found: 1 },
    { lines: ['- KR4: Raise NPS from 30 to 50', '- KR5: Cut returns from 9% to 5%'], found: 0 },
    { lines: [VA, '- KR1: Giảm tỷ lệ trả hàng từ 9% xuống 5%', VC], found: 1 },
  ],
  'deadline-outside-cycle': [
    { lines: [`${A} by 31 Dec 2026`, B], found: 1 },
    { lines: [`${A} by December`, B], found: 1 },
    { lines: [`${A} #due(2026-10-01)`, B], found: 1 },
    { lines: [`${A} #due(2026-06-30)`, B], found: 1 },
    { lines: [`${A} by 30 Sep`, B], found: 0 },
    { lines: [`${A} by the end of Q3`, B], found: 0 },
    { lines: [`${A} by the end of the quarter`, B], found: 0 },
    { lines: [`${A} in 2026`, B], found: 0 },
    { lines: ['- KR1: Sign 12 contracts for the season from April 2027', B], found: 0 },
    { lines: ['- KR1: Raise renewals of contracts for FY27 from 20% to 30%', B], found: 0 },
    { lines: [`${A} within the first 3 months`, B], found: 0 },
    { cycle: 'FY26-Q3', lines: [`${A} by 31 Dec 2026`, B], found: 0 },
    { cycle: '2026-H2', lines: [`${A} by 31 Dec 2026`, B], found: 0 },
    { lines: [`${VA} trước ngày 31/12/2026`, VB], found: 1 },
    { lines: [`${VA} trước 30/10`, VB], found: 1 },
    { lines: [`${VA} trước 30/9`, VB], found: 0 },
    { lines: [`${VA} trước cuối quý 3`, VB], found: 0 },
    { lines: [`${VA} so với cùng kỳ năm 2025`, VB], found: 0 },
    { lines: [`${VA} trong 3 tháng đầu`, VB], found: 0 },
  ],
  'deadline-past': [
    { lines: [`${A} (now: 24%) by 15 July`, B], found: 1 },
    { lines: [`${A} (progress: 40%) #due(2026-07-15)`, B], found: 1 },
    { lines: [`${A} (now: 30%) by 15 July`, B], found: 0 },
    { lines: [`${A} by 15 July`, B], found: 0 },
    { lines: [`${A} (now: 24%) by 15 July [0.4]`, B], found: 0 },
    { lines: [`${A} (now: 24%) by 15 July`, B], today: '2026-11-01', found: 0 },
    { lines: [`${A} (now: 24%) by 15 September`, B], found: 0 },
    { lines: [`${VA} (hiện tại: 24%) trước 15/7`, VB], found: 1 },
    { lines: [`${VA} (hiện tại: 24%) trước 15/9`, VB], found: 0 },
  ],
  'progress-inconsistent': [
    { lines: [`${A} (now: 24%, progress: 70%)`, B], found: 1 },
    { lines: [`${A} (now: 24%, progress: 40%)`, B], found: 0 },
    { lines: [`${A} (now: 24%, progress: 42%)`, B], found: 0 },
    { lines: [`${A} (now: 24%, progress: 0.4)`, B], found: 0 },
    { lines: [`${A} (progress: 70%)`, B], found: 0 },
    { lines: ['- KR1: Raise NPS to 50 (now: 40, progress: 10%)', B], found: 0 },
    { lines: [`${VA} (hiện tại: 24%, tiến độ: 70%)`, VB], found: 1 },
    { lines: [`${VA} (hiện tại: 24%, tiến độ: 40%)`, VB], found: 0 },
  ],
  'progress-invalid': [
    { lines: [`${A} (now: 12 days)`, B], found: 1 },
    { lines: [`${A} (progress: see the dashboard)`, B], found: 1 },
    { lines: [`${A} (progress: on track)`, B], found: 0 },
    { lines: [`${A} (now: 24)`, B], found: 0 },
    { lines: ['- KR1: Cut the cycle from 62 to 45 days (now: 8 weeks)', B], found: 0 },
    { lines: [`${VA} (hiện tại: 12 ngày)`, VB], found: 1 },
    { lines: [`${VA} (hiện tại: 24)`, VB], found: 0 },
  ],
  'score-invalid': [
    { lines: [`${A} (score: 7)`, B], found: 1 },
    { lines: [`${A} (score: 70)`, B], found: 1 },
    { lines: [`${A} (score: 1.2)`, B], found: 1 },
    { lines: [`${A} [0.7]`, B], found: 0 },
    { lines: [`${A} (score: 70%)`, B], found: 0 },
    { lines: [`${A} (score: 7/10)`, B], found: 0 },
    { lines: [`${A} (score: not yet)`, B], found: 0 },
    { lines: [`${VA} (điểm: 0,7)`, VB], found: 0 },
    { lines: [`${VA} (điểm: 7)`, VB], found: 1 },
  ],
  'confidence-invalid': [
    { lines: [`${A} ~12/10`, B], found: 1 },
    { lines: [`${A} (confidence: 150%)`, B], found: 1 },
    { lines: [`${A} ~6/10`, B], found: 0 },
    { lines: [`${A} (confidence: high)`, B], found: 0 },
    { lines: [`${A} 🟢`, B], found: 0 },
    { lines: [`${VA} (mức độ tự tin: cao)`, VB], found: 0 },
    { lines: [`${VA} ~12/10`, VB], found: 1 },
  ],
  'weights-sum': [
    { lines: [`${A} %40`, `${B} %40`], found: 1 },
    { lines: [`${A} %60`, `${B} %40`], found: 0 },
    { lines: [`${A} {w=0.33}`, `${B} {w=0.33}`, `${C} {w=0.34}`], found: 0 },
    { lines: [`${A} {w=0.333}`, `${B} {w=0.333}`, `${C} {w=0.333}`], found: 0 },
    { lines: [`${A} {w=0.5}`, `${B} {w=0.3}`], found: 1 },
    { lines: [`${A} {w=2}`, `${B} {w=3}`], found: 0 },
    { lines: [`${A} %40`, B], found: 0 },
    { lines: [`${VA} %40`, `${VB} %40`], found: 1 },
  ],
  'stale-checkin': [
    { lines: [`${A} (now: 24%) updated:2026-07-01`, `${B} (now: 7%) updated:2026-08-19`], found: 1 },
    { lines: [`${A} (now: 24%) updated:2026-07-01`, `${B} (now: 7%) updated:2026-07-02`], found: 1 },
    { lines: [A, '  - 2026-07-10: 24%', B], found: 1 },
    { lines: [`${A} (now: 24%) updated:2026-08-10`, B], found: 0 },
    { lines: [`${A} (now: 24%)`, B], found: 0 },
    { lines: [`${A} (now: 30%) updated:2026-07-01`, B], found: 0 },
    { lines: [`${A} (now: 24%) updated:2026-07-01`, B], today: '2026-12-01', found: 0 },
    { lines: [`${A} (now: 24%) updated:2026-08-10`, B], front: 'checkin: 7d\n', found: 1 },
    { lines: [`${A} (now: 24%) updated:2026-07-25`, B], front: 'checkin: 4 weeks\n', found: 0 },
    { lines: [`${VA} (hiện tại: 24%) updated:2026-07-01`, VB], found: 1 },
  ],
  'off-pace': [
    { lines: [`${A} (now: 21%) (on track)`, B], found: 1 },
    { lines: [`${A} (now: 25%) (on track)`, B], found: 0 },
    { lines: [`${A} (now: 21%) (at risk)`, B], found: 0 },
    { lines: [`${A} (now: 21%)`, B], found: 0 },
    { lines: [`${A} (now: 20%) (on track)`, B], today: '2026-07-05', found: 0 },
    { lines: [`${VA} (hiện tại: 21%) (đúng tiến độ)`, VB], found: 1 },
  ],
  'wishful-status': [
    { lines: [`${A} (now: 20%) (on track)`, `${B} (now: 9%) (on track)`], found: 1 },
    { lines: [`${A} (now: 20%) (on track)`, `${B} (now: 7%) (on track)`], found: 0 },
    { lines: [`${A} (on track)`, `${B} (on track)`], found: 0 },
    { lines: [`${A} (now: 20%) (on track)`, `${B} (now: 9%) (on track)`], today: '2026-07-10', found: 0 },
  ],
  'score-early': [
    { lines: [`${A} (now: 21%) [0.7]`, B], found: 1 },
    { lines: [`${A} (now: 27%) [0.7]`, B], found: 0 },
    { lines: [`${A} [0.7]`, B], found: 0 },
    { lines: [`${A} (now: 21%) [0.7]`, B], today: '2026-09-28', found: 0 },
  ],
  'cycle-closed-unscored': [
    { lines: [`${A} (now: 24%)`, B], today: '2026-10-20', found: 1 },
    { lines: [`${A} (now: 24%) [0.4]`, `${B} [0.1]`], today: '2026-10-20', found: 0 },
    { lines: [A, B], today: '2026-10-20', found: 0 },
    { lines: [`${A} (now: 24%)`, B], today: '2027-10-20', found: 0 },
    { lines: [`${A} (now: 24%)`, B], found: 0 },
  ],
  'too-many-owners': [
    { lines: [`${A} @linh @minh @hoa`, B], found: 1 },
    { lines: [`${A} (owner: Linh, Minh, Hoa)`, B], found: 1 },
    { lines: [`${A} (owner: Linh)`, B], found: 0 },
    { lines: [`${A} @linh @minh`, B], found: 0 },
  ],
  'no-guardrail': [
    {
      lines: [
        '- KR1: Increase revenue from 3M to 4M',
        '- KR2: Increase orders from 400 to 520',
        '- KR3: Increase new customers from 80 to 120',
      ],
      found: 1,
    },
    {
      lines: [
        '- KR1: Increase revenue from 3M to 4M',
        '- KR2: Increase orders from 400 to 520',
        C.replace('Raise NPS from 30 to 50', 'Cut returns from 9% to 5%'),
      ],
      found: 0,
    },
    { lines: ['- KR1: Increase revenue from 3M to 4M', '- KR2: Increase orders from 400 to 520'], found: 0 },
  ],
  'lag-only': [
    ...[
      ['Increase revenue from 3M to 4M', 'Raise net profit from 3% to 5%'],
      ['Grow monthly recurring revenue from $20k to $30k', 'Reduce churn from 5% to 3%'],
      [
        'Raise ARR from $1M to $2M',
        'Raise gross margin from 30% to 35%',
        'Win 15% market share, up from 12%',
      ],
      ['Increase GMV from $3M to $4M', 'Cut customer churn rate from 5% to 3%'],
      ['Increase operating profit from 1M to 2M', 'Grow revenue from new customers from $42,000 to $65,000'],
      ['Improve EBITDA margin from 8% to 11%', 'Raise MRR from $20k to $30k'],
      ['Tăng doanh thu từ 3 lên 4 tỷ đồng', 'Tăng lợi nhuận sau thuế từ 300 lên 400 triệu'],
      ['Nâng biên lợi nhuận gộp từ 30% lên 35%', 'Tăng thị phần từ 12% lên 15%'],
      ['Tăng doanh số từ 3 lên 4 tỷ', 'Giảm tỷ lệ rời bỏ từ 5% xuống 3%'],
      [
        'Tăng GMV từ 3 lên 4 tỷ',
        'Nâng tỷ suất lợi nhuận từ 10% lên 14%',
        'Tăng doanh thu thuần từ 2 lên 3 tỷ',
      ],
      ['Tăng doanh thu định kỳ từ 200 lên 300 triệu', 'Giảm tỷ lệ khách hàng rời bỏ từ 5% xuống 3%'],
    ].map((lines) => ({ lines: lines.map((line, n) => `- KR${n + 1}: ${line}`), found: 1 })),
    ...[
      ['Increase revenue from 3M to 4M'],
      ['Increase revenue from 3M to 4M', 'Raise repeat orders from 20% to 30%'],
      ['Increase revenue from 3M to 4M', 'Raise gross margin from 30% to 35%', 'Raise NPS from 30 to 50'],
      ['Raise the win rate from 20% to 30%', 'Cut the sales cycle from 60 to 40 days'],
      ['Increase revenue from 3M to 4M', 'Call more customers'],
      ['Increase revenue from 3M to 4M', 'Launch the new price list'],
      ['Raise trial conversion from 8% to 12%', 'Reduce churn from 5% to 3%'],
      ['Forecast revenue within 3% of the result', 'Close the books in 3 days instead of 6'],
      ['Tăng doanh thu từ 3 lên 4 tỷ đồng'],
      ['Tăng doanh thu từ 3 lên 4 tỷ đồng', 'Nâng tỷ lệ mua lại từ 20% lên 30%'],
      ['Tăng doanh thu từ 3 lên 4 tỷ đồng', 'Gọi cho nhiều khách hàng hơn'],
      ['Nâng tỷ lệ chuyển đổi từ 8% lên 12%', 'Giảm tỷ lệ rời bỏ từ 5% xuống 3%'],
      ['Tăng thị phần từ 12% lên 15%', 'Nâng điểm hài lòng từ 30 lên 50'],
    ].map((lines) => ({ lines: lines.map((line, n) => `- KR${n + 1}: ${line}`), found: 0 })),
  ],
};

function count(
  rule: string,
  { lines, cycle = '2026-Q3', today = '2026-08-20', objective, front = '' }: Case,
): number {
  const title = objective ?? 'Customers come back on their own';
  const text = `---\nokr: 1\ncycle: ${cycle}\nowner: "@linh"\n${front}---\n\n# Objective 1: ${title}\n\n${lines.join('\n')}\n`;
  const document = readDocument(text, { path: 'team.okr.md' });
  assert.equal(document.objectives().length, 1, text);
  const severityOf = (id: string): SeveritySetting => (id === rule ? 'warning' : 'off');
  const kept = new Map();
  const factsOf = ({ item }: { item: { statement: { text: string } } }) => {
    if (!kept.has(item))
      kept.set(item, analyse(item.statement.text, detectLanguage(item.statement.text, 'en')));
    return kept.get(item);
  };
  const context = { document, objectives: objectivesOf(document), today, factsOf };
  return inOrder(checkWhole(context, severityOf)).length;
}

describe('document rules on their cases', () => {
  for (const [rule, cases] of Object.entries(CASES)) {
    it(`${rule} exists`, () => assert.ok(RULES.some(({ id }) => id === rule)));
    for (const one of cases)
      for (const form of ['NFC', 'NFD'] as const)
        it(`${rule}, ${form}: ${one.found === 0 ? 'nothing' : one.found} in ${one.lines.join(' / ')} ${one.today ?? ''}`, () => {
          const lines = one.lines.map((line) => line.normalize(form));
          assert.equal(count(rule, { ...one, lines }), one.found);
        });
  }
});
