/** Objectives about many things or people: "Reports that people read", "Claims settled in a week", "Castings right first time". */
import { analyse } from '../statement/index';
import { peopleWorking } from '../teams/index';
import type { Language } from '../text/language';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { pluralOf } from './thing';
import { sentence, wordingOf } from './wording';

/** Words before what is said of them, at most. */
export const LONGEST_SUBJECT = 3;

/** Whether these are the words for more than one: no mass, and nothing that ends like a verb of one. */
export function isMany(words: readonly string[], language: Language): boolean {
  const { phrase, words: known } = wordingOf(language);
  const ends = [...phrase.cutAt, ...phrase.keepArticle, ...phrase.indefinite];
  const last = words.at(-1) ?? '';
  return (
    /[^su]s$|(?:children|people|men)$/u.test(last) &&
    // "is", "has" are no plurals
    !known.aimForms.some(([one]) => one === last) &&
    !holdsVerb(words, language) &&
    !words.some((word) => ends.includes(word))
  );
}

/** A verb in its plain form: "decisions | come from one source". */
export function isPlainVerb(words: readonly string[], language: Language): boolean {
  const { head } = analyse(words.join(' '), language);
  return head?.span.start === 0 && head.lemma.split(' ', 1)[0] === words[0];
}

/** "reads" of one is "read" of many. */
export function manyOf(verb: string, language: Language): string {
  const irregular = wordingOf(language).words.aimForms.find(([one]) => one === verb)?.[1];
  if (irregular !== undefined) return irregular;
  if (/(?:ss|sh|ch|x|z)es$/u.test(verb)) return verb.slice(0, -2);
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  return /[^s]s$/u.test(verb) ? verb.slice(0, -1) : verb;
}

/** "Children in the street" of "child in the street": what there is one of can be counted, whatever its ending. */
export function pluralOfOne(words: readonly string[], language: Language): readonly string[] {
  const { phrase, words: known } = wordingOf(language);
  const end = words.findIndex((word) => phrase.cutAt.includes(word));
  const at = (end > 0 ? end : words.length) - 1;
  const last = words[at] ?? '';
  // "everyone" has become many already
  if (words.join(' ') === peopleWorking(language) || known.aimSame.includes(last)) return words;
  const irregular = known.aimForms.find(([one]) => one === last)?.[1];
  const many = irregular ?? pluralOf(last, { ...phrase, noArticleEndings: [] });
  return words.map((word, n) => (n === at ? many : word));
}

/** "The collection | reaches | people": there is a verb of one behind the first word. */
export function holdsVerb(words: readonly string[], language: Language): boolean {
  return words.slice(1, -1).some((word) => {
    const many = manyOf(word, language);
    return many !== word && isPlainVerb([many], language);
  });
}

/** "Callers | hang up satisfied": what follows people is their verb, unless its end is open: "systems people | can rely on". */
function isOwnVerb(
  who: readonly string[],
  word: string,
  rest: readonly string[],
  language: Language,
): boolean {
  const { cutAt } = wordingOf(language).phrase;
  const isOpen = cutAt.includes(rest.at(-1) ?? '');
  return (
    arePeople(who.join(' '), language) &&
    !cutAt.includes(word) &&
    !isOpen &&
    nounKind(word, language) === undefined
  );
}

/** What is said of many, to be put after "the share of", and who they are where they are people. */
export interface Those {
  readonly share: string;
  readonly people: string;
}

/** Most plurals that end so and that nobody knows are people: "fishermen", "weavers", "dieticians". */
export function arePeople(noun: string, language: Language): boolean {
  const kind = nounKind(noun, language);
  return kind === undefined ? /(?:ers|ists|ians|men)$/u.test(noun) : PEOPLE.includes(kind);
}

/** "Children in the street | go hungry": people "who", things "that". */
export function those(who: readonly string[], does: readonly string[], language: Language): Those {
  const end = who.findIndex((word) => wordingOf(language).phrase.cutAt.includes(word));
  const noun = who.slice(0, end < 0 ? who.length : end).join(' ');
  const words = { who: who.join(' '), does: does.join(' ') };
  const isPeople = arePeople(noun, language);
  const share = sentence(language, isPeople ? 'peopleWho' : 'thingsThat', words).join('');
  return { share, people: isPeople ? words.who : '' };
}

/** "Claims process | runs smoothly", "sales call | quality is high": the verb comes later, and is that of one. */
function speaksOfOne(rest: readonly string[], language: Language): boolean {
  const { words, phrase } = wordingOf(language);
  const [next = ''] = rest;
  // "get paid | what their fruit is worth"
  const end = rest.findIndex((word) => phrase.cutAt.includes(word));
  const plain = /[^s]s$/u.test(next) ? next.slice(0, -1) : '';
  return (
    rest.slice(0, end < 0 ? rest.length : end).some((word) => words.aimForms.some(([one]) => one === word)) ||
    isPlainVerb([plain, ...rest.slice(1)], language)
  );
}

/** The thing before people who do something with it: "roads drivers | feel safe on", "bread people | queue for". */
function opensWithThing(noun: readonly string[], tokens: readonly string[], language: Language): boolean {
  if (noun.length < 2 || !arePeople(noun.at(-1) ?? '', language)) return false;
  const { cutAt } = wordingOf(language).phrase;
  return cutAt.includes(tokens.at(-1) ?? '') || isMany(noun.slice(0, -1), language);
}

/** The same where the first `at` words may be those of whom it is said. */
function saidOf(at: number, tokens: readonly string[], language: Language): Those | undefined {
  const { words, phrase } = wordingOf(language);
  const noun = tokens.slice(0, at);
  const [word = '', ...rest] = tokens.slice(at);
  if (!isMany(noun, language) || opensWithThing(noun, tokens, language)) return undefined;
  if (words.aimThat.includes(word) || words.aimDone.some((each) => word.endsWith(each)))
    return { ...those(noun, rest, language), share: tokens.join(' ') };
  if (words.aimStates.includes(word)) return those(noun, [words.aimAre, word, ...rest], language);
  const isVerb = isPlainVerb([word, ...rest], language) || isOwnVerb(noun, word, rest, language);
  // "bakers knows the rules"
  const many = manyOf(word, language);
  const does = isPlainVerb([many, ...rest], language) ? many : word;
  if (isVerb && !words.aimStops.includes(word) && !speaksOfOne(rest, language))
    return those(noun, [does, ...rest], language);
  // "mornings at the bakery run calmly"
  const end = phrase.cutAt.includes(word) ? endOfPlace(tokens, at, language) : 0;
  return end > 0 ? those(tokens.slice(0, end), tokens.slice(end), language) : undefined;
}

/**
 * What is said of many, to be put after "the share of", and who they are where they are people. `tokens` are the
 * objective's words without what leads them ("all", "our"), in lower case; undefined where they say no such thing.
 */
export function saidOfMany(tokens: readonly string[], language: Language): Those | undefined {
  if (wordingOf(language).phrase.plural === '') return undefined;
  for (let at = 1; at <= LONGEST_SUBJECT && at < tokens.length - 1; at++) {
    const said = saidOf(at, tokens, language);
    if (said) return said;
  }
  return undefined;
}

/** Where the verb stands behind "mornings at the bakery": up to three words behind the preposition; 0 where none does. */
function endOfPlace(tokens: readonly string[], at: number, language: Language): number {
  const { cutAt, keepArticle, indefinite } = wordingOf(language).phrase;
  const opens = [...cutAt, ...keepArticle, ...indefinite];
  for (let n = at + 2; n <= at + LONGEST_SUBJECT + 1 && n < tokens.length - 1; n++)
    if (!opens.includes(tokens[n - 1] ?? '') && isPlainVerb(tokens.slice(n), language)) return n;
  return 0;
}

/** "A washing machine | is fixed on the first visit": said of any, it is said of every one. */
export function asEvery(text: string, language: Language): string {
  const { words, phrase } = wordingOf(language);
  const [first = '', ...all] = tokensOf(text);
  if (!phrase.indefinite.includes(lowerWords(first))) return text;
  const at = all.findIndex((word, n) => n > 0 && manyOf(word, language) !== word);
  const many = manyOf(all[at] ?? '', language);
  // "a warehouse where nothing gets lost" says it of something else
  const isVerb =
    (words.aimForms.some(([, each]) => each === many) ||
      isPlainVerb([many, ...all.slice(at + 1)], language)) &&
    !all.slice(0, Math.max(0, at)).some((word) => words.aimInside.includes(word));
  const isOne = isVerb && at <= LONGEST_SUBJECT && !words.aimThat.includes(all[at - 1] ?? '');
  return isOne ? [words.aimEach[0], ...all].join(' ') : text;
}
