import type { StatementFacts } from '../../statement/facts';
import { onSentence } from '../places';
import type { GroupMember, GroupRule } from '../rule';

/** Forms that read alike in a list. */
const SHAPES: Readonly<Record<StatementFacts['form'], string>> = {
  imperative: 'verb',
  gerund: 'gerund',
  'noun-phrase': 'noun',
  expression: 'noun',
  sentence: 'sentence',
  passive: 'sentence',
};
const FEWEST = 3;

/** Verbs, nouns and sentences in one list are hard to compare: the first that leaves the common form. */
export const nonParallelKrs: GroupRule = {
  id: 'non-parallel-krs',
  scope: 'document',
  source: 'structure',
  checkGroup({ keyResults }) {
    if (keyResults.length < FEWEST) return [];
    const shapeOf = ({ facts }: GroupMember) => SHAPES[facts.form];
    const shapes = new Set(keyResults.map(shapeOf));
    if (shapes.size === 1) return [];
    for (const shape of shapes) {
      const others = keyResults.filter((kr) => shapeOf(kr) !== shape);
      if (others[0] && others.length * 2 < keyResults.length) return [onSentence(others[0])];
    }
    return [];
  },
};
