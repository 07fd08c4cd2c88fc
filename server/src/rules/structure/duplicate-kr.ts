import { DEFAULT_LIMITS } from '../profiles';
import type { DocumentContext, DocumentRule, GroupTraits } from '../rule';
import { duplicatesAmong, hasTwins, suspects } from './duplicates';

const hashesOf = ({ hashes }: GroupTraits) => hashes;

function* entries(context: DocumentContext, groups: readonly GroupTraits[]) {
  for (const objective of suspects(context, groups, hashesOf))
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
    const twins = isCascade ? groups.some((group) => group.hasTwins) : hasTwins(groups, hashesOf);
    if (!twins) return [];
    const apart = isCascade ? 'skip' : 'mild';
    return duplicatesAmong(context, entries(context, groups), (first, second) =>
      first.objective === second.objective ? 'full' : apart,
    );
  },
};
