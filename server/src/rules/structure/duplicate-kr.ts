import { liveObjectives } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { DocumentContext, DocumentRule } from '../rule';
import { duplicatesAmong } from './duplicates';

function* entries(context: DocumentContext) {
  for (const objective of liveObjectives(context))
    for (const item of objective.keyResults) if (!item.item.struck) yield { objective, item };
}

/**
 * The same key result twice in a cycle. Across objectives it may be meant: there it is said more mildly, and not in
 * documents of many objectives, which hand key results down from team to team. Only sentences that differ in nothing
 * but small words count: "in the north" and "in the south" are two results. Domain note §3.2.
 */
export const duplicateKr: DocumentRule = {
  id: 'duplicate-kr',
  scope: 'document',
  source: 'structure',
  check(context, groups) {
    const { max } = (context.limits ?? DEFAULT_LIMITS).objectives ?? DEFAULT_LIMITS.objectives;
    const isCascade = groups.length > max;
    if (!(isCascade ? groups.some('twins') : groups.keyResultsRepeat())) return [];
    const apart = isCascade ? 'skip' : 'mild';
    return duplicatesAmong(context, entries(context), (first, second) =>
      first.objective === second.objective ? 'full' : apart,
    );
  },
};
