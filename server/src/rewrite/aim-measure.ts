/** Measures of what the objective above wants: the shortest way from some work to the number that it should change. */
import type { StatementFacts } from '../statement/facts';
import { analyse, detectLanguage } from '../statement/index';
import type { Language } from '../text/language';
import { without } from '../text/span';
import { aimOf } from './aim';
import type { RewriteContext } from './context';
import type { SentenceMetric } from './metric-sentence';
import { core, lowerWords, tokensOf } from './noun-phrase';
import { readWithMarks } from './typed';
import { fill, sentence, wordingOf } from './wording';

/** The objective's sentence, where it is in the key result's language. */
export function objectiveText({ parent, facts }: RewriteContext): string | undefined {
  const text = parent?.item.statement.text.trim();
  return text && detectLanguage(text, facts.language) === facts.language
    ? readWithMarks(text, facts.language)
    : undefined;
}

/** Metric and direction that a wish names; undefined where it names no change of a metric. */
export function wanted(words: string, facts: StatementFacts): SentenceMetric | undefined {
  const { direction, metric, head, object, class: kind } = facts;
  if (kind !== 'vague' || !metric || (direction !== 'increase' && direction !== 'decrease')) return undefined;
  // "tiết kiệm điện": what names its verb as well is not what there should be less of
  if (head && metric.span.start < head.span.end) return undefined;
  // "returns stop eating our margin": of the margin there is not to be less
  if (object && head && object.end <= head.span.start) return undefined;
  // "chi phí | thuê kho": where a metric begins its phrase, the rest says which
  const { phrase } = wordingOf(facts.language);
  const rest =
    phrase.plural === ''
      ? core(tokensOf(words.slice(metric.span.end)), { ...phrase, leading: [] }, [])
      : undefined;
  const which = rest ? ` ${rest.words.join(' ')}` : '';
  const name = (words.slice(metric.span.start, metric.span.end).trim() + which).trimEnd();
  return { name, direction, unit: metric.kind === 'rate' ? '%' : '' };
}

/** "Fewer complaints about delivery": what there is to be less or more of, where no verb leads. */
export function comparedIn(text: string, start: number, facts: StatementFacts): SentenceMetric | undefined {
  const { head, metric, vagueWords, quantities, language } = facts;
  if (head || quantities.length > 0) return undefined;
  const { moreWords, fewerWords } = wordingOf(language).words;
  const [first = ''] = /^\S+/u.exec(text.slice(start)) ?? [];
  const written = lowerWords(first);
  const isMore = moreWords.includes(written);
  if (!isMore && !fewerWords.includes(written)) return undefined;
  // whatever there is to be less of can be counted: "Less rubbish in the river"
  if (metric ? metric.fuzzy : isMore) return undefined;
  const at = start + first.length;
  const others = vagueWords.filter((span) => span.start >= at);
  const bare = without(text, others);
  // "less waste, better prices": the second thought is another one
  const name = tokensOf(bare.slice(at).split(/[,;:.!(]|\s[–—-]\s/u, 1)[0] ?? '').join(' ');
  if (name === '') return undefined;
  return { name, unit: metric?.kind === 'rate' ? '%' : '', direction: isMore ? 'increase' : 'decrease' };
}

/** "The time until patients recover". */
function timeUntil(words: string, language: Language): SentenceMetric {
  const { until, days = '' } = wordingOf(language).sentences;
  return { name: fill(until ?? '', { words }).join(''), unit: days, direction: 'decrease', everywhere: true };
}

/** "The share of patients who are seen in time". */
export function sharedBy(words: string, language: Language): SentenceMetric {
  const name = sentence(language, 'share', { words }).join('');
  return { name, unit: '%', direction: 'increase', everywhere: true };
}

/** The measure that a sentence about what is wanted asks for. */
export function measureOf(text: string, language: Language): SentenceMetric | undefined {
  const aim = aimOf(text, language);
  if (aim?.share) return sharedBy(aim.share, language);
  if (aim?.fewer)
    return {
      name: aim.fewer,
      unit: wordingOf(language).sentences.monthly ?? '',
      direction: 'decrease',
      everywhere: true,
    };
  if (aim?.sooner) return timeUntil(aim.sooner, language);
  if (aim) return undefined;
  const facts = analyse(text, language);
  if (facts.quantities.length > 0 || facts.metric?.fuzzy) return undefined;
  return comparedIn(text, 0, facts) ?? wanted(text, facts);
}

/** The measure that the objective itself asks for: "the share of patients who are seen in time"; one at most. */
export function measureOfAim(context: RewriteContext): readonly SentenceMetric[] {
  const text = objectiveText(context);
  const metric = text === undefined ? undefined : measureOf(text, context.facts.language);
  return metric ? [metric] : [];
}
