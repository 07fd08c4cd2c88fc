/** So many that work is done to, with or at: the number is the extent of the work and no result. */
import { Noun, Part, Trait, Word } from './entry';
import { type Counted, isWon, isWorkProduct } from './phrases';
import type { Roled } from './role';
import { after, isNoun, isPart, isWord } from './sentence';
import type { Amount } from './units';
import { counted, first, type Judged, nounAt, type Verdict } from './verdicts';
import { Zone } from './zones';

/** A verb of reaching or selling whose number only says where, or of how many things, work is done. */
export function extentOfWork(judged: Judged, by: Roled): Verdict | undefined {
  return soldWhere(judged, by) ?? partsOfWork(judged, by);
}

/** `realize 4 meetings with customers`: what is held is work, whatever the verb; unless it is the metric itself. */
export function isHeld({ metric, reading }: Judged, { amount, counted: noun }: Roled): boolean {
  if (!reading.sentence.grammar.inflects || amount.kind !== 'number' || !noun?.entry) return false;
  if (!(noun.entry.noun & Noun.Event) || noun.entry.metric !== undefined) return false;
  return metric === undefined || metric.from >= noun.to;
}

/** `realize the migration of 3 servers`: so many of what is worked on, behind the name of the work. */
function partsOfWork(judged: Judged, by: Roled): Verdict | undefined {
  const { sentence } = judged.reading;
  const { amount, counted: noun } = by;
  const plain = amount.kind === 'number' && amount.shape === 'plain' && amount.comparison === '=';
  if (!plain || !sentence.grammar.inflects || judged.metric || !noun || isWon(noun.entry)) return undefined;
  if (!isPart(sentence, amount.from - 1, Part.genitive)) return undefined;
  return isNoun(sentence, amount.from - 2, Noun.Action) ? counted(judged, 0.6, by) : undefined;
}

/** `sell at three markets`: where it is sold says nothing of how much. */
function soldWhere(judged: Judged, by: Roled): Verdict | undefined {
  const { head } = judged.clause.structure;
  const { sentence } = judged.reading;
  const { amount } = by;
  if (!head || !(head.entry.trait & Trait.sell) || judged.metric || amount.kind !== 'number')
    return undefined;
  const at = amount.from - 1;
  if (at !== head.to || amount.comparison !== '=' || !by.counted) return undefined;
  // "sell to 40 restaurants" says who bought
  const where = isWord(sentence, at, Word.scope) && !isPart(sentence, at, Part.infinitive);
  return where ? counted(judged, 0.55, by) : undefined;
}

/** `adding tracing to 14 services`, `put 12 vendors through the questionnaire`: how many things or people are worked on. */
export function handedOut(judged: Judged, { amount, role, counted: noun }: Roled): boolean {
  const { reading, metric, clause } = judged;
  const { sentence } = reading;
  const { head } = clause.structure;
  if (!head || !noun || !sentence.grammar.inflects) return false;
  if (amount.kind !== 'number' || amount.shape !== 'plain' || amount.comparison !== '=') return false;
  if (role === 'change' || first(judged, 'baseline')) return false;
  if (amount.from === head.to) return placed(judged, noun);
  const to = amount.from - 1;
  const given = to > head.to && isPart(sentence, to, Part.infinitive) && !arrivesAt(judged, amount);
  return given && !metric?.named && isWorkProduct(noun.entry);
}

/** `kéo cáp quang về 3 xã`: a thing brought to so many places, where words do not inflect. */
export function broughtTo({ reading, metric, clause }: Judged, { amount, counted: noun }: Roled): boolean {
  const { sentence } = reading;
  const { head } = clause.structure;
  if (!head || metric || sentence.grammar.inflects || amount.kind !== 'number' || amount.unit) return false;
  if (amount.comparison !== '=' || amount.from - 1 <= head.to || !noun) return false;
  return isWord(sentence, amount.from - 1, Word.to) && (noun.nouns & (Noun.Outcome | Noun.Person)) === 0;
}

/** `put 9 jobs behind the scheduler`, `take 6 classes through the course`: where so many go is a thing that the team runs. */
function placed({ reading, clause }: Judged, noun: Counted): boolean {
  const { sentence, zoneOf } = reading;
  // "put 200 customers on annual plans" wins them; pipelines are won or built
  if (isWon(noun.entry) && !((noun.entry?.noun ?? 0) & Noun.Artefact)) return false;
  // "bring 3 photographers on board", "get 12 sites live"
  if (isWord(sentence, noun.to, Word.state) && !isPart(sentence, noun.to, Part.punctual)) return true;
  const puts = ((clause.structure.head?.entry.trait ?? 0) & Trait.placer) !== 0;
  if (puts && isWord(sentence, noun.to, Word.scope)) return true;
  const through = zoneOf[noun.to] === Zone.means && isPart(sentence, noun.to, Part.particle);
  return through && (puts || isWorkProduct(nounAt(reading, after(sentence, noun.to))));
}

/** `get to 500 teams`, `bring waste down to 1 tonne`: a level to arrive at. */
export function arrivesAt({ reading, clause }: Judged, amount: Amount): boolean {
  const { sentence } = reading;
  const at = amount.from - 1;
  const { head } = clause.structure;
  if (!head || !sentence.grammar.inflects || at < head.to || !isWord(sentence, at, Word.to)) return false;
  const to = sentence.matches[at]?.from ?? at;
  return to === head.to || at > to || isPart(sentence, to - 1, Part.particle);
}
