/** Markdown text -> OKR document. */
export { readDocument, updateDocument } from './document';
export type * from './model';
