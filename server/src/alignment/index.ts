/** The alignment stage: which objective supports which. */
export { createAlignmentIndex } from './alignment-index';
export { keyOf as alignmentKey } from './ids';
export type * from './model';
