import type { DocumentRule } from '../rule';

/**
 * A reference to an id that no document gives. Only what is written with `^` is certainly a reference; and where no
 * other document is known, `company/o2` may stand in a file that was not read. Domain note §3.6.
 */
export const alignmentDangling: DocumentRule = {
  id: 'alignment-dangling',
  scope: 'document',
  source: 'structure',
  check({ alignment }) {
    if (!alignment) return [];
    const { index, document } = alignment;
    const references = index.references(document);
    if (references.length === 0) return [];
    const others = [...index.documents()].some((one) => one.document !== document);
    return references
      .filter((reference) => (others || !reference.id.includes('/')) && index.resolve(reference).length === 0)
      .map(({ id, span, item }) => ({ span, about: item, params: { words: id } }));
  },
};
