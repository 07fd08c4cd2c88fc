/** The statement stage: one sentence → facts. */
export { analyse } from './analyse';
export { detectLanguage, documentLanguage, languageByVotes, languageVote } from './detect';
export type * from './facts';
export { foreignVote, isForeign } from './foreign';
export { isTime, type NounClass, nounClassOf } from './noun-class';
