import type { Item, Located } from '../../document/model';
import { foldText } from '../../text/fold';
import { DEADLINE_LEAD } from '../phrases';
import { firstField, onField, onSpan } from '../places';
import { quote } from '../reading';
import type { GroupContext, GroupHit, Hit } from '../rule';

/** A hit on the deadline of an item: its field, or the words in its sentence that say by when. */
export function onDeadline(
  { factsOf }: Pick<GroupContext, 'factsOf'>,
  about: Located<Item>,
  said: Omit<Hit, 'span'>,
): GroupHit | undefined {
  const field = firstField(about.item, 'due');
  if (field) return onField(about, field, said);
  const { deadline } = factsOf(about);
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
