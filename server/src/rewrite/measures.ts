/** Which metrics to offer for a sentence that names work or a wish, most telling first. */

import { type RankedMetric, rankedMetrics, tradeMetrics } from '../teams/index';
import { measureOfAim, objectiveText } from './aim-measure';
import { measureOfAppeal } from './appeal';
import type { RewriteContext } from './context';
import { deedOf } from './deed';
import { ENDS, INPUTS, MEANS, SERVED, SHOWN } from './kinds';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { PEOPLE } from './noun-phrase';
import { generalOf, ownOf, subject, wholeSentence } from './own-effects';
import { peopleOf } from './people';
import { saidOfPeople } from './said';
import { distinct, sayTheSame } from './same-metric';
import { type Taken, takenBy } from './siblings';
import { thingOf } from './thing';

/** Most rewordings of one sentence: a menu that one reads, not searches. */
const MOST = 4;

/** Below this many there is hardly a choice. */
const FEW = 3;

interface Known {
  /** Metrics that the team's links name for this work. */
  readonly linked: readonly SentenceMetric[];
  /** Metrics that share a topic with the sentence, of the team and of others. */
  readonly related: readonly SentenceMetric[];
  /** What the team measures anyway. */
  readonly usual: readonly SentenceMetric[];
}

/** What the teams' knowledge says about the sentence's subject. */
function knownFor(context: RewriteContext, hasEffects: boolean): Known {
  const { facts, team } = context;
  const thing = thingOf(context);
  const verb = deedOf(context)?.verb;
  const query = {
    language: facts.language,
    elsewhere: !hasEffects,
    onlyByVerb: !team,
    ...(thing && { noun: thing.noun }),
    ...(team && { team }),
    ...(verb !== undefined && { verb }),
  };
  // "photographs of our products": what else the object names is not what is worked on
  let ranked = rankedMetrics({ ...query, object: thing?.noun ?? subject(context) });
  // "payment terms with suppliers": where the object says nothing, the rest of the sentence may
  if (team && !ranked.some(({ because }) => because === 'link'))
    ranked = [
      ...ranked,
      ...rankedMetrics({ ...query, object: wholeSentence(context) }).filter(
        ({ because }) => because === 'link',
      ),
    ];
  const metricsBecause = (...reasons: readonly RankedMetric['because'][]): readonly SentenceMetric[] =>
    ranked.filter(({ because }) => reasons.includes(because)).map(({ metric }) => metric);
  const shows = thing && SHOWN.includes(nounKind(thing.noun, facts.language));
  const linked = metricsBecause('link');
  const onTopic = shows ? [] : metricsBecause('topic');
  const isBeing = !thing && facts.head?.class === 'become';
  // what other teams measure says something only where the own team has nothing to say
  const elsewhere =
    linked.length > 0 || onTopic.length > 0 || hasEffects || isBeing ? [] : metricsBecause('other-link');
  return { linked, related: [...onTopic, ...elsewhere], usual: metricsBecause('default') };
}

/** What the trade measures: on a topic of the sentence, and on a topic of its objective. */
function ofTrade(context: RewriteContext): {
  readonly here: readonly SentenceMetric[];
  readonly above: readonly SentenceMetric[];
} {
  const { trade, aimed } = peopleOf(context);
  if (!trade) return { here: [], above: [] };
  const { language } = context.facts;
  // in its own words: "students" of the trade may be "course members" of the objective
  const own = (metric: SentenceMetric): SentenceMetric => ({
    ...metric,
    name: metric.name.replace(trade.people, () => aimed || trade.people),
    everywhere: true,
  });
  return {
    here: [
      ...tradeMetrics(trade, `${deedOf(context)?.verb ?? ''} ${thingOf(context)?.noun ?? ''}`, language),
      ...tradeMetrics(trade, wholeSentence(context), language),
    ].map(own),
    above: tradeMetrics(trade, objectiveText(context) ?? '', language).map(own),
  };
}

/** Takes from both lists in turn, so that the sentence's own words and the team's known metrics are both offered. */
function inTurn<T>(first: readonly T[], second: readonly T[]): T[] {
  const mixed: T[] = [];
  for (let n = 0; n < Math.max(first.length, second.length); n++)
    mixed.push(...first.slice(n, n + 1), ...second.slice(n, n + 1));
  return mixed;
}

interface Found {
  readonly fitting: readonly SentenceMetric[];
  /** What may be said where there is too little choice. */
  readonly near: readonly SentenceMetric[];
}

function findMeasures(context: RewriteContext): Found {
  const { kind, guessed, effects } = ownOf(context);
  const trade = ofTrade(context);
  const { linked, related, usual } = knownFor(context, effects.length > 0 || trade.here.length > 0);
  const named = linked.map(
    (metric) => effects.find(({ pattern }) => sayTheSame(pattern, metric.name))?.metric ?? metric,
  );
  const known = effects.map(({ metric }) => metric);
  const said = saidOfPeople(context);
  // "thợ mài dao mỗi sáng": those who do it, and for whom, are not what is worked on
  const isDoers = said.metrics.length > 0 && PEOPLE.includes(kind);
  const own = guessed || isDoers ? [] : known;
  // what a link of another team says is further off than the objective
  const nearer = context.team ? 1 : 0;
  const around = [...trade.here, ...named.slice(0, nearer), ...measureOfAim(context), ...named.slice(nearer)];
  const isWish = context.facts.class === 'vague';
  if (isWish) around.push(...related);
  // whoever is helped is whom the work is for
  const isHelp = context.facts.head?.class === 'support' && SERVED.includes(kind);
  const ownIsLast =
    !isHelp &&
    (!(context.team || ENDS.has(kind)) ||
      MEANS.has(kind) ||
      (kind === 'offer' && context.team && context.team !== 'sales') ||
      INPUTS.includes(context.facts.head?.class) ||
      context.facts.head?.class === 'become' ||
      trade.here.length > 0);
  const fitting = distinct([
    ...measureOfAppeal(context),
    // what others do is what is wanted, and so is keeping to a rule; what else the own people do is a means
    ...(said.kind !== 'staff' || context.facts.head ? said.metrics : []),
    ...(ownIsLast ? inTurn(around, own) : inTurn(own, around)),
    ...said.metrics,
  ]);
  // what the objective touches is said to all of its key results, so it comes after what is said of this one
  const near = [
    ...(guessed ? known : []),
    ...(trade.here.length > 0 || trade.above.length > 0 ? generalOf(context).slice(0, 1) : related),
    ...trade.above,
    ...generalOf(context),
    ...usual,
  ];
  return { fitting, near };
}

/** Metrics for the sentence, and which of them are still free under its objective. */
function settle({ fitting, near }: Found, taken: Taken): readonly SentenceMetric[] {
  const { fresh, offered } = taken.free(fitting);
  if (fresh.length >= FEW) return [...fresh, ...offered].slice(0, MOST);
  const guesses = taken.free(near).fresh;
  // what the objective asks for may well be offered again before what is only guessed
  return distinct(fresh.length > 0 ? [...fresh, ...offered, ...guesses] : [...guesses, ...offered]).slice(
    0,
    FEW,
  );
}

const found = new WeakMap<
  RewriteContext,
  { readonly measures: readonly SentenceMetric[]; readonly sure: number }
>();

/**
 * Metrics to offer, best first, at most four, each name once. Kept per context: several rewrites ask for them. What
 * other key results of the objective measure already is not offered, and what is offered first to one above comes
 * later.
 */
export function measuresOf(context: RewriteContext): readonly SentenceMetric[] {
  return settled(context).measures;
}

/** How many of them, the first ones, were found for this very work and thing; the others fit anything. */
export function fittingCount(context: RewriteContext): number {
  return settled(context).sure;
}

function settled(context: RewriteContext): {
  readonly measures: readonly SentenceMetric[];
  readonly sure: number;
} {
  let known = found.get(context);
  if (!known) {
    const own = findMeasures(context);
    const taken = takenBy(context, (other) => settle(findMeasures(other.context), other.taken));
    const measures = settle(own, taken);
    const guess = measures.findIndex((metric) => !own.fitting.includes(metric));
    known = { measures, sure: guess < 0 ? measures.length : guess };
    found.set(context, known);
  }
  return known;
}
