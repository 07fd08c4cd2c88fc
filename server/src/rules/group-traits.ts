/**
 * What document rules need to know of each objective with its key results, found once for as long as they stay the
 * same: no rule may walk over thousands of key results at every key press.
 */
import type { FieldName, Item } from '../document/model';
import { saysHowFar } from '../progress';
import type { StatementFacts } from '../statement/facts';
import { usesIn } from './acronyms';
import { contentOf, hash } from './content-words';
import { firstField } from './places';
import type { GroupContext, GroupMember, GroupTraits } from './rule';

const NOTHING: readonly number[] = [];
/** "Launch" may well stand twice; a sentence says something. */
export const FEWEST_WORDS = 3;

/** Whether an item says anything about how far it is. */
export function isTracked(item: Item): boolean {
  return saysHowFar(item) || (item.kind === 'key-result' && item.checked !== undefined);
}

function hashOf(item: Item, period: string | undefined): number | undefined {
  const content = contentOf(item);
  if (content.words.length < FEWEST_WORDS) return undefined;
  return period === undefined ? content.hash : hash(period, content.hash);
}

const has = (item: Item, name: FieldName) => firstField(item, name) !== undefined;

/** Whether an item says by when, if not with its cycle. */
const isDue = (item: Item, facts: StatementFacts) => facts.deadline !== undefined || has(item, 'due');

type Draft = { -readonly [K in keyof GroupTraits]: GroupTraits[K] };

/** The traits of a group. */
export function traitsOf(context: GroupContext): GroupTraits {
  const { objective, goal } = context;
  const { item, initiatives } = objective;
  const hasCycleField = has(item, 'cycle');
  const traits: Draft = {
    live: item.struck ? 0 : context.keyResults.length,
    keyResults: objective.keyResults.length,
    hasCycleField,
    isDated: hasCycleField || isDue(item, goal.facts),
    undated: NOTHING,
    namesOwner: has(item, 'owner'),
    unowned: NOTHING,
    hasAcronyms: !item.struck && usesIn(item).length > 0,
    isTracked: isTracked(item),
    hasWeight: has(item, 'weight'),
    hashes: NOTHING,
    hasTwins: false,
    objectiveHash: item.struck ? undefined : hashOf(item, objective.period),
  };
  addKeyResults(traits, context);
  traits.namesOwner ||= initiatives.some((one) => has(one.item, 'owner'));
  return traits;
}

function addKeyResults(traits: Draft, { objective, keyResults: live, document }: GroupContext): void {
  const { item, period, keyResults } = objective;
  const [dated, owned] = [traits.isDated, traits.namesOwner];
  const undated: number[] = [];
  const unowned: number[] = [];
  const hashes: number[] = [];
  let next = 0;
  keyResults.forEach((kr, n) => {
    const one = kr.item;
    const { facts } = one.struck ? { facts: document.factsOf(kr) } : (live[next++] as GroupMember);
    const hasCycle = has(one, 'cycle');
    const isDated = hasCycle || isDue(one, facts);
    const isOwned = has(one, 'owner');
    traits.hasCycleField ||= hasCycle;
    traits.isDated ||= isDated;
    traits.namesOwner ||= isOwned;
    traits.isTracked ||= isTracked(one);
    if (one.struck) return;
    traits.hasAcronyms ||= usesIn(one).length > 0;
    if (item.struck) return;
    if (!dated && !isDated) undated.push(n);
    if (!owned && !isOwned) unowned.push(n);
    const hashed = hashOf(one, period);
    if (hashed !== undefined) hashes.push(hashed);
  });
  if (undated.length > 0) traits.undated = undated;
  if (unowned.length > 0) traits.unowned = unowned;
  if (hashes.length > 0) traits.hashes = hashes;
  traits.hasTwins = hashes.some((hashed, n) => hashes.indexOf(hashed) < n);
}
