/** Markdown text -> OKR document. */

export { fieldValue, firstField, saysTheSame } from './item-fields';
export { numberIn } from './label-number';
export { mayBeOkr } from './may-be-okr';
export type * from './model';
export { objectivesOf } from './objectives';
export { readDocument, readInSteps, updateDocument, updateInSteps } from './read-document';
export { canonicalFields, type FieldValue, formatFields, formatItemFields } from './write-fields';
