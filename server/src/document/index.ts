/** Markdown text -> OKR document. */

export { readDocument, updateDocument } from './document';
export { mayBeOkr } from './may-be-okr';
export type * from './model';
export { unmoved } from './tree';
export { canonicalFields, type FieldValue, formatFields, formatItemFields } from './write-fields';
