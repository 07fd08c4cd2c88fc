/** The objectives of a reading, in their places or as they were. */
import { Document } from './document';
import type { Objectives, OkrDocument } from './model';
import { objectiveAt, offsetsOf } from './tree';

/** The objectives of a reading at little cost, however many an edit has moved. */
export function objectivesOf(document: OkrDocument): Objectives {
  if (document instanceof Document) {
    const tree = document.builtTree();
    return {
      unmoved: tree.bases,
      // What is found keeps it, and must not keep the text of every version that was judged.
      offsetAt: offsetsOf(tree),
      at: (index) => objectiveAt(tree, index),
      all: () => document.objectives(),
    };
  }
  const unmoved = document.objectives();
  const at = (index: number) => {
    const objective = unmoved[index];
    if (!objective) throw new RangeError(`no objective ${index}`);
    return objective;
  };
  return { unmoved, offsetAt: (index) => at(index).offset, at, all: () => unmoved };
}
