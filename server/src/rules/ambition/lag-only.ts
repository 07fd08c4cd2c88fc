import { onSentence } from '../places';
import type { GroupRule } from '../rule';
import { isAmong, wording } from '../wording';

const FEWEST = 2;

/**
 * Every key result is a result that comes last, such as revenue, profit or churn: by the time it moves, the cycle is
 * over. The opposite, only work that is counted, is `kr-counted-activity`'s to say. Domain note §3.6.
 */
export const lagOnly: GroupRule = {
  id: 'lag-only',
  scope: 'document',
  source: 'lexicon',
  checkGroup({ objective, keyResults }) {
    if (keyResults.length < FEWEST) return [];
    const allLag = keyResults.every(({ facts: { metric, language } }) => {
      const words = wording(language);
      return metric?.key !== undefined && isAmong(words.lagging, metric.key, words);
    });
    return allLag ? [onSentence(objective, { params: { count: String(keyResults.length) } })] : [];
  },
};
