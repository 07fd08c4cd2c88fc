import type { Definition } from '../../alignment/model';
import type { DocumentHit, DocumentRule } from '../rule';

/** The circle as ids, starting with the definition that is marked: `o1 → o2 → o1`. */
function pathFrom(circle: readonly Definition[], start: number): string {
  const turned = [...circle.slice(start), ...circle.slice(0, start)];
  const ids = turned.map(({ id }) => id);
  return [...ids, ids[0]].join(' → ');
}

/** Objectives that support each other in a circle support nothing. Domain note §3.6. */
export const alignmentCycle: DocumentRule = {
  id: 'alignment-cycle',
  scope: 'document',
  source: 'structure',
  check({ alignment }): readonly DocumentHit[] {
    if (!alignment || alignment.index.references(alignment.document).length === 0) return [];
    return alignment.index.cycles().flatMap((circle) => {
      const at = circle.findIndex(({ document }) => document === alignment.document);
      const own = circle[at];
      if (!own) return [];
      const related = circle
        .filter((one) => one !== own)
        .map(({ document, item }) => ({ document, about: item, as: 'inCircle' as const }));
      return [{ span: own.span, about: own.item, params: { words: pathFrom(circle, at) }, related }];
    });
  },
};
