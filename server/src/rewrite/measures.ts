/** Which metrics to offer for a sentence that names work or a wish, most telling first. */
import { effectsFor, kindOf, kindOfNoun, type RankedMetric, rankedMetrics } from '../teams/index';
import type { EffectMetric } from '../teams/knowledge';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import type { SentenceMetric } from './metric-sentence';
import { type Thing, thingOf } from './thing';

/** Most rewordings of one sentence: a menu that one reads, not searches. */
const MOST = 4;

/** Above this share of common words two names say the same. */
const SAME = 0.6;

function wordSet(name: string): ReadonlySet<string> {
  return new Set(
    name
      .toLowerCase()
      .replace(/\{\p{L}+\}/gu, '')
      .match(/[\p{L}\p{N}]+/gu),
  );
}

/** Whether a team's metric is an effect in general words: "who use the new feature weekly", "who use {object} weekly". */
function sayTheSame(one: string, other: string): boolean {
  const [a, b] = [wordSet(one), wordSet(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common) >= SAME;
}

function spoken(effect: EffectMetric, thing: Thing): SentenceMetric {
  return {
    ...effect,
    name: effect.name
      .replace('{object}', () => thing.object)
      .replace('{noun}', () => thing.many)
      .replace('{nouns}', () => thing.plural),
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

interface OwnEffect {
  /** The pattern, with its place for the sentence's words. */
  readonly pattern: string;
  readonly metric: SentenceMetric;
}

/** Effects that carry the sentence's own words; none where its object is an abstraction ("speed", "culture"). */
function effectsOf(context: RewriteContext): OwnEffect[] {
  const { facts, team } = context;
  const thing = thingOf(context);
  if (!thing) return [];
  const { language, head } = facts;
  const isWish = facts.class === 'vague';
  const kind = isWish ? kindOfNoun(thing.noun, language) : kindOf(thing.noun, head?.lemma, language);
  if (isWish && kind === undefined) return [];
  const query = {
    language,
    ...(kind !== undefined && { kind }),
    ...(team && { team }),
    ...(head && { verb: head.lemma }),
  };
  return effectsFor(query).map((effect) => ({ pattern: effect.name, metric: spoken(effect, thing) }));
}

const TOPICS = ['other-topic'] as const;

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
  const ranked = rankedMetrics({
    language: facts.language,
    object: subject(context),
    ...(thing && { noun: thing.noun }),
    ...(team && { team }),
    ...(facts.head && { verb: facts.head.lemma }),
  });
  const metricsBecause = (...reasons: readonly RankedMetric['because'][]): readonly SentenceMetric[] =>
    ranked.filter(({ because }) => reasons.includes(because)).map(({ metric }) => metric);
  const own = metricsBecause('link', 'topic');
  // What other teams measure says something only where the own team has nothing to say; and work of no known team that
  // only touches a topic of some team may be about anything.
  const elsewhere =
    own.length > 0 || (team && hasEffects)
      ? []
      : metricsBecause('other-link', ...(team || facts.class === 'vague' ? TOPICS : []));
  return {
    linked: metricsBecause('link'),
    related: [...metricsBecause('topic'), ...elsewhere],
    usual: metricsBecause('default'),
  };
}

/** Takes from both lists in turn, so that the sentence's own words and the team's known metrics are both offered. */
function inTurn<T>(first: readonly T[], second: readonly T[]): T[] {
  const mixed: T[] = [];
  for (let n = 0; n < Math.max(first.length, second.length); n++)
    mixed.push(...first.slice(n, n + 1), ...second.slice(n, n + 1));
  return mixed;
}

const found = new WeakMap<RewriteContext, readonly SentenceMetric[]>();

/** Metrics to offer, best first, at most four, each name once. Kept per context: several rewrites ask for them. */
export function measuresOf(context: RewriteContext): readonly SentenceMetric[] {
  let measures = found.get(context);
  if (!measures) {
    const effects = effectsOf(context);
    const { linked, related, usual } = knownFor(context, effects.length > 0);
    const named = linked.map(
      (metric) => effects.find(({ pattern }) => sayTheSame(pattern, metric.name))?.metric ?? metric,
    );
    const own = effects.map(({ metric }) => metric);
    // The sentence's own thing first: what the team measures anyway is one step further away.
    // Who supports others moves their result, not the supported themselves.
    const isSupport = context.finding.variant === 'support';
    const fitting = [...(isSupport ? inTurn(named, own) : inTurn(own, named)), ...related];
    const byName = new Map((fitting.length > 0 ? fitting : usual).map((metric) => [metric.name, metric]));
    measures = [...byName.values()].slice(0, MOST);
    found.set(context, measures);
  }
  return measures;
}
