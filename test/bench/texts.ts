/** Texts to measure with: made up, of any size. No sentence stands twice, so that nothing is spared by remembering. */

const AIMS = [
  'Customers come back on their own',
  'Orders leave the day they arrive',
  'New hires feel at home',
  'Khách hàng giới thiệu bạn bè',
];
const PLACES = [
  'Hanoi',
  'Leeds',
  'Porto',
  'Da Nang',
  'Graz',
  'Turin',
  'Can Tho',
  'Lyon',
  'Malmö',
  'Huế',
  'Ghent',
];
const THINGS = ['orders', 'visits', 'bookings', 'contracts', 'repairs', 'returns', 'lessons'];
const GROUPS = ['first-year customers', 'dealers', 'guests', 'teachers', 'carriers'];

const pick = (from: readonly string[], n: number) => from[n % from.length] as string;

/** Key results by kind; the numbers of the `n`th are its own. */
const RESULTS: readonly ((n: number) => string)[] = [
  (n) =>
    `Raise repeat ${pick(THINGS, n)} in ${pick(PLACES, n)} from ${12 + n} to ${20 + 2 * n} per week (now: ${14 + n}) @linh`,
  (n) =>
    `Cut the **average** time from ${pick(THINGS, n + 3)} to payment in ${pick(PLACES, n + 1)} from ${62 + n} to ${45 + (n % 9)} days #due(2026-09-30)`,
  (n) =>
    `Lift [win rate](https://example.org/crm/${n}) of ${pick(THINGS, n)} in ${pick(PLACES, n + 2)} from ${20 + (n % 7)}% to ${30 + (n % 11)}% by 30 Sep [0.3]`,
  (n) =>
    `Giảm tỷ lệ hủy đơn ở ${pick(PLACES, n)} từ ${8 + (n % 13)},${n % 10}% xuống ${3 + (n % 3)},${n % 7}% trước 30/9`,
  (n) => `Keep p95 latency of \`search/${n}\` below ${300 + n} ms ~6/10`,
  (n) =>
    `NPS of ${50 + (n % 30)} or more among ${pick(GROUPS, n)} in ${pick(PLACES, n + 5)} => ${41 + (n % 8)}`,
];
const resultOf = (n: number, kind: number) => (RESULTS[kind % RESULTS.length] as (n: number) => string)(n);

function section(n: number): string {
  const krs = RESULTS.map((_, i) => `- KR${n}.${i + 1}: ${resultOf(n, i)}\n`).join('');
  return `## Objective ${n}: ${pick(AIMS, n)} in ${pick(PLACES, n)} (${n})\n\n**Owner:** @minh\n\nWhy number ${n} matters to everyone in the house, in a sentence or two that nobody reads twice.\n\n### Key Results\n\n${krs}\n### Initiatives\n\n- [ ] Call the ten largest customers of ${pick(PLACES, n)}\n- [x] Shorter contract for ${pick(GROUPS, n)}\n\n`;
}

const TITLE = '# OKRs Q3 2026\n\n';

/** Many objectives with a handful of key results each; the first is number `first`. */
export function manySections(size: number, first = 1): string {
  let text = TITLE;
  for (let n = first; text.length < size; n++) text += section(n);
  return text;
}

/** One objective with key results without end. */
export function oneList(size: number): string {
  let text = `${TITLE}## Objective 1: ${AIMS[0]}\n\n### Key Results\n\n`;
  for (let n = 1; text.length < size; n++) text += `- KR ${n}: ${resultOf(n, n)}\n`;
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
      text += `${' '.repeat(2 * (n % 30))}- KR ${n}: ${resultOf(n, n)}\n`;
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
      text += `| KR ${n} ${resultOf(n, n)} | ${n} | ${n + 9} | @linh |\n`;
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
