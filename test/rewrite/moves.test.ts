/** Moving work to the initiatives and splitting key results, in documents of every form. */
import assert from 'node:assert/strict';
import { readDocument } from '../../server/src/document/index';
import { after, EN, lines, MEASURED, VI } from './forms';
import { applied, keyResults, plausibleValues } from './pipeline';

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

  // The rule below lines that go on with the key result would make a heading of them, and of the objective among them.
  it('founds no list where what follows would become an underlined heading', () => {
    const lazy = lines(
      '## Objective 1: Customers recommend us',
      '',
      '- KR1: Call more customers',
      'Objective 3:',
      'okr: true',
      '---',
    );
    assert.throws(() => after(lazy, 'move-and-measure'), /no move-and-measure is offered/u);
  });

  for (const work of [
    '**Call** more customers',
    '**Call** more **customers**',
    'Call more [customers](list.md)',
    '**Call more** `customers`',
    '[Call more customers](list.md)',
    '*Call more customers*',
  ])
    it(`moves the markup along: ${work}`, () => {
      const text = lines(
        '## Objective 1: Customers recommend us',
        '',
        '- KR1: Raise NPS from 3 to 5',
        `- KR2: ${work}`,
        '- KR3: Raise CSAT from 60% to 70%',
      );
      assert.ok(after(text, 'move-to-initiatives').endsWith(`\n### Initiatives\n\n- ${work}\n`));
    });

  it('founds a list above a rule', () =>
    assert.match(
      after(
        lines(
          '## Objective 1: Customers recommend us',
          '',
          '- KR1: Raise NPS from 3 to 5',
          '- KR2: Call more customers',
          '- KR3: Raise CSAT from 60% to 70%',
          '---',
          'Notes',
        ),
        'move-to-initiatives',
      ),
      /\n- KR3: .+\n\n### Initiatives\n\n- Call more customers\n\n---\n/u,
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
