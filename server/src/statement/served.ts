/** What is done to one after the other, and the times and states that say so. */
import { Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { UNKNOWN_PAST } from './predicates';
import type { Roled } from './role';
import { entryAt, isWord, normAt } from './sentence';
import { isParticiple, isPlural } from './subjects';
import { first, hasPart, type Judged, nounReason, type Reason, serviceTime } from './verdicts';
import { Zone } from './zones';

/** Whether the clause opens with `all`, `every`. */
export function isUniversal(judged: Judged): boolean {
  return isWord(judged.reading.sentence, judged.clause.structure.start, Word.universal);
}

/** `everyone on the list housed`, `all seats taken`: what each of them gets, unlike `all staff trained`. */
export function givenToAll({ reading, clause, metric }: Judged): boolean {
  const { sentence } = reading;
  if (!sentence.grammar.inflects) return false;
  let got = false;
  let outside = metric?.named === true;
  for (let i = clause.structure.start; i < clause.to; i++) {
    const entry = entryAt(sentence, i);
    if (entry && (entry.word & Word.progress || WORK.has(entry.verb))) return false;
    outside ||= entry !== undefined && (entry.noun & Noun.Person) !== 0 && !(entry.noun & Noun.Staff);
    got ||= entry ? entry.form === Form.Past : i > 1 && UNKNOWN_PAST.test(normAt(sentence, i));
  }
  return got && outside;
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
