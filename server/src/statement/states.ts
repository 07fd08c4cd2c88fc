/** Verdicts on clauses without a leading verb: sentences, expressions, noun phrases. */
import { Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass, QuantityKind } from './facts';
import type { FoundMetric } from './metrics';
import { finishedWork, limitOfWork, namedWork } from './named-work';
import { isWon, isWorkProduct, phraseEnd } from './phrases';
import type { Roled } from './role';
import { after, entryAt, isNoun, isPart, isWord } from './sentence';
import { givenToAll, isMean, isUniversal, meanTime, servedPromptly, stateOf, timesService } from './served';
import type { Amount } from './units';
import {
  counted,
  coverageOfWork,
  findReason,
  first,
  hasNamed,
  hasPart,
  isWish,
  type Judged,
  measured,
  metricReason,
  NO_NUMBER,
  nounReason,
  objectNoun,
  outcome,
  type Reason,
  serviceTime,
  type Verdict,
  verdict,
  wish,
  wordReason,
} from './verdicts';
import { Zone } from './zones';

/** A subject that moves: `DAU rises to 6,500`, `8 dealers raise output`. */
export function statement(judged: Judged): Verdict {
  const product = first(judged, 'count');
  const gets = ((judged.clause.structure.predicate?.entry.trait ?? 0) & Trait.acquire) !== 0;
  // "mỗi tổ có ít nhất 2 đề xuất": what they have is what they made
  if (product && gets && isWorkProduct(product.counted?.entry) && !first(judged, 'target', 'change'))
    return counted(judged, 0.6, product);
  const by = measured(judged) ?? first(judged, 'count', 'scope') ?? serviceTime(judged) ?? meanTime(judged);
  if (by && closedOn(judged, by)) return counted(judged, 0.55, by);
  if (by) return coverageOfWork(judged, by) ?? finishedWork(judged, by) ?? outcome(judged, 0.9, by);
  if (servedPromptly(judged) || passesKnownLevel(judged))
    return verdict('outcome', 0.55, metricReason(judged));
  const all = allOfThem(judged);
  if (all) return all;
  const granted = judged.metric ? undefined : nounReason(judged, Noun.Certificate, 'state');
  return granted ? verdict('milestone', 0.6, granted) : wish(judged);
}

/** `doanh thu vượt mức trước dịch`: of a metric, beyond what it was at a time that is named. */
function passesKnownLevel({ reading, clause, metric }: Judged): boolean {
  const { predicate } = clause.structure;
  if (!metric?.named || predicate?.entry.operator === undefined) return false;
  if (reading.zoneOf[predicate.to] !== Zone.main) return false;
  return isWord(reading.sentence, predicate.to, Word.from | Word.now | Word.deadline);
}

/** `roof of the 1904 building sealed`: a participle that ends the clause, of something that is known. */
function closedOn(judged: Judged, by: Roled): boolean {
  const { structure, to } = judged.clause;
  const done = structure.predicate?.entry.form === Form.Past && structure.predicate.to >= to;
  return done && by.role === 'scope' && judged.metric === undefined && pointsAtKnown(judged, by);
}

/** No verb that moves: a metric with a target, a count, a state, or a thing. */
export function phraseOrState(judged: Judged): Verdict {
  const { form } = judged.clause.structure;
  const by = measured(judged);
  if (by) {
    if (limitOfWork(judged, by)) return counted(judged, 0.55, by);
    const worked =
      duties(judged, by) ?? coverageOfWork(judged, by) ?? countOfWork(judged, by) ?? namedWork(judged, by);
    return worked ?? outcome(judged, form === 'expression' ? 0.9 : 0.8, by);
  }
  const count = first(judged, 'count');
  if (count)
    // "mất dữ liệu: 0 lần": nobody sets out to do something no time
    return isMean(judged) || done(judged, count) || noticed(judged) || count.amount.value === 0
      ? outcome(judged, 0.6, count)
      : counted(judged, 0.75, count);
  const limit = limitBehind(judged);
  return service(judged) ?? extent(judged) ?? (limit ? outcome(judged, 0.6, limit) : withoutNumber(judged));
}

/** `claims settled in 5 days`, `patients seen the same day`: how fast each one is served. */
function service(judged: Judged): Verdict | undefined {
  const found = serviceTime(judged);
  // "a shuttle every 10 min": how often
  const often = found && isWord(judged.reading.sentence, found.amount.from - 1, Word.universal);
  const time = often && !judged.metric ? undefined : found;
  const expression = judged.clause.structure.form === 'expression';
  if (time && (judged.metric || expression || isUniversal(judged) || timesService(judged)))
    return outcome(judged, 0.7, time);
  return servedPromptly(judged) ? verdict('outcome', 0.6, metricReason(judged)) : allOfThem(judged);
}

/** `every child collected on time`, `mọi học viên được nhận vào làm`: all or nothing. */
function allOfThem(judged: Judged): Verdict | undefined {
  const byTime =
    hasPart(judged, Part.punctual) ||
    (judged.reading.sentence.words & Word.clock) !== 0 ||
    reachesByDay(judged);
  if (!isUniversal(judged) || !(byTime || givenToAll(judged))) return undefined;
  return verdict('outcome', 0.6, wordReason(judged, Word.universal, 'target'), metricReason(judged));
}

/** `ai cũng nhận lương trước ngày 5`: what each gets, and by when. */
function reachesByDay({ clause, reading }: Judged): boolean {
  const { predicate } = clause.structure;
  return predicate?.entry.verb === 'reach' && reading.zoneOf.includes(Zone.deadline);
}

/** `posters in 25 bus shelters`: a number that only says where or of how many. */
function extent(judged: Judged): Verdict | undefined {
  const scope = judged.roles.find(({ role, zone }) => role === 'scope' && zone === Zone.main);
  const mean = scope && isUniversal(judged) && isLevelOfEach(scope.amount);
  if (mean) return outcome(judged, 0.55, scope);
  const ofMetric = scope !== undefined && namesMetricBefore(judged, scope) && !isEventOrState(judged);
  // "turnover with the 20 largest clients": of a metric it is only said where
  const where = ofMetric && pointsAtKnown(judged, scope) && !offered(judged);
  if (scope && ((ofMetric && !pointsAtKnown(judged, scope)) || noticed(judged)))
    return outcome(judged, 0.55, scope);
  return scope && scope.amount.shape === 'plain' && !where ? counted(judged, 0.55, scope) : undefined;
}

/** `cafés listed in 5 guidebooks`, `quoted in 10 papers`: what others do with us. */
function noticed({ reading, clause }: Judged): boolean {
  const { sentence, zoneOf } = reading;
  for (let i = clause.structure.start; i < clause.to && zoneOf[i] === Zone.main; i++) {
    const entry = entryAt(sentence, i);
    if (entry && entry.trait & Trait.notice && entry.form === Form.Past) return true;
  }
  return false;
}

/** `mỗi con bò cho 25 lít sữa`: so much of it, which nobody plans to the tenth. */
function isLevelOfEach({ unit, value = 0, comparison }: Amount): boolean {
  return comparison === '=' && (unit !== undefined || !Number.isInteger(value));
}

/** `checks offered in all 18 branches`: a participle of work. */
function offered({ reading, clause }: Judged): boolean {
  for (let i = clause.structure.start + 1; i < clause.to; i++) {
    const entry = entryAt(reading.sentence, i);
    if (entry?.form === Form.Past && WORK.has(entry.verb)) return true;
  }
  return false;
}

function namesMetricBefore({ metric, reading }: Judged, { amount, counted: noun }: Roled): boolean {
  if (!metric?.named || metric.from >= amount.from) return false;
  // "donor sessions at six factories"
  const at =
    isPart(reading.sentence, amount.from - 1, Part.place) &&
    isWord(reading.sentence, amount.from - 1, Word.to);
  return !(at && noun && metric.metric.kind === 'count');
}

/** `the five largest landlords`. */
function pointsAtKnown({ reading }: Judged, { amount }: Roled): boolean {
  const { sentence } = reading;
  const at = amount.from - 1;
  return (
    isPart(sentence, at, Part.definite) ||
    (isPart(sentence, at, Part.small) && isPart(sentence, at - 1, Part.definite))
  );
}

const RATIOS: ReadonlySet<QuantityKind> = new Set(['ratio', 'score']);

/** `hàng trả về do lỗi may dưới 0,8%`: the cause belongs to the name of what is measured, the threshold to the whole. */
function limitBehind({ roles, clause }: Judged): Roled | undefined {
  return roles.find(
    ({ amount, zone }) =>
      (zone === Zone.means || (zone === Zone.window && amount.comparison.startsWith('<'))) &&
      (clause.structure.form === 'expression' ? amount.comparison !== '=' : RATIOS.has(amount.kind)),
  );
}

/** `every manager talks to two customers a week`: work that is asked of each. */
function duties(judged: Judged, by: Roled): Verdict | undefined {
  const { inflects } = judged.reading.sentence.grammar;
  if (!inflects || !isUniversal(judged) || by.amount.kind !== 'number' || by.amount.comparison !== '=')
    return undefined;
  const attended = peopleWork(judged);
  const verb = attended && entryAt(judged.reading.sentence, attended.from);
  return verb && !(verb.trait & Trait.service) ? counted(judged, 0.6, by) : undefined;
}

/** `each rep makes 30 calls a day`: what staff do, counted. */
function countOfWork(judged: Judged, by: Roled): Verdict | undefined {
  const { amount, counted: noun } = by;
  if (amount.kind !== 'number' || amount.comparison.startsWith('<')) return undefined;
  // "công nhân đi làm đủ 26 công: 92%": how many of them do is the measure
  if (judged.roles.some(({ role, amount: other }) => role === 'target' && other.kind === 'percent'))
    return undefined;
  const work = judged.metric && !describes(judged, judged.metric, amount) ? undefined : peopleWork(judged);
  if (!work || work.to > amount.from) return undefined;
  // "mỗi sale gọi 30 khách": those who are only called on are not won
  const contacts = ((entryAt(judged.reading.sentence, work.from)?.trait ?? 0) & Trait.contact) !== 0;
  return contacts || !isWon(noun?.entry) ? counted(judged, 0.6, by) : undefined;
}

/** `gặp 40 đại lý có doanh số trên 1 tỷ`: the metric says which ones. */
function describes({ reading }: Judged, { from }: FoundMetric, { to }: Amount): boolean {
  return from > to && isWord(reading.sentence, from - 1, Word.scope);
}

/** `mỗi đại lý đặt hàng ít nhất 3 lần/tháng`: how often people outside do something. */
function done(judged: Judged, { counted: noun, amount }: Roled): boolean {
  const { sentence } = judged.reading;
  if (sentence.grammar.inflects || amount.kind !== 'multiple' || isWorkProduct(noun?.entry)) return false;
  // "cho học sinh đi tham quan 2 lần" is done for them
  if (isWord(sentence, judged.clause.structure.start, Word.scope) && !isUniversal(judged)) return false;
  return saysOfPeople(judged, Noun.Person) && !saysOfPeople(judged, Noun.Staff);
}

/** The phrase is about an event, or says that something is done. */
function isEventOrState(judged: Judged): boolean {
  return (
    nounReason(judged, Noun.Event, 'artefact') !== undefined ||
    wordReason(judged, Word.state, 'state') !== undefined
  );
}

function withoutNumber(judged: Judged): Verdict {
  const { clause, metric } = judged;
  const level = nounReason(judged, Noun.Level, 'target');
  if (level && hasNamed(judged)) return verdict('outcome', 0.6, level);
  const done = stateOf(judged);
  if (done) return verdict('milestone', 0.8, done, NO_NUMBER);
  const noun = objectNoun(judged);
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event | Noun.Action, 'artefact');
  if (metric && !(artefact && artefact.from <= metric.from) && !isBehind(judged, metric))
    return verdict('vague', 0.7, metricReason(judged), NO_NUMBER);
  const attended = peopleWork(judged);
  if (attended) return verdict('activity', 0.6, attended, NO_NUMBER);
  // "emergency patients seen the same day": how often is what is missing
  if (!artefact && hasPart(judged, Part.punctual)) return verdict('vague', 0.6, NO_NUMBER);
  if (isWish(judged) || saysOfPeople(judged, Noun.Person | Noun.Staff)) return wish(judged);
  const vague = wordReason(judged, Word.vague, 'vague-word');
  const held = noun !== undefined && (noun.noun & (Noun.Event | Noun.Action)) !== 0;
  if (vague && !held) return verdict('vague', 0.6, vague, NO_NUMBER);
  if (artefact) return verdict('activity', 0.65, artefact, NO_NUMBER);
  if (clause.structure.form === 'sentence') return verdict('vague', 0.6, NO_NUMBER);
  return verdict('activity', 0.55, NO_NUMBER);
}

/** `parent evenings on screen time`: what the phrase is about stands before the metric. */
function isBehind({ reading, clause }: Judged, metric: FoundMetric): boolean {
  const { sentence } = reading;
  const { start } = clause.structure;
  const end = phraseEnd(reading, start);
  if (!sentence.grammar.inflects || end <= start || metric.from <= end || !isWord(sentence, end, Word.scope))
    return false;
  // "cooperation on safety" is a wish all the same
  return !isPart(sentence, end, Part.genitive) && !((entryAt(sentence, end - 1)?.noun ?? 0) & Noun.Abstract);
}

/** `every team runs a retrospective`, `all managers complete the course`: what staff do is work. */
function peopleWork(judged: Judged): Reason | undefined {
  if (!saysOfPeople(judged, Noun.Staff)) return undefined;
  const { sentence } = judged.reading;
  return findReason(judged, 'state', (at) => {
    const entry = entryAt(sentence, at);
    if (!entry) return false;
    // "giáo viên dự giờ lẫn nhau": without inflection the name of a deed behind people is what they do
    const deed = !sentence.grammar.inflects && (entry.noun & (Noun.Event | Noun.Action)) !== 0;
    const named = entry.nominal && !deed && !isWord(sentence, after(sentence, at), Word.determiner);
    return (WORK.has(entry.verb) && !named) || (entry.word & Word.attend) !== 0;
  });
}

const WORK: ReadonlySet<HeadClass | undefined> = new Set(['activity', 'learning', 'support', 'completion']);

/** `Planners settle schedules sooner`: a plural or a quantifier opens a sentence about people. */
function saysOfPeople({ reading, clause }: Judged, bits: number): boolean {
  const { sentence } = reading;
  let at = clause.structure.start;
  let quantified = false;
  while (
    at < clause.to &&
    isWord(sentence, at, Word.determiner | Word.universal) &&
    !isNoun(sentence, at, -1)
  ) {
    quantified ||= isWord(sentence, at, Word.universal);
    at = after(sentence, at);
  }
  const entry = entryAt(sentence, at);
  return (
    entry !== undefined &&
    (entry.noun & bits) !== 0 &&
    (entry.plural || quantified) &&
    after(sentence, at) < clause.to
  );
}
