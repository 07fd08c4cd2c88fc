/** Sentences that name a metric, where it stands and where it should be. */
import type { Language } from '../text/language';
import type { TemplatePart } from './suggestion';
import { placeholder, sentence } from './wording';

/** What of a metric shows in a sentence. */
export interface SentenceMetric {
  readonly name: string;
  /** As it follows a number, with its leading space. */
  readonly unit: string;
  readonly prefix?: string;
  readonly direction: 'increase' | 'decrease';
  /** It says itself where it is counted: the place of the sentence's work is not added. */
  readonly everywhere?: boolean;
}

/** A unit that clings to its number (`%`, `x`) stands at every number; one after a space only at the last. */
function clings(unit: string): boolean {
  return unit !== '' && !/^[ /]/u.test(unit);
}

/** `$‹baseline›`, `‹baseline›%` and `$‹target› a month`: both values with what stands around them. */
export function fromAndTo(
  language: Language,
  { unit, prefix = '' }: Pick<SentenceMetric, 'unit' | 'prefix'>,
): { from: TemplatePart[]; to: TemplatePart[] } {
  return {
    from: [prefix, placeholder(language, 'baseline'), clings(unit) ? unit : ''],
    to: [prefix, placeholder(language, 'target'), unit],
  };
}

/** "Increase win rate from ‹baseline›% to ‹target›%". */
export function metricSentence(language: Language, metric: SentenceMetric): TemplatePart[] {
  return sentence(language, metric.direction, { metric: metric.name, ...fromAndTo(language, metric) });
}

/** "from ‹baseline›% to ‹target›%", to be put after a metric that the sentence names. */
export function fromToPhrase(
  language: Language,
  direction: 'increase' | 'decrease',
  shape: Pick<SentenceMetric, 'unit' | 'prefix'>,
): TemplatePart[] {
  return sentence(language, 'fromTo', fromAndTo(language, shape), direction);
}
