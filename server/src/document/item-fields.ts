/** Looking fields up by their name. */
import type { Field, FieldName, Item } from './model';

/** The first field of one of these names, in the order of the names. */
export function firstField(
  { fields }: Pick<Item, 'fields'>,
  ...names: readonly FieldName[]
): Field | undefined {
  for (const name of names) {
    const field = fields.find((one) => one.name === name);
    if (field) return field;
  }
  return undefined;
}

/** The value of the first field of a name. */
export function fieldValue(item: Pick<Item, 'fields'>, name: FieldName): string | undefined {
  return firstField(item, name)?.value;
}
