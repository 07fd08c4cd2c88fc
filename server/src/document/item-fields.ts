/** Looking fields up by their name, and comparing what items say. */
import type { CheckIn, Field, FieldName, Item } from './model';

/** The first field of one of these names, in the order of the names. */
export function firstField(
  { fields }: Pick<Item, 'fields'>,
  ...names: readonly FieldName[]
): Field | undefined {
  if (fields.length === 0) return undefined;
  for (const name of names) for (const field of fields) if (field.name === name) return field;
  return undefined;
}

/** The value of the first field of a name. */
export function fieldValue({ fields }: Pick<Item, 'fields'>, name: FieldName): string | undefined {
  for (const field of fields) if (field.name === name) return field.value;
  return undefined;
}

const NO_CHECK_INS: readonly CheckIn[] = [];

const checkInsOf = (item: Item) => (item.kind === 'key-result' ? item.checkIns : NO_CHECK_INS);

/**
 * Whether two items are of one kind and agree in sentence, fields and check-ins, and their fields stand at the same
 * distance from the sentence. Label, marker, box and place may differ.
 */
export function saysTheSame(a: Item, b: Item): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.statement.text !== b.statement.text) return false;
  const [ours, theirs] = [a.fields, b.fields];
  if (ours.length !== theirs.length) return false;
  const moved = b.statement.span.start - a.statement.span.start;
  for (let n = 0; n < ours.length; n++) {
    const [one, other] = [ours[n] as Field, theirs[n] as Field];
    if (one.name !== other.name || one.value !== other.value) return false;
    if (one.valueSpan.start + moved !== other.valueSpan.start) return false;
    if (one.valueSpan.end + moved !== other.valueSpan.end) return false;
  }
  return sameCheckIns(checkInsOf(a), checkInsOf(b));
}

function sameCheckIns(ours: readonly CheckIn[], theirs: readonly CheckIn[]): boolean {
  if (ours.length !== theirs.length) return false;
  for (let n = 0; n < ours.length; n++)
    if (ours[n]?.date !== theirs[n]?.date || ours[n]?.value !== theirs[n]?.value) return false;
  return true;
}
