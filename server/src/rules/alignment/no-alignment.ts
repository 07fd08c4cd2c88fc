import type { AlignmentIndex } from '../../alignment/model';
import { inDocument, liveObjectives, onSentence } from '../places';
import type { DocumentRule } from '../rule';

/** Whether other documents' objectives refer to this one: it is above them, and need not refer to anything. */
function isAbove(index: AlignmentIndex, document: string): boolean {
  return index
    .definitions(document)
    .some((definition) =>
      index.referencesTo(definition).some((reference) => reference.document !== document),
    );
}

/** Whether objectives of some other document are referred to: only then is there something to align with. */
function hasParents(index: AlignmentIndex, document: string): boolean {
  for (const other of index.documents())
    if (other.document !== document && isAbove(index, other.document)) return true;
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
    const aligned = new Set(index.references(document).map(({ item }) => item.item));
    const loose = liveObjectives(context).filter(
      ({ item, keyResults }) => !aligned.has(item) && !keyResults.some((kr) => aligned.has(kr.item)),
    );
    const [first] = loose;
    if (!first || isAbove(index, document) || !hasParents(index, document)) return [];
    return [inDocument(onSentence(first, { params: { count: String(loose.length) } }))];
  },
};
