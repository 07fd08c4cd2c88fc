import { liveObjectives } from '../places';
import type { DocumentContext, DocumentRule } from '../rule';
import { duplicatesAmong } from './duplicates';

function* entries(context: DocumentContext) {
  for (const objective of liveObjectives(context)) yield { objective, item: objective };
}

/** The same objective twice in a cycle. Domain note §3.2. */
export const duplicateObjective: DocumentRule = {
  id: 'duplicate-objective',
  scope: 'document',
  source: 'structure',
  check(context, groups) {
    return groups.objectivesRepeat() ? duplicatesAmong(context, entries(context), () => 'full') : [];
  },
};
