/** Verdicts on clauses whose verb says that something is reached or won. */
import { Noun, Part, Trait, Word } from './entry';
import { extentOfWork, isHeld } from './handled';
import { isWon, isWorkProduct, sharesOf } from './phrases';
import type { Roled } from './role';
import { entryAt, isWord } from './sentence';
import {
  counted,
  first,
  hasNamed,
  hasPart,
  headReason,
  isWish,
  type Judged,
  mainScope,
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

/** Reach, win, sign: what is counted decides. */
export function arrival(judged: Judged): Verdict {
  const trait = judged.clause.structure.head?.entry.trait ?? 0;
  const by = measured(judged);
  if (by && isRhythm(judged, by)) return counted(judged, 0.6, by);
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

/** `bring in a visiting cardiologist twice a month`: how often something is done that nobody measures. */
function isRhythm({ reading, clause, metric }: Judged, { amount, counted: noun, role }: Roled): boolean {
  const { sentence, zoneOf } = reading;
  const { head } = clause.structure;
  if (!head || metric || noun || role !== 'target' || amount.unit !== undefined) return false;
  const joins = Word.scope | Word.to | Word.from | Word.by;
  return (
    amount.from > head.to &&
    zoneOf[amount.to] === Zone.window &&
    amount.kind === 'number' &&
    amount.comparison === '=' &&
    sentence.grammar.inflects &&
    sentence.tokens[amount.from - 1]?.kind === 'word' &&
    !isWord(sentence, amount.from - 1, joins)
  );
}

/** `ký hợp đồng với 4 nhà cung cấp`, `ký lại hợp đồng cho 100% nhân viên`: papers signed with those who do the work. */
function signedWith(judged: Judged, by: Roled): Verdict | undefined {
  const { sentence } = judged.reading;
  const { nouns = 0, from = 0 } = by.counted ?? {};
  // whoever begins with a word that no list knows ("5 tác giả trẻ") is no customer that is won
  const isKnown = sentence.grammar.inflects || entryAt(sentence, from)?.nominal;
  if ((isKnown && !(nouns & Noun.Staff)) || nouns & Noun.Outcome) return undefined;
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
export function tasks(judged: Judged, { counted: noun, amount }: Roled): boolean {
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
  if (trait & Trait.sell && wordReason(judged, Word.vague | Word.comparative, 'vague-word') && !product)
    return wish(judged);
  if (trait & Trait.sell || (trait & Trait.acquire && product))
    return verdict('activity', 0.6, headReason(judged), NO_NUMBER);
  if (
    trait & Trait.acquire &&
    // "win a bigger share"
    !(isWish(judged) || wordReason(judged, Word.vague, 'vague-word')) &&
    isWord(judged.reading.sentence, judged.clause.structure.head?.to ?? 0, Word.determiner)
  )
    return verdict('milestone', 0.6, headReason(judged), NO_NUMBER);
  return wish(judged);
}
