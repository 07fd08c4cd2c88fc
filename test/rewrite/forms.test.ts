/** Rewordings keep the document's form: labels, owners, markers, notes, tables, whatever stands around. */
import assert from 'node:assert/strict';
import { readDocument } from '../../server/src/document/index';
import { after, EN, lines, MEASURED, VI } from './forms';
import { keyResults } from './pipeline';

describe('rewording keeps what stands around the sentence', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'checkbox, label, owner, fields and score': [
      '- [ ] KR 1.2: Call more customers @linh (now: 3) #due(2026-09-30) [0.3]',
      `- [ ] KR 1.2: ${MEASURED} @linh (now: 3) #due(2026-09-30) [0.3]`,
    ],
    'a full stop': ['- KR1: Call more customers.', `- KR1: ${MEASURED}.`],
    'bold around the sentence': [
      '- **KR1:** **Call more customers** @linh',
      `- **KR1:** **${MEASURED}** @linh`,
    ],
    'bold around a part of it goes with it': ['- KR1: **Call** more customers', `- KR1: ${MEASURED}`],
    'bold around several parts goes with them': ['- KR1: **Call** more **customers**', `- KR1: ${MEASURED}`],
    'a link at its end goes with it': ['- KR1: Call more [customers](list.md)', `- KR1: ${MEASURED}`],
    'bold and code': ['- KR1: **Call more** `customers`', `- KR1: ${MEASURED}`],
    'a link around it': ['- KR1: [Call more customers](list.md)', `- KR1: [${MEASURED}](list.md)`],
    'a small first letter': [
      '- call more customers',
      `- ${MEASURED.charAt(0).toLowerCase()}${MEASURED.slice(1)}`,
    ],
    'an ordered list': ['1) Call more customers', `1) ${MEASURED}`],
    notes: ['- Call more customers\n  - 2026-08-01: 3 — slow', `- ${MEASURED}\n  - 2026-08-01: 3 — slow`],
    'a priority': ['- [P0] Call more customers', `- [P0] ${MEASURED}`],
    'a deadline in the sentence': [
      '- KR1: Call more customers by 30 September',
      `- KR1: ${MEASURED} by 30 September`,
    ],
  };
  for (const [name, [before, expected]] of Object.entries(cases))
    it(name, () => {
      const frame = (line: string): string =>
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '### Key Results',
          '',
          line,
          '- Raise NPS from 3 to 5',
        );
      assert.equal(after(frame(before), 'metric-from-to'), frame(expected));
    });

  it('a heading', () =>
    assert.equal(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '### KR1: Call more customers',
          '',
          'Owner: @linh',
        ),
        'metric-from-to',
      ),
      lines('## Objective 1: Customers recommend us', '', `### KR1: ${MEASURED}`, '', 'Owner: @linh'),
    ));

  it('a table', () =>
    assert.equal(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '| KR | Key result | Owner |',
          '| --- | --- | --- |',
          '| KR1 | Call more customers | @linh |',
          '| KR2 | Raise NPS from 3 to 5 | @an |',
        ),
        'metric-from-to',
      ),
      lines(
        '## Objective 1: Customers recommend us',
        '',
        '| KR | Key result | Owner |',
        '| --- | --- | --- |',
        `| KR1 | ${MEASURED} | @linh |`,
        '| KR2 | Raise NPS from 3 to 5 | @an |',
      ),
    ));

  it('decomposed Vietnamese, whose offsets are those of the text as given', () => {
    const text = lines(
      '## Mục tiêu 1: Khách hàng giới thiệu chúng ta',
      '',
      '- KR1: Gọi điện cho khách hàng nhiều hơn @linh',
      '- KR2: Tăng điểm NPS từ 3 lên 5',
    ).normalize('NFD');
    assert.match(
      after(text, 'metric-from-to', VI).normalize('NFC'),
      /^- KR1: Tăng số cuộc hẹn với khách hàng từ 20 lên 30 cuộc\/tháng @linh$/mu,
    );
  });
});

describe('ignoring here', () => {
  const forms: Readonly<Record<string, string>> = {
    'a list': lines(
      '## Objective 1: Customers recommend us',
      '',
      '- KR1: Call more customers',
      '- KR2: Raise NPS from 3 to 5',
    ),
    'a nested list': lines(
      '- Objective 1: Customers recommend us',
      '  - KR1: Raise NPS from 3 to 5',
      '  - KR2: Call more customers',
      '    - with a note',
      '  - KR3: Raise CSAT from 60% to 70%',
    ),
    'a table': lines(
      '## Objective 1: Customers recommend us',
      '',
      '| KR | Key result | Owner |',
      '| --- | --- | --- |',
      '| KR1 | Raise NPS from 3 to 5 | @an |',
      '| KR2 | Call more customers | @linh |',
    ),
    headings: lines(
      '## Objective 1: Customers recommend us',
      '',
      '### KR1: Call more customers',
      '',
      'Owner: @linh',
    ),
    paragraphs: lines(
      'Objective 1: Customers recommend us',
      '',
      'KR1: Call more customers',
      '',
      'KR2: Raise NPS from 3 to 5',
    ),
    'a paragraph of two lines right below a heading': lines(
      '## Objective 1: Customers recommend us',
      'KR1: Call more customers',
      'and write to all of them',
    ),
    'lines of one paragraph': lines(
      '## Objective 1: Customers recommend us',
      '',
      'KR1: Raise NPS from 3 to 5\\',
      'KR2: Call more customers\\',
      'KR3: Raise CSAT from 60% to 70%',
    ),
  };
  for (const [name, text] of Object.entries(forms))
    it(`says so beside its item in ${name} and leaves the document as it was read`, () => {
      const before = keyResults(text, EN);
      const commented = after(text, 'ignore-here');
      const now = keyResults(commented, EN);
      assert.deepEqual(
        now.map(({ sentence }) => sentence),
        before.map(({ sentence }) => sentence),
      );
      const document = readDocument(commented, { force: true });
      const [found, ...others] = [...document.chunks].flatMap(({ start, content }) =>
        content.directives.map((directive) => ({ directive, at: start + directive.span.start })),
      );
      assert.equal(others.length, 0);
      assert.deepEqual(
        found?.directive.rules.map(({ id }) => id),
        ['kr-activity'],
      );
      assert.equal(found?.directive.reason, 'agreed with the board');
      const item = now.find(({ findings }) => findings.some(({ ruleId }) => ruleId === 'kr-activity'))?.item;
      const lineOf = (offset: number): number => document.lines.positionAt(offset).line;
      const distance =
        lineOf((item?.offset ?? 0) + (item?.item.statement.span.start ?? 0)) - lineOf(found?.at ?? 0);
      assert.equal(distance, found?.directive.action === 'disable-line' ? 0 : 1);
    });
});
