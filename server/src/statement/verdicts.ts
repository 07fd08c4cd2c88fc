/** What verdicts are made of: the clause as it is judged, and the reasons it gives. */

import { isServiceTime } from './amounts';
import type { FoundClause } from './clauses';
import { type Entry, Noun, Part, Word } from './entry';
import type { EvidenceKind, QuantityRole, StatementClass } from './facts';
import type { FoundMetric } from './metrics';
import { isWorkProduct, mainNoun } from './phrases';
import type { Roled } from './role';
import { after, entryAt, isNoun, isPart, isWord } from './sentence';
import { type Reading, Zone } from './zones';

export interface Reason {
  readonly kind: EvidenceKind;
  /** Tokens; an empty range for what is missing. */
  readonly from: number;
  readonly to: number;
}

export interface Verdict {
  readonly class: StatementClass;
  /** 0 to 1. */
  readonly confidence: number;
  /** What led to it, most telling first. */
  readonly because: readonly Reason[];
}

/** All that is known of a clause when it is judged. */
export interface Judged {
  readonly reading: Reading;
  readonly clause: FoundClause;
  readonly metric: FoundMetric | undefined;
  readonly roles: readonly Roled[];
}

export const NO_NUMBER: Reason = { kind: 'no-number', from: 0, to: 0 };

export function verdict(
  result: StatementClass,
  confidence: number,
  ...because: readonly (Reason | undefined)[]
): Verdict {
  return { class: result, confidence, because: because.filter((reason) => reason !== undefined) };
}

/** The first number in one of these roles. */
export function first(judged: Judged, ...roles: QuantityRole[]): Roled | undefined {
  return judged.roles.find(({ role }) => roles.includes(role));
}

/** A number that measures a result: target, change, or at least a level to start from. */
export function measured(judged: Judged): Roled | undefined {
  return first(judged, 'target', 'change') ?? first(judged, 'baseline');
}

/** A plain number in the clause itself that only says of what or for whom. */
export function mainScope(judged: Judged): Roled | undefined {
  return judged.roles.find(
    ({ role, zone, amount }) => role === 'scope' && zone === Zone.main && amount.shape === 'plain',
  );
}

export function headReason({ clause }: Judged): Reason | undefined {
  const head = clause.structure.head ?? clause.structure.predicate;
  return head && { kind: 'head', from: head.from, to: head.to };
}

export function metricReason({ metric }: Judged): Reason | undefined {
  return metric && { kind: 'metric', from: metric.from, to: metric.to };
}

function quantityReason({ role, amount }: Roled): Reason {
  const kind: EvidenceKind = role === 'baseline' || role === 'count' ? role : 'target';
  return { kind, from: amount.from, to: amount.to };
}

/** First main-zone token behind the head where `test` holds, as a reason. */
export function findReason(
  { reading, clause }: Judged,
  kind: EvidenceKind,
  test: (at: number) => boolean,
): Reason | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  const { head, start } = clause.structure;
  for (
    let i = head && head.from >= start ? head.to : start;
    i < clause.to;
    i = Math.max(after(sentence, i), i + 1)
  )
    if (zoneOf[i] === Zone.main && amountAt[i] === undefined && test(i))
      return { kind, from: i, to: after(sentence, i) };
  return undefined;
}

export function nounReason(judged: Judged, bits: number, kind: EvidenceKind): Reason | undefined {
  if (!(judged.reading.sentence.nouns & bits)) return undefined;
  return findReason(judged, kind, (at) => isNoun(judged.reading.sentence, at, bits));
}

export function wordReason(judged: Judged, bits: number, kind: EvidenceKind): Reason | undefined {
  if (!(judged.reading.sentence.words & bits)) return undefined;
  return findReason(judged, kind, (at) => isWord(judged.reading.sentence, at, bits));
}

export function hasPart(judged: Judged, bits: number): boolean {
  const { reading, clause } = judged;
  if (!(reading.sentence.parts & bits)) return false;
  for (let i = clause.from; i < clause.to; i++) if (isPart(reading.sentence, i, bits)) return true;
  return false;
}

/** The metric with what the number says about it. */
export function outcome(judged: Judged, confidence: number, by: Roled): Verdict {
  const base = first(judged, 'baseline');
  const baseline = base && base !== by ? quantityReason(base) : undefined;
  return verdict('outcome', confidence, quantityReason(by), metricReason(judged), baseline);
}

/** Work that is counted. */
export function counted(judged: Judged, confidence: number, { amount }: Roled): Verdict {
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event, 'artefact');
  const count: Reason = { kind: 'count', from: amount.from, to: amount.to };
  return verdict('counted-activity', confidence, headReason(judged), count, artefact);
}

/** A wish for change without a measurable target. */
export function wish(judged: Judged): Verdict {
  return verdict(
    'vague',
    0.85,
    headReason(judged),
    metricReason(judged),
    nounReason(judged, Noun.Abstract, 'vague-word'),
    wordReason(judged, Word.vague, 'vague-word'),
    NO_NUMBER,
  );
}

/** A time in seconds to days, wherever it stands: `within 2 hours`, `under 200 ms`. */
export function serviceTime({ reading, roles }: Judged): Roled | undefined {
  return roles.find(
    ({ role, amount, zone }) =>
      (role === 'window' || role === 'target' || role === 'count') &&
      (zone === Zone.main || zone === Zone.window) &&
      amount.shape === 'plain' &&
      isServiceTime(reading.sentence, amount),
  );
}

/** `100 % of staff complete the training`, `9 visits done`, `80 % of stories closed`: a share of work done. */
export function coverageOfWork(judged: Judged, by: Roled): Verdict | undefined {
  const { reading, clause } = judged;
  const { sentence, zoneOf } = reading;
  if (!by.counted || serviceTime(judged)) return undefined;
  const staff = (by.counted.nouns & Noun.Staff) !== 0 && !(by.counted.nouns & Noun.Outcome);
  // "100% giáo viên nộp kế hoạch đúng hạn" is a task for everybody; "95% of invoices paid on time" is service
  const everybody = staff && by.amount.kind === 'percent' && by.amount.value === 100;
  if (hasPart(judged, Part.punctual) && !everybody) return undefined;
  const product = isWorkProduct(by.counted.entry);
  if (!staff && !product) return undefined;
  const bits = staff ? Word.attend | Word.progress : Word.progress;
  for (let i = by.counted.from; i < clause.to; i++)
    if (zoneOf[i] === Zone.main && isWord(sentence, i, bits) && !byOthers(judged, after(sentence, i)))
      return counted(judged, 0.65, by);
  return undefined;
}

/** `40 % of roles held by women`: who else does it is the result. */
function byOthers({ reading }: Judged, at: number): boolean {
  const { sentence, zoneOf } = reading;
  if (zoneOf[at] !== Zone.means || !isWord(sentence, at, Word.by)) return false;
  const agent = nounAt(reading, after(sentence, at));
  return agent !== undefined && (agent.noun & Noun.Person) !== 0 && !(agent.noun & Noun.Staff);
}

/** The last noun that stands at `at` or behind words that describe it, in whatever zone. */
export function nounAt({ sentence, zoneOf }: Reading, at: number): Entry | undefined {
  let last: Entry | undefined;
  for (let i = at; i < zoneOf.length && zoneOf[i] === zoneOf[at]; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (entry && !entry.nominal && last) break;
    if (entry?.nominal) last = entry;
  }
  return last;
}

/** Main noun of what the head acts on, or of the phrase itself where there is no head. */
export function objectNoun({ reading, clause }: Judged): Entry | undefined {
  const { head, joined, start } = clause.structure;
  const from = joined[joined.length - 1]?.to ?? head?.to ?? start;
  return from < clause.to ? mainNoun(reading, from) : undefined;
}

/** The object is a metric, something abstract or a comparison, and no work product. */
export function isWish(judged: Judged): boolean {
  if (wordReason(judged, Word.comparative, 'vague-word')) return true;
  const noun = objectNoun(judged);
  if (!noun) return false;
  const product = (noun.noun & (Noun.Artefact | Noun.Event)) !== 0;
  if (noun.noun & Noun.Abstract)
    return !product || wordReason(judged, Word.vague, 'vague-word') !== undefined;
  return !product && noun.metric !== undefined && noun.metric.kind !== 'unknown';
}

/** A name with digits (`C1`, `band 7`): a level that can be checked. */
export function hasNamed({ reading, clause, roles }: Judged): boolean {
  for (let i = clause.from; i < clause.to; i++) {
    const token = reading.sentence.tokens[i];
    if (token?.kind === 'word' && token.digits && reading.amountAt[i] === undefined) return true;
    // "league two"
    const counted = isWord(reading.sentence, i, Word.nametaker) && entryAt(reading.sentence, i + 1)?.number;
    if (counted && reading.amountAt[i + 1] === undefined) return true;
  }
  return roles.some(({ role }) => role === 'name' || role === 'ordinal');
}
