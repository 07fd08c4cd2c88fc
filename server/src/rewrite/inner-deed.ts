/** Work inside the work: what one begins or carries on, and what others do with one's help or at one's request. */
import { type InnerVerb, verbsIn } from '../statement/index';
import { longestMatch, wordsOf } from '../teams/words';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { nounKind } from './noun-kind';
import { lowerWords } from './noun-phrase';
import { wordingOf } from './wording';

export interface InnerDeed {
  readonly verb: InnerVerb;
  /** The words before the verb: those who do it. */
  readonly doers: readonly string[];
  /** The words behind it. */
  readonly words: readonly string[];
  /** Where the verb begins and where what it is done to begins in the text. */
  readonly start: number;
  readonly object: number;
}

interface Piece {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly verbs: readonly InnerVerb[];
}

/** The words of a part of the text with their places. */
function pieceOf(text: string, { start, end }: Span, language: Language): Piece {
  const found = [...text.slice(start, end).matchAll(/\S+/gu)];
  const words = found.map(([word]) => word);
  return { words, starts: found.map(({ index }) => start + index), verbs: verbsIn(words, language) };
}

function made({ words, starts }: Piece, verb: InnerVerb): InnerDeed | undefined {
  const object = starts[verb.to];
  const start = starts[verb.from];
  if (object === undefined || start === undefined) return undefined;
  return { verb, doers: words.slice(0, verb.from), words: words.slice(verb.to), start, object };
}

/** "(bắt đầu) áp dụng quy trình", "việc số hóa hồ sơ": the verb opens the part, but for words that add nothing. */
export function opening(text: string, span: Span, language: Language): InnerDeed | undefined {
  const { words: known, phrase } = wordingOf(language);
  const piece = pieceOf(text, span, language);
  const small = [...known.wrappers.flatMap((each) => each.split(' ')), ...phrase.leading];
  const isSmall = (word: string) => small.includes(word);
  let first = 0;
  while (first < piece.words.length && isSmall(lowerWords(piece.words[first] ?? ''))) first++;
  const verb = piece.verbs.find(({ from }) => from >= first);
  if (verb?.from !== first) return undefined;
  // "báo cáo tài chính": a noun here, whatever it is elsewhere
  if (![undefined, 'digital'].includes(nounKind(piece.words.slice(first).join(' '), language)))
    return undefined;
  return made(piece, verb);
}

/** "(phối hợp với) công an phường xử lý rác": somebody does it. "Đội thiết kế" is who, where a verb follows. */
export function doneByOthers(text: string, span: Span, language: Language): InnerDeed | undefined {
  const { groups } = wordingOf(language).words;
  const piece = pieceOf(text, span, language);
  const verbs = piece.verbs.filter(({ from, to }) => from > 0 && to < piece.words.length);
  const [first, second] = verbs;
  const isName = first && groups.includes(lowerWords(piece.words[first.from - 1] ?? ''));
  const verb = isName && second ? second : first;
  return verb && made(piece, verb);
}

/** Whether a verb in dictionary form is one of a list, or begins with one. */
export function isOneOf(lemma: string | undefined, list: readonly string[], language: Language): boolean {
  return longestMatch(wordsOf(lemma ?? '', language), list, language) !== undefined;
}
