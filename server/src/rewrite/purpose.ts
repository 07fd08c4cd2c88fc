/** What the work is for, where the sentence says so: that is what to measure. */
import { analyse } from '../statement/index';
import { kindOf } from '../teams/index';
import { wanted } from './aim-measure';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { deedOf } from './deed';
import { metricSentence } from './metric-sentence';
import { nounKind } from './noun-kind';
import { core, lowerWords, tokensOf } from './noun-phrase';
import type { Suggestion } from './suggestion';
import { fill, titleOf, withoutLead, wordingOf } from './wording';
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
