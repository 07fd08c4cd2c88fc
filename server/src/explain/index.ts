/** The explain stage: findings in, prose in the reader's language out. */
export { fill } from './catalogue';
export { type HoverInput, hoverOf } from './hover';
export { escapeMarkdown, plainTextOf } from './markdown';
export { messageOf, titleOf, whyOf } from './message';
