/**
 * The verdict on one clause, from structure before words: is there a number that is a target, and what does it
 * measure? Only then does the class of the head verb decide.
 */
import { Noun, Part, Trait, Word } from './entry';
import type { HeadClass, StatementClass } from './facts';
import { arrivesAt, extentOfWork, handedOut, isHeld } from './handled';
import { isWon, isWorkProduct, mainNoun, sharesOf } from './phrases';
import { governing, type Roled } from './roles';
import { after, entryAt, isPart, isWord } from './sentence';
import { phraseOrState, statement } from './states';
import {
  counted,
  coverageOfWork,
  first,
  hasNamed,
  hasPart,
  headReason,
  isWish,
  type Judged,
  measured,
  metricReason,
  NO_NUMBER,
  nounReason,
  objectNoun,
  outcome,
  serviceTime,
  type Verdict,
  verdict,
  wish,
  wordReason,
} from './verdicts';
import { baselineToFind, purposeResult, work } from './work';
import { Zone } from './zones';

/** The verdict on one clause. */
export function judge(judged: Judged): Verdict {
  const { structure } = judged.clause;
  const implied = impliedTarget(judged) ?? baselineToFind(judged);
  if (implied) return implied;
  const governs = governing(judged.clause);
  if (structure.head) return BY_HEAD[governs ?? structure.head.class](judged);
  return structure.predicate ? statement(judged) : phraseOrState(judged);
}

const BY_HEAD: Readonly<Record<HeadClass, (judged: Judged) => Verdict>> = {
  activity: work,
  'hiring-spend': work,
  learning: work,
  support: work,
  completion: work,
  measure: work,
  hedge: promise,
  increase: change,
  decrease: change,
  improve: change,
  reach: arrival,
  keep: holding,
  delexical,
  become: state,
  enable: change,
};

/** `Zero data leaks`, `no missed cases`, `eliminate outages`: a target without digits. */
function impliedTarget(judged: Judged): Verdict | undefined {
  const { metric, clause, reading } = judged;
  const { head, start } = clause.structure;
  if (first(judged, 'target', 'change')) return undefined;
  const bad = metric?.metric.polarity === 'down';
  const prevents = head !== undefined && (head.entry.trait & Trait.eliminate) !== 0;
  // "không để xảy ra ngộ độc": what must not happen is bad, whatever it is called
  const forbids = prevents && head.class === 'keep' && !wordReason(judged, Word.vague, 'vague-word');
  if (prevents && (bad || forbids)) return verdict('outcome', 0.8, headReason(judged), metricReason(judged));
  const holds = !head || head.class === 'keep' || head.class === 'reach' || head.class === 'delexical';
  if (!holds) return undefined;
  const { sentence, zoneOf } = reading;
  for (let i = head?.to ?? start; i < clause.to; i = Math.max(after(sentence, i), i + 1)) {
    if (zoneOf[i] !== Zone.main || !isWord(sentence, i, Word.zero)) continue;
    const next = after(sentence, i);
    if (bad || i === start || isWon(entryAt(sentence, next)) || !sentence.grammar.inflects)
      return verdict('outcome', 0.75, { kind: 'target', from: i, to: next }, metricReason(judged));
  }
  return undefined;
}

/** Increase, decrease, improve, enable: a number makes it an outcome, none leaves a wish. */
function change(judged: Judged): Verdict {
  const time = judged.metric?.metric.kind === 'duration' ? serviceTime(judged) : undefined;
  const by = measured(judged) ?? first(judged, 'count') ?? time;
  if (by && (numberOfWork(judged) || improvesThings(judged, by))) return counted(judged, 0.6, by);
  if (by && (spreadsProduct(judged, by) || letsWork(judged, by))) return counted(judged, 0.55, by);
  if (by) return outcome(judged, judged.metric ? 0.95 : 0.85, by);
  const scope = mainScope(judged);
  if (scope) return counted(judged, 0.5, scope);
  return purposeResult(judged) ?? wish(judged);
}

/** `đẩy content lên 5 kênh`: a work product brought to so many others. */
function spreadsProduct(judged: Judged, { amount, counted: noun }: Roled): boolean {
  if (amount.kind !== 'number' || judged.metric || first(judged, 'baseline')) return false;
  return isWorkProduct(noun?.entry) && isWorkProduct(objectNoun(judged));
}

/** `let 12 teachers shadow colleagues`: what so many of the staff are to do is work, unlike `let 200 customers pay`. */
function letsWork({ reading, clause }: Judged, { amount, counted: noun }: Roled): boolean {
  const { head } = clause.structure;
  if (head?.class !== 'enable' || amount.from !== head.to || amount.kind !== 'number' || !noun) return false;
  if (!(noun.nouns & Noun.Staff) || noun.nouns & Noun.Outcome) return false;
  for (let i = amount.to; i < clause.to; i++)
    if (entryAt(reading.sentence, i)?.verb === 'activity') return true;
  return false;
}

/** `increase the number of blog posts to 8`, `tăng ngân sách lên 300 triệu`: what is counted is work or put into it. */
function numberOfWork(judged: Judged): boolean {
  const { metric, reading, clause } = judged;
  const { sentence } = reading;
  if (clause.structure.head?.class === 'decrease') return false;
  if ((objectNoun(judged)?.noun ?? 0) & Noun.Input) return true;
  if (!metric || metric.named || metric.metric.kind !== 'count') return false;
  if (sentence.grammar.headFinal)
    return (
      isPart(sentence, metric.to, Part.genitive) &&
      isWorkProduct(mainNoun(reading, after(sentence, metric.to)))
    );
  // "số sản phẩm/ca" is how productive the shift is
  if (isWord(sentence, metric.to, Word.per)) return false;
  return isWorkProduct(mainNoun(reading, after(sentence, metric.from)));
}

/** `streamline 3 processes`, `amplify 20 announcements`: how many things are worked on, not how much better they are. */
function improvesThings({ clause, metric }: Judged, { amount, role, counted: noun }: Roled): boolean {
  const { head, joined } = clause.structure;
  if (!head || head.class === 'decrease' || metric?.named) return false;
  const behind = joined[joined.length - 1]?.to ?? head.to;
  const plain = amount.kind === 'number' && amount.shape === 'plain';
  return plain && role !== 'baseline' && amount.from === behind && isWorkProduct(noun?.entry);
}

function mainScope(judged: Judged): Roled | undefined {
  return judged.roles.find(
    ({ role, zone, amount }) => role === 'scope' && zone === Zone.main && amount.shape === 'plain',
  );
}

/** Become, turn into: a place in an order is no measure of a state ("the number one app"). */
function state(judged: Judged): Verdict {
  const { tokens } = judged.reading.sentence;
  const by = judged.roles.find(
    ({ role, amount }) =>
      role !== 'date' &&
      role !== 'name' &&
      role !== 'window' &&
      !(amount.shape === 'rank' && tokens[amount.to - 1]?.kind !== 'number'),
  );
  return by ? change(judged) : wish(judged);
}

/** Reach, win, sign: what is counted decides. */
function arrival(judged: Judged): Verdict {
  const trait = judged.clause.structure.head?.entry.trait ?? 0;
  const by = measured(judged);
  if (by)
    return (
      extentOfWork(judged, by) ??
      shareOfWork(judged, by) ??
      signedWith(judged, by) ??
      outcome(judged, 0.9, by)
    );
  const product = judged.roles.find(
    ({ role, counted: noun }) => role === 'count' && isWorkProduct(noun?.entry),
  );
  const held = product && isHeld(judged, product);
  if (product && (held || (trait & Trait.acquire && !(trait & Trait.sell))))
    return counted(judged, 0.6, product);
  const count = product ?? first(judged, 'count');
  if (count) return outcome(judged, 0.65, count);
  const scope = mainScope(judged);
  // "lấy feedback từ 20 khách hàng": the number says from whom, and what is had is a work product
  if (scope)
    return trait & Trait.acquire && isWorkProduct(objectNoun(judged))
      ? counted(judged, 0.6, scope)
      : (signedWith(judged, scope) ?? outcome(judged, 0.65, scope));
  const time =
    judged.metric?.metric.kind === 'duration' || trait & Trait.service ? serviceTime(judged) : undefined;
  if (time) return outcome(judged, 0.7, time);
  return withoutNumber(judged);
}

/** `ký hợp đồng với 4 nhà cung cấp`, `ký lại hợp đồng cho 100% nhân viên`: papers signed with those who do the work. */
function signedWith(judged: Judged, by: Roled): Verdict | undefined {
  const nouns = by.counted?.nouns ?? 0;
  if (!(nouns & Noun.Staff) || nouns & Noun.Outcome) return undefined;
  const { sentence } = judged.reading;
  const { head } = judged.clause.structure;
  if (!head || !(head.entry.trait & Trait.signs)) return undefined;
  const beside = by.amount.from === head.to || isWord(sentence, by.amount.from - 1, Word.scope);
  return beside ? counted(judged, 0.6, by) : undefined;
}

/** `100 % completion of the migration`, `close 100 % of stories`: a share of tasks done. */
function shareOfWork(judged: Judged, by: Roled): Verdict | undefined {
  const { counted: noun, amount } = by;
  if (amount.kind !== 'percent' || !noun) return undefined;
  const opens = entryAt(judged.reading.sentence, noun.from);
  const done = amount.value === 100 && opens !== undefined && (opens.word & Word.progress) !== 0;
  return done || tasks(judged, by) ? counted(judged, 0.6, by) : undefined;
}

/** Shares of stories or tickets handled, where nothing says how well or how fast. */
function tasks(judged: Judged, { counted: noun, amount }: Roled): boolean {
  if (amount.kind !== 'percent' || !isWorkProduct(noun?.entry) || judged.metric?.named) return false;
  if (amount.value !== 100 && !sharesOf(judged.reading, amount)) return false;
  return !serviceTime(judged) && !hasPart(judged, Part.punctual);
}

function withoutNumber(judged: Judged): Verdict {
  const level = nounReason(judged, Noun.Level, 'target');
  if (level && hasNamed(judged)) return verdict('outcome', 0.6, headReason(judged), level);
  const granted = nounReason(judged, Noun.Certificate | Noun.Award, 'state');
  if (granted) return verdict('milestone', 0.8, headReason(judged), granted);
  const trait = judged.clause.structure.head?.entry.trait ?? 0;
  if (trait & Trait.acquire && hasPart(judged, Part.first) && isWon(objectNoun(judged)))
    return verdict('outcome', 0.6, headReason(judged), metricReason(judged));
  const product = isWorkProduct(objectNoun(judged)) && !isWish(judged);
  if (trait & Trait.sell || (trait & Trait.acquire && product))
    return verdict('activity', 0.6, headReason(judged), NO_NUMBER);
  if (
    trait & Trait.acquire &&
    isWord(judged.reading.sentence, judged.clause.structure.head?.to ?? 0, Word.determiner)
  )
    return verdict('milestone', 0.6, headReason(judged), NO_NUMBER);
  return wish(judged);
}

/**
 * `Keep the share of decisions backed by evidence above 40%`: what reads like a means or a purpose belongs to the
 * metric's name, and the threshold behind it to the verb.
 */
function thresholdBehind({ roles, metric }: Judged): Roled | undefined {
  if (metric?.metric.kind !== 'rate') return undefined;
  return roles.find(({ amount }) => amount.kind === 'percent' && amount.comparison !== '=');
}

/** Keep, maintain, ensure. */
function holding(judged: Judged): Verdict {
  const by = measured(judged) ?? first(judged, 'count') ?? mainScope(judged) ?? serviceTime(judged);
  if (by) return coverageOfWork(judged, by) ?? outcome(judged, 0.9, by);
  const threshold = thresholdBehind(judged);
  if (threshold) return outcome(judged, 0.7, threshold);
  const noun = objectNoun(judged);
  const people = noun !== undefined && (noun.noun & (Noun.Person | Noun.Staff)) !== 0;
  if (people || judged.metric?.named || isWish(judged) || wordReason(judged, Word.vague, 'vague-word'))
    return wish(judged);
  return verdict('activity', 0.6, headReason(judged), nounReason(judged, Noun.Artefact, 'artefact'));
}

/** Try, aim, continue without a verb after it. */
function promise(judged: Judged): Verdict {
  const by = measured(judged);
  if (by && judged.metric) return outcome(judged, 0.75, by);
  const count = first(judged, 'count', 'target');
  // "phấn đấu 70% học sinh đạt …": a share of people, not of tasks
  if (
    count?.amount.kind === 'percent' &&
    (count.counted?.nouns ?? 0) & Noun.Person &&
    !coverageOfWork(judged, count)
  )
    return outcome(judged, 0.6, count);
  if (count) return counted(judged, 0.5, count);
  return isWish(judged) ? wish(judged) : verdict('activity', 0.75, headReason(judged));
}

/** Get, make, add, drive, move: the object decides. */
function delexical(judged: Judged): Verdict {
  const by = measured(judged);
  if (by) {
    const worked = isProduct(judged, by) || tasks(judged, by) || handedOut(judged, by);
    return worked ? counted(judged, 0.6, by) : outcome(judged, 0.8, by);
  }
  const count = first(judged, 'count') ?? mainScope(judged);
  if (count) return counted(judged, 0.65, count);
  const granted = nounReason(judged, Noun.Certificate, 'state');
  if (granted) return verdict('milestone', 0.7, headReason(judged), granted);
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event, 'artefact');
  if (isWish(judged) || (!artefact && nounReason(judged, Noun.Outcome, 'metric'))) return wish(judged);
  return verdict('activity', 0.7, headReason(judged), artefact);
}

/** A plain count of something that the lexicon does not know to be won. */
function isProduct(judged: Judged, { amount, role, counted: noun }: Roled): boolean {
  if (amount.kind !== 'number' || role === 'change' || amount.comparison !== '=' || judged.metric?.named)
    return false;
  if (arrivesAt(judged, amount)) return false;
  if (first(judged, 'baseline')) return false;
  return !isWon(noun?.entry) && (noun?.nouns ?? 0) === 0;
}

const RANK: Readonly<Record<StatementClass, number>> = {
  outcome: 3,
  baseline: 2,
  'counted-activity': 1,
  activity: 0,
  vague: 0,
  milestone: 0,
};

/** The statement's verdict: a clause with a result speaks for the whole, else the first clause does. */
export function strongest(verdicts: readonly Verdict[]): number {
  let best = 0;
  for (let i = 1; i < verdicts.length; i++)
    if (RANK[(verdicts[i] as Verdict).class] > RANK[(verdicts[best] as Verdict).class]) best = i;
  return best;
}
