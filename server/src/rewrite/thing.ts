/** The thing that a sentence works on, as words that fit into another sentence. */

import { isTime } from '../statement/index';
import { kindOfNoun } from '../teams/index';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { type RewriteContext, statementText, wordsIn } from './context';
import { behindTimes, deedOf } from './deed';
import { nounKind } from './noun-kind';
import {
  type Core,
  core,
  isAdverb,
  lowerWords,
  PEOPLE,
  PUNCTUATION,
  tokensOf,
  uncapitalised,
} from './noun-phrase';
import { type Phrase, wordingOf } from './wording';

export interface Thing {
  /** With an article where the language wants one: `the checkout page`, `customers`. */
  readonly object: string;
  /** Without: `checkout page`. */
  readonly noun: string;
  /** As it stands where many are meant: `customers`, but `the support team`. */
  readonly many: string;
  /** More than one of it: `nurses` of `a nurse`. */
  readonly plural: string;
  /** Where the work takes place: `in the north region`; empty where the sentence does not say. */
  readonly scope: string;
}

/**
 * A name takes no article: `PagerDuty`, `module B`; a common noun in capitals does: `Ambassador Program`, `CRM`.
 */
function isName(words: readonly string[], language: Language): boolean {
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}/u.test(last) && !/\p{N}/u.test(last)) return false;
  if (last.length === 1 || /^\p{N}+$/u.test(last)) return true;
  const isCommon = nounKind(words.join(' '), language) !== undefined;
  return !isCommon || (words.length === 1 && last !== last.toUpperCase());
}

/** The sentence's own article (`our`; `a` has become known by now), else `the`, else nothing for plurals, names and masses. */
function articleFor(lead: readonly string[], words: readonly string[], language: Language): string {
  const { phrase } = wordingOf(language);
  const own = lead.find((word) => phrase.keepArticle.includes(word));
  if (own !== undefined) return own;
  if (lead.some((word) => phrase.indefinite.includes(word))) return phrase.article;
  const last = (words.at(-1) ?? '').toLowerCase();
  const isMass =
    !phrase.countable.includes(last) &&
    phrase.noArticleEndings.some(
      (ending) => last.endsWith(ending) && !(ending === phrase.plural && last.endsWith('ss')),
    );
  return isMass || isName(words, language) ? '' : phrase.article;
}

/** "annotation and screen-recording tools" is one object; cut at "and" it would be another. */
function coreOf({ facts }: RewriteContext, tokens: readonly string[]): Core {
  const { phrase, words: known } = wordingOf(facts.language);
  if (facts.clauses.length <= 1) {
    const joined = core(tokens, phrase, known.joining);
    const last = joined.words.at(-1)?.toLowerCase() ?? '';
    if (joined.words.length <= phrase.most && !known.joining.includes(last)) return joined;
  }
  return core(tokens, phrase, []);
}

/** A date without its own lead right after the noun belongs to it: "ngân sách năm 2027", "báo cáo giữa kỳ". */
function bareDate(context: RewriteContext, object: Span, rest: readonly string[]): string[] {
  const { deadline } = context.facts;
  if (!deadline || rest.length > 0 || !isBareDate(context, deadline)) return [];
  return statementText(context).slice(object.end, deadline.start).trim() === ''
    ? [wordsIn(context, deadline)]
    : [];
}

/** Whether a deadline begins without any of the words that lead one in its language. */
export function isBareDate(context: RewriteContext, deadline: Span): boolean {
  const { deadlineLeads } = wordingOf(context.facts.language).words;
  const words = `${wordsIn(context, deadline).normalize('NFC').toLowerCase()} `;
  return deadlineLeads.length > 0 && !deadlineLeads.some((lead) => words.startsWith(`${lead} `));
}

export function pluralOf(noun: string, { plural, noArticleEndings, countable }: Phrase): string {
  if (countable.some((each) => noun.endsWith(each))) return noun + plural;
  if (plural === '' || noArticleEndings.some((ending) => noun.endsWith(ending))) return noun;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ie${plural}`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}e${plural}` : noun + plural;
}

/** What stands "in all trucks" is fitted to them; the metric is not counted there. */
const NO_PLACES: readonly (string | undefined)[] = [
  'vehicle',
  'device',
  'equipment',
  'feature',
  'system',
  'document',
  'food',
];

/** Longest place that is said again, in words: a longer one is more than a place. */
const LONGEST_SCOPE = 5;

/** "in the north region", where that is all that follows the noun. Numbers in it would read as values. */
function scopeOf(rest: readonly string[], language: Language): string {
  const scope = rest.join(' ');
  const lower = scope.normalize('NFC').toLowerCase();
  const { scopeWords } = wordingOf(language).words;
  const isPlace = scopeWords.some((word) => lower.startsWith(`${word} `)) && !/ing\b/u.test(lower);
  const isThing = NO_PLACES.includes(nounKind(scope, language));
  // "in plain language", "in advance": one thing without an article is how, not where
  const { leading, plural } = wordingOf(language).phrase;
  const where = rest.slice(1);
  const isHow =
    plural !== '' &&
    !leading.includes(lowerWords(where[0] ?? '')) &&
    !where.some((word) => word.endsWith(plural) || /^\p{Lu}/u.test(word));
  // "in all three halls": cut before its number, it is no place
  const isCut = wordingOf(language).phrase.leading.includes(lower.slice(lower.lastIndexOf(' ') + 1));
  return isPlace &&
    !isThing &&
    !isHow &&
    !isCut &&
    rest.length <= LONGEST_SCOPE &&
    !/\p{N}/u.test(scope) &&
    !PUNCTUATION.test(scope)
    ? scope
    : '';
}

/** "The quality of our pipeline" is about the pipeline, "chất lượng tuyển dụng" about "tuyển dụng". */
function withoutAspect(tokens: readonly string[], language: Language): readonly string[] {
  const { aspects, aspectOf } = wordingOf(language).phrase;
  const words = tokens.map(lowerWords);
  const at = aspectOf === '' ? -1 : words.indexOf(aspectOf);
  if (at > 0) return aspects.includes(words[at - 1] ?? '') && at < 3 ? tokens.slice(at + 1) : tokens;
  const aspect = aspectOf === '' && aspects.find((each) => words.join(' ').startsWith(`${each} `));
  if (!aspect) return tokens;
  const length = aspect.split(' ').length;
  const [all, rest] = [words, words.slice(length)].map((part) => nounKind(part.join(' '), language));
  return all === undefined || all === rest ? tokens.slice(length) : tokens;
}

/** Of people "old" says which ones: those who have been there before. */
const KEPT: readonly (string | undefined)[] = ['customer', 'partner', 'public', 'staff'];

/** "Make the report accessible", "get every shop inspected": what it should become is no part of the thing. */
function dropState(words: string[], language: Language): void {
  const thing = words.slice(0, -1).join(' ');
  const isDone = words.length > 1 && /[^e]ed$/u.test(words.at(-1) ?? '');
  if (
    isDone ||
    (nounKind(words.join(' '), language) === undefined && nounKind(thing, language) !== undefined)
  )
    words.pop();
}

/** "Teach villagers first aid", "give nurses a day off": what they are given is another thing. */
function dropGift(words: string[], language: Language): void {
  const { plural } = wordingOf(language).phrase;
  if (plural === '') {
    dropTopic(words, language);
    return;
  }
  if (PEOPLE.includes(nounKind(words.join(' '), language))) return;
  const end = words.findIndex(
    (word, n) =>
      /[^'’]s$|ren$/u.test(word) && PEOPLE.includes(nounKind(words.slice(0, n + 1).join(' '), language)),
  );
  if (end >= 0) words.splice(end + 1);
}

/** Kinds of what people learn. */
const LEARNT: readonly (string | undefined)[] = ['topic', 'process', 'practice', 'rule', 'standard'];

/** "(Đào tạo) tài xế kỹ năng giao tiếp": the people end where what they learn begins. */
function dropTopic(words: string[], language: Language): void {
  if (!PEOPLE.includes(nounKind(words.join(' '), language))) return;
  const end = words.findIndex(
    (_, n) => n > 0 && LEARNT.includes(nounKind(words.slice(n).join(' '), language)),
  );
  if (end > 0) words.splice(end);
}

/** Longest expressions of time, in words. */
const LONGEST_TIME = 3;

/** "Thư viện cuối tuần" is the library; "Sunday afternoons" are no thing at all. */
function dropTime(words: string[], language: Language): void {
  if (wordingOf(language).phrase.plural === '') {
    const isAt = (_: string, n: number) =>
      [LONGEST_TIME, 2].some(
        (count) => n + count <= words.length && isTime(words.slice(n, n + count).join(' '), language, false),
      );
    const end = words.findIndex(isAt);
    if (end >= 0) words.splice(end);
    // "chiều" of "chiều chủ nhật", "5" of "5 năm qua"
    const last = words.at(-1) ?? '';
    if (end > 0 && (isTime(last, language, true) || /^\p{N}/u.test(last))) words.pop();
  }
  const { aimSure } = wordingOf(language).words;
  // "meet the growers' union monthly"
  if (words.length > 1 && isAdverb(words.at(-1) ?? '', wordingOf(language).phrase)) words.pop();
  // "deliver on time"
  if (words.every((word) => isTime(word, language, true) || aimSure.includes(word))) words.splice(0);
}

/** "Expand to Leeds": that is where. */
function isPlaceName(leads: readonly string[], words: readonly string[], language: Language): boolean {
  const { forWords, scopeWords } = wordingOf(language).words;
  return /^\p{Lu}/u.test(words[0] ?? '') && [...forWords, ...scopeWords].includes(leads.at(-1) ?? '');
}

/** Kept per context: whatever looks for measures asks for it. */
const things = new WeakMap<RewriteContext, Thing | undefined>();

/** The thing named by the sentence's object, undefined where there is none that can be carried over. */
export function thingOf(context: RewriteContext): Thing | undefined {
  if (!things.has(context)) {
    const thing = findThing(context);
    const { language } = context.facts;
    // "may in moi" is known only without its marks
    const isBare = thing && kindOfNoun(thing.noun, language) !== kindOfNoun(thing.noun, language, true);
    things.set(context, isBare ? undefined : thing);
  }
  return things.get(context);
}

function findThing(context: RewriteContext): Thing | undefined {
  const { head, language } = context.facts;
  const object = deedOf(context)?.object;
  if (!object) return undefined;
  const { phrase } = wordingOf(language);
  const text = statementText(context);
  const written = tokensOf(text.slice(object.start, object.end));
  const tokens = text.slice(0, object.start).trim() === '' ? uncapitalised(written) : written;
  const { lead, words, rest } = coreOf(context, withoutAspect(tokens, language));
  const before = head ? text.slice(behindTimes(context, head.span.end), object.start) : '';
  if (head?.class === 'delexical' || head?.class === 'keep') dropState(words, language);
  dropGift(words, language);
  dropTime(words, language);
  // "A" of "A/B test" names nothing
  if (words.length > phrase.most || words.join('').length < 2) return undefined;
  const leads = [...tokensOf(before.toLowerCase()), ...lead];
  if (isPlaceName(leads, words, language)) return undefined;
  const isOld = phrase.trailing.includes(words.at(-1)?.toLowerCase() ?? '');
  if (isOld && words.length > 1 && !KEPT.includes(nounKind(words.join(' '), language))) words.pop();
  const noun = [...words, ...bareDate(context, object, rest)].join(' ');
  const article = articleFor(leads, words, language);
  // "việc trả kết quả": a verb alone is no thing
  const nominal = phrase.nominals.find((each) =>
    lowerWords(tokens.join(' ')).startsWith(`${each} ${lowerWords(noun)}`),
  );
  const whole = [nominal ?? article, noun].join(' ').trim();
  const isSingle = articleFor([], words, language) !== '';
  // "at eight fairs": a number in words would read as a value, too
  const isCounted = context.facts.quantities.some(({ span }) =>
    rest.includes(text.slice(span.start, span.end)),
  );
  // A place that is cut short ("TP.HCM") is none.
  const isCut = /^\S/u.test(text.slice(object.end));
  const scope = isCounted || isCut ? '' : scopeOf(rest, language);
  const { aimEach } = wordingOf(language).words;
  // "every buyer" means all of them
  if (
    isSingle &&
    tokensOf(`${before} ${lead.join(' ')}`.toLowerCase()).some((word) => aimEach.includes(word))
  ) {
    const many = pluralOf(noun, phrase);
    return { noun: many, object: many, many, plural: many, scope };
  }
  return {
    noun,
    object: whole,
    many: isSingle ? whole : noun,
    plural: isSingle ? pluralOf(noun, phrase) : noun,
    scope,
  };
}
