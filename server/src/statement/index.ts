/** The statement stage: one sentence → facts. */
export { analyse } from './analyse';
export type * from './facts';
export { withMarks } from './marks';
export { type InnerVerb, isTime, isUnitOfTime, type NounClass, nounClassOf, verbsIn } from './noun-class';
export { bare } from './spelling';
export {
  detectLanguage,
  documentLanguage,
  foreignVote,
  isForeign,
  languageByVotes,
  languageVote,
} from './votes';
