/** Numbers: how they are written, what they are worth, and what they are for. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { analyse, type Quantity } from '../../server/src/statement/index';
import { parseNumber } from '../../server/src/statement/numbers';
import type { Language } from '../../server/src/text/language';

/** `words kind role value[–upper] [unit] [comparison]`, `?` for no value. */
function told(text: string, quantity: Quantity): string {
  const { span, kind, role, value, upper, unit, comparison } = quantity;
  const parts = [
    text.slice(span.start, span.end),
    kind,
    role,
    `${value === undefined ? '?' : Number(value.toPrecision(12))}${upper === undefined ? '' : `–${upper}`}`,
    unit ?? '-',
    comparison,
  ];
  return parts.join(' | ').normalize('NFC');
}

type Row = readonly [Language, string, ...string[]];

const ROWS: readonly Row[] = [
  // how numbers are written
  ['en', 'Raise income to 1,250.50', '1,250.50 | number | target | 1250.5 | - | ='],
  // what a sign joins to a name is part of it, unless it is a rate
  [
    'en',
    'Errors of basket/2 fall to 30 a day',
    '2 | number | name | 2 | - | =',
    '30 | number | target | 30 | - | =',
  ],
  [
    'vi',
    'Số lỗi của gio-hang/2 giảm còn 30',
    '2 | number | name | 2 | - | =',
    '30 | number | target | 30 | - | =',
  ],
  [
    'vi',
    'Năng suất đạt 40 hộp/3 ngày',
    '40 | number | target | 40 | - | =',
    '3 ngày | duration | target | 3 | ngày | =',
  ],
  ['vi', 'Nâng thu nhập lên 1.250,5', '1.250,5 | number | target | 1250.5 | - | ='],
  ['vi', 'Tăng lượt truy cập lên 50.000', '50.000 | number | target | 50000 | - | ='],
  ['vi', 'Doanh thu đạt 1,5 tỷ', '1,5 tỷ | number | target | 1500000000 | - | ='],
  ['vi', 'Doanh thu đạt 500 triệu đồng', '500 triệu đồng | currency | target | 500000000 | đồng | ='],
  ['vi', 'Uptime đạt 99.950%', '99.950% | percent | target | 99.95 | % | ='],
  ['vi', 'DAU đạt 2,000,000', '2,000,000 | number | target | 2000000 | - | ='],
  // one number leads on to the other
  [
    'en',
    'Nights sold per cabin: 9 up to 14',
    '9 | number | baseline | 9 | - | =',
    '14 | number | target | 14 | - | =',
  ],
  [
    'en',
    'Tickets sold online 31% up to 55%',
    '31% | percent | baseline | 31 | % | =',
    '55% | percent | target | 55 | % | =',
  ],
  [
    'en',
    'Idle time: 18% of crane hours → 9%',
    '18% | percent | baseline | 18 | % | =',
    '9% | percent | target | 9 | % | =',
  ],
  [
    'en',
    'Wait for a hearing falls from 60 days to 25',
    '60 days | duration | baseline | 60 | days | =',
    '25 | number | target | 25 | - | =',
  ],
  [
    'en',
    'Raise the share of repeat guests from a third to two thirds',
    'from a third | multiple | baseline | 0.33 | - | =',
    'to two thirds | multiple | target | 0.67 | - | =',
  ],
  ['en', 'Cut queries to a third', 'to a third | multiple | change | 0.33 | - | ='],
  ['en', 'Reach 25K members', '25K | number | target | 25000 | - | ='],
  ['en', 'Sign $1.2M in contracts', '$1.2M | currency | target | 1200000 | $ | ='],
  ['en', 'Win US$ 3 million', 'US$ 3 million | currency | target | 3000000 | $ | ='],
  ['en', 'Win EUR 40k', 'EUR 40k | currency | target | 40000 | eur | ='],
  ['vi', 'Thu về 20tr', '20tr | number | target | 20000000 | - | ='],
  ['en', 'Reach twelve villages', 'twelve | number | target | 12 | - | ='],
  ['vi', 'Có ba khách hàng lớn', 'ba | number | target | 3 | - | ='],
  ['en', 'Grow output by 15–20 %', '15–20 % | percent | change | 15–20 | % | ='],
  ['en', 'Keep replies within 3-5 hours', 'within 3-5 hours | duration | window | 3–5 | hours | <='],
  // comparisons
  ['en', 'NPS of at least 50', 'at least 50 | number | target | 50 | - | >='],
  ['en', 'Churn < 3%', '< 3% | percent | target | 3 | % | <'],
  ['en', 'CSAT ≥ 88', '≥ 88 | number | target | 88 | - | >='],
  ['en', 'Rating of 4.6 or higher', '4.6 or higher | number | target | 4.6 | - | >='],
  ['en', 'Reach 10+ partners', '10+ | number | target | 10 | - | >='],
  ['en', 'Keep delays to 30 days max', '30 days max | duration | target | 30 | days | <='],
  ['en', 'Queue time under 200 ms', 'under 200 ms | duration | target | 200 | ms | <'],
  ['vi', 'Tỷ lệ lỗi không quá 3%', 'không quá 3% | percent | target | 3 | % | <='],
  ['vi', 'Tỷ lệ hài lòng trên 90%', 'trên 90% | percent | target | 90 | % | >'],
  ['vi', 'Điểm thi từ 8 trở lên', '8 trở lên | number | target | 8 | - | >='],
  [
    'vi',
    'ARR đạt 4B VNĐ (~$160K)',
    '4B VNĐ | currency | target | 4000000000 | VNĐ | =',
    '~$160K | currency | target | 160000 | $ | ~',
  ],
  [
    'vi',
    'Đơn giao chậm trên 2 ngày dưới 1%',
    'trên 2 ngày | duration | scope | 2 | ngày | >',
    'dưới 1% | percent | target | 1 | % | <',
  ],
  ['vi', 'Số vụ va quệt bị kéo xuống dưới 4%', 'dưới 4% | percent | target | 4 | % | <'],
  // baseline, target, change
  [
    'en',
    'Guests who come back: 18 % => 27 %',
    '18 % | percent | baseline | 18 | % | =',
    '27 % | percent | target | 27 | % | =',
  ],
  [
    'en',
    'Spoiled crates: 12 crates/week → 1 crate/week',
    '12 | number | baseline | 12 | - | =',
    '1 | number | target | 1 | - | =',
  ],
  [
    'en',
    'Idle days from 9 days/month to 2 days/month',
    '9 days | duration | baseline | 9 | days | =',
    '2 days | duration | target | 2 | days | =',
  ],
  [
    'vi',
    'Thùng hỏng: 12 thùng/tuần → không quá 1 thùng/tuần',
    '12 | number | baseline | 12 | - | =',
    'không quá 1 | number | target | 1 | - | <=',
  ],
  [
    'en',
    'Parcels per courier and day 40 → 55',
    '40 | number | baseline | 40 | - | =',
    '55 | number | target | 55 | - | =',
  ],
  ['en', 'Guests who come back => 27%', '=> 27% | percent | target | 27 | % | >='],
  ['en', 'NPS 32 → 50', '32 | number | baseline | 32 | - | =', '50 | number | target | 50 | - | ='],
  [
    'en',
    'Cut delays from 62 to 45 days',
    '62 | number | baseline | 62 | - | =',
    '45 days | duration | target | 45 | days | =',
  ],
  [
    'en',
    'Reach 99.9% delivery (vs 99.1% today)',
    '99.9% | percent | target | 99.9 | % | =',
    '99.1% | percent | baseline | 99.1 | % | =',
  ],
  [
    'en',
    'Wills settled at once 64% (51% last year)',
    '64% | percent | target | 64 | % | =',
    '51% | percent | baseline | 51 | % | =',
  ],
  [
    'en',
    'Days to grid connection: 60, was 95',
    '60 | number | target | 60 | - | =',
    '95 | number | baseline | 95 | - | =',
  ],
  [
    'vi',
    'Profile setup: 80% (từ 52%)',
    '80% | percent | target | 80 | % | =',
    '52% | percent | baseline | 52 | % | =',
  ],
  [
    'vi',
    '90% chuyến kịp giờ (hiện 65%)',
    '90% | percent | target | 90 | % | =',
    '65% | percent | baseline | 65 | % | =',
  ],
  ['en', 'AML pass-through +8pp', '+8pp | points | change | 8 | pp | ='],
  ['en', 'Lower cost by 12 percent', '12 percent | percent | change | 12 | percent | ='],
  [
    'vi',
    'Tỷ lệ chốt tăng 10 điểm phần trăm',
    '10 điểm phần trăm | points | change | 10 | điểm phần trăm | =',
  ],
  ['en', 'Double weekly bookings', 'Double | multiple | change | 2 | - | ='],
  ['vi', 'Tăng gấp đôi lượt khách', 'Tăng gấp đôi | multiple | change | 2 | - | ='],
  ['en', 'Throughput x2', 'x2 | multiple | change | 2 | - | ='],
  ['en', 'Cut onboarding time in half', 'in half | multiple | change | 0.5 | - | ='],
  ['en', 'Break even in spring', 'Break even | number | target | 0 | - | ='],
  ['en', 'Rating of 4.5/5', '4.5/5 | score | target | 4.5 | /5 | ='],
  // placeholders have no value
  ['en', 'Raise NPS to {#}', '{#} | number | target | ? | - | ='],
  ['en', 'Churn below X%', 'below X% | percent | target | ? | % | <'],
  ['vi', 'Nâng tỷ lệ chốt lên [X]%', '[X]% | percent | target | ? | % | ='],
  // what is no target
  [
    'en',
    'Roll out ISO 27001 by June 30',
    '27001 | number | name | 27001 | - | =',
    'June 30 | number | date | 30 | - | =',
  ],
  ['en', 'Raise D30 retention to 40%', '40% | percent | target | 40 | % | ='],
  ['en', 'Launch the second kiosk in Q3 2026', 'Q3 2026 | number | date | 3 | - | ='],
  [
    'en',
    'Grow 14-day stickiness to 37%',
    '14-day | duration | window | 14 | day | =',
    '37% | percent | target | 37 | % | =',
  ],
  [
    'vi',
    'Giảm tỷ lệ khách rời đi trong 3 tháng đầu xuống dưới 5%',
    '3 tháng | duration | window | 3 | tháng | =',
    'dưới 5% | percent | target | 5 | % | <',
  ],
  ['vi', 'Mở kho trước 31/03', '31/03 | number | date | 31 | - | ='],
  ['vi', 'Khai trương vào quý III/2026', 'quý III/2026 | number | date | 2026 | - | ='],
  ['en', 'Run 24/7 support', '24/7 | number | name | 1 | - | ='],
  ['en', 'Test 5G masts', '5G | number | name | 5 | - | ='],
  ['en', 'Write 12 posts', '12 | number | count | 12 | - | ='],
  ['en', 'Present the plan to 60 funds', '60 | number | scope | 60 | - | ='],
];

describe('quantities', () => {
  for (const form of ['NFC', 'NFD'] as const)
    describe(form, () => {
      for (const [language, text, ...expected] of ROWS)
        it(text, () => {
          const written = text.normalize(form);
          const found = analyse(written, language).quantities.map((quantity) => told(written, quantity));
          deepStrictEqual(found, expected);
        });
    });
});

describe('baseline, target and change of a statement', () => {
  it('pairs the numbers that belong together, whatever else the sentence holds', () => {
    const facts = analyse('Raise the share of hosts with over 15 nights from 22% to 30%', 'en');
    strictEqual(facts.baseline?.value, 22);
    strictEqual(facts.target?.value, 30);
  });
  it('does not take a time for the baseline of an amount', () => {
    const facts = analyse('Hạ hàng nằm quá 90 ngày còn 2 tỷ', 'vi');
    strictEqual(facts.baseline, undefined);
    strictEqual(facts.target?.value, 2e9);
  });
  it('knows the direction', () => {
    strictEqual(analyse('Cut errors to 2%', 'en').direction, 'decrease');
    strictEqual(analyse('DAU tăng từ 2.000 lên 6.500', 'vi').direction, 'increase');
    strictEqual(analyse('CSAT 68 → 80', 'en').direction, 'increase');
    strictEqual(analyse('Giữ tỷ lệ lỗi dưới 1%', 'vi').direction, 'keep');
    strictEqual(analyse('Reach 40 members', 'en').direction, 'reach');
  });
});

describe('parseNumber', () => {
  const rows: readonly [string, '.' | ',', boolean, number][] = [
    ['7', ',', false, 7],
    ['1,250.5', ',', false, 1250.5],
    ['1.250,5', '.', false, 1250.5],
    ['50.000', '.', false, 50000],
    ['2,000', '.', false, 2000],
    ['2,000', ',', false, 2000],
    ['1.500', ',', false, 1.5],
    ['99.950', '.', true, 99.95],
    ['0.500', '.', false, 0.5],
    ['1.000.000', ',', false, 1e6],
    ['15,5', ',', true, 15.5],
    ['1.2.3', ',', false, 123],
  ];
  for (const [written, mark, share, value] of rows)
    it(`${written} (groups by "${mark}"${share ? ', share' : ''}) is ${value}`, () =>
      strictEqual(parseNumber(written, mark, share), value));
});

describe('where a value stood, and what is no value', () => {
  const cases: readonly [Language, string, baseline: number | undefined, target: number][] = [
    // Set off behind the target, with a time of its own.
    ['en', 'Rating of the guided tour climbs to 4.6 stars (4.1 in spring)', 4.1, 4.6],
    ['en', 'Days lost per crew 3.5 (2025: 5.2)', 5.2, 3.5],
    ['en', 'Season tickets renewed at 80% (66% in 2025)', 66, 80],
    ['en', 'Season tickets renewed at 80%, 66% last year', 66, 80],
    ['en', '9 apprentices on permanent contracts by June, 2 so far', 2, 9],
    ['vi', 'Điểm hài lòng của học viên đạt 4,6 (mùa xuân 4,1)', 4.1, 4.6],
    ['vi', 'Cuộc gọi nhỡ còn 5 cuộc/ngày, trước là 14', 14, 5],
    ['vi', '9 thợ phụ ký hợp đồng dài hạn trước tháng 6, đến nay được 2', 2, 9],
    ['en', 'Feed per kilo of fish 1.4 (1.9 last season)', 1.9, 1.4],
    ['vi', 'Thức ăn cho mỗi ký cá 1,4 kg, vụ trước 1,9', 1.9, 1.4],
    // From one level to the next without a word in front.
    ['en', 'Time in port per ferry, 5 h down to 3 h', 5, 3],
    ['vi', 'Thời gian phà nằm bến 5 giờ giảm còn 3 giờ', 5, 3],
    ['vi', 'Trả lời xong ngay lần hỏi đầu 55 → 75 %', 55, 75],
    // A step on the way, or a later one, is not where it stood.
    ['en', 'NPS of 45 (60 by 2027)', undefined, 45],
    ['en', 'NPS 45 in Q1, 60 in Q2', undefined, 45],
    // Times of day.
    ['en', 'Wait for a table at 7 p.m. no longer than ten minutes', undefined, 10],
    ['en', "Trains that leave the depot before 6 o'clock: 95%", undefined, 95],
    ['vi', 'Xe chờ vào cổng lúc 7 giờ sáng không quá 10 phút', undefined, 10],
    ['vi', 'Rút thời gian sửa xe từ 8 giờ xuống 3 giờ', 8, 3],
    // From one part of the whole to another, no days.
    ['vi', 'Tỷ lệ bỏ tiệc cưới từ 1/9 xuống còn 1/30', 1, 1],
    // Of how many.
    ['vi', 'Số vụ vỡ hàng trên 1.000 đơn còn 1,4, trước là 3', 3, 1.4],
  ];
  for (const [language, sentence, baseline, target] of cases)
    it(sentence, () => {
      const facts = analyse(sentence, language);
      strictEqual(facts.class, 'outcome');
      strictEqual(facts.baseline?.value, baseline);
      strictEqual(facts.target?.value, target);
    });
});
