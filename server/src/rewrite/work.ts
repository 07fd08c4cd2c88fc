/** Rewrites of a key result that is work: measure its effect, keep the work as an initiative. */
import { inDocument, type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { merged, type Rewording, replaceSentence } from './edit';
import { initiativeInsertion } from './initiatives';
import { withMarkup } from './markup';
import { fittingCount, measuresOf } from './measures';
import { metricSentence, type SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE } from './noun-phrase';
import { peopleOf } from './people';
import type { SuggestedEdit, Suggestion, TemplatePart } from './suggestion';
import { isBareDate, thingOf } from './thing';
import { fill, joined, placeholder, sentence, titleOf, wordingOf } from './wording';

/** The sentence's deadline, to be said again at the end of the new one. */
function deadlineOf(context: RewriteContext): string {
  const { deadline, language } = context.facts;
  if (!deadline || isBareDate(context, deadline)) return '';
  const words = wordsIn(context, deadline);
  // "every Monday", "twice a week", "in the morning" is how often and when the work is done
  const { words: known, phrase } = wordingOf(language);
  const [first = '', ...rest] = lowerWords(words).split(' ');
  const isAgain =
    known.aimEach.includes(first) ||
    known.forWords.includes(first) ||
    rest.some((word) => known.times.includes(word) || phrase.indefinite.includes(word));
  return isAgain ? '' : ` ${words}`;
}

/** The words of the key result as an initiative reads: its own, with its owner, without label and marker. */
export function asInitiative(context: RewriteContext): string {
  const { item } = context.item;
  const owners = item.fields.filter(({ name }) => name === 'owner').map(({ value }) => value);
  const place = withMarkup(context.text, inDocument(context, sentenceSpan(context)), true);
  const raw = context.text.slice(place.start, place.end).split(/\s+/u).join(' ');
  const missing = owners.filter((owner) => !raw.includes(owner));
  return [raw, ...missing].join(' ');
}

/** Adds the work to the initiatives. Touching edits become one: an editor would not know which goes first. */
export function keptAsInitiative(
  context: RewriteContext,
  edits: readonly SuggestedEdit[],
): readonly SuggestedEdit[] | undefined {
  if (!context.parent) return undefined;
  const insertion = initiativeInsertion(context.text, context.parent, context.facts.language, {
    text: asInitiative(context),
  });
  return insertion && merged([...edits, { span: insertion.span, parts: [insertion.text] }]);
}

/** The sentence replaced, its deadline kept. */
export function reworded(context: RewriteContext, sentenceParts: readonly TemplatePart[]): Rewording {
  return replaceSentence(context, joined([...sentenceParts, deadlineOf(context)]));
}

/** A number that counts work is kept with the work; other work is simply replaced by its measure. */
export function countsWork({ facts }: RewriteContext): boolean {
  return facts.class === 'counted-activity' || facts.quantities.some(({ role }) => role === 'count');
}

/** One reworded sentence; the counted work that it replaces is kept as an initiative where there is a place. */
export function offer(
  context: RewriteContext,
  id: string,
  title: string,
  parts: readonly TemplatePart[],
): Suggestion {
  const { edits, statement } = reworded(context, parts);
  const kept = countsWork(context) ? keptAsInitiative(context, edits) : undefined;
  return { id, kind: 'quickfix', title, edits: kept ?? edits, statement };
}

/** The metric with the place where the sentence's work is done: "stock accuracy in both warehouses". */
export function where(context: RewriteContext, metric: SentenceMetric): SentenceMetric {
  const { scope, object } = thingOf(context) ?? {};
  if (!scope || !object || metric.everywhere) return metric;
  // where a place stands right behind its noun: "người dự buổi khám tại trường muốn đến lần nữa"
  const { located } = wordingOf(context.facts.language).words;
  const name = located && metric.name.replace(object, () => fill(located, { object, scope }).join(''));
  return { ...metric, name: name && name !== metric.name ? name : `${metric.name} ${scope}` };
}

/** "Increase win rate from ‹baseline›% to ‹target›%" for the metrics that fit this work. */
export function measureInstead(context: RewriteContext): Suggestion[] {
  const { language } = context.facts;
  const measures = measuresOf(context).map((metric) =>
    offer(
      context,
      'metric-from-to',
      titleOf(context.language, 'measure', { metric: metric.name }),
      metricSentence(language, where(context, metric)),
    ),
  );
  const said = lowerWords(statementText(context)).includes(` ${peopleOf(context).served}`);
  // whom the sentence names is asked before its author is: "người bệnh hài lòng với việc trả kết quả"
  const known = Math.max(fittingCount(context), said ? 1 : 0);
  // what nobody knows anything about has its faults all the same
  return known >= MOST_SURE
    ? measures
    : [...measures.slice(0, known), ...faultsOf(context), ...measures.slice(known)];
}

/** From so many metrics on that were found for this very work, there is a choice without guesses. */
const MOST_SURE = 2;

/** "Reduce the number of ‹what goes wrong› with the nesting beach": the thing is the sentence's, the fault its author's. */
function faultsOf(context: RewriteContext): Suggestion[] {
  const thing = thingOf(context);
  const { language, direction, metric } = context.facts;
  // a measure itself has none, nor has what there is to be less of
  if (!thing || metric || direction === 'decrease') return [];
  if (PEOPLE.includes(nounKind(thing.noun, language))) return [];
  const parts = sentence(language, 'faultsWith', {
    fault: placeholder(language, 'fault'),
    object: thing.object,
    from: placeholder(language, 'baseline'),
    to: placeholder(language, 'target'),
  });
  return [offer(context, 'skeleton-faultsWith', titleOf(context.language, 'measureFaults'), parts)];
}

/** Rewordings that fit any sentence: their metric is the author's to name. */
const SKELETONS: readonly {
  readonly pattern: string;
  readonly title: 'measureOther' | 'measureTimeOf' | 'measureFaults';
}[] = [
  { pattern: 'whoDoes', title: 'measureOther' },
  { pattern: 'whoNeeds', title: 'measureTimeOf' },
  { pattern: 'faults', title: 'measureFaults' },
];

/** "Increase the share of ‹who› who ‹does what›" and its like, `count` of them. */
export function skeletons(context: RewriteContext, count: number): Suggestion[] {
  const { language } = context.facts;
  const people = peopleOf(context);
  const named = {
    ...Object.fromEntries(
      (['who', 'does', 'task', 'fault', 'unit'] as const).map((name) => [name, placeholder(language, name)]),
    ),
    ...(people.named && { who: people.served }),
  };
  return SKELETONS.slice(0, count).map(({ pattern, title }) => {
    const unit = pattern === 'whoDoes' ? '%' : '';
    const values = {
      from: [placeholder(language, 'baseline'), unit],
      to: [placeholder(language, 'target'), unit],
    };
    const parts = sentence(language, pattern, { ...named, ...values });
    return offer(context, `skeleton-${pattern}`, titleOf(context.language, title), parts);
  });
}
