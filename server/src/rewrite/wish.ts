/** Rewrites of a wish without a measure: "Boost signups", "Improve culture". */
import type { HeadClass, Quantity } from '../statement/facts';
import { longestMatch, wordsOf } from '../teams/words';
import type { Span } from '../text/span';
import { comparedIn } from './aim-measure';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { changeSentence, type InnerEdit } from './edit';
import { fromToPhrase, metricSentence, type SentenceMetric } from './metric-sentence';
import { lowerWords, PUNCTUATION, tokensOf } from './noun-phrase';
import type { Suggestion, TemplatePart } from './suggestion';
import { thingOf } from './thing';
import { placeholder, sentence, titleOf, wordingOf } from './wording';
import { offer } from './work';

/** What values can be told of: a metric, or whatever there is to be more or less of ("Reduce spills"). */
function measuredSpan({ facts: { head, metric, object, abstractNouns } }: RewriteContext): Span | undefined {
  if (metric || (head?.class !== 'increase' && head?.class !== 'decrease')) return metric?.span;
  return abstractNouns.length > 0 ? undefined : object;
}

/** Where "from … to …" belongs: at the end, before deadline, means and purpose. */
function endOfMetric(context: RewriteContext): number | undefined {
  const { deadline, means, purpose, windows } = context.facts;
  const measured = measuredSpan(context);
  if (!measured) return undefined;
  const next = [deadline, means, purpose, ...windows].flatMap((span) =>
    span && span.start >= measured.end ? [span.start] : [],
  );
  return Math.min(sentenceSpan(context).end, ...next);
}

function directionOf({ facts }: RewriteContext): 'increase' | 'decrease' {
  if (facts.direction === 'increase' || facts.direction === 'decrease') return facts.direction;
  return facts.metric?.polarity === 'down' ? 'decrease' : 'increase';
}

/** Removal of a word with the blank before it. */
function removal(text: string, span: Span): InnerEdit {
  if (text.slice(0, span.start).trim() === '') return removalAtStart(text, span);
  const start = span.start > 0 && /\s/u.test(text.charAt(span.start - 1)) ? span.start - 1 : span.start;
  return { span: { start, end: span.end }, parts: [] };
}

/** "Significantly increase …": what comes next begins the sentence, with the capital that it had. */
function removalAtStart(text: string, { start, end }: Span): InnerEdit {
  const next = end + text.slice(end).search(/\S|$/u);
  const first = text.charAt(next);
  const begins = text.charAt(start) === text.charAt(start).toLowerCase() ? first : first.toUpperCase();
  return { span: { start, end: Math.min(next + 1, text.length) }, parts: [begins] };
}

const UNITS: Readonly<Record<string, 'percent' | 'asked' | undefined>> = {
  rate: 'percent',
  duration: 'asked',
};

/** "from ‹baseline› to ‹target›" with the unit that this kind of metric has. */
function values(context: RewriteContext): TemplatePart[] {
  const { language, metric } = context.facts;
  const unit = metric && UNITS[metric.kind];
  const phrase = fromToPhrase(language, directionOf(context), { unit: unit === 'percent' ? '%' : '' });
  return unit === 'asked' ? [...phrase, ' ', placeholder(language, 'unit')] : phrase;
}

/** Values after it would say little: its metric needs an instrument, or is only the thing whose quality is meant. */
export function isVague({ facts: { metric, object } }: RewriteContext): boolean {
  if (!metric || metric.instrument) return false;
  return metric.fuzzy || (object !== undefined && object.end <= metric.span.start);
}

/** The sentence stays and gets what it lacks: "Boost signups from ‹baseline› to ‹target›". */
export function complete(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const at = endOfMetric(context);
  if (at === undefined || facts.hedge || facts.quantities.some(isValue) || !takesValues(context)) return [];
  const text = statementText(context);
  const fuzzy = isVague(context);
  const measured = fuzzy
    ? [' ', ...sentence(facts.language, 'measuredBy', { source: placeholder(facts.language, 'source') })]
    : [];
  const at0 = text.slice(0, at).trimEnd().length;
  const vague = facts.vagueWords.filter((span) => span.end <= at0 || span.start >= at0);
  const { edits, statement } = changeSentence(context, [
    ...vague.map((span) => removal(text, span)),
    { span: { start: at0, end: at0 }, parts: [' ', ...values(context), ...measured] },
  ]);
  return [
    {
      id: 'complete-from-to',
      kind: 'quickfix',
      title: titleOf(language, fuzzy ? 'completeFuzzy' : 'complete'),
      edits,
      statement,
    },
  ];
}

const CHANGES: readonly (HeadClass | undefined)[] = ['increase', 'decrease', 'improve', 'reach'];

/** Longer wishes hold more than a metric; values in their midst would belong to nothing. */
const MOST_VAGUE_WORDS = 2;

/** "More traffic from search engines": what there is to be more of, where no verb leads. */
export function sayChange(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const { start, end } = sentenceSpan(context);
  const text = statementText(context).slice(0, end);
  // "Significantly fewer spills"
  const [first, second] = facts.vagueWords;
  const from = first?.start === start && second?.start === first.end + 1 ? second.start : start;
  const metric = comparedIn(text, start, facts) ?? comparedIn(text, from, facts) ?? keptHigh(context);
  if (!metric) return [];
  const title = titleOf(language, 'measure', { metric: metric.name });
  return [offer(context, 'metric-from-to', title, metricSentence(facts.language, metric))];
}

/** "Ensure strong turnout", "have good attendance at meetings": a known measure that is only said to be good. */
function keptHigh(context: RewriteContext): SentenceMetric | undefined {
  const { head, metric, clauses, vagueWords, quantities } = context.facts;
  if (head?.class !== 'keep' && head?.class !== 'delexical') return undefined;
  if (!metric?.key || metric.fuzzy || metric.span.start < head.span.end) return undefined;
  if (clauses.length > 1 || quantities.length > 0 || vagueWords.length !== 1) return undefined;
  return {
    name: wordsIn(context, metric.span),
    unit: metric.kind === 'rate' ? '%' : '',
    direction: metric.polarity === 'down' ? 'decrease' : 'increase',
  };
}

function isSpeedUp({ facts }: RewriteContext): boolean {
  const { speedVerbs } = wordingOf(facts.language).words;
  const head = wordsOf(facts.head?.lemma ?? '', facts.language);
  return longestMatch(head, speedVerbs, facts.language) !== undefined;
}

/**
 * "from … to …" can follow a verb of change with its metric, or a metric that stands alone. What one merely improves
 * must be a known metric: "improve relations from 3 to 5" says nothing.
 */
function takesValues(context: RewriteContext): boolean {
  const { head, metric, clauses, vagueWords } = context.facts;
  const measured = measuredSpan(context);
  if (clauses.length > 1 || vagueWords.length > MOST_VAGUE_WORDS) return false;
  if (isSpeedUp(context) && metric?.kind !== 'duration') return false;
  // "attract a younger audience": of which there is one, there are no values
  const { indefinite, keepArticle } = wordingOf(context.facts.language).phrase;
  const before = tokensOf(
    head && measured ? statementText(context).slice(head.span.end, measured.start) : '',
  );
  if (before.some((word) => indefinite.includes(word))) return false;
  // "raise our profile": that is one, and no amount
  const { noun, plural } = (!metric && thingOf(context)) || {};
  if (noun !== plural && before.some((word) => keepArticle.includes(word))) return false;
  if (!head) {
    // "open about fees", "happier customers" are no names of metrics
    const { start, end } = sentenceSpan(context);
    return metric?.span.start === start && metric.span.end === end;
  }
  if (!CHANGES.includes(head.class) || (measured?.start ?? 0) < head.span.end) return false;
  return head.class !== 'improve' || metric?.key !== undefined;
}

function isValue({ role }: Quantity): boolean {
  return role === 'target' || role === 'baseline' || role === 'change' || role === 'count';
}

/** "Giao hoa nhanh hơn", "answer tenants sooner": the words of what is to be done sooner. */
function doneSooner(context: RewriteContext): string {
  const { head, language, clauses, form } = context.facts;
  const { end } = sentenceSpan(context);
  if (head?.class !== 'activity' || clauses.length > 1) return '';
  // "ask banks to answer sooner": that is what they do
  if (wordingOf(language).words.appeals.includes(head.lemma)) return '';
  const rest = statementText(context).slice(head.span.end, end).normalize('NFC');
  const sooner = wordingOf(language).words.aimSooner.find((each) => rest.toLowerCase().endsWith(` ${each}`));
  const words = sooner && tokensOf(rest.slice(0, -sooner.length));
  return words && words.length <= MOST_DONE && !words.some((word) => PUNCTUATION.test(word))
    ? [form === 'imperative' ? lowerWords(wordsIn(context, head.span)) : head.lemma, ...words].join(' ')
    : '';
}

/** Words of what is done sooner, at most. */
const MOST_DONE = 6;

/** "Speed up alert handling": the time that it takes is the measure. */
export function measureTime(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  if (!facts.head || facts.metric?.kind === 'duration') return [];
  const thing = isSpeedUp(context) ? thingOf(context)?.noun : undefined;
  const words = thing ?? doneSooner(context);
  if (words === '') return [];
  const pattern = thing === undefined ? 'doingSooner' : 'duration';
  const parts = [
    ...metricSentence(facts.language, {
      name: sentence(facts.language, pattern, { words }).join(''),
      unit: '',
      direction: 'decrease',
    }),
    ' ',
    placeholder(facts.language, 'unit'),
  ];
  return [offer(context, 'metric-from-to', titleOf(language, 'speed', { words }), parts)];
}
