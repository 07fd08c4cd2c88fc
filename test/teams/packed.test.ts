/** What the build packs into lines comes out as it went in. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Effect } from '../../server/src/teams/knowledge';
import { packEffects, unpackEffects } from '../../server/src/teams/packed-effects';
import { packRows, TEAM_ROWS, unpackRows } from '../../server/src/teams/packed-rows';

const words = fc.array(fc.stringMatching(/^[a-zà-ỹ]{1,8}( [a-z]{1,5})?$/u), { maxLength: 4 });
const text = fc.stringMatching(/^[a-z{}%$ ]{1,20}$/u);
const metric = fc.record(
  {
    name: text,
    unit: fc.constantFrom('', '%', ' a month', ' cuộc/tháng'),
    prefix: fc.constant('$'),
    direction: fc.constantFrom('increase' as const, 'decrease' as const),
  },
  { requiredKeys: ['name', 'unit', 'direction'], noNullPrototype: true },
);

describe('packed knowledge', () => {
  it('gives effects back', () => {
    const effect: fc.Arbitrary<Effect> = fc.record(
      {
        kinds: words,
        verbs: words,
        teams: fc.constantFrom([], ['sales' as const, 'hr' as const]),
        metrics: fc.array(metric, { minLength: 1, maxLength: 4 }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(effect, { minLength: 1 }), (effects) => {
        assert.deepEqual(unpackEffects(packEffects(effects)), effects);
      }),
    );
  });

  it('gives rows back, optional cells left out where they are empty', () => {
    const link = fc.record({ verbs: words, objects: words, metrics: words }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1 }), (links) => {
        assert.deepEqual(unpackRows(packRows(links, TEAM_ROWS.links), TEAM_ROWS.links), links);
      }),
    );
    const [bare] = unpackRows(
      packRows(
        [{ id: 'nps', name: 'NPS', unit: '', direction: 'increase', definition: 'd', topics: [] }],
        TEAM_ROWS.metrics,
      ),
      TEAM_ROWS.metrics,
    );
    assert.deepEqual(bare, {
      id: 'nps',
      name: 'NPS',
      unit: '',
      direction: 'increase',
      definition: 'd',
      topics: [],
    });
  });

  it('refuses what would be read otherwise', () => {
    assert.throws(() => packRows([{ name: 'a~b' }], ['name']), /cannot be bundled/);
  });
});
