import { type Cycle, cycleEntry, cycleOf, frontMatterCycle, yearAround } from '../../progress';
import type { AllTraits } from '../all-traits';
import { certain, certainCycle } from '../cycle';
import { firstField, inDocument, liveObjectives, onField } from '../places';
import type { DocumentContext, DocumentHit, DocumentRule } from '../rule';

function isApart(a: Cycle, b: Cycle): boolean {
  return a.end < b.start || b.end < a.start;
}

/** The front matter names a cycle that no heading agrees with. */
function frontMatterHits(context: DocumentContext): readonly DocumentHit[] {
  const cycle = certain(frontMatterCycle(context.document, context.fiscalYear));
  const entry = cycleEntry(context.document.frontMatter);
  if (!cycle || !entry || entry.text === '') return [];
  let other: Cycle | undefined;
  for (const objective of liveObjectives(context)) {
    const own = certainCycle(context, objective);
    if (!own || !isApart(own, cycle)) return [];
    other ??= own;
  }
  return other ? [{ span: entry.span, params: { words: entry.text, cycle: other.text } }] : [];
}

/** A key result names another cycle than its objective. */
function itemHits(context: DocumentContext, groups: AllTraits): readonly DocumentHit[] {
  return groups.which('cycleField').flatMap((index) => {
    const objective = context.objectives.at(index);
    if (objective.item.struck) return [];
    const around = certainCycle(context, objective);
    if (!around) return [];
    return objective.keyResults.flatMap((kr) => {
      const field = kr.item.struck ? undefined : firstField(kr.item, 'cycle');
      const own = field && certain(cycleOf(field.value, yearAround(around), context.fiscalYear));
      if (!own || !isApart(own, around)) return [];
      return [inDocument(onField(kr, field, { params: { cycle: around.text } }))];
    });
  });
}

/** Two cycles that do not overlap: the heading says Q3, the front matter Q2. Domain note §3.6. */
export const cycleMismatch: DocumentRule = {
  id: 'cycle-mismatch',
  scope: 'document',
  source: 'arithmetic',
  check: (context, groups) => [...frontMatterHits(context), ...itemHits(context, groups)],
};
