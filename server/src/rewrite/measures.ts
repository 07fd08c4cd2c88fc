/** Which metrics to offer for a sentence that names work or a wish, most telling first. */

import {
  effectsFor,
  generalEffects,
  kindOf,
  type RankedMetric,
  rankedMetrics,
  tradeMetrics,
} from '../teams/index';
import type { EffectMetric } from '../teams/knowledge';
import type { Language } from '../text/language';
import { measureOfAim, objectiveText } from './aim-measure';
import { measureOfAppeal } from './appeal';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { deedOf } from './deed';
import { ENDS, GUESSES, INPUTS, MEANS, OF_OFFICE, SERVED, SHOWN } from './kinds';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { type People, peopleOf } from './people';
import { saidOfPeople } from './said';
import { distinct, sayTheSame } from './same-metric';
import { type Taken, takenBy } from './siblings';
import { type Thing, thingOf } from './thing';
import { sentence, wordingOf } from './wording';

/** Most rewordings of one sentence: a menu that one reads, not searches. */
const MOST = 4;

/** Below this many there is hardly a choice. */
const FEW = 3;

function kindByVerb(context: RewriteContext, thing: Thing, verb: string | undefined): string | undefined {
  const kind = kindOf(thing.noun, verb, context.facts.language);
  return kind !== undefined && context.team ? (OF_OFFICE[kind] ?? kind) : kind;
}

/** A share of one team is a share of its members; "tổ trưởng" is no "tổ". */
function asMembers(noun: string, pattern: string, language: Language): string {
  const { words, phrase } = wordingOf(language);
  const share = sentence(language, 'share', { words: '{object}' }).join('');
  const [first = '', second] = tokensOf(noun);
  const isGroup = words.groups.includes(first) && !phrase.compounds.includes(`${first} ${second}`);
  if (!isGroup || !pattern.startsWith(share) || nounKind(noun, language) !== 'staff') return noun;
  return sentence(language, 'memberOf', { words: noun }).join('');
}

function spoken(effect: EffectMetric, thing: Thing, people: People, language: Language): SentenceMetric {
  const words: Readonly<Record<string, string>> = {
    object: asMembers(thing.object, effect.name, language),
    noun: thing.many,
    nouns: thing.plural,
    people: people.served,
    staff: people.working,
  };
  return { ...effect, name: effect.name.replace(/\{(\p{L}+)\}/gu, (_, name: string) => words[name] ?? '') };
}

/** "The share of the parent council satisfied with the parent council". */
function isAboutItself({ name }: EffectMetric, { noun }: Thing, { served }: People): boolean {
  return name.includes('{people}') && sayTheSame(noun, served);
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
  /** The kind is only guessed, from the verb. */
  readonly guessed?: boolean;
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
  const named = nounKind(thing.noun, language);
  const { aspects, nominals } = wordingOf(language).phrase;
  const [quality = ''] = aspects;
  const isTask = peopleOf(context).own === '' && nominals.some((each) => thing.object.startsWith(`${each} `));
  // "chất lượng gỗ xẻ": of what no list knows, so much of it is good enough
  const wished = lowerWords(subject(context)).startsWith(`${quality} `) ? 'quality' : undefined;
  // "tăng cường kiểm soát kho": what there is to be more of is work
  const byVerb = isWish && verb === facts.head?.lemma ? wished : kindByVerb(context, thing, verb);
  const kind = named ?? (isTask ? 'task' : byVerb);
  const query = {
    language,
    ...(kind !== undefined && { kind }),
    ...(team && { team }),
    ...(verb !== undefined && { verb }),
  };
  const people = peopleOf(context);
  return {
    ...(kind !== undefined && { kind }),
    // those who are named will use what is made for them
    guessed: named === undefined && GUESSES.includes(kind) && !(kind === 'made' && people.named),
    effects: effectsFor(query)
      .filter((effect) => !isAboutItself(effect, thing, people))
      .map((effect) => ({ pattern: effect.name, metric: spoken(effect, thing, people, language) })),
  };
}

/** Kinds of things that nobody outside is content with or complains about, besides means. */
const UNSEEN: readonly string[] = [
  'awareness',
  'campaign',
  'cover',
  'drill',
  'harm',
  'item',
  'receivable',
  'relation',
  'stock',
  'topic',
];

/** What can be said of the sentence's thing whatever it is. */
function generalOf(context: RewriteContext): readonly SentenceMetric[] {
  const thing = thingOf(context);
  // nobody is content with what there is to be less of
  if (!thing || context.facts.direction === 'decrease') return [];
  // those one works with are not what customers are content with
  if (context.facts.head?.class === 'support') return [];
  // "customer satisfaction" is a measure itself: nothing goes wrong with it, and nobody complains about it
  if (context.facts.metric) return [];
  // work on people is judged by what they do, and nobody outside sees the means
  const kind = nounKind(thing.noun, context.facts.language);
  if ([...PEOPLE, ...UNSEEN].includes(kind) || MEANS.has(kind)) return [];
  // of what no list knows, what is done to it tells more: "diễn tập chữa cháy"
  const own = kind === undefined ? ownOf(context) : undefined;
  if (own && own.effects.length > 0 && !own.guessed) return [];
  const people = peopleOf(context);
  return generalEffects(context.facts.language)
    .filter((effect) => !isAboutItself(effect, thing, people))
    .map((effect) => spoken(effect, thing, people, context.facts.language));
}

/** What is done to a thing of which nobody knows more, by what the verb tells of it. */
const DONE: readonly (string | undefined)[] = [undefined, 'fixture', 'looked', 'research'];

/** "Khảo sát mái nhà cho chủ hộ": of what no list knows, how content those are for whom it is done. */
function ofServed(context: RewriteContext): readonly SentenceMetric[] {
  const { head, language, class: kind } = context.facts;
  const [nominal] = wordingOf(language).phrase.nominals;
  const { own } = peopleOf(context);
  const thing = thingOf(context);
  const [content] = generalEffects(language);
  if (!nominal || !content || !head || !thing || own === '' || kind === 'vague') return [];
  const isOther = ![undefined, 'fixture'].includes(nounKind(thing.noun, language));
  if (isOther || !DONE.includes(kindOf('', head.lemma, language))) return [];
  const object = `${nominal} ${lowerWords(wordsIn(context, head.span))} ${thing.noun}`;
  return [spoken(content, { ...thing, object }, peopleOf(context), language)];
}

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
      trade.here.length > 0);
  const fitting = distinct([
    ...measureOfAppeal(context),
    ...ofServed(context),
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
