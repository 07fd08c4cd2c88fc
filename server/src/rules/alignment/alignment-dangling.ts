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
    const dangling = index.dangling(document);
    if (dangling.length === 0) return [];
    const others = [...index.documents()].some((one) => one.document !== document);
    return dangling
      .filter(({ id }) => others || !id.includes('/'))
      .map(({ id, span, item }) => ({ span, about: item, params: { words: id } }));
  },
};
