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

const repeat = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));
const WORDS =
  'Raise repeat orders from 12 to 20 per week because **everybody** asks for it and nobody minds. ';

/** Texts that are hard on a parser, by what they are. Each gives about `size` units. */
export const HARD_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'one list': oneList,
  'one line': (size) => `${TITLE}## Objective 1: Win\n\n- KR1: ${repeat(WORDS, size)}\n`,
  'headings only': (size) => {
    let text = TITLE;
    for (let n = 1; text.length < size; n++)
      text += `## Objective ${n}: ${AIMS[n % AIMS.length]} and more of it\n`;
    return text;
  },
  'nested lists': (size) => {
    // Each level is indented by one more unit up to what a line may have, then on the same line.
    let text = `${TITLE}## Objective 1: Win\n\n`;
    for (let n = 0; text.length < size; n++)
      text += `${' '.repeat(2 * (n % 30))}- KR ${n}: ${RESULTS[n % RESULTS.length]}\n`;
    return text;
  },
  'list levels on one line': (size) => `${TITLE}## Objective 1: Win\n\n${repeat('- ', size)}x\n`,
  'list levels, one a line': (size) => {
    let text = `${TITLE}## Objective 1: Win\n\n`;
    for (let n = 0; text.length < size; n++) text += `${' '.repeat(2 * n)}- a\n`;
    return text;
  },
  'one table': (size) => {
    let text = `${TITLE}## Objective 1: Win\n\n| KR | Baseline | Target | Owner |\n|---|---|---|---|\n`;
    for (let n = 1; text.length < size; n++)
      text += `| KR ${n} ${RESULTS[n % RESULTS.length]} | ${n} | ${n + 9} | @linh |\n`;
    return text;
  },
  'one paragraph': (size) => `${TITLE}## Objective 1: Win\n\n${repeat(`${WORDS}\n`, size)}`,
  'one item of many lines': (size) =>
    `${TITLE}## Objective 1: Win\n\n- KR1: ${repeat(`${WORDS}\n  `, size)}\n`,
  'one fence': (size) =>
    `${TITLE}## Objective 1: Win\n\n\`\`\`\n${repeat('- KR1: in code\n', size)}\`\`\`\n\n- KR1: Win 20 deals\n`,
  'one open fence': (size) =>
    `${TITLE}## Objective 1: Win\n\n- KR1: Win 20 deals\n\n\`\`\`\n${repeat('- KR1: in code\n', size)}`,
  'one fence in an item': (size) =>
    `${TITLE}## Objective 1: Win\n\n- KR1: Win 20 deals\n  \`\`\`\n${repeat('  - KR1: in code\n', size)}  \`\`\`\n`,
  'one comment': (size) =>
    `${TITLE}## Objective 1: Win\n\n<!--\n${repeat('- KR1: in a comment\n', size)}-->\n\n- KR1: Win 20 deals\n`,
  'one open comment': (size) =>
    `${TITLE}## Objective 1: Win\n\n- KR1: Win 20 deals\n\n<!--\n${repeat('- KR1: in a comment\n', size)}`,
  'one HTML block': (size) =>
    `${TITLE}## Objective 1: Win\n\n<div>\n${repeat('<p>words</p>\n', size)}</div>\n\n- KR1: Win 20 deals\n`,
  'one quote': (size) => `${TITLE}${repeat('> - KR1: Raise it from 1 to 2\n', size)}`,
  'quotes in quotes': (size) => `${TITLE}${repeat('> ', size)}x\n`,
  'blank lines': (size) => `${TITLE}## Objective 1: Win\n\n- KR1: Win 20 deals\n${repeat('\n', size)}`,
  'open brackets': (size) => `${TITLE}## Objective 1: Win\n\n${repeat(`- KR1: ${'['.repeat(80)}\n`, size)}`,
  'stars and underscores': (size) =>
    `${TITLE}## Objective 1: Win\n\n${repeat(`- KR1: ${'*a_ '.repeat(20)}\n`, size)}`,
  'one line of stars': (size) => `${TITLE}## Objective 1: Win\n\n- KR1: ${repeat('*a **b ', size)}\n`,
  'one line of parentheses': (size) => `${TITLE}## Objective 1: Win\n\n- KR1: a ${repeat('(', size)}\n`,
  'lines as long as are read': (size) =>
    `${TITLE}## Objective 1: Win\n\n${repeat(`- KR1: ${'(now: {a=1 '.repeat(800)}\n`, size)}`,
  'long lines of stars': (size) =>
    `${TITLE}## Objective 1: Win\n\n${repeat(`- KR1: ${'*a **b [c '.repeat(900)}\n`, size)}`,
  definitions: (size) => {
    let text = `${TITLE}## Objective 1: Win\n\n- KR1: Win [20][n1] deals\n\n`;
    for (let n = 1; text.length < size; n++) text += `[n${n}]: https://example.org/${n}\n`;
    return text;
  },
  'lone carriage returns': (size) => manySections(size).replaceAll('\n', '\r'),
  'decomposed letters': (size) => oneList(Math.floor(size * 0.95)).normalize('NFD'),
};
