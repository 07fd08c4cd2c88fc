/** Objectives about many things or people: "Reports that people read", "Claims settled in a week", "Castings right first time". */
import { analyse } from '../statement/index';
import type { Language } from '../text/language';
import { nounKind } from './noun-kind';
import { PEOPLE } from './noun-phrase';
import { sentence, wordingOf } from './wording';

/** Words before what is said of them, at most. */
const LONGEST_SUBJECT = 3;

/** Whether these are the words for more than one: no mass, and nothing that ends like a verb of one. */
function isMany(words: readonly string[], language: Language): boolean {
  const { cutAt, keepArticle } = wordingOf(language).phrase;
  return (
    /[^su]s$|^(?:children|people)$/u.test(words.at(-1) ?? '') &&
    !words.some((word) => cutAt.includes(word) || keepArticle.includes(word))
  );
}

/** A verb in its plain form: "decisions | come from one source". */
function isPlainVerb(words: readonly string[], language: Language): boolean {
  const { head } = analyse(words.join(' '), language);
  return head?.span.start === 0 && head.lemma.split(' ', 1)[0] === words[0];
}

/** "Claims process | runs smoothly", "sales call | quality is high": the verb comes later, and is that of one. */
function speaksOfOne(rest: readonly string[], language: Language): boolean {
  const { aimForms } = wordingOf(language).words;
  const [next = ''] = rest;
  const plain = /[^s]s$/u.test(next) ? next.slice(0, -1) : next;
  return (
    rest.some((word) => aimForms.some(([one, many]) => one === word && one !== many)) ||
    isPlainVerb([plain, ...rest.slice(1)], language)
  );
}

/**
 * What is said of many, to be put after "the share of", and who they are where they are people. `tokens` are the
 * objective's words without what leads them ("all", "our"), in lower case; undefined where they say no such thing.
 */
export function saidOfMany(
  tokens: readonly string[],
  language: Language,
): { readonly share: string; readonly people: string } | undefined {
  const { words, phrase } = wordingOf(language);
  if (phrase.plural === '') return undefined;
  for (let at = 1; at <= LONGEST_SUBJECT && at < tokens.length - 1; at++) {
    const noun = tokens.slice(0, at);
    const [word = '', ...rest] = tokens.slice(at);
    if (!isMany(noun, language)) continue;
    const who = noun.join(' ');
    const isPeople = PEOPLE.includes(nounKind(who, language));
    const people = isPeople ? who : '';
    if (words.aimThat.includes(word) || words.aimDone.some((each) => word.endsWith(each)))
      return { share: tokens.join(' '), people };
    const isState = words.aimStates.includes(word);
    const isVerb =
      !isPeople &&
      !words.aimStops.includes(word) &&
      isPlainVerb([word, ...rest], language) &&
      !speaksOfOne(rest, language);
    if (!isState && !isVerb) continue;
    const does = [...(isState ? [words.aimAre] : []), word, ...rest].join(' ');
    return {
      share: sentence(language, isPeople ? 'peopleWho' : 'thingsThat', { who, does }).join(''),
      people,
    };
  }
  return undefined;
}
