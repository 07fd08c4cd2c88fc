import type { DocumentContext, DocumentRule, GroupTraits } from '../rule';
import { duplicatesAmong, hasTwins, suspects } from './duplicates';

const hashesOf = ({ objectiveHash }: GroupTraits) => (objectiveHash === undefined ? [] : [objectiveHash]);

function* entries(context: DocumentContext, groups: readonly GroupTraits[]) {
  for (const objective of suspects(context, groups, hashesOf)) yield { objective, item: objective };
}

/** The same objective twice in a cycle. Domain note §3.2. */
export const duplicateObjective: DocumentRule = {
  id: 'duplicate-objective',
  scope: 'document',
  source: 'structure',
  check(context, groups) {
    if (!hasTwins(groups, hashesOf)) return [];
    return duplicatesAmong(context, entries(context, groups), () => 'full');
  },
};
