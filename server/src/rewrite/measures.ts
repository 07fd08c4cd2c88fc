/** Which metrics to offer for a sentence that names work or a wish, most telling first. */
import {
  effectsFor,
  generalEffects,
  kindOf,
  kindOfNoun,
  type RankedMetric,
  rankedMetrics,
  tradeMetrics,
} from '../teams/index';
import type { EffectMetric } from '../teams/knowledge';
import { measureOfAim, objectiveText } from './aim';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import { deedOf } from './deed';
import type { SentenceMetric } from './metric-sentence';
import { type People, peopleOf } from './people';
import { type Thing, thingOf } from './thing';

/** Most rewordings of one sentence: a menu that one reads, not searches. */
const MOST = 4;

/** Below this many there is hardly a choice. */
const FEW = 3;

/** Above this share of common words two names say the same. */
const SAME = 0.6;

/**
 * Kinds of things that are means: what they are for is nearer to a result than what becomes of them. Of all others
 * the sentence's own thing comes first.
 */
const MEANS: ReadonlySet<string | undefined> = new Set([
  'check',
  'closing',
  'culture',
  'device',
  'equipment',
  'plan',
  'policy',
  'process',
  'report',
  'research',
  'rule',
  'security',
  'social',
  'supplies',
  'system',
  'upkeep',
  'vehicle',
]);

/** Kinds of which the own effect fits in any trade. Of all others it is an office's way to look at it. */
const ENDS: ReadonlySet<string | undefined> = new Set([
  'defect',
  'food',
  'place',
  'report',
  'request',
  'service',
  'staff',
  'topic',
  'practice',
]);

const BY_OFFICE: readonly string[] = ['system', 'equipment'];

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

function spoken(effect: EffectMetric, thing: Thing, people: People): SentenceMetric {
  const words: Readonly<Record<string, string>> = {
    object: thing.object,
    noun: thing.many,
    nouns: thing.plural,
    people: people.served,
    staff: people.working,
  };
  return { ...effect, name: effect.name.replace(/\{(\p{L}+)\}/gu, (_, name: string) => words[name] ?? '') };
}

/** The words of the sentence from its verb on, for looking up what it is about. */
function wholeSentence(context: RewriteContext): string {
  const { start, end } = sentenceSpan(context);
  return statementText(context).slice(start, end);
}

/** What the sentence says about its subject: the object, or all of it where none was found. */
function subject(context: RewriteContext): string {
  const object = deedOf(context)?.object;
  const words = object && statementText(context).slice(object.start, object.end);
  return words?.trim() ? words : wholeSentence(context);
}

interface OwnEffect {
  /** The pattern, with its place for the sentence's words. */
  readonly pattern: string;
  readonly metric: SentenceMetric;
}

interface Own {
  readonly kind?: string;
  readonly effects: readonly OwnEffect[];
}

/** Effects that carry the sentence's own words; none where its object is an abstraction ("speed", "culture"). */
function ownOf(context: RewriteContext): Own {
  const { facts, team } = context;
  const thing = thingOf(context);
  if (!thing) return { effects: [] };
  const { language } = facts;
  const verb = deedOf(context)?.verb;
  const isWish = facts.class === 'vague';
  const named = kindOfNoun(thing.noun, language);
  const byVerb = isWish ? undefined : kindOf(thing.noun, verb, language);
  // what is replaced or bought may be anything where no office says that it is a system or a machine
  const kind = named ?? (team || !byVerb || !BY_OFFICE.includes(byVerb) ? byVerb : undefined);
  const query = {
    language,
    ...(kind !== undefined && { kind }),
    ...(team && { team }),
    ...(verb !== undefined && { verb }),
  };
  const people = peopleOf(context);
  return {
    ...(kind !== undefined && { kind }),
    effects: effectsFor(query).map((effect) => ({
      pattern: effect.name,
      metric: spoken(effect, thing, people),
    })),
  };
}

/** What can be said of the sentence's thing whatever it is. */
function generalOf(context: RewriteContext): readonly SentenceMetric[] {
  const thing = thingOf(context);
  // nobody is content with what there is to be less of
  if (!thing || context.facts.direction === 'decrease') return [];
  const people = peopleOf(context);
  return generalEffects(context.facts.language).map((effect) => spoken(effect, thing, people));
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
  const verb = deedOf(context)?.verb;
  const query = {
    language: facts.language,
    elsewhere: !hasEffects,
    ...(thing && { noun: thing.noun }),
    ...(team && { team }),
    ...(verb !== undefined && { verb }),
  };
  let ranked = rankedMetrics({ ...query, object: subject(context) });
  // "payment terms with suppliers": where the object says nothing, the rest of the sentence may
  if (team && !ranked.some(({ because }) => because === 'link'))
    ranked = [...ranked, ...rankedMetrics({ ...query, object: wholeSentence(context) })];
  const metricsBecause = (...reasons: readonly RankedMetric['because'][]): readonly SentenceMetric[] =>
    ranked.filter(({ because }) => reasons.includes(because)).map(({ metric }) => metric);
  const own = metricsBecause('link', 'topic');
  // What other teams measure says something only where the own team has nothing to say; and work of no known team that
  // only touches a topic of some team may be about anything.
  const elsewhere =
    own.length > 0 || hasEffects
      ? []
      : metricsBecause('other-link', ...(!team && facts.class === 'vague' ? TOPICS : []));
  return {
    linked: metricsBecause('link'),
    related: [...metricsBecause('topic'), ...elsewhere],
    usual: metricsBecause('default'),
  };
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

/** The first of those that say the same. */
function distinct(metrics: readonly SentenceMetric[]): readonly SentenceMetric[] {
  const kept: SentenceMetric[] = [];
  for (const metric of metrics)
    if (!kept.some(({ name }) => name === metric.name || sayTheSame(name, metric.name))) kept.push(metric);
  return kept;
}

function findMeasures(context: RewriteContext): readonly SentenceMetric[] {
  const { kind, effects } = ownOf(context);
  const trade = ofTrade(context);
  const { linked, related, usual } = knownFor(context, effects.length > 0 || trade.here.length > 0);
  const named = linked.map(
    (metric) => effects.find(({ pattern }) => sayTheSame(pattern, metric.name))?.metric ?? metric,
  );
  const own = effects.map(({ metric }) => metric);
  const around = [
    ...trade.here,
    ...named.slice(0, 1),
    ...measureOfAim(context),
    ...named.slice(1),
    ...trade.above,
  ];
  // Who supports others moves their result, not the supported themselves.
  const isWish = context.facts.class === 'vague';
  if (isWish) around.push(...related);
  const ownIsLast =
    !(context.team || ENDS.has(kind)) ||
    MEANS.has(kind) ||
    (kind === 'offer' && context.team !== 'sales') ||
    context.finding.variant === 'support' ||
    trade.here.length > 0;
  const fitting = distinct(ownIsLast ? inTurn(around, own) : inTurn(own, around));
  if (fitting.length >= MOST) return fitting.slice(0, MOST);
  const near = [...(trade.here.length > 0 ? generalOf(context) : related), ...generalOf(context), ...usual];
  return distinct([...fitting, ...near]).slice(0, Math.max(FEW, fitting.length));
}

const found = new WeakMap<RewriteContext, readonly SentenceMetric[]>();

/** Metrics to offer, best first, at most four, each name once. Kept per context: several rewrites ask for them. */
export function measuresOf(context: RewriteContext): readonly SentenceMetric[] {
  let measures = found.get(context);
  if (!measures) {
    measures = findMeasures(context);
    found.set(context, measures);
  }
  return measures;
}
