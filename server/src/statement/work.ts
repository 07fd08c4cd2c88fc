/** Verdicts on clauses that a verb of work leads: only a metric with a target lifts work to an outcome. */
import { Noun, Part, Trait, Word } from './entry';
import type { HeadClass, QuantityKind } from './facts';
import type { FoundMetric } from './metrics';
import { holdsMetric, isWon, isWorkProduct, sharesOf } from './phrases';
import { predicateAt } from './predicates';
import type { Roled } from './role';
import { entryAt, isNoun, isPart, isWord } from './sentence';
import type { Amount } from './units';
import { isVagueWork } from './vague-work';
import {
  counted,
  findReason,
  first,
  hasPart,
  headReason,
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
import { Zone } from './zones';

/** Work of any kind. */
export function work(judged: Judged): Verdict {
  const lifted = liftedByMetric(judged);
  if (lifted) return lifted;
  const result = purposeResult(judged) ?? serialResult(judged);
  if (result) return result;
  const by = first(judged, 'count', 'target', 'change') ?? first(judged, 'baseline');
  if (by) return counted(judged, 0.8, by);
  // "lò số 1", unlike "top 10 bugs"
  const scope = judged.roles.find(
    ({ role, zone, amount }) =>
      role === 'scope' && zone === Zone.main && !(amount.shape === 'rank' && amount.value === 1),
  );
  if (scope) return counted(judged, 0.6, scope);
  return withoutNumber(judged);
}

/** `establish the baseline of NPS`, `measure current churn`: a metric that is to be measured first. */
export function baselineToFind(judged: Judged): Verdict | undefined {
  const { head } = judged.clause.structure;
  const { sentence } = judged.reading;
  if (!head || measured(judged) || WISHES.has(head.class)) return undefined;
  const named =
    findReason(judged, 'baseline', (at) => isNoun(sentence, at, Noun.Baseline)) ??
    (head.entry.noun & Noun.Baseline
      ? { kind: 'baseline' as const, from: head.from, to: head.to }
      : undefined);
  if (named && !isWorkProduct(objectNoun(judged)))
    return verdict('baseline', 0.85, named, metricReason(judged));
  if (head.class !== 'measure' || !judged.metric) return undefined;
  const now = findReason(judged, 'baseline', (at) => {
    const word = entryAt(sentence, at)?.word ?? 0;
    return (word & Word.now) !== 0 && (word & Word.scope) === 0;
  });
  return now && verdict('baseline', 0.6, now, metricReason(judged));
}

/** Heads that want a baseline changed or kept, not found. */
const WISHES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'improve', 'keep']);

/** Numbers of the clause itself, not of its means or purpose. */
function own(judged: Judged, test: (roled: Roled) => boolean): Roled | undefined {
  return judged.roles.find(
    (roled) => roled.zone !== Zone.purpose && roled.zone !== Zone.means && test(roled),
  );
}

/** `build readership 5 % a month`, `automate 50 % of orders`, `answer tickets within 2 hours`, `build $14M of pipeline`. */
function liftedByMetric(judged: Judged): Verdict | undefined {
  const { metric } = judged;
  const head = judged.clause.structure.head;
  if (!head || head.class === 'hiring-spend') return undefined;
  const { trait } = head.entry;
  const level = own(judged, ({ role }) => role === 'target');
  const moved =
    own(judged, ({ role }) => role === 'change') ??
    own(
      judged,
      ({ role, amount }) => role === 'baseline' && (metric !== undefined || leads(judged, amount, level)),
    );
  if (moved) return outcome(judged, 0.75, moved.role === 'baseline' && level ? level : moved);
  const shared = liftedShare(judged, trait);
  if (shared) return shared;
  const money = own(
    judged,
    ({ amount, role }) => amount.kind === 'currency' && (role === 'count' || role === 'target'),
  );
  const saysWhat = metric !== undefined && !describesObject(judged, metric);
  if (money && (saysWhat || isPart(judged.reading.sentence, money.amount.to, Part.genitive)))
    return outcome(judged, 0.7, money);
  const reached = own(judged, ({ role, amount }) => role === 'target' && amount.kind !== 'currency');
  if (reached && metric && !describesObject(judged, metric)) return outcome(judged, 0.7, reached);
  // "chạy lại mẫu tối đa 2 lần/tháng": nobody sets out to do less of a task
  const limit = own(
    judged,
    ({ amount: { comparison, kind } }) => comparison.startsWith('<') && kind !== 'duration',
  );
  if (limit) return outcome(judged, 0.6, limit);
  return serviceLevel(judged, trait) ?? madeAndWon(judged, trait, head.class);
}

const SHARES: ReadonlySet<QuantityKind | undefined> = new Set(['score', 'percent']);

/** `query p95 từ 40s xuống 8s`: a level of the same kind, no count, follows; before `4,4 sao` the first leaves it out. */
function leads(judged: Judged, { kind }: Amount, level: Roled | undefined): boolean {
  const scored = SHARES.has(level?.amount.kind) && !first(judged, 'count');
  return scored || (kind !== 'number' && level?.amount.kind === kind);
}

/** `review contracts with a value above $1M`, `rà soát hợp đồng có giá trị trên 1 tỷ`: which of them, not how far. */
function describesObject(judged: Judged, { from }: FoundMetric): boolean {
  const { sentence } = judged.reading;
  const at = isWord(sentence, from - 1, Word.determiner) ? from - 2 : from - 1;
  const served = ((judged.clause.structure.head?.entry.trait ?? 0) & Trait.service) !== 0;
  return !served && objectNoun(judged) !== undefined && isWord(sentence, at, Word.scope);
}

/** A share of the metric, or of things treated in a new way. */
function liftedShare(judged: Judged, trait: number): Verdict | undefined {
  const share = own(
    judged,
    ({ amount, role }) => amount.kind === 'percent' && (role === 'count' || role === 'target'),
  );
  if (!share) return ratioServed(judged, trait);
  const all = share.amount.value === 100;
  if (enablesPeople(judged, share)) return outcome(judged, 0.6, share);
  // "hủy phòng phút chót dưới 4%": nobody sets out to do less than a share of a task
  if (share.amount.comparison === '<' || share.amount.comparison === '<=') return outcome(judged, 0.6, share);
  if (plansChange(judged, share)) return undefined;
  if (trait & Trait.transform && !all && !wordReason(judged, Word.progress, 'state'))
    return outcome(judged, 0.6, share);
  if (trait & Trait.service && hasPart(judged, Part.punctual)) return outcome(judged, 0.7, share);
  const ofMetric = judged.metric?.named && !all && !sharesOf(judged.reading, share.amount);
  return ofMetric && !isWorkProduct(share.counted?.entry) ? outcome(judged, 0.65, share) : undefined;
}

/** `decide loans the same day in 8 of 10 cases`. */
function ratioServed(judged: Judged, trait: number): Verdict | undefined {
  if (!(trait & Trait.service) || !hasPart(judged, Part.punctual)) return undefined;
  const share = own(judged, ({ amount }) => amount.kind === 'ratio');
  return share && outcome(judged, 0.65, share);
}

/** `enable 80 % of teams to deploy alone`, `help 60 % of leavers find work`: what people can do afterwards. */
function enablesPeople({ reading, clause }: Judged, { counted: noun }: Roled): boolean {
  const { head } = clause.structure;
  if (!head || !noun || !(head.entry.trait & Trait.enabler)) return false;
  const people = (noun.nouns & (Noun.Person | Noun.Staff | Noun.Outcome)) !== 0;
  return people && reading.zoneOf[noun.to] === Zone.purpose;
}

/** `soạn kế hoạch tăng doanh thu 20%`: what the plan that is made says. */
function plansChange({ reading, clause }: Judged, { amount }: Roled): boolean {
  const { sentence } = reading;
  for (let i = clause.structure.head?.to ?? clause.from; i < amount.from; i++)
    if (predicateAt(reading, i) && i > clause.from && isNoun(sentence, i - 1, Noun.Plan)) return true;
  return false;
}

/** `answer 95 % of tickets within 2 hours`. */
function serviceLevel(judged: Judged, trait: number): Verdict | undefined {
  const time = trait & Trait.service ? serviceTime(judged) : undefined;
  return time && outcome(judged, 0.7, time);
}

/** `create 200 jobs`, `build a community of 500 members`. */
function madeAndWon(judged: Judged, trait: number, headClass: HeadClass): Verdict | undefined {
  if (headClass !== 'activity' || !(trait & Trait.maker)) return undefined;
  const by = own(
    judged,
    ({ role, amount, counted: noun }) =>
      (role === 'count' || role === 'target') && amount.kind === 'number' && isWon(noun?.entry),
  );
  return by && !isWorkProduct(by.counted?.entry) ? outcome(judged, 0.6, by) : undefined;
}

const RESULTS: ReadonlySet<HeadClass> = new Set([
  'increase',
  'decrease',
  'reach',
  'improve',
  'keep',
  'delexical',
]);

/** `redesign checkout to cut drop-off from 60 % to 45 %`: the result stands in the purpose. */
export function purposeResult(judged: Judged): Verdict | undefined {
  const { sentence, zoneOf } = judged.reading;
  const number = judged.roles.find(({ zone, amount }) => zone === Zone.purpose && amount.shape === 'plain');
  if (!number || plans(judged)) return undefined;
  const at = number.amount.from - 1;
  // "để thời gian nộp hồ sơ còn 10 phút": a word such as `to` says it without a verb
  const pointed = isWord(sentence, at, Word.to) && !isWord(sentence, at, Word.determiner);
  if (pointed && holdsMetric(judged.reading, judged.clause.from, at)) {
    number.role = 'target';
    return outcome(judged, 0.55, number);
  }
  for (let i = judged.clause.from; i < number.amount.from; i++) {
    const verb = zoneOf[i] === Zone.purpose ? entryAt(sentence, i)?.verb : undefined;
    if (verb === undefined || !RESULTS.has(verb)) continue;
    number.role = 'target';
    return outcome(judged, 0.55, number);
  }
  return undefined;
}

/** `a plan to cut costs by 10 %`: what the plan says is not yet a result. */
function plans({ reading, clause }: Judged): boolean {
  const { sentence, zoneOf } = reading;
  for (let i = clause.from + 1; i < clause.to; i++)
    if (zoneOf[i] === Zone.purpose) return isNoun(sentence, i - 1, Noun.Plan);
  return false;
}

/** `tổ chức 3 workshop thu hút 300 người`: a verb of result behind the work, with a number of its own. */
function serialResult(judged: Judged): Verdict | undefined {
  const { reading, clause } = judged;
  const { sentence } = reading;
  const { head } = clause.structure;
  if (!head || sentence.grammar.inflects) return undefined;
  for (let i = head.to; i < clause.to; i++) {
    const found = predicateAt(reading, i);
    // "kế hoạch tăng doanh thu": the verb belongs to the noun before it
    if (!found || (i > head.to && isNoun(sentence, i - 1, Noun.Plan))) continue;
    const number = own(
      judged,
      ({ amount, role }) =>
        role !== 'scope' &&
        amount.from >= found.to &&
        amount.shape === 'plain' &&
        // "khảo sát gắn kết 2 lần": how often, unless the verb says how many times; "hợp đồng có giá trị trên 1 tỷ": which
        ((amount.kind !== 'multiple' && !(found.entry.word & Word.scope)) || amount.from === found.to),
    );
    if (!number) continue;
    number.role = 'target';
    return outcome(judged, 0.6, number);
  }
  return undefined;
}

function withoutNumber(judged: Judged): Verdict {
  const head = judged.clause.structure.head;
  const artefact = nounReason(judged, Noun.Artefact | Noun.Event, 'artefact');
  if (head?.class === 'completion') {
    const granted = nounReason(judged, Noun.Certificate, 'state');
    if (granted) return verdict('milestone', 0.75, headReason(judged), granted);
  }
  if (isVagueWork(judged)) return wish(judged);
  const vague = wordReason(judged, Word.vague, 'vague-word');
  return verdict('activity', head?.guessed ? 0.65 : 0.9, headReason(judged), artefact, vague, NO_NUMBER);
}
