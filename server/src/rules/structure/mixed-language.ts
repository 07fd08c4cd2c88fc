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
    const votes = keyResults.map((kr) => ({ kr, vote: languageVote(kr.item.statement.text.slice(0, 500)) }));
    const [first] = votes.filter(({ vote }) => Math.abs(vote) >= CLEAR);
    const other = first && votes.find(({ vote }) => Math.abs(vote) >= CLEAR && vote * first.vote < 0);
    return other ? [onSentence(other.kr)] : [];
  },
};
