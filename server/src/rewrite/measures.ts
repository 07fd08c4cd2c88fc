/** Which metrics to offer for a sentence that names work or a wish, most telling first. */
import { effectsFor, generalEffects, kindOf, rankedMetrics } from '../teams/index';
import type { EffectMetric } from '../teams/knowledge';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import type { SentenceMetric } from './metric-sentence';
import { type Thing, thingOf } from './thing';

/** Most rewordings of one sentence: a menu that one reads, not searches. */
const MOST = 4;

function spoken(effect: EffectMetric, thing: Thing): SentenceMetric {
  return {
    ...effect,
    name: effect.name.replace('{object}', thing.object).replace('{noun}', thing.noun),
  };
}

/** What the sentence says about its subject, for looking it up: the object, or all of it where none was found. */
function subject(context: RewriteContext): string {
  const { object } = context.facts;
  const text = statementText(context);
  if (object && text.slice(object.start, object.end).trim() !== '')
    return text.slice(object.start, object.end);
  const { start, end } = sentenceSpan(context);
  return text.slice(start, end);
}

/** Effects that carry the sentence's own words, and the team's metrics for that work, each best first. */
function candidates(context: RewriteContext): {
  own: SentenceMetric[];
  effects: SentenceMetric[];
  rest: SentenceMetric[];
} {
  const { facts, team } = context;
  const { language } = facts;
  const object = subject(context);
  const query = { language, object, ...(team && { team }), ...(facts.head && { verb: facts.head.lemma }) };
  const ranked = rankedMetrics(query);
  const byReason = (...reasons: readonly string[]): SentenceMetric[] =>
    ranked.filter(({ because }) => reasons.includes(because)).map(({ metric }) => metric);
  const thing = thingOf(context);
  const kind = thing && kindOf(thing.noun, query.verb, language);
  const effects = thing
    ? (kind === undefined ? generalEffects(language) : effectsFor({ ...query, kind })).map((effect) =>
        spoken(effect, thing),
      )
    : [];
  return {
    own: byReason('link'),
    effects: kind === undefined ? [] : effects,
    rest: [
      ...byReason('topic', 'other-link'),
      ...(kind === undefined ? effects : []),
      ...byReason('other-topic', 'default'),
    ],
  };
}

/** Takes from both lists in turn, so that the sentence's own words and the team's known metrics are both offered. */
function inTurn<T>(first: readonly T[], second: readonly T[]): T[] {
  const mixed: T[] = [];
  for (let n = 0; n < Math.max(first.length, second.length); n++)
    mixed.push(...first.slice(n, n + 1), ...second.slice(n, n + 1));
  return mixed;
}

/** Metrics to offer, best first, at most four, each name once. */
export function measuresOf(context: RewriteContext): readonly SentenceMetric[] {
  const { own, effects, rest } = candidates(context);
  const byName = new Map([...inTurn(effects, own), ...rest].map((metric) => [metric.name, metric]));
  return [...byName.values()].slice(0, MOST);
}
