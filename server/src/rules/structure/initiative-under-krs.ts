import type { KeyResultItem, Located } from '../../document/model';
import { onSentence } from '../places';
import type { GroupContext, GroupRule } from '../rule';

/** A box to tick, without a label, for something that is no measured result. */
function isTask(kr: Located<KeyResultItem>, factsOf: GroupContext['factsOf']): boolean {
  const { item } = kr;
  if (item.checked === undefined || item.label) return false;
  const { class: kind } = factsOf(kr);
  return kind !== 'outcome' && kind !== 'baseline';
}

/**
 * Task boxes among key results without boxes: work that belongs under Initiatives. Once for each objective. Where all
 * have boxes, the boxes mean nothing. Domain note §3.2.
 */
export const initiativeUnderKrs: GroupRule = {
  id: 'initiative-under-krs',
  scope: 'document',
  source: 'lamorte',
  checkGroup({ keyResults, factsOf }) {
    const tasks = keyResults.filter((kr) => isTask(kr, factsOf));
    const boxed = keyResults.filter(({ item }) => item.checked !== undefined);
    const [first] = tasks;
    if (!first || boxed.length === keyResults.length) return [];
    return [onSentence(first, { params: { count: String(tasks.length) } })];
  },
};
