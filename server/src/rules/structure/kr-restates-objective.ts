import { type Content, contentOf, overlapOf } from '../content-words';
import { onSentence } from '../places';
import type { GroupRule } from '../rule';

/** Share of words from which two sentences with the same numbers say the same. Domain note §3.2. */
const NEARLY_ALL = 0.7;
const FEWEST_WORDS = 2;

/** Whether both name the same numbers, and any. */
function sameNumbers({ numbers }: Content, other: Content): boolean {
  return numbers.length > 0 && numbers.join() === other.numbers.join();
}

/** A key result that says the objective once more proves nothing new; mild where it is only nearly the same. */
export const krRestatesObjective: GroupRule = {
  id: 'kr-restates-objective',
  scope: 'document',
  source: 'structure',
  variants: ['nearly'],
  checkGroup({ objective, keyResults }) {
    const goal = contentOf(objective.item);
    if (goal.words.length < FEWEST_WORDS) return [];
    return keyResults.flatMap((kr) => {
      const result = contentOf(kr.item);
      if (result.key === goal.key) return [onSentence(kr)];
      if (!sameNumbers(goal, result) || overlapOf(goal, result) < NEARLY_ALL) return [];
      return [onSentence(kr, { variant: 'nearly', mild: true })];
    });
  },
};
