import { type Cycle, cycleEntry, cycleOf, frontMatterCycle } from '../../progress';
import { cycleFor } from '../group-checks';
import { firstField, inDocument, keyResultsOf, liveObjectives, onField } from '../places';
import type { DocumentContext, DocumentHit, DocumentRule } from '../rule';

function isApart(a: Cycle, b: Cycle): boolean {
  return a.end < b.start || b.end < a.start;
}

/** The front matter names a cycle that no heading agrees with. */
function frontMatterHits(context: DocumentContext): readonly DocumentHit[] {
  const cycle = frontMatterCycle(context.document);
  const entry = cycleEntry(context.document.frontMatter);
  if (!cycle || !entry || entry.text === '') return [];
  let other: Cycle | undefined;
  for (const objective of liveObjectives(context)) {
    const own = cycleFor(context, objective);
    if (!own || !isApart(own, cycle)) return [];
    other ??= own;
  }
  return other ? [{ span: entry.span, params: { words: entry.text, cycle: other.text } }] : [];
}

/** A key result names another cycle than its objective. */
function itemHits(context: DocumentContext): readonly DocumentHit[] {
  const hits: DocumentHit[] = [];
  for (const { objective, kr } of keyResultsOf(context)) {
    const field = kr.item.fields.length > 0 ? firstField(kr.item, 'cycle') : undefined;
    if (!field) continue;
    const around = cycleFor(context, objective);
    const own = around && cycleOf(field.value, Number(around.start.slice(0, 4)));
    if (own && isApart(own, around))
      hits.push(inDocument(onField(kr, field, { params: { cycle: around.text } })));
  }
  return hits;
}

/** Two cycles that do not overlap: the heading says Q3, the front matter Q2. Domain note §3.6. */
export const cycleMismatch: DocumentRule = {
  id: 'cycle-mismatch',
  scope: 'document',
  source: 'arithmetic',
  check: (context) => [...frontMatterHits(context), ...itemHits(context)],
};
