import assert from 'node:assert/strict';
import { createOkrLanguageService, DEFAULT_SETTINGS, plainText } from '../../../server/src/service';
import { itemAt } from '../../../server/src/service/diagnose';
import { lensAt, lensPlaces, progressHints } from '../../../server/src/service/editor/lenses';
import { progressUpdate } from '../../../server/src/service/editor/update-progress';

const service = createOkrLanguageService();
/** Half of the quarter has passed. */
const TODAY = '2026-08-15';

const plan = (...lines: string[]) =>
  ['---', 'okr: 1', 'cycle: 2026-Q3', '---', '## O1: Customers buy faster', ...lines, ''].join('\n');

function open(text: string) {
  const document = service.read(text, { path: 'a.okr.md' });
  const factsOf = (item: Parameters<typeof service.factsOf>[1]) => service.factsOf(document, item);
  const findingsIn = (range: { start: number; end: number }) =>
    service.diagnoseNear({ document, settings: DEFAULT_SETTINGS, today: TODAY }, range);
  return { document, factsOf, findingsIn };
}

describe('the line above an objective', () => {
  const lenses = (text: string, language: 'en' | 'vi' = 'en') => {
    const { document, factsOf, findingsIn } = open(text);
    return lensPlaces(document).map(({ offset }) =>
      lensAt({ document, factsOf, findingsIn, today: TODAY }, offset, language),
    );
  };

  it('counts what can be measured, and says nothing of time before anything is', () => {
    const text = plan('- KR1: Cut the sales cycle from 62 to 45 days', '- KR2: Call more customers');
    assert.deepEqual(lenses(text), ['1 of 2 key results measurable']);
    assert.deepEqual(lenses(text, 'vi'), ['1/2 kết quả then chốt đo được']);
    assert.deepEqual(lenses(plan('- KR1: Call more customers')), ['0 of 1 key result measurable']);
  });

  it('gives progress and pace where today’s values are written down', () => {
    const text = plan(
      '- KR1: Cut the sales cycle from 62 to 42 days (now: 58)',
      '- KR2: Raise repeat orders from 20% to 40% (now: 22%)',
    );
    assert.deepEqual(lenses(text), ['2 of 2 key results measurable · progress 15% · at risk']);
  });

  it('is absent without key results, for struck objectives and for objectives that have gone', () => {
    assert.deepEqual(lenses(plan()), []);
    assert.deepEqual(lenses(plan('- ~~KR1: Cut the sales cycle from 62 to 45 days~~')), []);
    const { document, factsOf, findingsIn } = open(plan('- KR1: Cut x from 3 to 2 days'));
    assert.equal(lensAt({ document, factsOf, findingsIn, today: TODAY }, 3, 'en'), undefined);
  });
});

describe('hints behind key results', () => {
  const hints = (text: string, range = { start: 0, end: text.length }) => {
    const { document, factsOf } = open(text);
    const found = progressHints({ document, factsOf, today: TODAY, range, language: 'en' });
    return found.map(({ offset, text: hint }) => `${text.slice(offset - 4, offset)}|${hint}`);
  };

  it('stand only where a value of today is written', () => {
    const text = plan(
      '- KR1: Cut the sales cycle from 62 to 42 days (now: 58) @linh',
      '- KR2: Raise repeat orders from 20% to 40%',
      '- KR3: Raise NPS from 20 to 40 (progress: 30%)',
      '- KR4: Raise towns from 3 to 9 (now: 9)',
    );
    assert.deepEqual(hints(text), [' 58)|20% · expected 49%', '30%)|expected 49%', ': 9)|100%']);
    const at = text.indexOf('KR3');
    assert.deepEqual(hints(text, { start: at, end: at + 5 }), ['30%)|expected 49%']);
  });
});

describe('updating progress', () => {
  /** The text after the change, with 50 as today's value; and what is then read. */
  function update(line: string, rest: readonly string[] = []) {
    const text = plan(line, ...rest);
    const { document } = open(text);
    const [objective] = document.objectives();
    const located = objective?.keyResults[0];
    assert.ok(located);
    const result = progressUpdate(document, located, service.factsOf(document, located), TODAY, 'en');
    if (!result) return undefined;
    const after = [...result.edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce(
        (all, { span, parts }) =>
          all.slice(0, span.start) + plainText(parts).replace(/‹[^›]+›/u, '50') + all.slice(span.end),
        text,
      );
    const read = service.read(after, { path: 'a.okr.md' }).objectives()[0]?.keyResults[0]?.item;
    assert.ok(read);
    assert.equal(read.statement.text.trim(), located.item.statement.text.trim(), 'the sentence stays');
    const value = (name: string) => read.fields.find((one) => one.name === name)?.value;
    const lines = after.split('\n').slice(5, -1);
    return { lines, current: value('current'), updated: value('updated'), checkIn: read.checkIns[0] };
  }

  it('writes value and date where there are none, in the language of the sentence', () => {
    assert.deepEqual(update('- KR1: Cut the sales cycle from 62 to 45 days @linh [0.3]'), {
      lines: ['- KR1: Cut the sales cycle from 62 to 45 days (now: 50) updated:2026-08-15 @linh [0.3]'],
      current: '50',
      updated: TODAY,
      checkIn: undefined,
    });
    const vi = update('- KR1: Giảm chu kỳ bán hàng từ 62 xuống 45 ngày @linh');
    assert.deepEqual(vi?.lines, [
      '- KR1: Giảm chu kỳ bán hàng từ 62 xuống 45 ngày (hiện tại: 50) cập nhật 2026-08-15 @linh',
    ]);
    assert.deepEqual([vi?.current, vi?.updated], ['50', TODAY]);
  });

  it('replaces the old value and date, in their form', () => {
    for (const [before, after] of [
      ['(now: 58) @linh updated:2026-07-20', '(now: 50) @linh updated:2026-08-15'],
      ['(now: 58 days)', '(now: 50 days) updated:2026-08-15'],
      ['{now=58 owner=@linh}', '{now=50 updated=2026-08-15 owner=@linh}'],
      ['(now: 58, updated: 2026-07-20)', '(now: 50, updated: 2026-08-15)'],
      ['=> 58', 'updated:2026-08-15 => 50'],
    ]) {
      const result = update(`- KR1: Cut the sales cycle from 62 to 45 days ${before}`);
      assert.deepEqual(result?.lines, [`- KR1: Cut the sales cycle from 62 to 45 days ${after}`]);
      assert.match(result?.current ?? '', /^50/, before);
      assert.equal(result?.updated, TODAY, before);
    }
  });

  it('adds a check-in on top where check-ins are kept', () => {
    const result = update('- KR1: Cut the sales cycle from 62 to 45 days', [
      '  - 2026-07-20: 60 — two steps less',
    ]);
    assert.deepEqual(result?.lines.slice(1), ['  - 2026-08-15: 50', '  - 2026-07-20: 60 — two steps less']);
    assert.equal(result?.checkIn?.value, '50');
  });

  it('adds a row for today where check-ins are kept in a table', () => {
    const table = [
      '',
      '| Date | Value | Note |',
      '|---|---|---|',
      '| 2026-07-20 | 60 | start |',
      '| 2026-08-03 | 58 | |',
    ];
    const down = update('### KR1: Cut the sales cycle from 62 to 45 days', table);
    assert.equal(down?.lines.at(-1), '| 2026-08-15 | 50 | |');
    assert.deepEqual([down?.checkIn?.date, down?.checkIn?.value], [TODAY, '50']);
    const up = update('### KR1: Cut the sales cycle from 62 to 45 days', [
      ...table.slice(0, 3),
      ...table.slice(3).reverse(),
    ]);
    assert.equal(up?.lines[4], '| 2026-08-15 | 50 | |');
    const again = update('### KR1: Cut the sales cycle from 62 to 45 days', [
      ...table,
      `| ${TODAY} | 57 | late |`,
    ]);
    assert.equal(again?.lines.at(-1), `| ${TODAY} | 50 | late |`);
    const beside = update('| KR | Key Result | Target |', [
      '|---|---|---|',
      '| KR 1 | Reduce the sales cycle | 45 days |',
      '| KR 2 | Raise repeat orders | 30% |',
      '',
      '| Date | KR 1 | KR 2 |',
      '|---|---|---|',
      '| 2026-08-03 | 58 | 22% |',
    ]);
    assert.equal(beside?.lines.at(-1), '| 2026-08-15 | 50 | |');
  });

  it('is not offered without a target', () => {
    assert.equal(update('- KR1: Call more customers'), undefined);
  });

  it('finds the key result at the cursor', () => {
    const { document } = open(plan('- KR1: Cut the sales cycle from 62 to 45 days'));
    assert.equal(itemAt(document, document.text.indexOf('sales'))?.item.kind, 'key-result');
  });
});
