/** The statement stage: one sentence → facts. */
export { analyse } from './analyse';
export type * from './facts';
export { type InnerVerb, isTime, isUnitOfTime, type NounClass, nounClassOf, verbsIn } from './noun-class';
export {
  detectLanguage,
  documentLanguage,
  foreignVote,
  isForeign,
  languageByVotes,
  languageVote,
} from './votes';
