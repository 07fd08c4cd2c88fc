/** Metrics that carry the sentence's own words: what becomes of the thing that it works on. */
import { effectsFor, generalEffects, kindOf } from '../teams/index';
import type { EffectMetric } from '../teams/knowledge';
import type { Language } from '../text/language';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import { deedOf } from './deed';
import { GUESSES, MEANS, OF_OFFICE } from './kinds';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { type People, peopleOf } from './people';
import { sayTheSame } from './same-metric';
import { type Thing, thingOf } from './thing';
import { sentence, wordingOf } from './wording';

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
export function wholeSentence(context: RewriteContext): string {
  const { start, end } = sentenceSpan(context);
  return statementText(context).slice(start, end);
}

/** What the sentence says about its subject: the object, or all of it where none was found. */
export function subject(context: RewriteContext): string {
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
export function ownOf(context: RewriteContext): Own {
  const { facts, team } = context;
  const thing = thingOf(context);
  if (!thing) return { effects: [] };
  const { language } = facts;
  const verb = deedOf(context)?.verb;
  const named = nounKind(thing.noun, language);
  const { aspects, nominals } = wordingOf(language).phrase;
  const people = peopleOf(context);
  const isTask = people.own === '' && nominals.some((each) => thing.object.startsWith(`${each} `));
  // "tăng cường kiểm soát kho": what there is to be more of is work
  const isWish = facts.class === 'vague' && verb === facts.head?.lemma;
  const kind = named ?? (isTask ? 'practice' : isWish ? undefined : kindByVerb(context, thing, verb));
  // "chất lượng gỗ xẻ": of what no list knows, so much of it is good enough
  const ofQuality = generalEffects(language)[2];
  if (kind === undefined && ofQuality && lowerWords(subject(context)).startsWith(`${aspects[0]} `))
    return { effects: [{ pattern: '', metric: spoken(ofQuality, thing, people, language) }] };
  const query = {
    language,
    ...(kind !== undefined && { kind }),
    ...(team && { team }),
    ...(verb !== undefined && { verb }),
  };
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
export function generalOf(context: RewriteContext): readonly SentenceMetric[] {
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
