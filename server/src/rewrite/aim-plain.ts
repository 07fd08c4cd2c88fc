/** Objectives of a language whose words do not change: "Quán được sinh viên yêu thích", "Không ca nào thiếu người". */
import type { Language } from '../text/language';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, PUNCTUATION, tokensOf, uncapitalised } from './noun-phrase';
import { sentence, wordingOf } from './wording';

interface PlainAim {
  readonly share: string;
  readonly people: string;
  readonly fewer?: string;
}

/** Longest part before and behind the word between them, in words. */
const LONGEST_BEFORE = 4;
const LONGEST_BEHIND = 6;

/** What those do who get something done: "Quán | được | sinh viên yêu thích" has students who "yêu thích quán". */
function doneBy(tokens: readonly string[], language: Language): PlainAim | undefined {
  const at = tokens.findIndex((word) => wordingOf(language).words.aimBy.includes(word));
  const done = tokens.slice(0, at);
  const does = tokens.slice(at + 1);
  if (at < 1 || at > LONGEST_BEFORE || does.length > LONGEST_BEHIND || does.length < 2) return undefined;
  const isDone =
    PEOPLE.includes(nounKind(done.join(' '), language)) ||
    !PEOPLE.includes(nounKind(does.join(' '), language));
  return isDone ? undefined : { share: [...does, ...done].join(' '), people: '' };
}

/** "Không ca nào thiếu người": how many there are all the same. */
function noneOf(tokens: readonly string[], language: Language): PlainAim | undefined {
  const { aimNone, aimOne } = wordingOf(language).words;
  const at = tokens.indexOf(aimOne);
  if (tokens[0] !== aimNone[0] || at < 2 || at > LONGEST_BEFORE || at > tokens.length - 2) return undefined;
  const words = tokens
    .slice(1)
    .filter((_, n) => n !== at - 1)
    .join(' ');
  return { share: '', people: '', fewer: sentence(language, 'numberOf', { words }).join('') };
}

/** What is said of those who do something to it, or of none; undefined where the sentence says no such thing. */
export function plainAim(text: string, language: Language): PlainAim | undefined {
  if (wordingOf(language).phrase.plural !== '' || PUNCTUATION.test(text)) return undefined;
  const tokens = uncapitalised(tokensOf(text.normalize('NFC'))).map((word, n) =>
    n === 0 ? lowerWords(word) : word,
  );
  return noneOf(tokens, language) ?? doneBy(tokens, language);
}
