/** Verdicts on clauses that a verb of change leads: increase, decrease, improve, enable, become. */
import { Noun, Part, Word } from './entry';
import { isWon, isWorkProduct, mainNoun } from './phrases';
import type { Roled } from './role';
import { after, entryAt, isPart, isWord } from './sentence';
import {
  counted,
  first,
  type Judged,
  mainScope,
  measured,
  objectNoun,
  outcome,
  serviceTime,
  type Verdict,
  wish,
} from './verdicts';
import { purposeResult } from './work';

/** Increase, decrease, improve, enable: a number makes it an outcome, none leaves a wish. */
export function change(judged: Judged): Verdict {
  const time = judged.metric?.metric.kind === 'duration' ? serviceTime(judged) : undefined;
  const by = measured(judged) ?? first(judged, 'count') ?? time;
  if (by && (numberOfWork(judged) || improvesThings(judged, by))) return counted(judged, 0.6, by);
  if (
    by &&
    (builds(judged, by) || spreadsProduct(judged, by) || letsWork(judged, by) || putsSomewhere(judged, by))
  )
    return counted(judged, 0.55, by);
  if (by) return outcome(judged, judged.metric ? 0.95 : 0.85, by);
  const scope = mainScope(judged);
  if (scope) return counted(judged, 0.5, scope);
  return purposeResult(judged) ?? wish(judged);
}

const LENGTHS: ReadonlySet<string> = new Set(['m', 'km', 'cm', 'mm', 'm2', 'm²', 'ha', 'hectares']);

/** `deepen the fairway to 3.5 m`: the size that a thing is built to. */
function builds({ reading, clause, metric }: Judged, { amount }: Roled): boolean {
  const { head } = clause.structure;
  if (head?.class !== 'increase' || metric || !LENGTHS.has(amount.unit ?? '')) return false;
  return isPart(reading.sentence, head.to, Part.definite);
}

/** `đẩy content lên 5 kênh`: a work product brought to so many others. */
function spreadsProduct(judged: Judged, { amount, counted: noun }: Roled): boolean {
  if (amount.kind !== 'number' || judged.metric || first(judged, 'baseline')) return false;
  return isWorkProduct(noun?.entry) && isWorkProduct(objectNoun(judged));
}

/** `đẩy 200 mã hàng lên sàn`: so many things brought to a place, where words do not inflect. */
function putsSomewhere({ reading, clause, metric }: Judged, { amount, counted: noun }: Roled): boolean {
  const { sentence, amountAt } = reading;
  const { head } = clause.structure;
  if (sentence.grammar.inflects || metric || !head || !noun || amount.from !== head.to) return false;
  if (amount.kind !== 'number' || amount.comparison !== '=' || isWon(noun.entry)) return false;
  const way =
    isPart(sentence, noun.to, Part.particle) ||
    (isWord(sentence, noun.to, Word.to) && isWord(sentence, noun.to, Word.scope));
  const place = after(sentence, noun.to);
  return way && place < clause.to && amountAt[place] === undefined && sentence.tokens[place]?.kind === 'word';
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

/** Become, turn into: a place in an order is no measure of a state ("the number one app"). */
export function state(judged: Judged): Verdict {
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
