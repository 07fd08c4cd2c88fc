/** Work inside the work: what one begins or carries on, and what others do with one's help or at one's request. */
import { verbsIn } from '../statement/index';
import { longestMatch, wordsOf } from '../teams/words';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { nounKind } from './noun-kind';
import { lowerWords } from './noun-phrase';
import { wordingOf } from './wording';

export interface InnerDeed {
  /** The verb in dictionary form. */
  readonly lemma: string;
  /** Where the verb begins in the text, and where what it is done to does. */
  readonly start: number;
  readonly object: number;
  /** The words before the verb that say who does it. */
  readonly doers: readonly string[];
}

/** Kinds of nouns that name what is done, not what it is done to. */
const ACTIONS: readonly (string | undefined)[] = [
  undefined,
  'channel',
  'digital',
  'upkeep',
  'training',
  'check',
  'research',
  'practice',
];

/** A verb with an object inside the part; `first` has the verb open it, but for words that add nothing. */
function innerDeed(text: string, span: Span, language: Language, first: boolean): InnerDeed | undefined {
  const { words: known, phrase } = wordingOf(language);
  const found = [...text.slice(span.start, span.end).matchAll(/\S+/gu)];
  const words = found.map(([word]) => word);
  const isSmall = (word: string) => [...known.wrappers, ...phrase.leading].includes(lowerWords(word));
  const begin = words.findIndex((word) => !isSmall(word));
  const [one, two] = verbsIn(words, language).filter(
    ({ from, to }) => to < words.length && (first ? from >= begin : from > begin),
  );
  const before = lowerWords(words.slice(0, one?.from).join(' '));
  // "đội thiết kế", "đơn vị tư vấn xây dựng": who, where another verb follows
  const isWho = known.groups.some((each) => before.endsWith(each));
  const verb = (isWho && two) || one;
  if (!verb || (first && verb.from !== begin)) return undefined;
  // "báo cáo tài chính": a noun here, whatever it is elsewhere
  if (first && !ACTIONS.includes(nounKind(words.slice(begin).join(' '), language))) return undefined;
  return {
    lemma: verb.lemma,
    start: span.start + (found[verb.from]?.index ?? 0),
    object: span.start + (found[verb.to]?.index ?? 0),
    doers: words.slice(0, verb.from).filter((word) => !isSmall(word)),
  };
}

/** "(bắt đầu) áp dụng quy trình", "việc số hóa hồ sơ". */
export function opening(text: string, span: Span, language: Language): InnerDeed | undefined {
  return innerDeed(text, span, language, true);
}

/** "(phối hợp với) công an phường xử lý rác". */
export function doneByOthers(text: string, span: Span, language: Language): InnerDeed | undefined {
  const found = innerDeed(text, span, language, false);
  // "tòa soạn": a syllable that names nobody is no doer, so what follows it is no verb
  const [doer = ''] = found?.doers ?? [];
  return found?.doers.length === 1 && nounKind(doer, language) === undefined ? undefined : found;
}

/** Whether a verb in dictionary form is one of a list, or begins with one. */
export function isOneOf(lemma: string, list: readonly string[], language: Language): boolean {
  return longestMatch(wordsOf(lemma, language), list, language) !== undefined;
}
