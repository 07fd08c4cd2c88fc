/** The teams stage: what a team measures, and which of it shows the effect of some work. */
import { LANGUAGES, type Language } from '../text/language';
import { EFFECT_KNOWLEDGE, TEAM_KNOWLEDGE } from './data';
import { type Heads, headKind, headsOf, isHead } from './head-noun';
import type { ActivityLink, Effect, EffectMetric, TeamId, TeamKnowledge, TeamMetric } from './knowledge';
import { longestMatch, type Words, wordsOf } from './words';

export { nounOfBare } from './head-noun';
export type {
  ActivityLink,
  EffectMetric,
  TeamId,
  TeamKnowledge,
  TeamMetric,
  Trade,
} from './knowledge';
export { peopleServed, peopleWorking, tradeMetrics, tradeOf } from './trades';

export const TEAMS: readonly TeamId[] = [
  'sales',
  'marketing',
  'operations',
  'hr',
  'product',
  'engineering',
  'support',
  'finance',
];

/** What `team` measures, in `language`. */
export function knowledgeOf(team: TeamId, language: Language): TeamKnowledge {
  return TEAM_KNOWLEDGE[language][team];
}

const teamOfName = new Map<string, TeamId>(
  LANGUAGES.flatMap((language) =>
    TEAMS.flatMap((team) => {
      const { id, name, slug } = knowledgeOf(team, language);
      return [id, name.toLowerCase(), slug].map((known) => [known, team] as const);
    }),
  ),
);

/**
 * The team that a path, a title or a `team:` value names. The language says whose words to expect; names in the other
 * language count as well, after it. The longest name wins ("customer support engineering" is support).
 */
export function detectTeam(words: string, language: Language): TeamId | undefined {
  const exact = teamOfName.get(words.trim().normalize('NFC').toLowerCase());
  if (exact) return exact;
  for (const tongue of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const text = wordsOf(words, tongue);
    let found: { team: TeamId; length: number } | undefined;
    for (const team of TEAMS) {
      const { aliases, slug } = knowledgeOf(team, tongue);
      const length = longestMatch(text, [...aliases, slug], tongue)?.length ?? 0;
      if (length > (found?.length ?? 0)) found = { team, length };
    }
    if (found) return found.team;
  }
  return undefined;
}

export interface MetricQuery {
  readonly team?: TeamId;
  readonly language: Language;
  /** The head verb in dictionary form. */
  readonly verb?: string;
  /** What it acts on, or the whole sentence. */
  readonly object?: string;
  /** The core of the object, without counts and prepositions, where it is known: its head noun counts most. */
  readonly noun?: string;
  /** Whether to look what other teams measure, too; true where absent. */
  readonly elsewhere?: boolean;
  /** Whether of other teams' links only those count that agree in the verb. */
  readonly onlyByVerb?: boolean;
}

/** A metric with how it was found, best first. */
export interface RankedMetric {
  readonly team: TeamId;
  readonly metric: TeamMetric;
  readonly because: 'link' | 'topic' | 'other-link' | 'default';
}

/** A verb that agrees is worth more than any length of object: what is done tells more than what it is done to. */
const VERB_AGREES = 100;
/** What is done to the thing itself counts more than what is done to something named beside it. */
const IS_HEAD = 50;

interface Sought {
  readonly object: Words;
  readonly noun: Heads;
  readonly verb: Words;
}

function linkScore(link: ActivityLink, { object, noun, verb }: Sought, language: Language): number {
  const verbAgrees = longestMatch(verb, link.verbs, language);
  if (link.verbs.length > 0 && !verbAgrees) return 0;
  const matched = longestMatch(object, link.objects, language);
  if (matched === undefined) return 0;
  const agrees = link.objects.some((each) => isHead(noun, each, language));
  return matched.length + (verbAgrees ? VERB_AGREES : 0) + (agrees ? IS_HEAD : 0);
}

interface Scored {
  readonly metric: TeamMetric;
  readonly score: number;
}

/** Metrics of the team's links that fit the activity, the best link's first. */
function linked(knowledge: TeamKnowledge, sought: Sought): Scored[] {
  const byId = new Map(knowledge.metrics.map((metric) => [metric.id, metric]));
  return knowledge.links
    .map((link) => ({ link, score: linkScore(link, sought, knowledge.language) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ link, score }) =>
      link.metrics.flatMap((id) => {
        const metric = byId.get(id);
        return metric ? [{ metric, score }] : [];
      }),
    );
}

/** Metrics whose topics occur in the object, the one with the longest topic first. */
function onTopic(knowledge: TeamKnowledge, object: Words, language: Language): TeamMetric[] {
  return knowledge.metrics
    .map((metric) => ({ metric, length: longestMatch(object, metric.topics, language)?.length ?? 0 }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ metric }) => metric);
}

/**
 * What all teams' links have for it: `least` keeps out links that agree in words alone, which are
 * found in any team's work ("payment" of payment terms, "review" of a donation review).
 */
function elsewhere(sought: Sought, language: Language, least: number): RankedMetric[] {
  const byLink = TEAMS.flatMap((team) =>
    linked(knowledgeOf(team, language), sought)
      .filter(({ score }) => score >= least)
      .map((scored) => ({ ...scored, team })),
  ).sort((a, b) => b.score - a.score);
  return byLink.map(({ team, metric }) => ({ team, metric, because: 'other-link' as const }));
}

/**
 * Metrics that would show the effect of an activity, best first, each with why it was taken: what the team's links say,
 * what its topics say, what other teams' links say, then the team's first metrics.
 */
export function rankedMetrics(query: MetricQuery): readonly RankedMetric[] {
  const { team, language } = query;
  const object = wordsOf(query.object ?? '', language);
  const noun = headsOf(query.noun ?? query.object ?? '', language);
  const sought = { object, noun, verb: wordsOf(query.verb ?? '', language) };
  const ranked = new Map<string, RankedMetric>();
  const add = (from: TeamId, metric: TeamMetric, because: RankedMetric['because']): void => {
    if (!ranked.has(metric.name)) ranked.set(metric.name, { team: from, metric, because });
  };
  const own = team && knowledgeOf(team, language);
  if (own) {
    for (const { metric } of linked(own, sought)) add(own.id, metric, 'link');
    for (const metric of onTopic(own, object, language)) add(own.id, metric, 'topic');
  }
  for (const { team: other, metric, because } of query.elsewhere === false
    ? []
    : elsewhere(sought, language, query.onlyByVerb ? VERB_AGREES : 0))
    add(other, metric, because);
  if (own) for (const metric of own.metrics) add(own.id, metric, 'default');
  return [...ranked.values()];
}

/**
 * Kind of thing that the head noun of `object` names. Words without any diacritics may be typed in haste, except in
 * `exact` ones: "gia" of "tham gia" is no "giá".
 */
export function kindOfNoun(object: string, language: Language, exact = false): string | undefined {
  const heads = headsOf(object, language);
  return headKind(exact ? { ...heads, bare: false } : heads, language);
}

/** Kind of thing that the head noun of `object` names; else the kind that `verb` mostly acts on. */
export function kindOf(object: string, verb: string | undefined, language: Language): string | undefined {
  const kind = kindOfNoun(object, language);
  if (kind !== undefined || verb === undefined) return kind;
  const act = wordsOf(verb, language);
  const { kindOfVerb } = EFFECT_KNOWLEDGE[language];
  // "đăng ký" holds "đăng", which is another verb
  const known = longestMatch(act, Object.values(kindOfVerb).flat(), language);
  return known && Object.entries(kindOfVerb).find(([, each]) => each.includes(known))?.[0];
}

const verbs: Partial<Record<Language, ReadonlySet<string>>> = {};

/** Whether an effect or a kind of things is known of that verb, in dictionary form. */
export function isKnownVerb(verb: string, language: Language): boolean {
  const { effects, kindOfVerb } = EFFECT_KNOWLEDGE[language];
  const known =
    verbs[language] ??
    new Set([...effects.map((effect) => effect.verbs ?? []), ...Object.values(kindOfVerb)].flat());
  verbs[language] = known;
  return known.has(verb);
}

export interface EffectQuery extends MetricQuery {
  /** What the object is; where unknown, only effects of the verb itself are given. */
  readonly kind?: string;
}

/** How closely an effect describes the work: its verb more than its kind, its kind more than its team. */
function specificity({ kinds, verbs = [], teams = [] }: Effect): number {
  return (verbs.length > 0 ? 4 : 0) + (kinds.length > 0 ? 2 : 0) + (teams.length > 0 ? 1 : 0);
}

/**
 * What that work is meant to change: metrics with a place for the sentence's own words, of the most closely fitting
 * entry alone, since a looser one is about other work.
 */
export function effectsFor({ kind, verb, team, language }: EffectQuery): readonly EffectMetric[] {
  const act = wordsOf(verb ?? '', language);
  const fitting = EFFECT_KNOWLEDGE[language].effects.filter(
    ({ kinds, verbs = [], teams = [] }) =>
      (kinds.length === 0 || (kind !== undefined && kinds.includes(kind))) &&
      (verbs.length === 0 || longestMatch(act, verbs, language) !== undefined) &&
      (teams.length === 0 || (team !== undefined && teams.includes(team))),
  );
  const [best] = fitting.sort((a, b) => specificity(b) - specificity(a));
  return best?.metrics ?? [];
}

/** What work on any thing may change: for objects that no list knows. */
export function generalEffects(language: Language): readonly EffectMetric[] {
  return EFFECT_KNOWLEDGE[language].general;
}
