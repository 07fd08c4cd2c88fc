/** Rewrites keep the document's form: labels, owners, markers, notes, tables, line ends, whatever stands around. */
import assert from 'node:assert/strict';
import { readDocument } from '../../server/src/document/index';
import { applied, keyResults, plausibleValues, readItems, type Setting } from './pipeline';

const EN: Setting = { language: 'en', team: 'sales' };
const VI: Setting = { language: 'vi', team: 'sales' };

/** The text after the first suggestion of that kind on any item of the document. */
function after(text: string, id: string, setting: Setting = EN): string {
  for (const item of readItems(text, setting))
    for (const { ruleId } of item.findings)
      for (const suggestion of item.suggestions(ruleId))
        if (suggestion.id === id)
          return applied(text, suggestion.edits, plausibleValues(setting.language)[0]);
  throw new Error(`no ${id} is offered`);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** The document with its first activity measured instead: what replaces it is always this. */
const MEASURED = 'Increase first meetings booked with qualified prospects from 20 to 30 a month';

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
    'bold around a part of it spreads over it': ['- KR1: **Call** more customers', `- KR1: **${MEASURED}**`],
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
      /^- KR1: Tăng số cuộc hẹn đầu tiên với khách hàng tiềm năng từ 20 lên 30 cuộc\/tháng @linh$/mu,
    );
  });
});

describe('moving work to the initiatives', () => {
  it('founds a list in the form of the document, after all key results, with the notes', () =>
    assert.equal(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '**Key Results:**',
          '',
          '* KR1: Call more customers @linh',
          '  * ask Tom for the list',
          '* KR2: Raise NPS from 3 to 5',
          '* KR3: Raise CSAT from 60% to 70%',
          '',
          '## Objective 2: Partners sell more',
        ),
        'move-to-initiatives',
      ),
      lines(
        '## Objective 1: Customers recommend us',
        '',
        '**Key Results:**',
        '',
        '* KR2: Raise NPS from 3 to 5',
        '* KR3: Raise CSAT from 60% to 70%',
        '',
        '**Initiatives:**',
        '',
        '* Call more customers @linh',
        '  * ask Tom for the list',
        '',
        '## Objective 2: Partners sell more',
      ),
    ));

  it('adds to the list that is there, with its marker and a fresh checkbox', () =>
    assert.match(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '1. Raise NPS from 3 to 5',
          '2. Raise CSAT from 60% to 70%',
          '3. Call more customers',
          '',
          '### Initiatives',
          '',
          '1. [x] Agree on a template',
        ),
        'move-to-initiatives',
      ),
      /1\. \[x\] Agree on a template\n2\. \[ \] Call more customers\n$/u,
    ));

  it('nests the list where key results are nested', () =>
    assert.equal(
      after(
        lines(
          '- Objective 1: Customers recommend us',
          '  - KR1: Raise NPS from 3 to 5',
          '  - KR2: Call more customers',
          '  - KR3: Raise CSAT from 60% to 70%',
          '- Objective 2: Partners sell more',
          '  - KR1: Raise partner revenue from 3 to 5',
        ),
        'move-to-initiatives',
      ),
      lines(
        '- Objective 1: Customers recommend us',
        '  - KR1: Raise NPS from 3 to 5',
        '  - KR3: Raise CSAT from 60% to 70%',
        '  - Initiatives:',
        '    - Call more customers',
        '- Objective 2: Partners sell more',
        '  - KR1: Raise partner revenue from 3 to 5',
      ),
    ));

  it('speaks the language of the key result, and keeps CRLF', () => {
    const text = lines(
      '## Mục tiêu 1: Khách hàng giới thiệu chúng ta',
      '',
      '### Kết quả then chốt',
      '',
      '- KR1: Tăng điểm NPS từ 3 lên 5',
      '- KR2: Tăng CSAT từ 60% lên 70%',
      '- KR3: Gọi điện cho khách hàng nhiều hơn',
    ).replaceAll('\n', '\r\n');
    const moved = after(text, 'move-to-initiatives', VI);
    assert.ok(
      moved.endsWith('từ 60% lên 70%\r\n\r\n### Sáng kiến\r\n\r\n- Gọi điện cho khách hàng nhiều hơn\r\n'),
      moved,
    );
    assert.ok(!/(?<!\r)\n/u.test(moved));
  });

  it('what was moved is read as an initiative, and the key results stay', () => {
    const text = lines(
      '## Objective 1: Customers recommend us',
      '',
      '| KR | Key result | Owner |',
      '| --- | --- | --- |',
      '| KR1 | Raise NPS from 3 to 5 | @an |',
      '| KR2 | Call more customers | @linh |',
      '| KR3 | Raise CSAT from 60% to 70% | @an |',
      '',
      'A closing word.',
    );
    const [objective] = readDocument(after(text, 'move-to-initiatives'), { force: true }).objectives();
    assert.deepEqual(
      objective?.keyResults.map(({ item }) => item.statement.text.trim()),
      ['Raise NPS from 3 to 5', 'Raise CSAT from 60% to 70%'],
    );
    assert.deepEqual(
      objective?.initiatives.map(({ item }) => item.statement.text.trim()),
      ['Call more customers'],
    );
  });

  it('leaves a measure in its place where too few key results would remain', () =>
    assert.equal(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '- KR1: Call more customers',
          '- KR2: Raise NPS from 3 to 5',
        ),
        'move-and-measure',
      ),
      lines(
        '## Objective 1: Customers recommend us',
        '',
        `- KR1: ${MEASURED}`,
        '- KR2: Raise NPS from 3 to 5',
        '',
        '### Initiatives',
        '',
        '- Call more customers',
      ),
    ));

  it('keeps the number of counted work, as an initiative, in every rewording', () => {
    const text = lines(
      '## Objective 1: Customers recommend us',
      '',
      '- KR1: Call 40 customers @linh',
      '- KR2: Raise NPS from 3 to 5',
    );
    const [first] = keyResults(text, EN);
    const rewordings = first?.suggestions('kr-counted-activity').filter(({ statement }) => statement) ?? [];
    assert.ok(rewordings.length >= 3);
    for (const { edits, title } of rewordings)
      assert.match(applied(text, edits, plausibleValues('en')[0]), /- Call 40 customers @linh\n$/u, title);
  });
});

describe('splitting', () => {
  it('puts the second result after the last, with the next label and the owner', () =>
    assert.equal(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '- KR 1.1: Raise NPS from 31 to 45 and cut churn from 6% to 4% by 30 September @linh (now: 33)',
          '- KR 1.2: Raise CSAT from 60% to 70%',
        ),
        'split',
      ),
      lines(
        '## Objective 1: Customers recommend us',
        '',
        '- KR 1.1: Raise NPS from 31 to 45 by 30 September @linh (now: 33)',
        '- KR 1.2: Raise CSAT from 60% to 70%',
        '- KR 1.3: Cut churn from 6% to 4% by 30 September @linh',
      ),
    ));

  it('stays beside it where nothing is numbered', () =>
    assert.equal(
      after(
        lines(
          '## Mục tiêu 1: Khách hàng giới thiệu chúng ta',
          '',
          '- Tăng điểm NPS từ 31 lên 45 và giảm tỷ lệ rời bỏ từ 6% xuống 4% @linh',
          '- Tăng CSAT từ 60% lên 70%',
        ),
        'split',
        VI,
      ),
      lines(
        '## Mục tiêu 1: Khách hàng giới thiệu chúng ta',
        '',
        '- Tăng điểm NPS từ 31 lên 45 @linh',
        '- Giảm tỷ lệ rời bỏ từ 6% xuống 4% @linh',
        '- Tăng CSAT từ 60% lên 70%',
      ),
    ));

  it('fills the columns of a table', () =>
    assert.match(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '| KR | Key result | Score | Owner |',
          '| --- | --- | --- | --- |',
          '| KR1 | Raise NPS from 31 to 45 and cut churn from 6% to 4% | 0.4 | @linh |',
        ),
        'split',
      ),
      /\| KR1 \| Raise NPS from 31 to 45 \| 0\.4 \| @linh \|\n\| KR2 \| Cut churn from 6% to 4% \| +\| @linh \|\n/u,
    ));
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
      const [found, ...others] = document.chunks.flatMap(({ start, content }) =>
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
