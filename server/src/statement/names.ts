/** Digits that are part of a name and count nothing: `Sev-1`, `ISO 27001`, `5G`, `berths 4 and 5`. */
import { type Entry, Form, Noun, Part, Word } from './entry';
import { parseNumber } from './numbers';
import { ARROWS, UNKNOWN_PAST } from './predicates';
import { after, entryAt, isNoun, isPart, isWord, normAt, type Sentence } from './sentence';
import type { Token } from './tokens';
import { type Shape, unitAt } from './units';

/** Hours that a day has. */
const HOURS = 24;

/**
 * End of a time of day that starts with the number at `at`: `8 a.m.`, `9 o'clock`, `8 giờ sáng`, `lúc 8 giờ`; undefined
 * where it is none.
 */
export function clockEnd(sentence: Sentence, at: number, hour: number): number | undefined {
  if (!(hour <= HOURS)) return undefined;
  if (isWord(sentence, at + 1, Word.clock)) return after(sentence, at + 1);
  const told = at > 0 && isWord(sentence, at - 1, Word.clock);
  return told && unitAt(sentence, at + 1)?.kind === 'duration' ? after(sentence, at + 1) : undefined;
}

const ORDINAL_SUFFIX = /^(?:st|nd|rd|th)$/;

/** Whether the number at `at` is part of a name. */
export function isName(sentence: Sentence, at: number, token: Token): boolean {
  return (
    belongsToWord(sentence, at, token) ||
    endsPath(sentence, at, token) ||
    isVersion(sentence, at, token) ||
    namesSeveral(sentence, at) ||
    isTurn(sentence, at) ||
    isAge(sentence, at) ||
    opensTitle(sentence, at) ||
    namesOne(sentence, at)
  );
}

/** `Sev-1`, `GPT-4`, `version 2`: the number is part of a name. */
function belongsToWord(sentence: Sentence, at: number, token: Token): boolean {
  const match = sentence.matches[at];
  if (match && match.from < at) return true;
  // "v0.8", "p2.4"
  if (token.glued && normAt(sentence, at - 1) === '.' && sentence.tokens[at - 2]?.digits) return true;
  const before = entryAt(sentence, at - 1);
  if (token.hyphened) return before?.operator === undefined;
  if (!before || !(before.word & Word.nametaker) || before.word & Word.to || before.operator !== undefined)
    return false;
  const next = sentence.tokens[at + 1];
  if (next?.norm === '%' || entryAt(sentence, at + 1)?.magnitude !== undefined) return false;
  if (isRate(sentence, at)) return false;
  // "milk per cow and day 31 litres"
  if (unitAt(sentence, at + 1) && !next?.glued && sentence.grammar.inflects) return false;
  if (isMeasured(sentence, at, before)) return false;
  const wordNext =
    next?.kind === 'word' && !isWord(sentence, at + 1, Word.deadline | Word.scope | Word.and | Word.copula);
  // typed without marks "tang 1,5 diem" is a rise, "tang 3" a floor
  if (sentence.lexicon.shadow && before.verb !== undefined && wordNext && /[.,]/.test(token.norm))
    return false;
  if (countsUnmarked(sentence, at, before)) return false;
  // "Release 9 updates": a verb that as a noun takes numbers
  const opensAsVerb = before.verb !== undefined && sentence.matches[at - 1]?.from === 0;
  return !(wordNext && (opensAsVerb || before.metric !== undefined));
}

/** `search/1`, `report_2`, unlike `faults/1,000 parcels` and `hộp/3 ngày`: the end of a name that a sign joins. */
function endsPath(sentence: Sentence, at: number, token: Token): boolean {
  const { tokens } = sentence;
  const [sign, word, next] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
  if (!token.glued || !sign?.glued || word?.kind !== 'word' || !JOINERS.has(sign.norm)) return false;
  // "t9/2026" is a month
  if (word.digits || next?.norm === '%') return false;
  const counts = unitAt(sentence, at + 1) ?? (entryAt(sentence, at + 1)?.nominal && !next?.glued);
  return !counts;
}

/** Signs that join the parts of a path, of the name of a file or of a function. */
const JOINERS: ReadonlySet<string> = new Set(['/', '_']);

/** `rides per bike and day 3.1`, `calls per agent and day 40 → 55`: what each makes in that time. */
function isRate(sentence: Sentence, at: number): boolean {
  if (
    isWord(sentence, at - 2, Word.and) &&
    (isWord(sentence, at - 4, Word.per) || isWord(sentence, at - 5, Word.per))
  )
    return true;
  const [arrow, next] = [sentence.tokens[at + 1], sentence.tokens[at + 2]];
  return arrow?.kind === 'symbol' && ARROWS.has(arrow.norm) && next?.kind === 'number';
}

/** `vòng quay kho 9 lần một năm`, `chờ ở bến 7 phút`: how often or how long, behind a word that takes numbers. */
function isMeasured(sentence: Sentence, at: number, before: Entry): boolean {
  const often = isPart(sentence, at + 1, Part.multiple) && isWord(sentence, at + 2, Word.per | Word.rhythm);
  return often || (unitAt(sentence, at + 1)?.kind === 'duration' && !(before.word & Word.deadlineword));
}

const DEGREES: ReadonlySet<string> = new Set(['degree', 'degrees', '°', 'độ']);

/** `360-degree feedback`, `video 360 độ`: all around, no count. */
function isTurn(sentence: Sentence, at: number): boolean {
  return normAt(sentence, at) === '360' && DEGREES.has(normAt(sentence, at + 1));
}

/** Above this few places and groups have a number. */
const FEW = 30;

/** `quan 120 luot`: typed without marks a word is rarely what takes so high a number, if what is counted follows. */
function countsUnmarked(sentence: Sentence, at: number, before: Entry): boolean {
  if (!sentence.lexicon.shadow || before.word & (Word.deadlineword | Word.deadline)) return false;
  const value = parseNumber(normAt(sentence, at), sentence.grammar.groupMark, false);
  return value > FEW && entryAt(sentence, at + 1)?.nominal === true;
}

/** `floodlights on pitch 2`, `boiler 3 serviced`: which one, behind a single thing that nobody measures. */
function namesOne(sentence: Sentence, at: number): boolean {
  const { tokens, grammar } = sentence;
  const [noun, next] = [tokens[at - 1], tokens[at + 1]];
  if (
    !grammar.inflects ||
    noun?.kind !== 'word' ||
    noun.norm.endsWith('s') ||
    /[.,]/.test(normAt(sentence, at))
  )
    return false;
  // "study for reactor 3 done"
  const done = entryAt(sentence, at + 1)?.form === Form.Past || isWord(sentence, at + 1, Word.state);
  if (next && next.kind !== 'symbol' && !done && !isWord(sentence, at + 1, Word.deadline | Word.and))
    return false;
  const entry = entryAt(sentence, at - 1);
  // behind a preposition "pitch" is no verb
  const thing =
    !entry ||
    entry.noun & (Noun.Artefact | Noun.Event | Noun.Person) ||
    (!entry.nominal && entry.verb !== undefined);
  if (!thing || entry?.metric || entry?.headOf || next?.norm === '%') return false;
  // "boiler 3 serviced"
  const behind = sentence.tokens[at + 2];
  const ends = behind?.kind !== 'word' || isWord(sentence, at + 2, Word.scope | Word.deadline | Word.and);
  if (done && ends && at === 1 && entry?.verb === undefined) return true;
  // "poka-yoke at station 30", but "sick days per head 7", "to level 5"
  const level =
    isWord(sentence, at - 2, Word.to | Word.from | Word.by) &&
    !isPart(sentence, at - 2, Part.place | Part.genitive);
  const scope = isWord(sentence, at - 2, Word.scope) && !level && !isWord(sentence, at - 2, Word.per);
  // "visit customer 7"
  const visited =
    entry !== undefined && entry.noun & Noun.Person && entryAt(sentence, at - 2)?.verb === 'activity';
  return visited || (scope && entryAt(sentence, at - 2)?.operator === undefined);
}

/** `the 2.0 release`: a decimal between an article and a thing. */
function isVersion(sentence: Sentence, at: number, token: Token): boolean {
  const article = at > 0 && isWord(sentence, at - 1, Word.determiner) && sentence.grammar.inflects;
  if (!article || !token.norm.includes('.') || sentence.tokens[at + 1]?.kind !== 'word') return false;
  return isNoun(sentence, at + 1, Noun.Artefact | Noun.Event) && unitAt(sentence, at + 1) === undefined;
}

const QUOTES = '"“„«‘';

/** `booklet "100 years of the harbour"`: what stands in quotation marks behind its name. */
function opensTitle({ tokens }: Sentence, at: number): boolean {
  const quote = tokens[at - 1];
  const opens = quote?.kind === 'symbol' && QUOTES.includes(quote.norm) && !quote.glued && tokens[at]?.glued;
  return at > 1 && opens === true && tokens[at + 1]?.kind === 'word';
}

/** `the 12 to 15 year olds`, `the under 12s`. */
function isAge(sentence: Sentence, at: number): boolean {
  const ranges = isLister(sentence, at + 1) || isWord(sentence, at + 1, Word.to);
  const last = ranges && isNumber(sentence, at + 2) ? at + 2 : at;
  // "tuổi bình quân xuống 42 tuổi": an age that is measured
  const norm = normAt(sentence, last + 1);
  if (
    isPart(sentence, last + 1, Part.age) &&
    !sentence.tokens.slice(0, at).some((each) => each.norm === norm)
  )
    return true;
  // "aged 6 to 9"
  const first = isLister(sentence, at - 1) && isNumber(sentence, at - 2) ? at - 2 : at;
  if (isPart(sentence, first - 1, Part.age) && !isNumber(sentence, first - 2)) return true;
  const behind = sentence.tokens[at + 1];
  const group = behind?.norm === 's' && behind.glued && entryAt(sentence, at - 1)?.operator !== undefined;
  return group && isPart(sentence, at - 2, Part.definite);
}

/** What stands between the numbers of a list or a range. */
const LISTERS: ReadonlySet<string> = new Set([',', '&', '-', '–', '/']);

function isLister(sentence: Sentence, at: number): boolean {
  return (
    LISTERS.has(normAt(sentence, at)) ||
    isWord(sentence, at, Word.and) ||
    isPart(sentence, at, Part.infinitive)
  );
}

function isNumber({ tokens }: Sentence, at: number): boolean {
  return tokens[at]?.kind === 'number';
}

/** `berths 4 and 5`, `floors 3 to 7`, `lanes 2-4`: which of several things, behind the plural of what takes numbers. */
function namesSeveral(sentence: Sentence, at: number): boolean {
  if (!sentence.grammar.inflects) return false;
  let [from, last] = [at, at];
  while (isLister(sentence, from - 1) && isNumber(sentence, from - 2)) from -= 2;
  while (isLister(sentence, last + 1) && isNumber(sentence, last + 2)) last += 2;
  const norm = normAt(sentence, from - 1);
  if (from === last || !norm.endsWith('s')) return false;
  const one = sentence.lexicon.word(norm.slice(0, -1));
  if (!one || !(one.word & Word.nametaker)) return namesThings(sentence, from, last);
  // "teams 4 to 6" may say how many they become; "on floors 3 to 7" says where
  const placed = isWord(sentence, from - 2, Word.scope) || entryAt(sentence, from - 2)?.verb === 'activity';
  if (isPart(sentence, from + 1, Part.infinitive) && !placed) return false;
  return unitAt(sentence, last + 1) === undefined && entryAt(sentence, last + 1)?.nominal !== true;
}

/** `around paddocks 2 and 3`, `beds 9-16 moved`: the same of things that rarely have a number. */
function namesThings(sentence: Sentence, from: number, last: number): boolean {
  const noun = entryAt(sentence, from - 1);
  if (noun?.metric || noun?.headOf || (noun && noun.noun & (Noun.Person | Noun.Outcome))) return false;
  const behind = last + 1;
  if (unitAt(sentence, behind) || entryAt(sentence, behind)?.nominal) return false;
  const placed =
    isWord(sentence, from - 2, Word.scope) && !isWord(sentence, from - 2, Word.from | Word.by | Word.per);
  const done = entryAt(sentence, behind);
  const ends = done ? done.form === Form.Past : UNKNOWN_PAST.test(normAt(sentence, behind));
  return placed || (from === 1 && ends);
}

/** The shape where letters touch the digits and are neither unit nor magnitude: `5G`, `2FA`, `3D`; `1st`. */
export function gluedShape(sentence: Sentence, at: number, token: Token): Shape | undefined {
  if (ORDINAL_SUFFIX.test(token.norm)) return 'ordinal';
  const entry = sentence.lexicon.word(token.norm);
  if (entry?.magnitude !== undefined) return undefined;
  // "5G", "3D": capitals are no grams and no days
  const letter = token.capital && token.end - token.start === 1 && entry?.unit !== 'currency';
  if (entry?.unit !== undefined) return letter ? 'name' : undefined;
  return entry === undefined || (token.capital && sentence.matches[at]?.entry.nominal !== true)
    ? 'name'
    : undefined;
}
