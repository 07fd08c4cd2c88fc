import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type AllTraits, type GroupTraits, NO_TRAITS, type Trait } from '../../server/src/rules/all-traits';

const hash = fc.integer({ min: 0, max: 6 });
const few = fc.array(fc.nat(3), { maxLength: 2 });
const traits: fc.Arbitrary<GroupTraits> = fc.record({
  live: fc.nat(3),
  keyResults: fc.nat(2),
  hasCycleField: fc.boolean(),
  isDated: fc.boolean(),
  undated: few,
  namesOwner: fc.boolean(),
  unowned: few,
  hasAcronyms: fc.boolean(),
  isTracked: fc.boolean(),
  hasWeight: fc.boolean(),
  hashes: fc.array(hash, { maxLength: 3 }),
  hasTwins: fc.boolean(),
  objectiveHash: fc.option(hash, { nil: undefined }),
});
const groups = fc.array(traits, { maxLength: 8 });

const twice = (numbers: readonly number[]) => new Set(numbers).size < numbers.length;

/** What the answers must be, worked out from the plain list. */
const expected = (list: readonly GroupTraits[]) => {
  const which = (has: (group: GroupTraits) => boolean) => list.flatMap((group, n) => (has(group) ? [n] : []));
  return {
    noKeyResults: which(({ keyResults }) => keyResults === 0),
    cycleField: which(({ hasCycleField }) => hasCycleField),
    date: which(({ isDated }) => isDated),
    undated: which(({ undated }) => undated.length > 0),
    owner: which(({ namesOwner }) => namesOwner),
    unowned: which(({ unowned }) => unowned.length > 0),
    acronyms: which(({ hasAcronyms }) => hasAcronyms),
    tracking: which(({ isTracked }) => isTracked),
    weight: which(({ hasWeight }) => hasWeight),
    twins: which(({ hasTwins }) => hasTwins),
  } satisfies Record<Trait, number[]>;
};

function assertSays(all: AllTraits, list: readonly GroupTraits[]): void {
  assert.equal(all.length, list.length);
  for (const [trait, which] of Object.entries(expected(list)) as [Trait, number[]][]) {
    assert.deepEqual(all.which(trait), which, trait);
    assert.equal(all.some(trait), which.length > 0, trait);
    for (let n = 0; n <= list.length; n++) assert.equal(all.has(n, trait), which.includes(n), trait);
  }
  const unowned = list.reduce((sum, group) => sum + group.unowned.length, 0);
  assert.equal(
    all.sum('unowned', (group) => group.unowned.length),
    unowned,
  );
  assert.equal(all.objectivesRepeat(), twice(list.flatMap(({ objectiveHash }) => objectiveHash ?? [])));
  assert.equal(all.keyResultsRepeat(), twice(list.flatMap(({ hashes }) => hashes)));
}

describe('the traits of all objectives', () => {
  it('say what the list says, change after change', () => {
    const change = fc.record({ from: fc.nat(8), to: fc.nat(8), others: groups });
    fc.assert(
      fc.property(groups, fc.array(change, { maxLength: 4 }), (first, changes) => {
        let list = first;
        let all = NO_TRAITS.with(0, first, 0);
        assertSays(all, list);
        for (const { from, to, others } of changes) {
          const start = Math.min(from, to, list.length);
          const end = Math.min(Math.max(from, to), list.length);
          all = all.with(start, others, list.length - end);
          list = [...list.slice(0, start), ...others, ...list.slice(end)];
          assertSays(all, list);
        }
      }),
      { numRuns: 500 },
    );
  });
});
