import type { Item } from '../../document/model';
import { elapsedOf } from '../../progress';
import { cycleFor } from '../group-checks';
import { firstLine, percent } from '../places';
import type { DocumentRule } from '../rule';

const TRACKING: ReadonlySet<string> = new Set([
  'current',
  'progress',
  'score',
  'confidence',
  'status',
  'updated',
]);
/** By then something should be known. Domain note §3.7. */
const LATE = 1 / 3;

/** Whether an item says anything about how far it is. */
export function isTracked(item: Item): boolean {
  if (item.kind === 'key-result' && (item.checkIns.length > 0 || item.checked !== undefined)) return true;
  for (const { name } of item.fields) if (TRACKING.has(name)) return true;
  return false;
}

/** A third of the cycle has passed, and nothing in the document says how far anything is. */
export const untracked: DocumentRule = {
  id: 'untracked',
  scope: 'document',
  source: 'article',
  check(context) {
    const { objectives, today } = context;
    const cycle = cycleFor(context);
    if (!cycle || objectives.length === 0 || today > cycle.end) return [];
    const elapsed = elapsedOf(cycle, today);
    if (elapsed <= LATE) return [];
    const known = objectives.some(
      ({ item, keyResults }) => isTracked(item) || keyResults.some((kr) => isTracked(kr.item)),
    );
    return known ? [] : [{ span: firstLine(context), params: { elapsed: percent(elapsed) } }];
  },
};
