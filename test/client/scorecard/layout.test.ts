import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan } from '../../../client/src/scorecard/model';
import { layoutOf } from '../../../client/src/scorecard/view/layout';

/** Plans with one objective each, by name: what it supports. */
const plansOf = (links: Readonly<Record<string, readonly string[]>>): Plan[] =>
  Object.entries(links).map(([key, supports]) => ({
    uri: `file:///${key}.okr.md`,
    name: key,
    objectives: [{ key, line: 0, text: key, owners: [], supports, results: [] }],
  }));
const places = (links: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    layoutOf(plansOf(links)).boxes.map(({ goal, column, row }) => [goal.key, [column, row]]),
  );

describe('the layout of the alignment map', () => {
  it('leaves out objectives without any link', () => {
    assert.deepEqual(layoutOf(plansOf({ a: [], b: [] })), { boxes: [], arrows: [], columns: 0, rows: 0 });
    assert.deepEqual(Object.keys(places({ a: [], b: ['a'], c: [] })), ['a', 'b']);
  });

  it('puts an objective right of all that it supports', () => {
    assert.deepEqual(places({ company: [], team: ['company'], me: ['team', 'company'] }), {
      company: [0, 0],
      team: [1, 0],
      me: [2, 0],
    });
  });

  it('ignores links to itself and to nowhere', () => {
    assert.deepEqual(places({ a: ['a', 'nowhere'] }), {});
  });

  it('ends on circles', () => {
    const { boxes, arrows } = layoutOf(plansOf({ a: ['b'], b: ['c'], c: ['a'] }));
    assert.equal(boxes.length, 3);
    assert.equal(arrows.length, 3);
  });

  it('takes ten thousand objectives in a chain', () => {
    const links = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`o${n}`, n === 0 ? [] : [`o${n - 1}`]]),
    );
    assert.equal(layoutOf(plansOf(links)).columns, 10_000);
  });

  it('never puts two boxes in one place, and draws every link', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const name = fc.constantFrom(...names);
    const links = fc.array(fc.tuple(name, name), { maxLength: 20 });
    fc.assert(
      fc.property(links, (pairs) => {
        const supports = (key: string) => pairs.filter(([from]) => from === key).map(([, to]) => to);
        const { boxes, arrows } = layoutOf(
          plansOf(Object.fromEntries(names.map((key) => [key, supports(key)]))),
        );
        assert.equal(new Set(boxes.map(({ column, row }) => `${column},${row}`)).size, boxes.length);
        const wanted = new Set(pairs.filter(([from, to]) => from !== to).map((pair) => pair.join('>')));
        assert.deepEqual(new Set(arrows.map(({ from, to }) => `${from.goal.key}>${to.goal.key}`)), wanted);
      }),
    );
  });
});
