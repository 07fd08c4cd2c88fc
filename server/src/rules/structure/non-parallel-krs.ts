import type { StatementFacts } from '../../statement/facts';
import { onSentence } from '../places';
import type { GroupRule } from '../rule';

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
  checkGroup({ keyResults, factsOf }) {
    if (keyResults.length < FEWEST) return [];
    const shapes = keyResults.map((kr) => SHAPES[factsOf(kr).form]);
    const common = shapes.find(
      (shape) => shapes.filter((other) => other === shape).length * 2 > shapes.length,
    );
    const odd = common ? keyResults.find((_, index) => shapes[index] !== common) : undefined;
    return odd ? [onSentence(odd)] : [];
  },
};
