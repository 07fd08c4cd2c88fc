/** Texts that nobody writes and that must still be answered at once. Each is a found or a feared fault. */

const MB = 1_000_000;
const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const OKR = '# OKRs Q3 2026\n\n## Objective 1: Shops reorder by themselves\n\n### Key Results\n\n';

/** Named texts of up to `size` UTF-16 units. */
export function hostileTexts(size: number): Record<string, string> {
  const lines = (line: (n: number) => string) => {
    const parts: string[] = [];
    for (let n = 0, length = 0; length < size; n++) {
      const next = line(n);
      parts.push(next);
      length += next.length;
    }
    return parts.join('');
  };
  return {
    'one line of letters': OKR + fill('a', size),
    'one key result of words': `${OKR}- KR 1: ${fill('raise the rate of returns ', size)}`,
    'one key result of numbers': `${OKR}- KR 1: Raise ${fill('12,5.3% 4 ', size)}`,
    'one key result of digits': `${OKR}- KR 1: Raise ${fill('1234567890', size)}`,
    'one key result of at signs': `${OKR}- KR 1: Raise ${fill('@a ', size)}`,
    'one key result of brackets': `${OKR}- KR 1: Raise ${fill('[(', size)}`,
    'one key result of emphasis': `${OKR}- KR 1: Raise ${fill('*a _b ', size)}`,
    'one key result of stars': `${OKR}- KR 1: Raise ${fill('**', size)}`,
    'one key result of backticks': `${OKR}- KR 1: Raise ${lines((n) => `${'`'.repeat((n % 500) + 1)} `)}`,
    'one key result of links': `${OKR}- KR 1: Raise ${fill('[a](b ', size)}`,
    'one key result of images': `${OKR}- KR 1: Raise ${fill('![', size)}`,
    'one key result of ampersands': `${OKR}- KR 1: Raise ${fill('&amp;&', size)}`,
    'one key result of angle brackets': `${OKR}- KR 1: Raise ${fill('<a ', size)}`,
    'one key result of fields': `${OKR}- KR 1: Raise ${fill('owner:: ', size)}`,
    'one key result of arrows': `${OKR}- KR 1: Raise x ${fill('10 -> ', size)}`,
    'one key result of commas': `${OKR}- KR 1: Raise ${fill('a, ', size)}`,
    'one key result of blanks': `${OKR}- KR 1: Raise${fill(' ', size)}x`,
    'one key result of Vietnamese': `${OKR}- KR 1: ${fill('tăng tỷ lệ khách hàng ', size)}`,
    'one key result of combining marks': `${OKR}- KR 1: a${fill('\u0301', size)}`,
    'one objective of words': `# OKRs\n\n## Objective 1: ${fill('grow and win and ', size)}`,
    'one paragraph': OKR + lines((n) => `word ${n} of a paragraph that does not end\n`),
    'nested list levels': OKR + lines((n) => `${' '.repeat(Math.min(n, 400) * 2)}- KR ${n}: x\n`),
    'list levels on one line': OKR + fill('- ', size),
    'numbered levels on one line': OKR + fill('1. ', size),
    'quote levels on one line': OKR + fill('> ', size),
    'quote and list levels': OKR + fill('> - ', size),
    headings: lines((n) => `## Objective ${n}: a\n`),
    'headings of all depths': lines((n) => `${'#'.repeat((n % 6) + 1)} Objective ${n}\n`),
    'headings without text': OKR + fill('#\n', size),
    'setext headings': OKR + fill('a\n=\n', size),
    'key results': OKR + lines((n) => `- KR ${n}: Launch thing ${n}\n`),
    'key results, each in a list': OKR + lines((n) => `- KR ${n}: Launch thing ${n}\n\n\n`),
    'task items': OKR + fill('- [ ] x\n', size),
    'empty items': OKR + fill('-\n', size),
    'table rows': `${OKR}| Key result | Owner |\n|---|---|\n${lines((n) => `| Launch ${n} | @a |\n`)}`,
    'table columns': `${OKR}|${fill('a|', size / 2)}\n|${fill('-|', size / 2)}\n`,
    'table pipes': OKR + fill('|', size),
    'code fences': OKR + fill('```\n', size),
    'an open code fence': `${OKR}\`\`\`\n${fill('- KR 1: a\n', size)}`,
    'open comments': OKR + fill('<!-- ', size),
    'an open comment': `${OKR}<!--\n${fill('- KR 1: a\n', size)}`,
    'HTML blocks': OKR + fill('<div>\n\n', size),
    'link definitions': OKR + lines((n) => `[a${n}]: b\n`),
    'link references': `${OKR}${lines((n) => `[a${n}] `)}`,
    'suppressions of the next line':
      OKR +
      lines((n) =>
        n % 3 ? '<!-- okrlint-disable-next-line kr-activity: x -->\n' : `\n- KR ${n}: Launch it\n`,
      ),
    'stacked suppressions': `${OKR}${fill('<!-- okrlint-disable-next-line -->\n', size)}\n- KR 1: Launch it\n`,
    'open suppressions': `${OKR}${lines((n) => (n % 2 ? '<!-- okrlint-disable kr-activity -->\n\n' : `- KR ${n}: Launch it\n\n`))}`,
    'front matter without end': `---\n${fill('a: b\n', size)}`,
    'front matter of nesting': `---\na: ${fill('[', size)}\n---\n${OKR}`,
    'front matter of keys': `---\n${lines((n) => `k${n}: v\n`)}---\n${OKR}`,
    'front matter of aliases': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${lines((n) => `b${n}: [*a,*a,*a,*a]\n`)}---\n${OKR}`,
    'lone carriage returns': OKR + fill('- KR 1: a\r', size),
    'carriage return pairs': `${OKR.replaceAll('\n', '\r\n')}${fill('- KR 1: Launch\r\n', size)}`,
    'line separators': OKR + fill('- KR 1: a\u2028', size),
    'blank lines': OKR + fill('\n', size),
    tabs: OKR + fill('\t', size),
    'lone surrogates': `${OKR}- KR 1: ${fill('\ud800 ', size)}`,
    'pairs of surrogates': `${OKR}- KR 1: ${fill('😀', size)}`,
    'zero bytes': OKR + fill('\0', size),
    'byte order marks': fill('\ufeff', size) + OKR,
    'bold lines': OKR + fill('**KR**: a\n\n', size),
    'labels without text': OKR + fill('KR:\n', size),
    'pseudo bullets': OKR + fill('• KR 1: Launch\n', size),
    'check-ins': `${OKR}- KR 1: Raise a from 1 to 5\n${lines((n) => `  - 2026-07-${(n % 28) + 1}: ${n}\n`)}`,
    'references to ids': OKR + lines((n) => `- KR ${n}: Raise a {#id-${n}} supports [[O${n}]]\n`),
    'tags and mentions': OKR + lines((n) => `- KR ${n}: Raise a #due(2026-09-30) #tag${n} @p${n}\n`),
  };
}

/** Regular expressions that backtrack are found by long runs of one class with a wrong end. */
export function regexBombs(size: number): Record<string, string> {
  const runs = [
    'a',
    ' ',
    '1',
    '.',
    ',',
    '-',
    '–',
    '_',
    '*',
    '(',
    '[',
    '"',
    "'",
    '`',
    '%',
    '$',
    '#',
    '@',
    ':',
    '/',
    '|',
    'to ',
    'from ',
    '1 ',
    '1.',
    '1,',
    'a.',
    '- ',
    'KR ',
    'từ ',
    'đến ',
    '\t',
    '\u00a0',
    '~',
    '>',
    '!',
    '=',
  ];
  return Object.fromEntries(
    runs.map((run) => [`a run of ${JSON.stringify(run)}`, `${OKR}- KR 1: x${fill(run, size)}\u0001\n`]),
  );
}

export const LARGEST = 5 * MB;
