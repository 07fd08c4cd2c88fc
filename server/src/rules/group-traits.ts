/**
 * What document rules need to know of each objective with its key results, found once for as long as they stay the
 * same: no rule may walk over thousands of key results at every key press.
 */
import type { Item, Located } from '../document/model';
import { saysHowFar } from '../progress';
import { usesIn } from './acronyms';
import { contentOf } from './content-words';
import { firstField, keyResultsWith } from './places';
import type { GroupContext, GroupTraits } from './rule';

const NOTHING: readonly number[] = [];
/** "Launch" may well stand twice; a sentence says something. */
export const FEWEST_WORDS = 3;

/** Whether an item says anything about how far it is. */
export function isTracked(item: Item): boolean {
  return saysHowFar(item) || (item.kind === 'key-result' && item.checked !== undefined);
}

/** Whether an item says by when. */
function isDated({ factsOf }: GroupContext, located: Located<Item>): boolean {
  return firstField(located.item, 'due', 'cycle') !== undefined || factsOf(located).deadline !== undefined;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

function hashOf(item: Item, period: string | undefined): number | undefined {
  const { words, key } = contentOf(item);
  return words.length < FEWEST_WORDS ? undefined : hash(`${period ?? ''}\n${key}`);
}

/** The traits of a group. */
export function traitsOf(context: GroupContext): GroupTraits {
  const { objective, keyResults } = context;
  const { item, period, initiatives } = objective;
  const items = [item, ...objective.keyResults.map((kr) => kr.item)];
  const live = item.struck ? [] : keyResults;
  const dated = (located: Located<Item>) => isDated(context, located);
  const hashes = live.flatMap((kr) => hashOf(kr.item, period) ?? []);
  const owned = ({ item: one }: Located<Item>) => firstField(one, 'owner') !== undefined;
  return {
    live: live.length,
    keyResults: objective.keyResults.length,
    hasCycleField: items.some((one) => firstField(one, 'cycle') !== undefined),
    isDated: dated(objective) || objective.keyResults.some(dated),
    undated: item.struck || dated(objective) ? NOTHING : keyResultsWith(objective, (kr) => !dated(kr)),
    namesOwner: items.some((one) => firstField(one, 'owner') !== undefined) || initiatives.some(owned),
    unowned: item.struck || owned(objective) ? NOTHING : keyResultsWith(objective, (kr) => !owned(kr)),
    hasAcronyms: items.some((one) => !one.struck && usesIn(one).length > 0),
    isTracked: items.some(isTracked),
    hasWeight: firstField(item, 'weight') !== undefined,
    hashes,
    hasTwins: new Set(hashes).size < hashes.length,
    objectiveHash: item.struck ? undefined : hashOf(item, period),
  };
}
