/** Ids of items for tables, which need one for every row. */
import { fieldValue } from '../document';
import type { Item, LocatedObjective } from '../document/model';

/** A function from an item to its id: its own where it has one, else `o1`, `o1-kr2`, `o1-i3`, unique among these objectives. */
export function newIds(objectives: readonly LocatedObjective[]): (item: Item) => string {
  const ids = new Map<Item, string>();
  const taken = new Set<string>();
  const items = objectives.flatMap(({ item, keyResults, initiatives }) => [
    item,
    ...keyResults.map((one) => one.item),
    ...initiatives.map((one) => one.item),
  ]);
  for (const item of items) {
    const own = fieldValue(item, 'id');
    if (own === undefined || taken.has(own)) continue;
    ids.set(item, own);
    taken.add(own);
  }
  const give = (item: Item, wanted: string): string => {
    const known = ids.get(item);
    if (known !== undefined) return known;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    ids.set(item, id);
    taken.add(id);
    return id;
  };
  for (const [o, { item, keyResults, initiatives }] of objectives.entries()) {
    const own = give(item, `o${o + 1}`);
    for (const [n, kr] of keyResults.entries()) give(kr.item, `${own}-kr${n + 1}`);
    for (const [n, one] of initiatives.entries()) give(one.item, `${own}-i${n + 1}`);
  }
  return (item) => ids.get(item) ?? '';
}
