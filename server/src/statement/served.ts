/** What is done to one after the other, and the times and states that say so. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { UNKNOWN_PAST } from './predicates';
import type { Roled } from './role';
import { after, entryAt, isPart, isWord, normAt } from './sentence';
import { isParticiple, isPlural } from './subjects';
import { first, hasPart, type Judged, nounAt, nounReason, type Reason, serviceTime } from './verdicts';
import { type Reading, Zone } from './zones';

/** Whether the clause opens with `all`, `every`. */
export function isUniversal(judged: Judged): boolean {
  return isWord(judged.reading.sentence, judged.clause.structure.start, Word.universal);
}

/** `everyone on the list housed`, `all seats taken`: what each of them gets, unlike `all staff trained`. */
export function givenToAll({ reading, clause, metric }: Judged): boolean {
  const { sentence } = reading;
  const { inflects } = sentence.grammar;
  let subject: Entry | undefined;
  let outside = metric?.named === true;
  for (let i = clause.structure.start; i < clause.to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (inflects && !entry && UNKNOWN_PAST.test(normAt(sentence, i)) && i > 1) return outside;
    const passive = inflects ? entry?.form === Form.Past : isWord(sentence, i, Word.copula);
    const verb = passive && !inflects ? entryAt(sentence, i + 1) : entry;
    // "được doanh nghiệp tuyển dụng"
    if (passive && !inflects && isOutsider(verb)) return true;
    const next = after(sentence, i);
    if (passive && verb?.verb) return isGot(reading, verb, { subject, outside, next, to: clause.to });
    if (!entry?.nominal) continue;
    // "nhân viên thử việc" are staff, whatever else describes them
    if (sentence.grammar.headFinal || !subject) subject = entry;
    outside ||= isOutsider(entry);
  }
  return false;
}

function isOutsider(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.noun & Noun.Person) !== 0 && !(entry.noun & Noun.Staff);
}

const CHANGES: ReadonlySet<HeadClass | undefined> = new Set(['increase', 'decrease', 'improve']);
const MADE = Noun.Artefact | Noun.Event | Noun.Action | Noun.Plan;

/** "offered a post", unlike "taught a course". */
function isGift(reading: Reading, at: number): boolean {
  const { sentence } = reading;
  const a = isWord(sentence, at, Word.determiner) && !isPart(sentence, at, Part.definite);
  return a && ((nounAt(reading, at + 1)?.noun ?? 0) & (Noun.Event | Noun.Action | Noun.Plan)) === 0;
}

interface Given {
  /** Whose turn it is; unknown to the lexicon where absent. */
  readonly subject: Entry | undefined;
  readonly outside: boolean;
  /** The token behind the participle. */
  readonly next: number;
  readonly to: number;
}

/** A routine service, or no work at all, done to somebody or to what nobody here has made. */
function isGot(reading: Reading, { verb, word, trait }: Entry, given: Given): boolean {
  const { subject, outside, next, to } = given;
  const noun = subject?.noun ?? 0;
  const service = (trait & Trait.service) !== 0;
  const person = outside || (noun & Noun.Staff) !== 0;
  if (word & Word.progress) return false;
  // "every apprentice offered a permanent post"
  if (WORK.has(verb) && !service) return person && next < to && isGift(reading, next);
  if (WORK.has(verb) && word & Word.state) return false;
  // "all bugs fixed" tells of the work; "all teachers satisfied" of nothing that one could see
  if (service && subject?.metric?.polarity === 'down') return false;
  // "tất cả thực tập sinh được nhận chính thức", "mọi thợ trẻ được giữ lại"
  const stays = !reading.sentence.grammar.inflects && (verb === 'reach' || verb === 'keep');
  if (!service && !stays && noun & Noun.Staff) return false;
  // "all hedges trimmed"
  return person || !(noun & MADE || CHANGES.has(verb));
}

const WORK: ReadonlySet<HeadClass | undefined> = new Set(['activity', 'learning', 'support', 'completion']);

/** `average of 3 bookings per host`: a mean, or a count per somebody. */
export function isMean(judged: Judged): boolean {
  return hasPart(judged, Part.average);
}

/** `host families stay 2 years on average`. */
export function meanTime(judged: Judged): Roled | undefined {
  const time = first(judged, 'window');
  return time?.amount.kind === 'duration' && isMean(judged) ? time : undefined;
}

/** `first reply in 2 hours`, `claims settled in 5 days`: a routine service, or what is done to one after the other. */
function isServed({ reading, clause }: Judged): boolean {
  const { sentence, zoneOf } = reading;
  for (let i = clause.structure.start; i < clause.to && zoneOf[i] === Zone.main; i++) {
    const entry = entryAt(sentence, i);
    if (!entry || entry.verb === undefined) continue;
    if (entry.trait & Trait.service && entry.form & Form.Base) return true;
    if (entry.form === Form.Past && isPlural(sentence, i - 1)) return true;
  }
  return false;
}

/** Whether a time says how long something takes whenever it is done. */
export function timesService(judged: Judged): boolean {
  return isServed(judged) || isMean(judged) || recurs(judged) || isBrief(judged);
}

/** `tờ khai thông quan trong 2 phút`, `vị trí trống được lấp trong 28 ngày`: nobody plans work by the minute, nor so. */
function isBrief(judged: Judged): boolean {
  const { reading, clause } = judged;
  const time = serviceTime(judged);
  if (!time || stateOf(judged)) return false;
  if (clause.structure.form === 'sentence' && !reading.sentence.grammar.inflects) return true;
  if (nounReason(judged, Noun.Event, 'artefact')) return false;
  for (let i = time.amount.at; i < time.amount.to; i++)
    if (isWord(reading.sentence, i, Word.deadlineword)) return false;
  return true;
}

/** `emergency patients seen the same day`: what happens to each of several, and until when. */
export function servedPromptly(judged: Judged): boolean {
  const { reading, clause } = judged;
  const { sentence, zoneOf } = reading;
  if (!sentence.grammar.inflects || !hasPart(judged, Part.prompt)) return false;
  for (let i = clause.structure.start + 1; i < clause.to && zoneOf[i] === Zone.main; i++)
    if (isPlural(sentence, i - 1) && isParticiple(sentence, i)) return true;
  return false;
}

/** `partner integrations go live in 10 days`: what happens to several, again and again. */
function recurs(judged: Judged): boolean {
  const { sentence } = judged.reading;
  const state = stateOf(judged);
  const verb = state && entryAt(sentence, state.from);
  if (!state || !verb?.verb || !(verb.form & Form.Base)) return false;
  return entryAt(sentence, state.from - 1)?.plural === true;
}

/** `live`, `approved`, `được ban hành` behind the subject. A word that is also noun or verb must end the clause. */
export function stateOf({ reading, clause }: Judged): Reason | undefined {
  const { sentence, zoneOf } = reading;
  const { inflects } = sentence.grammar;
  for (let i = clause.structure.start + 1; i < clause.to; i++) {
    const match = sentence.matches[i];
    if (zoneOf[i] !== Zone.main || match?.from !== i || !(match.entry.word & Word.state)) continue;
    const ambiguous = !inflects && (match.entry.nominal || match.entry.verb !== undefined);
    const ends = match.to >= clause.to || zoneOf[match.to] !== Zone.main;
    if (!ambiguous || ends) return { kind: 'state', from: i, to: match.to };
  }
  return undefined;
}
