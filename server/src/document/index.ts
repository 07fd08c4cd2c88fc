/** Markdown text -> OKR document. */

export { objectivesOf, readDocument, readInSteps, updateDocument, updateInSteps } from './document';
export { fieldValue, firstField, saysTheSame } from './item-fields';
export { mayBeOkr } from './may-be-okr';
export type * from './model';
export { canonicalFields, type FieldValue, formatFields, formatItemFields } from './write-fields';
