import { languageVote } from '../../statement';
import { onSentence } from '../places';
import type { GroupRule } from '../rule';

/** A vote from which a sentence is clearly of one language. */
const CLEAR = 3;

/** English and Vietnamese key results under one objective: half of the readers skip half of it. Domain note §3.2. */
export const mixedLanguage: GroupRule = {
  id: 'mixed-language',
  scope: 'document',
  source: 'structure',
  checkGroup({ keyResults }) {
    let first = 0;
    for (const kr of keyResults) {
      const vote = languageVote(kr.item.statement.text.slice(0, 500));
      if (Math.abs(vote) < CLEAR) continue;
      if (vote * first < 0) return [onSentence(kr)];
      first = vote;
    }
    return [];
  },
};
