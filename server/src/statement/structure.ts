/** The frame of a clause: where it really starts, its head, its predicate and its form. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { StatementFacts } from './facts';
import { foundAt, headAt } from './heads';
import { nounHere, verbPlace } from './noun-or-verb';
import { type FoundHead, isPluralNoun, isRelation, predicateAt } from './predicates';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

export interface Structure {
  readonly form: StatementFacts['form'];
  /** First token after labels, fillers and hedges. */
  readonly start: number;
  readonly head: FoundHead | undefined;
  /** Verbs joined to the head that share its object: `track and grow`. */
  readonly joined: readonly FoundHead[];
  /** A verb that moves or states something about the noun phrase before it. */
  readonly predicate: FoundHead | undefined;
  /** End of the subject, where the clause is no imperative. */
  readonly subjectEnd: number;
  readonly hedge: { readonly from: number; readonly to: number } | undefined;
}

const NONE: readonly FoundHead[] = [];

/** Reads the frame of tokens `[from, to)`. */
export function readStructure(reading: Reading, from: number, to: number): Structure {
  const { start, hedge, hedgeHead } = skipOpening(reading, from, to);
  const head = headAt(reading, start, to) ?? hedgeHead ?? announced(reading, start, to);
  if (head) {
    const form = head.entry.form === Form.Ing ? 'gerund' : 'imperative';
    const joined = joinedVerbs(reading, head.to, to);
    return { form, start, head, joined, predicate: undefined, subjectEnd: start, hedge };
  }
  return subjectForm(reading, start, to, hedge);
}

/** `Every ward sister to mentor one student`, `Council to vote on the plan`: work that the infinitive announces. */
function announced(reading: Reading, start: number, to: number): FoundHead | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  if (!sentence.grammar.inflects || !(sentence.parts & Part.infinitive)) return undefined;
  for (let i = start; i + 1 < to; i++) {
    const entry = entryAt(sentence, i);
    // "time to publish a report", "50 guests to book", "Bookings to rise"
    if (zoneOf[i] !== Zone.main || amountAt[i] !== undefined || entry?.metric || entry?.headOf)
      return undefined;
    if (!entry) continue;
    if (entry.verb !== undefined || entry.noun & OUTSIDE) return undefined;
    if (i > start && entry.part & Part.infinitive) return workAt(reading, i + 1, to);
  }
  return undefined;
}

const OUTSIDE = Noun.Outcome | Noun.Plan | Noun.Abstract;

function workAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence } = reading;
  const entry = entryAt(sentence, at);
  // "examiners to be trained"
  const done = isWord(sentence, at, Word.copula) ? entryAt(sentence, at + 1) : undefined;
  if (done?.form === Form.Past && done.verb === 'activity') return foundAt(reading, at + 1, done);
  const work = entry?.verb === 'activity' || entry?.verb === 'support' || entry?.verb === 'hiring-spend';
  const verb = work && entry.form & Form.Base;
  return verb && (!entry.nominal || verbPlace(reading, after(reading.sentence, at), to))
    ? foundAt(reading, at, entry)
    : undefined;
}

interface Opening {
  start: number;
  hedge: { readonly from: number; readonly to: number } | undefined;
  hedgeHead: FoundHead | undefined;
}

/** Steps over `CMO:`, `We will`, `By June,`, `Try to`. */
function skipOpening(reading: Reading, from: number, to: number): Opening {
  const { sentence, amountAt } = reading;
  const opening: Opening = { start: skipLabel(reading, from, to), hedge: undefined, hedgeHead: undefined };
  for (let steps = 0; steps < 12 && opening.start < to; steps++) {
    const at = opening.start;
    const next = skipOne(reading, at);
    if (next !== undefined) {
      opening.start = next;
      continue;
    }
    const entry = entryAt(sentence, at);
    if (entry?.verb !== 'hedge' || amountAt[at] !== undefined || nounHere(reading, at, to, entry)) break;
    opening.hedgeHead = foundAt(reading, at, entry);
    opening.hedge = { from: opening.hedge?.from ?? at, to: opening.hedgeHead.to };
    opening.start = opening.hedge.to;
  }
  return opening;
}

const OPENING_SYMBOLS = '-–—*•"\'“”‘’:.,(✅🎯#|!/\\>·►«»';

function skipOne(reading: Reading, at: number): number | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  const zone = zoneOf[at];
  if (zone !== Zone.main && zone !== Zone.window) return skipFronted(reading, at);
  if (amountAt[at] !== undefined) return undefined;
  const token = sentence.tokens[at];
  if (token?.kind === 'symbol')
    return OPENING_SYMBOLS.includes(token.norm) || token.norm.startsWith('[') ? at + 1 : undefined;
  return skipWord(sentence, at);
}

/** `By June, ...`, `Thông qua đào tạo, ...`. */
function skipFronted({ sentence, zoneOf }: Reading, at: number): number | undefined {
  let end = at;
  while (end < zoneOf.length && zoneOf[end] === zoneOf[at]) end++;
  if (normAt(sentence, end) === ',') return end + 1;
  return zoneOf[at] === Zone.deadline ? end : undefined;
}

/** `We will`, `please`, `successfully`. */
function skipWord(sentence: Sentence, at: number): number | undefined {
  const entry = entryAt(sentence, at);
  if (!entry || entry.nominal || (entry.verb !== undefined && !(entry.word & Word.modal))) return undefined;
  const next = after(sentence, at);
  if (entry.word & (Word.filler | Word.modal)) return next;
  const subject = entry.word & Word.pronoun && !(entry.word & Word.zero);
  return subject && isWord(sentence, next, Word.modal | Word.filler) ? next : undefined;
}

/** `CMO: `, `P0 - `, `Marketing: launch ...`: a known label, or anything short before a colon and a verb. */
function skipLabel(reading: Reading, from: number, to: number): number {
  const { sentence, amountAt } = reading;
  const label = entryAt(sentence, from);
  for (let at = from + 1; at < to && at < from + 4; at++) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'symbol') continue;
    const colon = token.norm === ':';
    if (!colon && !DASHES.includes(token.norm)) return from;
    const known = label !== undefined && (label.part & Part.prefix) !== 0 && after(sentence, from) === at;
    const verbNext = colon && label?.verb === undefined && entryAt(sentence, at + 1)?.verb !== undefined;
    return (known && amountAt[at + 1] === undefined) || verbNext ? at + 1 : from;
  }
  return from;
}

const DASHES = '-–—';

/** Verbs after `and` right behind the head: `develop and release a tool`. */
function joinedVerbs(reading: Reading, at: number, to: number): readonly FoundHead[] {
  const { sentence } = reading;
  if (!joins(sentence, at)) return NONE;
  const joined: FoundHead[] = [];
  let i = at;
  while (i + 1 < to && joins(sentence, i)) {
    const next = isWord(sentence, i, Word.and) ? after(sentence, i) : i + 1;
    const entry = entryAt(sentence, next);
    if (entry?.verb === undefined || entry.verb === 'hedge') break;
    joined.push(foundAt(reading, next, entry));
    i = after(sentence, next);
  }
  return joined;
}

function joins(sentence: Sentence, at: number): boolean {
  const norm = normAt(sentence, at);
  return norm === ',' || norm === '/' || norm === '+' || isWord(sentence, at, Word.and);
}

/** Noun phrase, sentence, passive or expression. */
function subjectForm(reading: Reading, start: number, to: number, hedge: Structure['hedge']): Structure {
  const { sentence, amountAt } = reading;
  let predicate: FoundHead | undefined;
  let stateAt: number | undefined;
  let relation = false;
  for (let i = start; i < to; i = Math.max(after(sentence, i), i + 1)) {
    relation ||= isRelation(reading, i);
    const entry = entryAt(sentence, i);
    if (i === start || amountAt[i] !== undefined || !entry) continue;
    if (!describesCounted(reading, start, i, entry)) predicate ??= predicateAt(reading, i);
    if (entry.word & (Word.copula | Word.state) || isThird(reading, start, i, entry)) stateAt ??= i;
  }
  const form = predicate ? 'sentence' : relation ? 'expression' : stateForm(sentence, stateAt);
  const subjectEnd = predicate?.from ?? stateAt ?? to;
  return { form, start, head: undefined, joined: NONE, predicate, subjectEnd, hedge };
}

/** `telesale gọi 400 khách có thẻ ngủ đông`: which of those that somebody works on, where words do not inflect. */
function describesCounted(reading: Reading, start: number, at: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  if (sentence.grammar.inflects || !(entry.word & Word.scope)) return false;
  let counts = false;
  for (let i = at - 1; i > start; i--) {
    counts ||= amountAt[i]?.shape === 'plain';
    const found = entryAt(sentence, i);
    if (counts && found?.verb === 'activity' && !found.nominal) return true;
  }
  return false;
}

/** `runs`, `needs` behind a subject; right behind a number or an article it is a plural: `35 gauges`, `all archives`. */
function isThird({ sentence, amountAt }: Reading, start: number, at: number, entry: Entry): boolean {
  if (entry.form !== Form.Third || amountAt[at - 1]?.shape === 'plain') return false;
  // "two additional ramps", "a drive for volunteers", "everyone who leaves"
  if (isPart(sentence, at - 1, Part.fresh) || isWord(sentence, at - 1, Word.scope)) return false;
  if (at > 1 && isWord(sentence, at - 1, Word.relative)) return false;
  // "exit talks with everyone", unlike "our team talks with"
  const opens = isWord(sentence, start, Word.determiner | Word.universal);
  if (
    !opens &&
    (entry.nominal || entry.trait & Trait.nounlike) &&
    isPluralNoun(sentence, at, after(sentence, at), entry)
  )
    return false;
  return !isWord(sentence, at - 1, Word.determiner) || isWord(sentence, at - 1, Word.pronoun | Word.relative);
}

function stateForm(sentence: Sentence, at: number | undefined): 'noun-phrase' | 'passive' | 'sentence' {
  if (at === undefined) return 'noun-phrase';
  const entry = entryAt(sentence, at);
  if (entry && entry.word & Word.state) return 'passive';
  const next = entryAt(sentence, after(sentence, at));
  const participle = next !== undefined && ((next.form & Form.Past) !== 0 || (next.word & Word.state) !== 0);
  return isWord(sentence, at, Word.copula) && participle ? 'passive' : 'sentence';
}
