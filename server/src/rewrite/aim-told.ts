/** Objectives that tell of people in a part of the sentence: "A game people cannot put down", "Give nurses their evenings back". */
import { analyse } from '../statement/index';
import type { Language } from '../text/language';
import {
  arePeople,
  isMany,
  isPlainVerb,
  manyOf,
  pluralOfOne,
  saidOfMany,
  type Those,
  those,
} from './aim-many';
import { nounKind } from './noun-kind';
import { lowerWords, tokensOf, uncapitalised } from './noun-phrase';
import { type Wording, wordingOf } from './wording';

/** Words of the thing, and of those who do something with it, at most. */
const LONGEST_THING = 4;
const LONGEST_PEOPLE = 3;
const SIGN = /[^\p{L}\p{M}'’-]/u;

interface Known extends Pick<Wording, 'words' | 'phrase'> {
  readonly language: Language;
}

/** People at the beginning of the words, as many, and what follows them: "every child | reads" is "children | read". */
function peopleFirst(
  tokens: readonly string[],
  known: Known,
  inflects: boolean,
): [string[], string[]] | undefined {
  const { words, phrase, language } = known;
  const led = tokens.findIndex((word) => !words.aimLeads.includes(word));
  const single = tokens.slice(0, Math.max(0, led)).some((word) => words.aimEach.includes(word));
  for (let end = led + 1; led >= 0 && end <= led + LONGEST_PEOPLE && end < tokens.length; end++) {
    const one = tokens.slice(led, end);
    const many = single ? [...pluralOfOne(one, language)] : one;
    if (one.some((word) => phrase.cutAt.includes(word)) || !isMany(many, language)) continue;
    // "work that makes clients gasp"
    if (one.slice(0, -1).some((word) => isPlainVerb([manyOf(word, language)], language))) continue;
    if (!arePeople(many.join(' '), language)) continue;
    const [verb = '', ...rest] = tokens.slice(end);
    return [many, [single && inflects ? manyOf(verb, language) : verb, ...rest]];
  }
  return undefined;
}

/** Where the thing stands that somebody does something with: "call it their own", "put it down", "come back to it". */
function withThing(
  does: readonly string[],
  thing: readonly string[],
  { words, phrase, language }: Known,
): string[] | undefined {
  const verb = does.findIndex((word) => !words.aimModals.includes(word));
  const last = does.at(-1) ?? '';
  const toVerb = words.toWords.includes(does.at(-2) ?? '') && isPlainVerb([last], language);
  const [first = ''] = does;
  const isVerb =
    verb > 0 ||
    isPlainVerb(does, language) ||
    words.aimForms.some(([, many]) => many === first) ||
    (!phrase.cutAt.includes(first) &&
      !phrase.leading.includes(first) &&
      nounKind(first, language) === undefined);
  if (verb < 0 || !isVerb) return undefined;
  const isOpen = phrase.cutAt.includes(last) || phrase.leading.includes(last);
  const at =
    verb < does.length - 1 && (toVerb || (isOpen && !words.aimParticles.includes(last)))
      ? does.length
      : verb + 1;
  return [...does.slice(0, at), ...thing, ...does.slice(at)];
}

/** "A game people cannot put down" speaks of people who cannot put the game down, "drawings builders trust" of drawings. */
function ofThing(
  tokens: readonly string[],
  { isUs, isNamed }: { readonly isUs: boolean; readonly isNamed: boolean },
  known: Known,
): Those | undefined {
  const { words, phrase, language } = known;
  const articles = [...phrase.indefinite, ...phrase.keepArticle];
  const led = tokens.findIndex((word) => !articles.includes(word));
  for (let end = led + 1; led >= 0 && end <= led + LONGEST_THING && end < tokens.length; end++) {
    const thing = tokens.slice(led, end);
    if (phrase.cutAt.includes(thing.at(-1) ?? '')) return undefined;
    const isThat = words.aimThat.includes(tokens[end] ?? '');
    // "new hires become productive"
    if (!isThat && !isNamed && led === 0 && !isMany(thing, language)) continue;
    const found = peopleFirst(tokens.slice(isThat ? end + 1 : end), known, true);
    if (!found) continue;
    const [who, does] = found;
    if (isMany(thing, language)) return withThing(does, [], known) && { share: tokens.join(' '), people: '' };
    const said = withThing(does, isUs ? [words.aimUs] : [phrase.article, ...thing], known);
    return said && those(who, said, language);
  }
  return undefined;
}

/** What an objective says of people after its verb: what they are let do, what they are given, what they do with the thing. */
function behindVerb(text: string, known: Known): Those | undefined {
  const { words, phrase, language } = known;
  const { head } = analyse(text, language);
  const [opener = ''] = tokensOf(text);
  const commands = words.appeals.includes(lowerWords(opener));
  const end = head?.span.start === 0 ? head.span.end : commands ? opener.length : 0;
  const first = lowerWords(text.slice(0, end));
  const tokens = uncapitalised(tokensOf(end > 0 ? text.slice(end) : text));
  if (words.aimGives.includes(first)) {
    const [who, what] = peopleFirst(tokens, known, false) ?? [];
    const isGift = what && [...phrase.indefinite, ...phrase.keepArticle].includes(what[0] ?? '');
    return who && isGift ? those(who, [words.aimHave, ...what], language) : undefined;
  }
  if (words.appeals.includes(first)) {
    const [who, does] = peopleFirst(tokens, known, false) ?? [];
    if (who && does && isPlainVerb(does, language) && does.length > 1) return those(who, does, language);
    const many = tokens.slice(tokens.findIndex((word) => !words.aimLeads.includes(word)));
    const said = saidOfMany(many, language);
    if (said) return said;
  }
  if (head?.class === 'learning') return undefined;
  return ofThing(tokens, { isUs: head?.class === 'become', isNamed: end > 0 }, known);
}

/** What the objective's sentence says of people; undefined where it says no such thing, or words do not inflect. */
export function toldOf(
  text: string,
  language: Language,
  aimIn: (text: string, language: Language) => Those | undefined,
): Those | undefined {
  const { words, phrase } = wordingOf(language);
  if (phrase.plural === '') return undefined;
  // "When something bursts, people feel looked after"
  const [before = '', after = ''] = text.split(', ', 2);
  const [when = ''] = uncapitalised(tokensOf(before));
  if (after !== '' && words.aimWhen.includes(when)) {
    const aim = aimIn(after, language);
    return aim?.share
      ? { ...aim, share: `${aim.share} ${uncapitalised(tokensOf(before)).join(' ')}` }
      : undefined;
  }
  const isCompared = tokensOf(text)
    .slice(-2)
    .some((word) => [...words.aimTrails, ...words.aimSooner].includes(lowerWords(word)));
  return isCompared || SIGN.test(text.replace(/\s+/gu, ''))
    ? undefined
    : behindVerb(text, { words, phrase, language });
}
