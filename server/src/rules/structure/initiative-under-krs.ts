import type { KeyResultItem } from '../../document/model';
import { onSentence } from '../places';
import type { GroupMember, GroupRule } from '../rule';

/** A box to tick, without a label, for something that is no measured result. */
function isTask({ item, facts }: GroupMember<KeyResultItem>): boolean {
  if (item.checked === undefined || item.label) return false;
  const { class: kind } = facts;
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
  checkGroup({ keyResults }) {
    const tasks = keyResults.filter(isTask);
    const boxed = keyResults.filter(({ item }) => item.checked !== undefined);
    const [first] = tasks;
    if (!first || boxed.length === keyResults.length) return [];
    return [onSentence(first, { params: { count: String(tasks.length) } })];
  },
};
