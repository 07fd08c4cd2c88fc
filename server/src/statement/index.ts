/** The statement stage: one sentence → facts. */
export { analyse } from './analyse';
export { detectLanguage, documentLanguage } from './detect';
export type * from './facts';
