/**
 * Whether a statement is in a language that okrlint does not know. About such a statement it says nothing that rests on
 * words, so what is asked is not which language it is, only whether the words are neither English nor Vietnamese.
 */
import { ENGLISH_WORDS, isSyllable, VIETNAMESE_WORDS } from './detect';
import type { QuantityRole, StatementFacts } from './facts';
import foreign from './foreign.generated.json';
import { bare, canonical, isAscii } from './spelling';
import type { Token } from './tokens';

const STRONG: ReadonlySet<string> = new Set(Object.values(foreign.words).flat().map(canonical));
const WEAK: ReadonlySet<string> = new Set(foreign.weak.map(canonical));
const LOANS: ReadonlySet<string> = new Set(foreign.loans.map(canonical));

/** Letters beyond the Latin script, which one look finds to be absent from nearly every statement. */
const BEYOND_LATIN =
  /[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\ua71f\ua800-\uab2f\uab70-\ufaff\ufb13-\ufdff\ufe70-\uff20\uff3b-\uff40\uff5b-\uffdc\u{10000}-\u{1d3ff}\u{1e000}-\u{1efff}\u{20000}-\u{3ffff}]/u;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
/** A syllable of these scripts weighs about as much as two Latin letters. */
const SCRIPT_WEIGHT = 2;
/** A single letter is a symbol: `σ`, `μ`. */
const FEWEST_LETTERS = 2;

const MOST = 3;

/** Whether most of the letters are of another script; a Thai or Chinese name in an English sentence is not enough. */
function otherScript(text: string): boolean {
  let [other, latin] = [0, 0];
  for (const char of text) {
    if (!LETTER.test(char)) continue;
    if (LATIN.test(char)) latin++;
    else other++;
  }
  return other >= FEWEST_LETTERS && other * SCRIPT_WEIGHT > latin;
}

/** Names have capitals inside a sentence and say nothing of its language: `São Paulo`, `El Camino sells`. */
function isName(tokens: readonly Token[], at: number, opens: boolean): boolean {
  return tokens[at]?.capital === true && (!opens || tokens[at + 1]?.capital === true);
}

/** What a word says that is no name. */
export interface ForeignVote {
  /** A word that several languages share with Vietnamese as it is typed without marks: "de", "la". */
  readonly weak: boolean;
  /** It says the same where it is part of a name. */
  readonly always: boolean;
  readonly votes: number;
  /** It can be one Vietnamese syllable. */
  readonly syllable: boolean;
}

/** What a word says; `norm` is a token's. */
export function foreignVoteOf(norm: string): ForeignVote {
  const syllable = isSyllable(bare(norm));
  const always = ENGLISH_WORDS.has(norm);
  return { weak: WEAK.has(norm), always, votes: always ? -1.5 : weigh(norm, syllable), syllable };
}

/** What a word says that is no name, nor one that several languages share. */
function weigh(norm: string, syllable: boolean): number {
  if (STRONG.has(norm)) return 2;
  if (!syllable) return isAscii(norm) || LOANS.has(norm) ? 0 : 1;
  if (!VIETNAMESE_WORDS.has(bare(norm))) return 0;
  return isAscii(norm) ? -0.5 : -1.5;
}

/**
 * How much the words of a statement speak for a foreign language: above 0 for, below 0 against, 0 where they do not
 * tell. From -3 to 3. The text has no letter that shows it to be Vietnamese. Linear in the text.
 */
export function foreignVotes(
  text: string,
  tokens: readonly Token[],
  voteOf: (norm: string) => ForeignVote,
): number {
  if (BEYOND_LATIN.test(text) && otherScript(text)) return MOST;
  let votes = 0;
  let weak = 0;
  let opens = true;
  let syllables = true;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    const vote = voteOf(token.norm);
    if (vote.weak) weak++;
    else if (vote.always || !isName(tokens, i, opens)) {
      syllables &&= vote.always || vote.syllable;
      votes += vote.votes;
    }
    opens = false;
  }
  // typed without marks, Vietnamese has "de", "la", "con", "dan" too
  if (!syllables) votes += weak;
  return Math.max(-MOST, Math.min(MOST, votes));
}

/** A guess, below what a rule may warn on. */
const UNSURE = 0.3;
const NO_NUMBERS: ReadonlySet<QuantityRole> = new Set(['name', 'date', 'ordinal']);

/** What stays of the facts when the words mean nothing: the numbers, and a start and a target that an arrow joins. */
export function withoutWords(facts: StatementFacts, text: string): StatementFacts {
  const { language, baseline, target } = facts;
  const quantities = facts.quantities.filter(({ value }) => value !== undefined);
  const measures = quantities.some(({ role }) => !NO_NUMBERS.has(role));
  return {
    language,
    foreign: true,
    class: measures ? 'outcome' : 'vague',
    confidence: UNSURE,
    evidence: [],
    form: 'expression',
    quantities,
    ...(baseline && target ? { baseline, target } : {}),
    windows: [],
    vagueWords: [],
    abstractNouns: [],
    clauses: [{ span: { start: 0, end: text.length }, quantities }],
  };
}
