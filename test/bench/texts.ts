/** Texts to measure with: made up, each item different, of any size. */

const AIMS = [
  'Customers come back on their own',
  'Orders leave the day they arrive',
  'New hires feel at home',
  'Khách hàng giới thiệu bạn bè',
];
const RESULTS = [
  'Raise repeat orders from 12 to 20 per week (now: 14) @linh',
  'Cut the **average** sales cycle from 62 to 45 days #due(2026-09-30)',
  'Lift [win rate](https://example.org/crm/win-rate) from 20% to 30% by 30 Sep [0.3]',
  'Giảm tỷ lệ hủy đơn từ 8% xuống 3% trước 30/9',
  'Keep p95 latency of `search` below 300 ms ~6/10',
  'NPS of 50 or more among customers of the first year => 41',
];

function section(n: number): string {
  const krs = RESULTS.map(
    (text, i) => `- KR${n}.${i + 1}: ${text.replace('12', String(10 + (n % 7)))}\n`,
  ).join('');
  return `## Objective ${n}: ${AIMS[n % AIMS.length]} (${n})\n\n**Owner:** @minh\n\nWhy this matters to everyone in the house, in a sentence or two that nobody reads twice.\n\n### Key Results\n\n${krs}\n### Initiatives\n\n- [ ] Call the ten largest customers\n- [x] Shorter contract\n\n`;
}

const TITLE = '# OKRs Q3 2026\n\n';

/** Many objectives with a handful of key results each. */
export function manySections(size: number): string {
  let text = TITLE;
  for (let n = 1; text.length < size; n++) text += section(n);
  return text;
}

/** One objective with key results without end. */
export function oneList(size: number): string {
  let text = `${TITLE}## Objective 1: ${AIMS[0]}\n\n### Key Results\n\n`;
  for (let n = 1; text.length < size; n++) text += `- KR ${n}: ${RESULTS[n % RESULTS.length]}\n`;
  return text;
}
