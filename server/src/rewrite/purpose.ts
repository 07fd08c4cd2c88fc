/** What the work is for, where the sentence says so: that is what to measure. */

import type { StatementFacts } from '../statement/facts';
import { analyse } from '../statement/index';
import { type RewriteContext, wordsIn } from './context';
import { metricSentence, type SentenceMetric } from './metric-sentence';
import type { Suggestion } from './suggestion';
import { titleOf, withoutLead, wordingOf } from './wording';
import { offer } from './work';

/** Metric and direction that the purpose names; undefined where it names no change of a metric. */
function wanted(words: string, facts: StatementFacts): SentenceMetric | undefined {
  const { direction, metric, class: kind } = facts;
  if (kind !== 'vague' || !metric || (direction !== 'increase' && direction !== 'decrease')) return undefined;
  const name = words.slice(metric.span.start, metric.span.end);
  return { name, direction, unit: metric.kind === 'rate' ? '%' : '' };
}

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
