/** Objectives that say what should not happen: "Ships never wait outside", "No child comes hungry", "A shop that never runs out". */
import type { Language } from '../text/language';
import { holdsVerb, isMany, isPlainVerb, manyOf, pluralOfOne } from './aim-many';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, tokensOf, uncapitalised } from './noun-phrase';
import { sentence, wordingOf } from './wording';

/** Words of it that are said again, at most, and of those before the verb. */
const LONGEST = 14;
const LONGEST_SUBJECT = 6;

/** What there should be less of, and who they are where they are people. */
interface Harm {
  readonly name: string;
  readonly people: string;
}

/** "Ships | wait outside": those who do what should not happen. */
function ofMany(who: readonly string[], does: readonly string[], language: Language): Harm {
  const name = who.join(' ');
  const { cutAt } = wordingOf(language).phrase;
  const end = who.findIndex((word) => cutAt.includes(word));
  const noun = end < 0 ? name : who.slice(0, end).join(' ');
  const isPeople = PEOPLE.includes(nounKind(noun, language));
  const words = sentence(language, isPeople ? 'peopleWho' : 'thingsThat', {
    who: name,
    does: does.join(' '),
  });
  return { name: sentence(language, 'numberOf', { words }).join(''), people: isPeople ? name : '' };
}

/** "(No) child in the district | goes to school hungry". */
function ofNone(tokens: readonly string[], language: Language): Harm | undefined {
  for (let at = 1; at <= LONGEST_SUBJECT && at < tokens.length - 1; at++) {
    const who = tokens.slice(0, at);
    const [verb = '', ...rest] = tokens.slice(at);
    const many = manyOf(verb, language);
    const isOne = many !== verb && isPlainVerb([many, ...rest], language);
    if (isOne) return ofMany(pluralOfOne(who, language), [many, ...rest], language);
    if (isMany(who, language) && isPlainVerb([verb, ...rest], language))
      return ofMany(who, [verb, ...rest], language);
  }
  return undefined;
}

/** What the objective wants to happen no more; undefined where it says no such thing. */
export function neverIn(text: string, language: Language): Harm | undefined {
  const { words, phrase } = wordingOf(language);
  const [whole = ''] = text.normalize('NFC').split(/[,;:.!?]|\s[–—-]\s/u, 1);
  const all = uncapitalised(tokensOf(whole));
  if (phrase.plural === '' || all.length > LONGEST || /[^\p{L}\p{M}\s'’-]/u.test(whole)) return undefined;
  const [first = '', ...others] = all;
  const [no, nobody, one] = words.aimNone;
  const isOne = first === no && others[0] === one;
  const [verb = '', ...rest] = isOne ? others.slice(1) : others;
  if (isOne || first === nobody) return ofMany([words.anyone], [manyOf(verb, language), ...rest], language);
  if (first === no) return ofNone(others, language);
  const never = words.aimNever.find((each) => whole.includes(` ${each} `));
  if (never === undefined) return undefined;
  const at = whole.indexOf(` ${never} `);
  const does = tokensOf(whole.slice(at + never.length + 2));
  const before = tokensOf(whole.slice(0, at)).map((word, n) => (n === 0 ? lowerWords(word) : word));
  const who = words.aimThat.includes(before.at(-1) ?? '') ? before.slice(0, -1) : before;
  if (holdsVerb(who, language)) return undefined;
  const own = who.filter((word) => !words.aimLeads.includes(word));
  if (isMany(own, language)) return ofMany(own, does, language);
  const article = phrase.indefinite.includes(who[0] ?? '') ? [phrase.article, ...who.slice(1)] : who;
  return {
    name: sentence(language, 'timesThat', { words: [...article, ...does].join(' ') }).join(''),
    people: '',
  };
}
