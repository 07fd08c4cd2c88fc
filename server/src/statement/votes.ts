/**
 * Which language a statement is in. Letters decide where they can; short ASCII text needs its surroundings. A sentence is
 * asked about several times, by its document, its chunk and its objective: what its words say is counted once.
 */
import type { Language } from '../text/language';
import { Recent } from '../text/recent';
import { hasVietnameseLetter, wordVote } from './detect';
import { type ForeignVote, foreignVoteOf, foreignVotes } from './foreign';
import { tokensOf } from './tokens';

interface Votes {
  /** Positive for Vietnamese, negative for English, 0 for none. */
  readonly language: number;
  /** For a language that okrlint does not know; see `foreignVote`. */
  readonly foreign: number;
}

/** What a letter that only Vietnamese has says. */
const VIETNAMESE: Votes = { language: 10, foreign: -3 };
/** From here on a statement by itself is foreign. */
const CLEARLY_FOREIGN = 2;

const recent = new Recent<Votes>();

interface WordVotes extends ForeignVote {
  readonly language: number;
}

/** The words of a document are few, and most of them stand in many sentences. */
const words = new Recent<WordVotes>();

function votesOfWord(norm: string): WordVotes {
  let votes = words.get(norm);
  if (!votes) {
    votes = { language: wordVote(norm), ...foreignVoteOf(norm) };
    words.set(norm, votes);
  }
  return votes;
}

function votesOf(text: string): Votes {
  if (hasVietnameseLetter(text)) return VIETNAMESE;
  let votes = recent.get(text);
  if (!votes) {
    const tokens = tokensOf(text);
    let language = 0;
    for (const { kind, norm } of tokens) if (kind === 'word') language += votesOfWord(norm).language;
    votes = { language, foreign: foreignVotes(text, tokens, votesOfWord) };
    recent.set(text, votes);
  }
  return votes;
}

/**
 * The language of one statement. A clear majority of its words decides, else `fallback` (the document's language):
 * a Vietnamese document holds statements such as "Launch web" or "Giam churn".
 */
export function detectLanguage(text: string, fallback: Language): Language {
  const votes = votesOf(text).language;
  if (fallback === 'vi') return votes <= -3 ? 'en' : 'vi';
  return votes >= 2 ? 'vi' : 'en';
}

/** What one statement says about its document's language; to be added up for `languageByVotes`. */
export function languageVote(text: string): number {
  return Math.max(-3, Math.min(3, votesOf(text).language));
}

/** The language that a sum of votes speaks for; English where nothing tells. */
export function languageByVotes(sum: number): Language {
  return sum > 0 ? 'vi' : 'en';
}

/** The language most statements of a document speak; English where nothing tells. */
export function documentLanguage(statements: Iterable<string>): Language {
  let sum = 0;
  for (const text of statements) sum += languageVote(text);
  return languageByVotes(sum);
}

/**
 * How much the words of a statement speak for a foreign language: above 0 for, below 0 against, 0 where they do not
 * tell. From -3 to 3, so that the statements of a document can be added up. Linear in the text.
 */
export function foreignVote(text: string): number {
  return votesOf(text).foreign;
}

/**
 * Whether a statement is in neither English nor Vietnamese.
 * @param around whether most of the statements around it are foreign: they decide where its own words do not tell
 */
export function isForeign(text: string, around: boolean): boolean {
  return foreignVote(text) >= (around ? 0 : CLEARLY_FOREIGN);
}
