/** What the work is for, where the sentence says so: that is what to measure. */
import { analyse } from '../statement/index';
import { wanted } from './aim';
import { type RewriteContext, wordsIn } from './context';
import { metricSentence } from './metric-sentence';
import type { Suggestion } from './suggestion';
import { titleOf, withoutLead, wordingOf } from './wording';
import { offer } from './work';

/** "…, so that churn falls" becomes "Reduce churn from ‹baseline›% to ‹target›%". */
export function measurePurpose(context: RewriteContext): Suggestion[] {
  const { purpose, language } = context.facts;
  if (!purpose) return [];
  const words = withoutLead(wordsIn(context, purpose), wordingOf(language).words.purposeWords);
  const metric = wanted(words, analyse(words, language));
  if (!metric) return [];
  const title = titleOf(context.language, 'measurePurpose', { words: metric.name });
  return [offer(context, 'metric-of-purpose', title, metricSentence(language, metric))];
}
