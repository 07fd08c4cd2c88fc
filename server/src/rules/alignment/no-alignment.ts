import type { AlignmentIndex } from '../../alignment/model';
import { inDocument, liveObjectives, onSentence } from '../places';
import type { DocumentRule } from '../rule';

/** Whether objectives of some other document are referred to: only then is there something to align with. */
function hasParents(index: AlignmentIndex, document: string): boolean {
  for (const other of index.names()) if (other !== document && index.isReferredTo(other)) return true;
  return false;
}

/**
 * Objectives that do not say what they support, in a workspace where others do. Once for a document. Domain note §3.6.
 */
export const noAlignment: DocumentRule = {
  id: 'no-alignment',
  scope: 'document',
  source: 'cagan',
  check(context) {
    const { alignment } = context;
    if (!alignment) return [];
    const { index, document } = alignment;
    // To whom others refer is above them, and need not refer to anything.
    if (index.isReferredTo(document) || !hasParents(index, document)) return [];
    const aligned = new Set(index.references(document).map(({ item }) => item.item));
    const loose = liveObjectives(context).filter(
      ({ item, keyResults }) => !aligned.has(item) && !keyResults.some((kr) => aligned.has(kr.item)),
    );
    const [first] = loose;
    if (!first) return [];
    return [inDocument(onSentence(first, { params: { count: String(loose.length) } }))];
  },
};
