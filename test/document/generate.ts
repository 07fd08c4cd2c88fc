/** Random Markdown for property tests: the forms in which OKRs are written, among lines that are hard to cut. */
import fc from 'fast-check';

/** Lines of all kinds; any may follow any. */
const LINES = [
  '',
  '',
  '',
  '# OKRs Q3 2026',
  '## Objective 1: Customers come back',
  '## Objective',
  '### Key Results',
  '#### Group of results',
  '## Ship a calm release train',
  '## Notes',
  '### Initiatives',
  'Setext title',
  '===',
  '---',
  '***',
  '- KR1: Raise NPS from 20 to 40',
  '- KR 1.2: Cut churn to 2% @linh [0.3]',
  '- plain item with *some* **markup**',
  '- [ ] a box',
  '- [x] a ticked box',
  '* star item',
  '+ plus item',
  '-',
  '*',
  '1. first',
  '2. second',
  '7) seventh',
  '10. tenth',
  '  - nested',
  '   - nested by three',
  '    - nested by four',
  '  text indented by two',
  '    text indented by four',
  '        - pseudo item',
  '\t- tab item',
  '-\tafter tab',
  ' 1. one space',
  '   2. three spaces',
  '      deep text',
  'plain text',
  'lazy text with a | bar',
  'Key results:',
  '**Key Results**:',
  '**A bold line**',
  '**Owner:** Linh',
  'Mục tiêu 1: Khách hàng quay lại',
  'Kết quả then chốt:',
  'O1. First thing  ',
  'O2. Second thing\\',
  '> quoted',
  '> - quoted item',
  '> ```',
  '>',
  '```',
  '````',
  '```js',
  '~~~',
  '  ```',
  '   ~~~',
  '    ```',
  '- ```',
  '  - ~~~',
  '<!-- comment -->',
  '<!-- open comment',
  'closed -->',
  '<!-- okrlint-disable-next-line kr-activity: agreed -->',
  '  <!-- indented',
  '<div>',
  '</div>',
  '  <div>',
  '<custom>',
  '</custom>',
  '<script>',
  '</script>',
  '<pre>',
  '<?php',
  '?>',
  '[ref]: https://example.org',
  '[ref]:',
  'see [text][ref] and [ref]',
  '| KR | Target |',
  '|----|--------|',
  '| KR 1 | Raise it to 5 |',
  '| **1. Objective row** | x |',
  'a | b',
  '- | -',
  '- - -',
  '- - nested at once',
  '1. - mixed',
  '-   wide marker',
  '-      code in item',
  '\u00a0',
  '\ufeff- mark',
  '~~struck~~ REMOVED',
  '- ~~struck item~~',
  '#no heading',
  '####### seven',
  ' # indented heading',
  '    # code heading',
  '#',
  '## ',
  '=====',
  '- Key Results:',
  '  - KR: labelled below',
  '  - Owner: Linh',
  '  - 2026-08-14: 58 — note',
  '- [ ]  two spaces behind the box',
  '- [x]no space behind the box',
  '- [ ] ',
  '1\\. an escaped number',
  '- **KR2**: bold, then text with `code` and a_b_c [0.3]',
  '- *KR 3:* from 20\\% to **40** % [link](https://example.org/a_b*c) &amp; more',
  '**Owner:** Linh | **Due:** 30/9',
  '- an open **bold that goes',
  'on** here, *and there*',
  '- stars * alone, 2 ** 3, a*b*c and `one open tick',
  '- <br> and <b>html</b>, a < b, <https://example.org>',
  '- ![P0](p0.svg) image, ![alt] and [a][b] [APPS][INFRA]',
  '- ~~part~~ of it ~6/10 __under__ _score_',
  '- text  with trailing spaces   ',
  '## Heading with **bold** and `code` ##',
  '## Heading #5',
  '\\# no heading',
  '--',
  ':-',
  'Mu\u0323c tie\u0302u 2: decomposed',
  'text\ttab | bar',
  '- emoji 🎯 **🎯 bold**: done ✅',
  '-  two spaces',
  '   - deeper\\',
];

const ENDS = ['\n', '\n', '\n', '\r\n', '\r'];

const FRONT = [
  '',
  '',
  '\ufeff',
  '---\nokr: true\ncycle: 2026-Q3\n---\n',
  '\ufeff---\nokr: false\n---\n',
  '---\nokr: 1\n',
];

/** Text of up to `most` lines. */
export function markdown(most = 40): fc.Arbitrary<string> {
  const line = fc.constantFrom(...LINES);
  const sameEnds = fc
    .tuple(fc.array(line, { maxLength: most }), fc.constantFrom(...ENDS))
    .map(([lines, end]) => lines.join(end));
  const mixedEnds = fc
    .array(fc.tuple(line, fc.constantFrom(...ENDS)), { maxLength: most })
    .map((lines) => lines.flat().join(''));
  return fc.oneof({ weight: 3, arbitrary: sameEnds }, mixedEnds);
}

/** A well-formed document of many sections, long enough to be cut. */
export function okrMarkdown(): fc.Arbitrary<string> {
  const kr = fc.constantFrom(
    '- KR1: Raise NPS from 20 to 40\n',
    '- [ ] Cut churn from 5% to 2% @linh\n',
    '1. Reach 500 active teams => 300\n',
    '- Answer in 2 hours\n  - Owner: Minh\n  - 2026-07-01: 3\n',
    '| KR | Target |\n|----|----|\n| KR 1 | Win 20 deals |\n\n',
    '#### KR 1.1: Grow to 5\n\n- **Baseline**: 3\n- **Target**: 5\n\n',
    '```\n- KR9: in code\n```\n',
    '<!-- okrlint-disable-next-line -->\n\n',
    '---\n\n',
    'Some words about it.\n\n',
  );
  const head = fc.constantFrom(
    '## Objective 1: Customers come back\n\n',
    '## Objective\n\nBe the name they trust\n\n',
    '### Grow calmly\n\n**Key Results**\n\n',
    '**Objective 2:** Ship well\n\n',
    '1. **Objective: Win**\n   - KR: sixty wins\n   - KR: few losses\n',
    '## Notes\n\n',
    '### Key Results\n\n',
    '### Initiatives\n\n',
    '## 2026 Q3\n\n',
    '### Owner: Linh\n\n',
  );
  const section = fc.tuple(head, fc.array(kr, { maxLength: 8 })).map(([start, krs]) => start + krs.join(''));
  return fc
    .tuple(fc.constantFrom(...FRONT), fc.array(section, { maxLength: 14 }), fc.boolean())
    .map(([front, sections, decomposed]) => {
      const text = `${front}# OKRs Q3 2026\n\n${sections.join('\n')}`;
      return decomposed ? text.normalize('NFD') : text;
    });
}
