/**
 * How many key results of a document can be measured, for whoever wants nothing else after each key press: counted by
 * chunk and kept, where a scorecard would be made anew for the whole document. Says the same as the scorecard.
 */

import type { Chunk, Item, Located, OkrDocument } from '../document/model';
import type { StatementFacts } from '../statement/facts';
import { Notes } from '../text/notes';
import type { ChunkFinding, ChunkResult, Judged } from './chunk-results';
import { isMeasurable } from './scorecard';

/** Key results that are not struck. */
export interface Measured {
  readonly measurable: number;
  readonly total: number;
}

/** Key results of a chunk that can be measured, as long as its result is the same. */
const kept = new Notes<ChunkResult, ReadonlySet<Item>>();

/** `judged` holds the results of all of the document's chunks. */
export function measuredIn(
  document: OkrDocument,
  { chunks, results }: Judged,
  factsOf: (item: Located<Item>) => StatementFacts,
): Measured {
  let [measurable, total, n] = [0, 0, 0];
  for (const { item: objective, keyResults } of document.objectives()) {
    if (objective.struck) continue;
    for (const { item, offset } of keyResults) {
      if (item.struck) continue;
      total++;
      // Most follow each other in the same chunk.
      if (chunks.startOf(n) !== offset) n = chunks.indexAt(offset);
      if (measurableIn(chunks.at(n), results[n], factsOf).has(item)) measurable++;
    }
  }
  return { measurable, total };
}

function measurableIn(
  chunk: Chunk | undefined,
  result: ChunkResult | undefined,
  factsOf: (item: Located<Item>) => StatementFacts,
): ReadonlySet<Item> {
  if (!chunk || !result) return new Set();
  const known = kept.get(result);
  if (known) return known;
  const findings = new Map<Item, ChunkFinding['finding'][]>();
  for (const { item, finding } of result.findings) {
    const own = findings.get(item);
    if (own) own.push(finding);
    else findings.set(item, [finding]);
  }
  const measurable = chunk.content.items.filter(
    (item) =>
      item.kind === 'key-result' &&
      !item.struck &&
      isMeasurable(item, factsOf({ item, offset: chunk.start }), findings.get(item) ?? []),
  );
  const made = new Set(measurable);
  kept.set(result, made);
  return made;
}
