/** Work that says nothing in particular: how it is done, or something abstract, but nothing done. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import { isWorkProduct } from './phrases';
import { after, entryAt, isNoun, isPart, isWord, normAt } from './sentence';
import { isWish, type Judged, objectNoun, wordReason } from './verdicts';
import { Zone } from './zones';

/** `work smarter`, `provide a seamless experience`: how, or something abstract, but nothing done. */
export function isVagueWork(judged: Judged): boolean {
  const noun = objectNoun(judged);
  const product = isWorkProduct(noun);
  if (wordReason(judged, Word.comparative, 'vague-word'))
    return !product || (noun !== undefined && (noun.noun & Noun.Abstract) !== 0);
  if (!product && saysHow(judged, noun)) return true;
  const head = judged.clause.structure.head;
  if (!head || !(head.entry.trait & Trait.maker || head.class === 'completion')) return false;
  if (isWish(judged) || servesPeople(judged)) return true;
  return noun === undefined && wordReason(judged, Word.vague, 'vague-word') !== undefined;
}

/** `communicate openly`, `work more closely with suppliers`, `phục vụ khách tận tình hơn`: nothing but the manner. */
function saysHow(judged: Judged, noun: Entry | undefined): boolean {
  const { reading, clause } = judged;
  const { sentence } = reading;
  const behind = clause.structure.head?.to ?? clause.to;
  if (!sentence.grammar.inflects) return endsInManner(judged);
  const degree = isPart(sentence, behind, Part.degree);
  const at = degree ? behind + 1 : behind;
  if (at >= clause.to || !normAt(sentence, at).endsWith('ly')) return false;
  return degree || (noun === undefined && at + 1 >= clause.to);
}

/** The one vague word closes the clause, so it says how; `gọi nhiều khách hơn` also says how many. */
function endsInManner(judged: Judged): boolean {
  const vague = wordReason(judged, Word.vague | Word.comparative, 'vague-word');
  if (vague === undefined || isPart(judged.reading.sentence, vague.from, Part.often)) return false;
  const { sentence, zoneOf } = judged.reading;
  // "vận động trường mở thư viện muộn hơn": how something else is done
  for (let i = judged.clause.structure.head?.to ?? vague.from; i < vague.from; i++) {
    const entry = entryAt(sentence, i);
    if ((entry?.verb === 'activity' || entry?.verb === 'delexical') && !entry.nominal) return false;
  }
  return vague.to >= judged.clause.to || zoneOf[vague.to] !== Zone.main;
}

/** `a team where people want to stay`: what is made is described by what people outside get from it. */
function servesPeople(judged: Judged): boolean {
  const { sentence } = judged.reading;
  const relative = wordReason(judged, Word.relative, 'vague-word');
  if (relative === undefined) return servesWithoutThat(judged);
  const at = isWord(sentence, relative.to, Word.determiner) ? after(sentence, relative.to) : relative.to;
  return isNoun(sentence, at, Noun.Person);
}

/** `the bank we would want for our parents`, `a school parents choose first`: the same without `that`. */
function servesWithoutThat({ reading, clause }: Judged): boolean {
  const { sentence, zoneOf, amountAt } = reading;
  if (!sentence.grammar.inflects) return false;
  for (let i = (clause.structure.head?.to ?? clause.from) + 1; i + 1 < clause.to; i++) {
    if (zoneOf[i] !== Zone.main || amountAt[i] !== undefined || sentence.tokens[i - 1]?.kind !== 'word')
      continue;
    const next = after(sentence, i);
    const said = entryAt(sentence, next);
    if (isWord(sentence, i, Word.pronoun) && isWord(sentence, next, Word.modal)) return true;
    const people = entryAt(sentence, i);
    if (!people?.plural || !(people.noun & Noun.Person) || people.noun & Noun.Staff) continue;
    if (
      isWord(sentence, next, Word.modal) ||
      (said?.verb !== undefined && !said.nominal && said.form & Form.Base)
    )
      return true;
  }
  return false;
}
