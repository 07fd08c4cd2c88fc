/** What the work is for, where the sentence says so: that is what to measure. */
import type { HeadClass, StatementFacts } from '../statement/facts';
import { analyse } from '../statement/index';
import { kindOf } from '../teams/index';
import { measureOf } from './aim-measure';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { deedOf } from './deed';
import { metricSentence, type SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { core, lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import type { Suggestion } from './suggestion';
import { fill, sentence, titleOf, withoutLead, wordingOf } from './wording';
import { offer } from './work';

/** Verbs of change that say which way it should go. */
const CHANGES: Partial<Record<HeadClass, 'increase' | 'decrease'>> = {
  decrease: 'decrease',
  increase: 'increase',
  reach: 'increase',
};

/** "(nhằm) hạn chế tranh chấp", "(để) có thêm khách đoàn": how often it comes about, how many there are. */
function counted(words: string, facts: StatementFacts): SentenceMetric | undefined {
  const { head, object, abstractNouns, language } = facts;
  const { phrase, words: known } = wordingOf(language);
  if (phrase.plural !== '' || abstractNouns.length > 0) return undefined;
  const avoided = known.avoids.find((each) => lowerWords(words).startsWith(`${each} `));
  const direction = avoided ? 'decrease' : head && object && head.span.start === 0 && CHANGES[head.class];
  if (!direction) return undefined;
  const after = words.slice(avoided?.length ?? head?.span.end);
  const thing = core(tokensOf(after), phrase, []).words.join(' ');
  const isMore = direction === 'increase';
  // "có thêm đoàn học sinh": whatever there is to be more of can be counted
  const isCounted =
    PEOPLE.includes(nounKind(thing, language)) ||
    head?.lemma.split(' ').some((word) => known.moreWords.includes(word));
  if (thing === '' || (isMore && !isCounted)) return undefined;
  const pattern = isMore ? 'numberOf' : avoided && 'timesThat';
  const name = pattern ? sentence(language, pattern, { words: thing }).join('') : thing;
  return { name, direction, unit: avoided ? (wordingOf(language).sentences.monthly ?? '') : '' };
}

/** "…, so that churn falls" becomes "Reduce churn from ‹baseline›% to ‹target›%". */
export function measurePurpose(context: RewriteContext): Suggestion[] {
  const { purpose, language } = context.facts;
  if (!purpose) return [];
  const words = withoutLead(wordsIn(context, purpose), wordingOf(language).words.purposeWords);
  const metric = measureOf(words, language) ?? counted(words, analyse(words, language));
  if (!metric) return [];
  const title = titleOf(context.language, 'measurePurpose', { words: metric.name });
  // what an objective takes days for may here be a matter of minutes
  const unit = metric.unit === wordingOf(language).sentences.days ? '' : metric.unit;
  return [offer(context, 'metric-of-purpose', title, metricSentence(language, { ...metric, unit }))];
}

/** Work that looks at something compares it "against" a plan; it fights nothing. */
const LOOKING: readonly (string | undefined)[] = ['research', 'report'];

/** "Vaccinate the herd against foot rot" is about foot rot: there should be less of it. */
export function measureHarm(context: RewriteContext): Suggestion[] {
  const { language, class: kind, clauses } = context.facts;
  if (kind === 'vague' || clauses.length > 1) return [];
  const { words, phrase } = wordingOf(language);
  const { start, end } = sentenceSpan(context);
  const text = statementText(context).slice(start, end);
  const line = ` ${lowerWords(text)} `;
  const against = words.against.find(({ word }) => line.includes(` ${word} `));
  if (!against || text !== text.normalize('NFC')) return [];
  const after = text.slice(line.indexOf(` ${against.word} `) + against.word.length);
  const harm = core(tokensOf(after), phrase, []).words.join(' ');
  const { verb } = deedOf(context) ?? {};
  // a harm is no thing that people work on: "a case against a supplier", "spend against the budget"
  const isThing = ![undefined, 'harm'].includes(nounKind(harm, language));
  if (harm === '' || isThing || LOOKING.includes(kindOf('', verb, language))) return [];
  const name = fill(against.measure, { words: harm }).join('');
  const parts = metricSentence(language, { name, unit: against.unit, direction: 'decrease' });
  return [offer(context, 'metric-of-harm', titleOf(context.language, 'measure', { metric: name }), parts)];
}
