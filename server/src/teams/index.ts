/** The teams stage: what a team measures, and which of it shows the effect of some work. */
import { LANGUAGES, type Language } from '../text/language';
import { EFFECT_KNOWLEDGE, TEAM_KNOWLEDGE } from './data';
import type { ActivityLink, Effect, EffectMetric, TeamId, TeamKnowledge, TeamMetric } from './knowledge';
import { endOf, longestMatch, startOf, type Words, wordsOf } from './words';

export type {
  ActivityLink,
  EffectMetric,
  OkrExample,
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
}

/** A metric with how it was found, best first. */
export interface RankedMetric {
  readonly team: TeamId;
  readonly metric: TeamMetric;
  readonly because: 'link' | 'topic' | 'other-link' | 'other-topic' | 'default';
}

/** A verb that agrees is worth more than any length of object: what is done tells more than what it is done to. */
const VERB_AGREES = 100;
/** What is done to the thing itself counts more than what is done to something named beside it. */
const IS_HEAD = 50;

interface Sought {
  readonly object: Words;
  readonly noun: Words;
  readonly verb: Words;
}

function linkScore(link: ActivityLink, { object, noun, verb }: Sought, language: Language): number {
  const verbAgrees = longestMatch(verb, link.verbs, language);
  if (link.verbs.length > 0 && !verbAgrees) return 0;
  const matched = longestMatch(object, link.objects, language);
  if (matched === undefined) return 0;
  const isHead = link.objects.some((each) => isHeadNoun(noun, each, language));
  return matched.length + (verbAgrees ? VERB_AGREES : 0) + (isHead ? IS_HEAD : 0);
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

/** The metrics that fit, best first, each with why it was taken. */
export function rankedMetrics(query: MetricQuery): readonly RankedMetric[] {
  const { team, language } = query;
  const object = wordsOf(query.object ?? '', language);
  const noun = query.noun === undefined ? object : wordsOf(query.noun, language);
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
  const elsewhere = TEAMS.flatMap((other) =>
    linked(knowledgeOf(other, language), sought).map((scored) => ({ ...scored, other })),
  ).sort((a, b) => b.score - a.score);
  for (const { metric, other } of elsewhere) add(other, metric, 'other-link');
  for (const other of TEAMS)
    for (const metric of onTopic(knowledgeOf(other, language), object, language))
      add(other, metric, 'other-topic');
  if (own) for (const metric of own.metrics) add(own.id, metric, 'default');
  return [...ranked.values()];
}

/**
 * Metrics that would show the effect of an activity, best first: what the team's links say, what its topics say, what
 * other teams' links and topics say, then the team's first metrics.
 */
export function metricsFor(query: MetricQuery): readonly TeamMetric[] {
  return rankedMetrics(query).map(({ metric }) => metric);
}

/** Without trailing designators ("module Y", "release 3", "webinar series"), which are no nouns of their own. */
function withoutDesignator(line: string, classifiers: readonly string[]): string {
  const tokens = line.trim().split(' ');
  const isNone = (word: string) => /^\p{L}?\p{N}*$/u.test(word) || classifiers.includes(word);
  while (tokens.length > 1 && isNone(tokens.at(-1) ?? '')) tokens.pop();
  return ` ${tokens.join(' ')} `;
}

function withoutClassifiers(line: string, classifiers: readonly string[]): string {
  const classifier = classifiers.find((word) => line.startsWith(` ${word} `));
  const rest = classifier && line.slice(classifier.length + 1);
  return rest && rest.trim() !== '' ? rest : line;
}

/** The line as it is and without what may surround its head noun. */
function headLines({ line }: Words, language: Language): readonly string[] {
  const { headNoun, classifiers } = EFFECT_KNOWLEDGE[language];
  return [
    line,
    headNoun === 'last'
      ? withoutDesignator(
          line,
          classifiers.map((each) => wordsOf(each, language).line.trim()),
        )
      : withoutClassifiers(line, classifiers),
  ];
}

/** Whether `noun` is the head of the phrase: its last words in English, its first in Vietnamese. */
function isHeadNoun(words: Words, noun: string, language: Language): boolean {
  const { headNoun } = EFFECT_KNOWLEDGE[language];
  return headLines(words, language).some((line) => {
    const phrase = { ...words, line };
    return headNoun === 'last'
      ? endOf(phrase, noun, language) === line.length
      : startOf(phrase, noun, language) === 0;
  });
}

/** The kind whose noun is the head of the phrase; the longest such noun decides. */
function headKind(words: Words, language: Language): string | undefined {
  let best: { kind: string; length: number } | undefined;
  for (const [kind, nouns] of Object.entries(EFFECT_KNOWLEDGE[language].kinds))
    for (const noun of nouns)
      if (noun.length > (best?.length ?? 0) && isHeadNoun(words, noun, language))
        best = { kind, length: noun.length };
  return best?.kind;
}

/** Kind of thing that the head noun of `object` names. */
export function kindOfNoun(object: string, language: Language): string | undefined {
  return headKind(wordsOf(object, language), language);
}

/** Kind of thing that the head noun of `object` names; else the kind that `verb` mostly acts on. */
export function kindOf(object: string, verb: string | undefined, language: Language): string | undefined {
  const kind = kindOfNoun(object, language);
  if (kind !== undefined || verb === undefined) return kind;
  const act = wordsOf(verb, language);
  const { kindOfVerb } = EFFECT_KNOWLEDGE[language];
  return Object.entries(kindOfVerb).find(([, verbs]) => longestMatch(act, verbs, language))?.[0];
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
