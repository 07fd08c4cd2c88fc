/** What a statement without a verb names: something done (`ERP rollout`), or a thing (`new website`). */
import type { Span } from '../text/span';
import { type Entry, Noun, Part, Word } from './entry';
import { phraseEnd } from './phrases';
import { after, entryAt, isPart, isWord, normAt, type Sentence, spanOf } from './sentence';
import type { Judged } from './verdicts';
import { type Reading, Zone } from './zones';

/** The shape of most adjectives; a few of them are nouns as well. */
const ADJECTIVE = /(?:less|ful|ive|ous|able|ible|al|ic|ed|ing|y|ant|ent|ary|er|est)$/;

/** `wallet` integration: an unknown noun; `flawless execution`, `calm onboarding` say how. */
function narrows(sentence: Sentence, at: number, action: number): boolean {
  const token = sentence.tokens[at];
  const unknown = token?.kind === 'word' && sentence.matches[at] === undefined;
  if (isPart(sentence, at, Part.fresh)) return true;
  return unknown && !(action & Noun.Abstract) && !ADJECTIVE.test(token.norm);
}

/** `Migration` to the cloud, `ERP rollout`: an opening noun phrase of nouns alone whose last one is something done. */
export function actionOf({ reading, clause, metric }: Judged): Span | undefined {
  const { sentence, zoneOf } = reading;
  const { head, predicate, start } = clause.structure;
  if (head || predicate || !sentence.grammar.headFinal || metric?.named) return undefined;
  const to = phraseEnd(reading, start);
  const from = isWord(sentence, start, Word.determiner) ? after(sentence, start) : start;
  if (to <= from || zoneOf[from] !== Zone.main) return undefined;
  const last = entryAt(sentence, to - 1)?.noun ?? sentence.grammar.guessNoun(normAt(sentence, to - 1));
  for (let i = from; i < to - 1; i++) {
    const known = entryAt(sentence, i)?.nominal || sentence.tokens[i]?.digits;
    if (after(sentence, i) < to && !known && !narrows(sentence, i, last)) return undefined;
  }
  return last & Noun.Action ? spanOf(sentence, from, to) : undefined;
}

const NO_THING = Noun.Abstract | Noun.Outcome | Noun.Person | Noun.Staff | Noun.Award;

/** `New website`, `customer survey`, `second fish market hall`: nothing but a thing to be made or held. */
export function thingOf({ reading, clause, metric }: Judged): Span | undefined {
  const { sentence, zoneOf } = reading;
  const { form, start } = clause.structure;
  if (form !== 'noun-phrase') return undefined;
  if (!sentence.grammar.headFinal) return headFirst(reading, start, clause.to);
  const from = isWord(sentence, start, Word.determiner) ? after(sentence, start) : start;
  const to = phraseEnd(reading, start);
  if (to <= from + 1 || zoneOf[from] !== Zone.main || (metric?.named && metric.from < to)) return undefined;
  const last = entryAt(sentence, to - 1);
  const nth = isPart(sentence, from, Part.nth);
  const built = last !== undefined && (last.word & Word.nametaker) !== 0 && last.noun === 0;
  const known = built || (last !== undefined && (last.noun & (Noun.Artefact | Noun.Event)) !== 0);
  if (!(known || (nth && !last)) || (last?.noun ?? 0) & NO_THING) return undefined;
  const another = nth || isPart(sentence, from, Part.fresh);
  return endsThing(reading, to, clause.to, another, last) ? spanOf(sentence, from, to) : undefined;
}

/** `Kho lạnh mới`, `sổ tay nhân viên`: known nouns behind a thing, or whatever tells which new one. */
function headFirst({ sentence, zoneOf }: Reading, from: number, to: number): Span | undefined {
  const first = entryAt(sentence, from);
  if (!first || !(first.noun & (Noun.Artefact | Noun.Event)) || first.noun & NO_THING || first.verb)
    return undefined;
  let known = true;
  for (let i = after(sentence, from); i < to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    const ends = i + 1 >= to || zoneOf[i + 1] !== Zone.main || isPart(sentence, i + 1, Part.place);
    if (isPart(sentence, i, Part.fresh) && ends) return spanOf(sentence, from, i + 1);
    if (zoneOf[i] !== Zone.main)
      return known && i > after(sentence, from) ? spanOf(sentence, from, i) : undefined;
    if (entry && !entry.nominal) return undefined;
    known &&= entry !== undefined && !(entry.noun & Noun.Abstract) && !entry.metric;
  }
  return known && after(sentence, from) < to ? spanOf(sentence, from, to) : undefined;
}

/** Behind a thing nothing follows, or where a new one is to be, or for whom an event is held. */
function endsThing(
  { sentence, zoneOf }: Reading,
  at: number,
  to: number,
  another: boolean,
  last: Entry | undefined,
): boolean {
  if (at >= to || zoneOf[at] === Zone.deadline) return true;
  if (another && isPart(sentence, at, Part.place)) return true;
  const held = last !== undefined && (last.noun & Noun.Event) !== 0;
  return held && isWord(sentence, at, Word.scope) && !isPart(sentence, at, Part.genitive | Part.infinitive);
}
