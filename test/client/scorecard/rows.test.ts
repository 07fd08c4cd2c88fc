import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Goal, Plan, Result } from '../../../client/src/scorecard/model';
import {
  choices,
  countsOf,
  type Filters,
  filtered,
  folded,
  isFiltering,
  NO_FILTERS,
  nextSorting,
  plansOfRows,
  progressByTeam,
  rowsOf,
  type Sorting,
  sorted,
} from '../../../client/src/scorecard/view/rows';

const result = (text: string, more: Partial<Result> = {}): Result => ({
  line: 3,
  label: 'KR1:',
  text,
  owners: [],
  verdict: 'outcome',
  measurable: true,
  ...more,
});
const goal = (text: string, results: readonly Result[], more: Partial<Goal> = {}): Goal => ({
  key: text,
  line: 1,
  text,
  owners: [],
  supports: [],
  results,
  ...more,
});

const PLANS: readonly Plan[] = [
  {
    uri: 'file:///sales.okr.md',
    name: 'sales.okr.md',
    team: 'Bán hàng',
    cycle: '2026-Q3',
    objectives: [
      goal(
        'Đại lý quay lại',
        [
          result('Tăng tỷ lệ chốt từ 21% lên 30%', { progress: 0.5, pace: 'on-track', owners: ['linh'] }),
          result('Gọi điện cho khách hàng', {
            verdict: 'activity',
            measurable: false,
            problem: 'Đây là hoạt động.',
          }),
        ],
        { owners: ['minh'] },
      ),
    ],
  },
  {
    uri: 'file:///ops.okr.md',
    name: 'ops.okr.md',
    objectives: [
      goal('Orders leave on time', [
        result('Cut late orders from 12% to 4%', { progress: 0.1, pace: 'at-risk', due: '2026-09-30' }),
        result('Publish 12 guides', { verdict: 'counted-activity', progress: 1.4 }),
      ]),
    ],
  },
];
const ROWS = rowsOf(PLANS);
const texts = (filters: Partial<Filters>) =>
  filtered(ROWS, { ...NO_FILTERS, ...filters }).map((row) => row.result.text);
const order = (sorting: Sorting) => sorted(ROWS, sorting, 'en').map((row) => row.result.text.slice(0, 3));

describe('rows of the scorecard', () => {
  it('take the owners of the objective where they have none', () => {
    assert.deepEqual(
      ROWS.map(({ owners }) => owners),
      [['linh'], ['minh'], [], []],
    );
  });

  it('are found without marks and case', () => {
    assert.equal(folded('Đạt Chỉ TIÊU'), 'dat chi tieu');
    assert.deepEqual(texts({ text: 'ty le CHOT' }), ['Tăng tỷ lệ chốt từ 21% lên 30%']);
    assert.deepEqual(texts({ text: 'dai ly' }).length, 2, 'words of the objective count');
    assert.deepEqual(texts({ text: 'nowhere' }), []);
  });

  it('are filtered by team, owner, cycle and need', () => {
    assert.equal(texts({ team: 'Bán hàng' }).length, 2);
    assert.deepEqual(texts({ owner: 'minh' }), ['Gọi điện cho khách hàng']);
    assert.equal(texts({ cycle: '2026-Q3' }).length, 2);
    assert.equal(texts({ cycle: '2026-Q3', owner: 'linh' }).length, 1);
    assert.deepEqual(texts({ weak: true }), ['Gọi điện cho khách hàng', 'Cut late orders from 12% to 4%']);
  });

  it('are sorted, with the unknown last either way', () => {
    assert.deepEqual(order({ down: false }), ['Tăn', 'Gọi', 'Cut', 'Pub']);
    assert.deepEqual(order({ column: 'progress', down: false }), ['Cut', 'Tăn', 'Pub', 'Gọi']);
    assert.deepEqual(order({ column: 'progress', down: true }), ['Pub', 'Tăn', 'Cut', 'Gọi']);
    assert.deepEqual(order({ column: 'verdict', down: false }), ['Tăn', 'Cut', 'Pub', 'Gọi']);
    assert.deepEqual(order({ column: 'pace', down: true }).slice(0, 2), ['Cut', 'Tăn']);
  });

  it('go up, down and back to the order of the documents', () => {
    const up = nextSorting({ down: false }, 'pace');
    assert.deepEqual(up, { column: 'pace', down: false });
    const down = nextSorting(up, 'pace');
    assert.deepEqual(down, { column: 'pace', down: true });
    assert.equal(nextSorting(down, 'pace').column, undefined);
    assert.deepEqual(nextSorting(down, 'due'), { column: 'due', down: false });
  });

  it('are counted', () => {
    const counts = countsOf(ROWS);
    assert.equal(counts.objectives, 2);
    assert.equal(counts.measurable, 3);
    assert.equal(counts.verdicts.get('activity'), 1);
    assert.equal(counts.paces.get('at-risk'), 1);
    assert.equal(counts.paces.get('done'), 0);
    // 0.5, 0.1 and 1.4, which counts as done.
    assert.ok(Math.abs((counts.progress ?? 0) - 1.6 / 3) < 1e-9);
    assert.equal(countsOf([]).progress, undefined);
  });

  it('give progress by team, those without a team last', () => {
    assert.deepEqual(
      progressByTeam(ROWS, 'vi').map(({ team, progress }) => [team, Math.round(progress * 100)]),
      [
        ['Bán hàng', 50],
        [undefined, 55],
      ],
    );
  });

  it('offer what there is to choose, once each', () => {
    assert.deepEqual(
      choices(ROWS, ({ owners }) => owners, 'en'),
      ['linh', 'minh'],
    );
  });

  it('are neither lost nor doubled by sorting', () => {
    const column = fc.constantFrom(
      'keyResult',
      'team',
      'owner',
      'cycle',
      'verdict',
      'progress',
      'pace',
      'due',
    );
    fc.assert(
      fc.property(column, fc.boolean(), (by, down) => {
        const rows = sorted(ROWS, { column: by as 'team', down }, 'vi');
        assert.deepEqual(new Set(rows), new Set(ROWS));
        assert.equal(rows.length, ROWS.length);
      }),
    );
  });
});

describe('the plans that the map draws', () => {
  const plan = (team: string, objectives: readonly Goal[]): Plan => ({
    uri: `file:///${team}.okr.md`,
    name: team,
    team,
    objectives,
  });
  const linked = [
    plan('company', [goal('grow', [result('Raise revenue')]), goal('stay', [])]),
    plan('sales', [goal('win', [result('Win deals')], { supports: ['grow'] })]),
    plan('support', [goal('help', [result('Help faster')], { supports: ['stay'] })]),
  ];
  const drawn = (filters: Partial<Filters>) =>
    plansOfRows(linked, filtered(rowsOf(linked), { ...NO_FILTERS, ...filters })).map(
      ({ team, objectives }) => [team, ...objectives.map(({ key }) => key)],
    );

  it('are those that fit the filters and what they support', () => {
    assert.deepEqual(drawn({ team: 'sales' }), [
      ['company', 'grow'],
      ['sales', 'win'],
    ]);
    assert.deepEqual(drawn({ text: 'help' }), [
      ['company', 'stay'],
      ['support', 'help'],
    ]);
    assert.deepEqual(drawn({ text: 'nothing of the kind' }), []);
  });

  it('are a part only where something is left out', () => {
    assert.equal(isFiltering(NO_FILTERS), false);
    for (const some of [{ team: 'sales' }, { text: 'win' }, { weak: true }])
      assert.equal(isFiltering({ ...NO_FILTERS, ...some }), true);
  });
});
