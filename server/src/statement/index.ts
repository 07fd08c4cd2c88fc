/** The statement stage: one sentence → facts. */
export { analyse } from './analyse';
export type * from './facts';
export { isTime, type NounClass, nounClassOf } from './noun-class';
export {
  detectLanguage,
  documentLanguage,
  foreignVote,
  isForeign,
  languageByVotes,
  languageVote,
} from './votes';
