import type { FieldName, Item, Located } from '../../document/model';
import { onField } from '../places';
import type { GroupContext, GroupHit, Hit } from '../rule';

/** The objective of a group and its key results that are not struck through. */
export function membersOf({ objective, keyResults }: GroupContext): readonly Located<Item>[] {
  return [objective, ...keyResults];
}

/** One hit for each field of that name, of any member, about which `say` has something to say. */
export function hitsAtFields(
  context: GroupContext,
  name: FieldName,
  say: (value: string, about: Located<Item>) => Omit<Hit, 'span'> | undefined,
): readonly GroupHit[] {
  const hits: GroupHit[] = [];
  for (const about of membersOf(context))
    for (const field of about.item.fields) {
      const said = field.name === name ? say(field.value, about) : undefined;
      if (said) hits.push(onField(about, field, said));
    }
  return hits;
}

/** Whether today lies in the cycle. */
export function isRunning({ cycle, document: { today } }: GroupContext): boolean {
  return cycle !== undefined && cycle.start <= today && today <= cycle.end;
}
