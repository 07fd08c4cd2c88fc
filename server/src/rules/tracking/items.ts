import type { FieldName } from '../../document/model';
import type { Status } from '../../progress';
import { onField } from '../places';
import type { GroupContext, GroupHit, GroupMember, Hit } from '../rule';

/** One hit for each field of that name, of any member, about which `say` has something to say. */
export function hitsAtFields(
  context: GroupContext,
  name: FieldName,
  say: (value: string, about: GroupMember) => Omit<Hit, 'span'> | undefined,
): readonly GroupHit[] {
  const hits: GroupHit[] = [];
  for (const about of context.members)
    for (const field of about.item.fields) {
      const said = field.name === name ? say(field.value, about) : undefined;
      if (said) hits.push(onField(about, field, said));
    }
  return hits;
}

/** Whether a status says that nothing more is to come. */
export function isFinal(status: Status | undefined): boolean {
  return status === 'done' || status === 'missed' || status === 'dropped';
}

/** Whether today lies in the cycle. */
export function isRunning({ cycle, document: { today } }: GroupContext): boolean {
  return cycle !== undefined && cycle.start <= today && today <= cycle.end;
}
