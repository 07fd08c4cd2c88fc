/**
 * The verdict on one clause, from structure before words: is there a number that is a target, and what does it
 * measure? Only then does the class of the head verb decide.
 */
import type { FoundClause } from './clauses';
import type { EvidenceKind, HeadClass, StatementClass } from './facts';
import { Form, Noun, Trait, Word } from './lexicon';
import { type FoundMetric, isVagueAt } from './metrics';
import { isWon, isWorkProduct, type Reading } from './phrases';
import { governing, type Roled } from './roles';
import { after, entryAt, isNoun, isWord, normAt } from './sentence';
import { isLongDuration, Zone } from './zones';

export interface Verdict {
  readonly class: StatementClass;
  /** 0 to 1. */
  readonly confidence: number;
  /** What led to it, most telling first: kind and tokens; an empty range for what is missing. */
  readonly because: readonly { readonly kind: EvidenceKind; readonly from: number; readonly to: number }[];
}

/** All that is known of a clause when it is judged. */
export interface Judged {
  readonly reading: Reading;
  readonly clause: FoundClause;
  readonly metric: FoundMetric | undefined;
  readonly roles: readonly Roled[];
}

type Reason = Verdict['because'][number];

/** The verdict on one clause. */
export function judge(judged: Judged): Verdict {
  const { structure } = judged.clause;
  const implied = impliedTarget(judged);
  if (implied) return implied;
  const governs = governing(judged.clause);
  if (structure.head) return (BY_HEAD[governs ?? structure.head.class] ?? work)(judged);
  if (structure.predicate) return statement(judged);
  return phraseOrState(judged);
}

const BY_HEAD: Readonly<Record<HeadClass, (judged: Judged) => Verdict>> = {
  activity: work,
  'hiring-spend': work,
  learning: work,
  support: work,
  completion: work,
  measure: watching,
  hedge: promise,
  increase: change,
  decrease: change,
  improve: change,
  reach: arrival,
  keep: holding,
  delexical,
  become: change,
  enable: change,
};

function verdict(result: StatementClass, confidence: number, ...because: (Reason | undefined)[]): Verdict {
  return { class: result, confidence, because: because.filter((reason) => reason !== undefined) };
}

function headReason({ clause }: Judged): Reason | undefined {
  const head = clause.structure.head ?? clause.structure.predicate;
  return head && { kind: 'head', from: head.from, to: head.to };
}

const NO_NUMBER: Reason = { kind: 'no-number', from: 0, to: 0 };

function first(judged: Judged, ...roles: Roled['role'][]): Roled | undefined {
  return judged.roles.find(({ role }) => roles.includes(role));
}

function quantityReason(roled: Roled | undefined): Reason | undefined {
  if (!roled) return undefined;
  const kind: EvidenceKind =
    roled.role === 'baseline' ? 'baseline' : roled.role === 'count' ? 'count' : 'target';
  return { kind, from: roled.amount.from, to: roled.amount.to };
}

function metricReason({ metric }: Judged): Reason | undefined {
  return metric && { kind: 'metric', from: metric.from, to: metric.to };
}

function vagueReason(judged: Judged): Reason | undefined {
  const { reading, clause } = judged;
  for (let i = clause.from; i < clause.to; i = Math.max(after(reading.sentence, i), i + 1))
    if (isVagueAt(reading, i)) return { kind: 'vague-word', from: i, to: after(reading.sentence, i) };
  return undefined;
}

function nounReason(judged: Judged, bits: number, kind: EvidenceKind): Reason | undefined {
  const { reading, clause } = judged;
  const skip = clause.structure.head;
  for (let i = clause.structure.start; i < clause.to; i = Math.max(after(reading.sentence, i), i + 1)) {
    if (skip && i >= skip.from && i < skip.to) continue;
    if (reading.zones.of[i] === Zone.main && isNoun(reading.sentence, i, bits))
      return { kind, from: i, to: after(reading.sentence, i) };
  }
  return undefined;
}

/** A result with a number: target, change, or at least a level to start from. */
function measured(judged: Judged): Roled | undefined {
  return first(judged, 'target', 'change') ?? first(judged, 'baseline');
}

function outcome(judged: Judged, confidence: number, by: Roled | undefined): Verdict {
  const base = first(judged, 'baseline');
  return verdict(
    'outcome',
    confidence,
    quantityReason(by),
    metricReason(judged),
    base && base !== by ? quantityReason(base) : undefined,
  );
}

function counted(judged: Judged, confidence: number, by: Roled | undefined): Verdict {
  return verdict(
    'counted-activity',
    confidence,
    headReason(judged),
    by && { kind: 'count', from: by.amount.from, to: by.amount.to },
    nounReason(judged, Noun.Artefact | Noun.Event, 'artefact'),
  );
}

/** `Zero data leaks`, `no missed cases`, `break even`, `eliminate outages`: a target without digits. */
function impliedTarget(judged: Judged): Verdict | undefined {
  const { reading, clause, metric } = judged;
  const { sentence } = reading;
  const { head, start } = clause.structure;
  if (first(judged, 'target', 'change')) return undefined;
  if (head && head.entry.trait & Trait.eliminate && metric?.metric.polarity === 'down')
    return verdict('outcome', 0.8, headReason(judged), metricReason(judged));
  const from = head && head.class !== 'activity' ? head.to : start;
  const holds = !head || head.class === 'keep' || head.class === 'reach' || head.class === 'delexical';
  if (!holds) return undefined;
  for (let i = from; i < clause.to; i = Math.max(after(sentence, i), i + 1)) {
    if (!isWord(sentence, i, Word.zero) || reading.zones.of[i] !== Zone.main) continue;
    const next = after(sentence, i);
    const entry = entryAt(sentence, next);
    const bad = metric?.metric.polarity === 'down' || (entry && (entry.noun & Noun.Outcome || entry.metric));
    if (bad || i === start || !sentence.grammar.inflects)
      return verdict('outcome', 0.75, { kind: 'target', from: i, to: next }, metricReason(judged));
  }
  return undefined;
}

/** Increase, decrease, improve, become, enable: a number makes it an outcome, none leaves a wish. */
function change(judged: Judged): Verdict {
  const by = measured(judged) ?? first(judged, 'count', 'scope') ?? serviceTime(judged);
  if (by) return outcome(judged, judged.metric ? 0.95 : 0.85, by);
  return wish(judged);
}

function wish(judged: Judged): Verdict {
  return verdict(
    'vague',
    0.85,
    headReason(judged),
    metricReason(judged),
    nounReason(judged, Noun.Abstract, 'vague-word'),
    vagueReason(judged),
    NO_NUMBER,
  );
}

/** A time in seconds to days where the metric is a time: `cut response time to within 2 hours`. */
function serviceTime(judged: Judged): Roled | undefined {
  return judged.roles.find(
    ({ role, amount }) =>
      role === 'window' &&
      amount.kind === 'duration' &&
      amount.shape === 'plain' &&
      !isLongDuration(amount.unit),
  );
}

/** Reach, win, sign: what is counted decides. */
function arrival(judged: Judged): Verdict {
  const head = judged.clause.structure.head;
  const acquires = head !== undefined && (head.entry.trait & Trait.acquire) !== 0;
  const by = measured(judged);
  const product = judged.roles.find(
    ({ role, counted: noun }) => role === 'count' && isWorkProduct(noun?.entry),
  );
  if (by) return percentOfWork(judged, by) ?? outcome(judged, 0.9, by);
  if (product) return acquires ? counted(judged, 0.6, product) : outcome(judged, 0.6, product);
  const count = first(judged, 'count', 'scope');
  if (count) return outcome(judged, 0.75, count);
  const time = judged.metric?.metric.kind === 'duration' ? serviceTime(judged) : undefined;
  if (time) return outcome(judged, 0.7, time);
  return withoutNumber(judged);
}

/** `achieve 100 % completion of the migration`: a share of a task done. */
function percentOfWork(judged: Judged, by: Roled): Verdict | undefined {
  if (by.amount.kind !== 'percent' || by.amount.value !== 100 || !by.counted) return undefined;
  const { sentence } = judged.reading;
  const word = entryAt(sentence, by.counted.from);
  if (word && word.word & Word.progress) return counted(judged, 0.6, by);
  return undefined;
}

function withoutNumber(judged: Judged): Verdict {
  const level = nounReason(judged, Noun.Level, 'target');
  if (level && hasNamed(judged)) return verdict('outcome', 0.6, headReason(judged), level);
  const granted = nounReason(judged, Noun.Certificate | Noun.Award, 'state');
  if (granted) return verdict('milestone', 0.8, headReason(judged), granted);
  return wish(judged);
}

/** A name with digits (`C1`, `band 7`): a level that can be checked. */
function hasNamed(judged: Judged): boolean {
  const { reading, clause } = judged;
  for (let i = clause.from; i < clause.to; i++) {
    const token = reading.sentence.tokens[i];
    if (token?.kind === 'word' && /[0-9]/.test(token.norm)) return true;
    if (reading.amountAt[i]?.shape === 'name' || reading.amountAt[i]?.shape === 'ordinal') return true;
  }
  return false;
}

/** Keep, maintain, ensure. */
function holding(judged: Judged): Verdict {
  const by = measured(judged) ?? first(judged, 'count', 'scope') ?? serviceTime(judged);
  if (by) return isCoverage(judged, by) ? counted(judged, 0.55, by) : outcome(judged, 0.9, by);
  const state = nounReason(judged, Noun.Artefact, 'artefact');
  if (judged.metric?.named) return wish(judged);
  if (nounReason(judged, Noun.Abstract, 'vague-word')) return wish(judged);
  if (state) return verdict('activity', 0.6, headReason(judged), state);
  return wish(judged);
}

/** `ensure 100 % of staff attend the course`: coverage of an activity among those who do the work. */
function isCoverage(judged: Judged, by: Roled): boolean {
  if (by.amount.kind !== 'percent' || !by.counted) return false;
  return coverageOfWork(judged, by) !== undefined;
}

/** Measure, track: a baseline to be found, else work. */
function watching(judged: Judged): Verdict {
  const { sentence } = judged.reading;
  const { clause } = judged;
  for (let i = clause.from; i < clause.to; i++) {
    const entry = entryAt(sentence, i);
    if (entry && /\bbaselines?\b|mức nền|cơ sở|mốc ban đầu/.test(entry.lemma))
      return verdict(
        'baseline',
        0.85,
        { kind: 'baseline', from: i, to: after(sentence, i) },
        metricReason(judged),
      );
    if (entry && entry.word & Word.now && !(entry.word & Word.scope) && judged.metric && !measured(judged))
      return verdict(
        'baseline',
        0.6,
        { kind: 'baseline', from: i, to: after(sentence, i) },
        metricReason(judged),
      );
  }
  return work(judged);
}

/** Try, aim, continue without a verb after it. */
function promise(judged: Judged): Verdict {
  const by = measured(judged);
  if (by && judged.metric) return outcome(judged, 0.75, by);
  if (first(judged, 'count', 'target')) return counted(judged, 0.5, first(judged, 'count', 'target'));
  if (judged.metric || nounReason(judged, Noun.Abstract, 'vague-word')) return wish(judged);
  return verdict('activity', 0.75, headReason(judged));
}

/** Get, make, add, drive, move: the object decides. */
function delexical(judged: Judged): Verdict {
  const by = measured(judged);
  if (by) return productOf(judged, by) ? counted(judged, 0.6, by) : outcome(judged, 0.8, by);
  const count = first(judged, 'count');
  if (count) return counted(judged, 0.65, count);
  const scope = first(judged, 'scope');
  if (scope && judged.metric) return outcome(judged, 0.6, scope);
  const granted = nounReason(judged, Noun.Certificate, 'state');
  if (granted) return verdict('milestone', 0.7, headReason(judged), granted);
  if (isWish(judged)) return wish(judged);
  return verdict(
    'activity',
    scope ? 0.5 : 0.7,
    headReason(judged),
    nounReason(judged, Noun.Artefact | Noun.Event, 'artefact'),
  );
}

function productOf(judged: Judged, by: Roled): boolean {
  if (by.amount.kind !== 'number' || by.role === 'change' || judged.metric?.named) return false;
  return !isWon(by.counted?.entry) && by.amount.comparison === '=' && (by.counted?.nouns ?? 0) === 0;
}

/** The object is a metric, something abstract or a comparison. */
function isWish(judged: Judged): boolean {
  const { reading, clause } = judged;
  const head = clause.structure.head;
  const next = head ? after(reading.sentence, head.to - 1) : clause.from;
  if (judged.metric?.named) return true;
  for (let i = next; i < clause.to; i = Math.max(after(reading.sentence, i), i + 1)) {
    if (reading.zones.of[i] !== Zone.main) continue;
    if (isWord(reading.sentence, i, Word.comparative)) return true;
    if (isNoun(reading.sentence, i, Noun.Artefact | Noun.Event)) return false;
    if (isNoun(reading.sentence, i, Noun.Abstract)) return true;
  }
  return false;
}

/** Work of any kind: only a metric with a target lifts it to an outcome. */
function work(judged: Judged): Verdict {
  const lifted = liftedByMetric(judged);
  if (lifted) return lifted;
  const by = first(judged, 'count', 'target', 'change') ?? first(judged, 'baseline');
  if (by) return counted(judged, 0.8, by);
  const purpose = purposeResult(judged);
  if (purpose) return purpose;
  const scope = judged.roles.find(({ role, zone }) => role === 'scope' && zone === Zone.main);
  if (scope) return counted(judged, 0.6, scope);
  return workWithoutNumber(judged);
}

function workWithoutNumber(judged: Judged): Verdict {
  const head = judged.clause.structure.head;
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event, 'artefact');
  if (head?.class === 'completion') {
    const granted = nounReason(judged, Noun.Certificate, 'state');
    if (granted) return verdict('milestone', 0.75, headReason(judged), granted);
  }
  return verdict(
    'activity',
    head?.guessed ? 0.65 : 0.9,
    headReason(judged),
    artefact,
    vagueReason(judged),
    NO_NUMBER,
  );
}

/** `build readership 5 % a month`, `automate 50 % of orders`, `answer tickets within 2 hours`, `build $14M of pipeline`. */
function liftedByMetric(judged: Judged): Verdict | undefined {
  const { metric } = judged;
  const head = judged.clause.structure.head;
  const trait = head?.entry.trait ?? 0;
  const spends = head?.class === 'hiring-spend';
  const change = judged.roles.find(
    ({ role, zone }) => (role === 'change' || role === 'baseline') && zone !== Zone.purpose,
  );
  if (change && (metric || change.role === 'change') && !spends) return outcome(judged, 0.75, change);
  const share = judged.roles.find(
    ({ amount, role }) => amount.kind === 'percent' && (role === 'count' || role === 'target'),
  );
  if (share && trait & Trait.transform && share.amount.value !== 100 && !finished(judged))
    return outcome(judged, 0.6, share);
  if (share && metric?.named && !isWorkProduct(share.counted?.entry) && directObject(judged, share))
    return outcome(judged, 0.65, share);
  const money = judged.roles.find(
    ({ amount, role }) => amount.kind === 'currency' && (role === 'count' || role === 'target'),
  );
  if (money && metric && !spends) return outcome(judged, 0.7, money);
  const level = judged.roles.find(({ role, amount }) => role === 'target' && amount.kind !== 'currency');
  if (level && metric) return outcome(judged, 0.7, level);
  if (trait & Trait.service) {
    const time = serviceTime(judged);
    if (time) return outcome(judged, 0.7, time);
  }
  return undefined;
}

/** A share of the metric itself, not of the things worked on. */
function directObject(judged: Judged, share: Roled): boolean {
  return normAt(judged.reading.sentence, share.amount.to) !== 'of' && share.amount.value !== 100;
}

/** Says that the work is over: `xong`, `done`. */
function finished(judged: Judged): boolean {
  const { reading, clause } = judged;
  for (let i = clause.from; i < clause.to; i++) if (isWord(reading.sentence, i, Word.progress)) return true;
  return false;
}

/** `redesign checkout to cut drop-off from 60 % to 45 %`: the result stands in the purpose. */
function purposeResult(judged: Judged): Verdict | undefined {
  const { reading, clause } = judged;
  const number = judged.roles.find(({ zone, amount }) => zone === Zone.purpose && amount.shape === 'plain');
  if (!number) return undefined;
  for (let i = clause.from; i < number.amount.from; i++) {
    const entry = entryAt(reading.sentence, i);
    const changes =
      entry?.verb === 'increase' ||
      entry?.verb === 'decrease' ||
      entry?.verb === 'reach' ||
      entry?.verb === 'improve';
    if (reading.zones.of[i] === Zone.purpose && changes) {
      number.role = 'target';
      return outcome(judged, 0.55, number);
    }
  }
  return undefined;
}

/** A subject that moves: `DAU rises to 6,500`, `8 dealers raise output`. */
function statement(judged: Judged): Verdict {
  const by = measured(judged) ?? first(judged, 'count', 'scope') ?? serviceTime(judged);
  const coverage = by && coverageOfWork(judged, by);
  if (coverage) return coverage;
  if (by) return outcome(judged, 0.9, by);
  const granted = nounReason(judged, Noun.Certificate, 'state');
  if (granted && !judged.metric) return verdict('milestone', 0.6, granted);
  return wish(judged);
}

/** `100 % of staff complete the training`, `9 visits done`, `80 % of stories closed`. */
function coverageOfWork(judged: Judged, by: Roled): Verdict | undefined {
  const { reading, clause } = judged;
  const { sentence } = reading;
  if (!by.counted) return undefined;
  const staff = (by.counted.nouns & Noun.Staff) !== 0 && !(by.counted.nouns & Noun.Outcome);
  const product = isWorkProduct(by.counted.entry);
  if (serviceTime(judged)) return undefined;
  for (let i = by.counted.from; i < clause.to; i++) {
    if (reading.zones.of[i] !== Zone.main) continue;
    if (staff && isWord(sentence, i, Word.attend | Word.progress)) return counted(judged, 0.65, by);
    if (product && isWord(sentence, i, Word.progress)) return counted(judged, 0.65, by);
  }
  return undefined;
}

/** No verb at all: a metric with a target, a count, a state, or a thing. */
function phraseOrState(judged: Judged): Verdict {
  const { clause } = judged;
  const by = measured(judged);
  if (by)
    return (
      coverageOfWork(judged, by) ?? outcome(judged, clause.structure.form === 'expression' ? 0.9 : 0.8, by)
    );
  const count = first(judged, 'count');
  if (count) return counted(judged, 0.75, count);
  const time = serviceTime(judged);
  if (time && judged.metric) return outcome(judged, 0.7, time);
  const scope = judged.roles.find(({ role, zone }) => role === 'scope' && zone === Zone.main);
  if (scope && judged.metric) return outcome(judged, 0.55, scope);
  return state(judged);
}

function state(judged: Judged): Verdict {
  const { reading, clause, metric } = judged;
  const { sentence } = reading;
  for (let i = clause.structure.start + 1; i < clause.to; i++)
    if (
      isWord(sentence, i, Word.state) &&
      reading.zones.of[i] === Zone.main &&
      sentence.matches[i]?.from === i
    )
      return verdict('milestone', 0.8, { kind: 'state', from: i, to: after(sentence, i) }, NO_NUMBER);
  if (metric) return verdict('vague', 0.7, metricReason(judged), NO_NUMBER);
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event, 'artefact');
  if (isWish(judged)) return wish(judged);
  if (artefact) return verdict('activity', 0.65, artefact, NO_NUMBER);
  if (vagueReason(judged) || clause.structure.form === 'sentence')
    return verdict('vague', 0.6, vagueReason(judged), NO_NUMBER);
  return verdict('activity', 0.55, NO_NUMBER);
}

const RANK: Readonly<Record<StatementClass, number>> = {
  outcome: 6,
  baseline: 5,
  'counted-activity': 4,
  milestone: 1,
  activity: 3,
  vague: 2,
};

/** The statement's verdict: a clause with a result speaks for the whole, else the first clause does. */
export function strongest(verdicts: readonly Verdict[]): Verdict {
  const [head, ...rest] = verdicts as [Verdict, ...Verdict[]];
  return rest.reduce((best, next) => {
    if (RANK[next.class] < 4) return best;
    return RANK[next.class] > RANK[best.class] ? next : best;
  }, head);
}

/** Whether the head is in the past: `released the plugin`. */
export function isPast(judged: Judged): boolean {
  return judged.clause.structure.head?.entry.form === Form.Past;
}
