import { foldText } from '../../text/fold';
import { DEADLINE_LEAD } from '../phrases';
import { firstField, onField, onSpan } from '../places';
import { quote } from '../reading';
import type { GroupHit, GroupMember, Hit } from '../rule';

/** A hit on the deadline of an item: its field, or the words in its sentence that say by when. */
export function onDeadline(about: GroupMember, said: Omit<Hit, 'span'>): GroupHit | undefined {
  const field = firstField(about.item, 'due');
  if (field) return onField(about, field, said);
  const { deadline } = about.facts;
  if (!deadline) return undefined;
  const { statement } = about.item;
  if (!DEADLINE_LEAD.test(foldText(statement.text.slice(deadline.start, deadline.end)))) return undefined;
  const words = quote(statement.text.slice(deadline.start, deadline.end));
  const { params, ...rest } = said;
  const origin = statement.span.start;
  return onSpan(
    about,
    { start: deadline.start + origin, end: deadline.end + origin },
    { ...rest, params: { words, ...params } },
  );
}
