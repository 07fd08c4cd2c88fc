import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../server/src/document';
import { objectiveProgress, type Progress, paceOf, progressOf } from '../../server/src/progress';
import { analyse, detectLanguage } from '../../server/src/statement';
import type { Language } from '../../server/src/text/language';

const FRONT = '---\nokr: 1\ncycle: 2026-Q3\nowner: "@minh"\n---\n\n';

function read(lines: string, language: Language = 'en', today = '2026-08-15') {
  const document = readDocument(`${FRONT}## Objective 1: Win the north\n\n${lines}`, { path: 'a.okr.md' });
  const [objective] = document.objectives();
  assert.ok(objective);
  const facts = new Map(
    [objective, ...objective.keyResults].map(({ item }) => [
      item,
      analyse(item.statement.text, detectLanguage(item.statement.text, language)),
    ]),
  );
  const factsOf = ({ item }: { item: unknown }) => facts.get(item as never) ?? assert.fail();
  return {
    krs: objective.keyResults.map((item) =>
      progressOf({ document, item, facts: factsOf(item), objective, today }),
    ),
    whole: objectiveProgress({ document, objective, factsOf, today }),
  };
}

const only = (line: string, language: Language = 'en', today?: string): Progress =>
  read(`- KR1: ${line}\n`, language, today).krs[0] ?? assert.fail();
const round = (number: number | undefined) => number && Math.round(number * 1000) / 1000;

describe('progressOf', () => {
  const SHARES: readonly (readonly [line: string, language: Language, progress: number | undefined])[] = [
    ['Cut the sales cycle from 62 to 45 days (now: 58)', 'en', 0.235],
    ['Cut the sales cycle from 62 to 45 days (now: 66)', 'en', -0.235],
    ['Raise NPS from 30 to 50 (now: 60)', 'en', 1.5],
    ['Raise win rate from 20% to 30% (now: 24%)', 'en', 0.4],
    ['Cut response time from 2 days to 12 hours (now: 1 day)', 'en', 0.667],
    ['Grow revenue from $1.2M to $2M => $1.6M', 'en', 0.5],
    ['Grow revenue by 20% (baseline: 100, now: 110)', 'en', 0.5],
    ['Tăng doanh thu từ 950 lên 1.400 triệu đồng (hiện tại: 1.100)', 'vi', 0.333],
    ['Giảm tỷ lệ hủy đơn từ 8% xuống 3% (hiện tại: 5,5%)', 'vi', 0.5],
    ['Raise NPS to 50 (now: 40)', 'en', undefined],
    ['Publish 12 posts (now: 5)', 'en', undefined],
    ['Raise NPS from 30 to 50', 'en', undefined],
    ['Raise NPS from 30 to 30 (now: 30)', 'en', undefined],
    ['Raise win rate from 20% to 30% (now: 12 days)', 'en', undefined],
  ];
  for (const [line, language, progress] of SHARES)
    it(line, () => assert.equal(round(only(line, language).progress), progress));

  it('reads everything that stands beside the sentence', () => {
    const kr = only(
      'Raise NPS from 30 to 50 (now: 40) @linh #due(2026-09-15) {score=0.3 conf=6 w=0.4 updated=2026-08-14}',
    );
    assert.deepEqual(
      { ...kr, elapsed: round(kr.elapsed) },
      {
        baseline: 30,
        target: 50,
        current: 40,
        progress: 0.5,
        elapsed: 0.489,
        pace: 'on-track',
        score: 0.3,
        confidence: 0.6,
        weight: 1,
        due: '2026-09-15',
        updated: '2026-08-14',
        owners: ['@linh'],
      },
    );
  });

  it('takes the newest check-in where no value stands in the line', () => {
    const kr = read('- KR1: Raise NPS from 30 to 50\n  - 2026-08-14: 45 — new training\n  - 2026-07-20: 35\n')
      .krs[0];
    assert.deepEqual([kr?.current, kr?.progress, kr?.updated], [45, 0.75, '2026-08-14']);
  });

  it('takes the owner of the objective, else of the document', () => {
    assert.deepEqual(only('Raise NPS from 30 to 50').owners, ['@minh']);
    assert.deepEqual(only('Raise NPS from 30 to 50 @linh @hoa').owners, ['@linh', '@hoa']);
  });

  it('compares progress with time, but not in the first days', () => {
    const line = 'Raise NPS from 30 to 50 (now: 31)';
    const paces = ['2026-06-30', '2026-07-05', '2026-07-15', '2026-08-15', '2026-12-01'].map(
      (today) => only(line, 'en', today).pace,
    );
    assert.deepEqual(paces, ['not-started', 'on-track', 'at-risk', 'at-risk', 'at-risk']);
    assert.equal(only('Raise NPS from 30 to 50 (now: 36)').pace, 'behind');
    assert.equal(only('Raise NPS from 30 to 50 (now: 50)').pace, 'done');
    assert.equal(only('Raise NPS from 30 to 50').pace, undefined);
  });
});

describe('objectiveProgress', () => {
  it('is the mean of the key results, each between 0 and 1', () => {
    const { whole } = read(
      '- KR1: Raise NPS from 30 to 50 (now: 70)\n- KR2: Cut churn from 5% to 3% (now: 6%)\n- KR3: Win 4 shops\n- ~~KR4: Raise CSAT from 1 to 5 (now: 5)~~\n',
    );
    assert.equal(whole.progress, 0.5);
  });
  it('weighs them, and takes stated progress and ticked boxes', () => {
    const { whole, krs } = read(
      '- KR1: Raise NPS from 30 to 50 (now: 50) %75\n- KR2: Cut churn from 5% to 3% (now: 5%) %25\n',
    );
    assert.deepEqual([whole.progress, krs.map(({ weight }) => weight)], [0.75, [0.75, 0.25]]);
    assert.equal(read('- [x] KR1: Win 4 shops\n- KR2: Win 5 dealers, progress: 50%\n').whole.progress, 0.75);
  });
  it('knows nothing where nothing is known', () => {
    assert.equal(read('- KR1: Win 4 shops\n').whole.progress, undefined);
  });
});

describe('paceOf', () => {
  it('never gets worse with more progress', () => {
    const order = ['at-risk', 'behind', 'on-track', 'done'];
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (progress, more, elapsed) => {
          const [less, better] = [paceOf(progress, elapsed), paceOf(progress + more, elapsed)];
          assert.ok(order.indexOf(better ?? '') >= order.indexOf(less ?? ''), `${less} ${better}`);
        },
      ),
    );
  });
});
