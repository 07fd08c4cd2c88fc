/**
 * The verdict on one clause, from structure before words: is there a number that is a target, and what does it
 * measure? Only then does the class of the head verb decide.
 */

import { arrival, tasks } from './arrival';
import { change, state } from './change';
import { type Entry, Noun, Part, Trait, Word } from './entry';
import type { HeadClass, StatementClass } from './facts';
import { arrivesAt, broughtTo, handedOut } from './handled';
import { isWon } from './phrases';
import { isRelation, PLURAL } from './predicates';
import { governing, type Roled } from './role';
import { after, entryAt, isPart, isWord, normAt } from './sentence';
import { phraseOrState, statement } from './states';
import {
  counted,
  coverageOfWork,
  first,
  headReason,
  isWish,
  type Judged,
  mainScope,
  measured,
  metricReason,
  nounReason,
  objectNoun,
  outcome,
  serviceTime,
  type Verdict,
  verdict,
  wish,
  wordReason,
} from './verdicts';
import { baselineToFind, work } from './work';
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
  if (!head && metric && metric.metric.polarity !== 'up' && vanishes(judged))
    return verdict('outcome', 0.7, metricReason(judged));
  if (prevents && (bad || forbids)) return verdict('outcome', 0.8, headReason(judged), metricReason(judged));
  const holds = !head || head.class === 'keep' || head.class === 'reach' || head.class === 'delexical';
  if (!holds) return undefined;
  const { sentence, zoneOf } = reading;
  if (!(sentence.words & Word.zero)) return undefined;
  for (let i = head?.to ?? start; i < clause.to; i = Math.max(after(sentence, i), i + 1)) {
    if (zoneOf[i] !== Zone.main || !isWord(sentence, i, Word.zero)) continue;
    const next = after(sentence, i);
    if (
      bad ||
      i === start ||
      isRelation(reading, i - 1) ||
      isWon(entryAt(sentence, next)) ||
      // "xếp lại ca để không chuyến nào thiếu người": what the work is for
      !(sentence.grammar.inflects || isWord(sentence, i - 1, Word.purpose))
    )
      return verdict('outcome', 0.75, { kind: 'target', from: i, to: next }, metricReason(judged));
  }
  return undefined;
}

/** `waiting list gone`, `tickets gone in an hour`: nothing is left. */
function vanishes({ reading, clause }: Judged): boolean {
  const { sentence, zoneOf } = reading;
  if (!(sentence.parts & Part.vanish)) return false;
  for (let i = clause.structure.start + 1; i < clause.to; i++) {
    if (zoneOf[i] !== Zone.main || !isPart(sentence, i, Part.vanish)) continue;
    const next = after(sentence, i);
    return (
      next >= clause.to || zoneOf[next] !== Zone.main || isWord(sentence, next, Word.scope | Word.deadline)
    );
  }
  return false;
}

/**
 * `Keep the share of decisions backed by evidence above 40%`: what reads like a means or a purpose belongs to the
 * metric's name, and the threshold behind it to the verb.
 */
function thresholdBehind({ roles, metric }: Judged): Roled | undefined {
  if (metric?.metric.kind !== 'rate') return undefined;
  return roles.find(({ amount }) => amount.kind === 'percent' && amount.comparison !== '=');
}

/** `client glossaries`, `supplier files`: not the people, but what is kept for them. */
function ownsThings({ reading, clause }: Judged, people: Entry): boolean {
  const { sentence } = reading;
  const at = sentence.matches.findIndex(
    (match, n) => match?.entry === people && n >= (clause.structure.head?.to ?? 0),
  );
  const next = after(sentence, at);
  const thing = entryAt(sentence, next);
  return (
    sentence.grammar.inflects && !people.plural && !thing?.nominal && PLURAL.test(normAt(sentence, next))
  );
}

/** Keep, maintain, ensure. */
function holding(judged: Judged): Verdict {
  const by = measured(judged) ?? first(judged, 'count') ?? mainScope(judged) ?? serviceTime(judged);
  if (by) return coverageOfWork(judged, by) ?? outcome(judged, 0.9, by);
  const threshold = thresholdBehind(judged);
  if (threshold) return outcome(judged, 0.7, threshold);
  const noun = objectNoun(judged);
  const people = noun !== undefined && (noun.noun & (Noun.Person | Noun.Staff)) !== 0;
  if (
    (people && !ownsThings(judged, noun)) ||
    judged.metric?.named ||
    isWish(judged) ||
    wordReason(judged, Word.vague, 'vague-word')
  )
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
    const worked =
      isProduct(judged, by) || tasks(judged, by) || handedOut(judged, by) || broughtTo(judged, by);
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
