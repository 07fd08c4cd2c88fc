/** The frame of a clause: where it really starts, its head and its form. */
import type { HeadClass, StatementFacts } from './facts';
import { type Entry, Form, Part, Trait, Word } from './lexicon';
import { phraseEnd, type Reading } from './phrases';
import { after, entryAt, isWord, normAt, type Sentence } from './sentence';
import { Zone } from './zones';

export interface FoundHead {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  readonly class: HeadClass;
  /** Known only by its shape or place. */
  readonly guessed: boolean;
}

export interface Structure {
  readonly form: StatementFacts['form'];
  /** First token after labels, fillers and hedges. */
  readonly start: number;
  readonly head?: FoundHead;
  /** Verbs joined to the head that share its object: `track and grow`. */
  readonly joined: readonly FoundHead[];
  /** A verb that moves or states something about the noun phrase before it. */
  readonly predicate?: FoundHead;
  /** Tokens of the subject, where the clause is no imperative. */
  readonly subject?: { readonly from: number; readonly to: number };
  readonly hedge?: { readonly from: number; readonly to: number };
}

/** Reads the frame of tokens `[from, to)`. */
export function readStructure(reading: Reading, from: number, to: number): Structure {
  const opening = skipOpening(reading, from, to);
  const { start, hedge } = opening;
  const common = hedge ? { start, hedge } : { start };
  const head = headAt(reading, start, to);
  if (head) {
    const form = head.entry.form === Form.Ing ? 'gerund' : 'imperative';
    return { ...common, form, head, joined: joinedVerbs(reading, head.to, to) };
  }
  if (opening.hedgeHead) return { ...common, form: 'imperative', head: opening.hedgeHead, joined: [] };
  return { ...common, joined: [], ...subjectForm(reading, start, to) };
}

interface Opening {
  readonly start: number;
  readonly hedge?: { readonly from: number; readonly to: number };
  readonly hedgeHead?: FoundHead;
}

/** Steps over `CMO:`, `We will`, `By June,`, `Try to`. */
function skipOpening(reading: Reading, from: number, to: number): Opening {
  const { sentence } = reading;
  let at = skipLabel(reading, from, to);
  let hedge: { from: number; to: number } | undefined;
  let hedgeHead: FoundHead | undefined;
  for (let steps = 0; steps < 12 && at < to; steps++) {
    const next = skipOne(reading, at);
    if (next !== undefined) {
      at = next;
      continue;
    }
    const entry = entryAt(sentence, at);
    if (entry?.verb !== 'hedge' || reading.amountAt[at] !== undefined || nounHere(reading, at, to)) break;
    hedge = { from: hedge?.from ?? at, to: after(sentence, at) };
    hedgeHead = foundAt(sentence, at, entry);
    at = hedge.to;
  }
  return { start: at, ...(hedge ? { hedge } : {}), ...(hedgeHead ? { hedgeHead } : {}) };
}

function skipOne(reading: Reading, at: number): number | undefined {
  const { sentence, zones, amountAt } = reading;
  const token = sentence.tokens[at];
  if (!token) return undefined;
  if (FRONTED.has(zones.of[at] ?? Zone.main)) return skipFronted(reading, at);
  if (amountAt[at] !== undefined) return undefined;
  if (token.kind === 'symbol') return OPENING_SYMBOL.has(token.norm) ? at + 1 : undefined;
  return skipWord(sentence, at);
}

const FRONTED: ReadonlySet<number> = new Set([Zone.deadline, Zone.means, Zone.purpose]);

/** `By June, ...`, `Thông qua đào tạo, ...`. */
function skipFronted({ sentence, zones }: Reading, at: number): number | undefined {
  let end = at;
  while (end < sentence.tokens.length && zones.of[end] === zones.of[at]) end++;
  if (normAt(sentence, end) === ',') return end + 1;
  return zones.of[at] === Zone.deadline ? end : undefined;
}

/** `We will`, `please`, `successfully`. */
function skipWord(sentence: Sentence, at: number): number | undefined {
  const entry = entryAt(sentence, at);
  if (!entry || entry.metric || entry.noun !== 0) return undefined;
  if (entry.verb !== undefined && !(entry.word & Word.modal)) return undefined;
  const next = after(sentence, at);
  if (entry.word & (Word.filler | Word.modal)) return next;
  const subject = entry.word & Word.pronoun && !(entry.word & Word.zero);
  return subject && isWord(sentence, next, Word.modal | Word.filler) ? next : undefined;
}

const OPENING_SYMBOL: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  '*',
  '•',
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  ':',
  '.',
  ',',
  '(',
  '✅',
  '🎯',
  '#',
  '[ ]',
  '[x]',
  '|',
  '!',
  '/',
  '\\',
  '>',
  '·',
  '►',
]);

/** `CMO: `, `P0 - `, `VPE – `: a known label, or capitals, before a colon or dash. */
function skipLabel(reading: Reading, from: number, to: number): number {
  const { sentence } = reading;
  for (let at = from; at < to && at < from + 4; at++) {
    const norm = normAt(sentence, at);
    const symbol = sentence.tokens[at]?.kind === 'symbol';
    if (!symbol) continue;
    if (at === from || (norm !== ':' && norm !== '-' && norm !== '–' && norm !== '—')) return from;
    const label = entryAt(sentence, from);
    const known = label !== undefined && (label.part & Part.prefix) !== 0 && after(sentence, from) === at;
    const verbNext = entryAt(sentence, at + 1)?.verb !== undefined;
    const role = norm === ':' && verbNext && label?.verb === undefined;
    return (known && reading.amountAt[at + 1] === undefined) || role ? at + 1 : from;
  }
  return from;
}

function foundAt(sentence: Sentence, at: number, entry: Entry, guessed = false): FoundHead {
  return { from: at, to: after(sentence, at), entry, class: entry.verb ?? 'activity', guessed };
}

/** The verb that opens the clause, known or guessed; undefined for noun phrases and sentences. */
function headAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence, amountAt } = reading;
  const token = sentence.tokens[at];
  if (!token || at >= to || token.kind !== 'word') return undefined;
  const entry = entryAt(sentence, at);
  const amount = amountAt[at];
  if (amount && !(amount.from === at && entry?.verb !== undefined)) return undefined;
  if (entry?.verb !== undefined) return nounHere(reading, at, to) ? undefined : foundAt(sentence, at, entry);
  if (entry && (entry.noun !== 0 || entry.metric || entry.headOf || entry.word !== 0)) {
    const compound = sentence.tokens[after(sentence, at)]?.hyphened === true;
    if (!compound) return undefined;
  }
  return guessAt(reading, at, to);
}

/** An unknown word that stands where a verb would: before an article, a number or a pronoun. */
function guessAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence, amountAt } = reading;
  let end = after(sentence, at);
  while (end < to && sentence.tokens[end]?.hyphened) end = after(sentence, end);
  const last = sentence.tokens[end - 1];
  if (!last) return undefined;
  const shaped = sentence.grammar.guessVerb(last.norm, sentence.lexicon);
  const entry = shaped ?? (verbPlace(reading, end, to) ? UNKNOWN_VERB : undefined);
  if (!entry) return undefined;
  const amount = amountAt[end];
  if (!shaped && amount && amount.shape !== 'plain') return undefined;
  return { from: at, to: end, entry, class: entry.verb ?? 'activity', guessed: true };
}

function verbPlace(reading: Reading, end: number, to: number): boolean {
  const { sentence, amountAt } = reading;
  if (end >= to) return false;
  const amount = amountAt[end];
  if (amount)
    return (
      amount.shape === 'plain' &&
      amount.comparison === '=' &&
      amount.kind === 'number' &&
      sentence.tokens[amount.to]?.kind === 'word'
    );
  const entry = entryAt(sentence, end);
  return (
    entry !== undefined &&
    (entry.word & Word.determiner) !== 0 &&
    !(entry.word & Word.copula) &&
    entry.noun === 0
  );
}

const UNKNOWN_VERB: Entry = {
  lemma: '',
  verbLemma: undefined,
  metricKey: undefined,
  loan: false,
  verb: 'activity',
  form: Form.Base,
  trait: 0,
  noun: 0,
  word: 0,
  part: 0,
  metric: undefined,
  headOf: undefined,
  fuzzy: false,
  vanity: false,
  operator: undefined,
  postfix: undefined,
  number: undefined,
  magnitude: undefined,
  factor: undefined,
  unit: undefined,
};

/** Whether a word that could be a verb is a noun here: `Test coverage ≥ 70 %`, `Reports delivered`. */
export function nounHere(reading: Reading, at: number, to: number): boolean {
  const { sentence, amountAt } = reading;
  const entry = entryAt(sentence, at) as Entry;
  const next = after(sentence, at);
  if (next >= to) return entry.noun !== 0 && !(entry.form & Form.Base);
  const { inflects } = sentence.grammar;
  if (inflects && entry.form === Form.Third) return true;
  const symbol = sentence.tokens[next];
  if (symbol?.kind === 'symbol' && amountAt[next]?.comparison !== '>=') {
    if (RELATION.has(symbol.norm)) return true;
  }
  const amount = amountAt[next];
  if (amount && amount.comparison !== '=' && amount.from === next && RELATION.has(normAt(sentence, next)))
    return true;
  if (symbol?.hyphened)
    return (
      !isWord(sentence, hyphenEnd(sentence, next), Word.determiner) &&
      amountAt[hyphenEnd(sentence, next)]?.shape !== 'plain'
    );
  if (normAt(sentence, next) === 'of' || isWord(sentence, next, Word.copula))
    return inflects && (entry.trait & Trait.nounlike) !== 0;
  if (!(entry.trait & Trait.nounlike) && !(inflects && entry.form & (Form.Past | Form.Ing))) return false;
  return opensMetricPhrase(reading, at, next, to);
}

const RELATION: ReadonlySet<string> = new Set([
  '<',
  '>',
  '≤',
  '≥',
  '<=',
  '>=',
  '=',
  ':',
  '→',
  '->',
  '=>',
  '~',
  '≈',
]);

function hyphenEnd(sentence: Sentence, at: number): number {
  let i = at;
  while (sentence.tokens[i]?.hyphened) i = Math.max(after(sentence, i), i + 1);
  return i;
}

/** The phrase holds a metric noun and something is said about it: a number, a comparison, a movement. */
function opensMetricPhrase(reading: Reading, at: number, next: number, to: number): boolean {
  const { sentence, amountAt } = reading;
  const end = Math.min(phraseEnd(reading, next), to);
  if (end === next)
    return predicateAt(reading, next) !== undefined && !(entryAt(sentence, at)?.form === Form.Ing);
  let metric = false;
  for (let i = next; i < end; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (entry && (entry.headOf || entry.metric)) metric = true;
  }
  if (!metric || end >= to) return false;
  const amount = amountAt[end];
  const trait = entryAt(sentence, at)?.trait ?? 0;
  if (amount)
    return (trait & Trait.nounlike) !== 0 && (amount.comparison !== '=' || amount.kind !== 'number');
  if (RELATION.has(normAt(sentence, end)) || normAt(sentence, end) === 'of') return true;
  return predicateAt(reading, end) !== undefined;
}

const MOVES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'reach', 'keep', 'improve', 'become']);

/** A verb that says how its subject moves or stands. */
function predicateAt(reading: Reading, at: number): FoundHead | undefined {
  const { sentence } = reading;
  const entry = entryAt(sentence, at);
  if (!entry?.verb || sentence.matches[at]?.from !== at || reading.zones.of[at] !== Zone.main)
    return undefined;
  if (!MOVES.has(entry.verb)) return undefined;
  if (sentence.grammar.inflects && entry.form === Form.Ing) return undefined;
  return foundAt(sentence, at, entry);
}

/** Verbs after `and` right behind the head: `develop and release a tool`. */
function joinedVerbs(reading: Reading, at: number, to: number): FoundHead[] {
  const { sentence } = reading;
  const joined: FoundHead[] = [];
  let i = at;
  while (i + 1 < to && joins(sentence, i)) {
    const next = isWord(sentence, i, Word.and) ? after(sentence, i) : i + 1;
    const entry = entryAt(sentence, next);
    if (entry?.verb === undefined || entry.verb === 'hedge') break;
    joined.push(foundAt(sentence, next, entry));
    i = after(sentence, next);
  }
  return joined;
}

function joins(sentence: Sentence, at: number): boolean {
  const norm = normAt(sentence, at);
  return isWord(sentence, at, Word.and) || norm === ',' || norm === '/' || norm === '+';
}

/** Noun phrase, sentence, passive or expression. */
function subjectForm(
  reading: Reading,
  start: number,
  to: number,
): Pick<Structure, 'form' | 'predicate' | 'subject'> {
  const { sentence, amountAt } = reading;
  let predicate: FoundHead | undefined;
  let stateAt: number | undefined;
  let relation = false;
  for (let i = start; i < to; i = Math.max(after(sentence, i), i + 1)) {
    relation ||= isRelation(reading, i);
    if (i === start || amountAt[i] !== undefined) continue;
    predicate ??= predicateAt(reading, i);
    if (isWord(sentence, i, Word.copula | Word.state) || entryAt(sentence, i)?.form === Form.Third)
      stateAt ??= i;
  }
  const subject = { from: start, to: predicate?.from ?? stateAt ?? to };
  if (predicate) return { form: 'sentence', subject, predicate };
  if (relation) return { form: 'expression', subject };
  return { form: stateAt === undefined ? 'noun-phrase' : passiveOr(sentence, stateAt), subject };
}

function isRelation({ sentence, amountAt }: Reading, at: number): boolean {
  if (RELATION.has(normAt(sentence, at))) return true;
  const amount = amountAt[at];
  return amount?.from === at && amount.comparison !== '=';
}

function passiveOr(sentence: Sentence, at: number): 'passive' | 'sentence' {
  const next = entryAt(sentence, after(sentence, at));
  const entry = entryAt(sentence, at);
  if (isWord(sentence, at, Word.copula) && next && (next.form & Form.Past || next.word & Word.state))
    return 'passive';
  return entry && entry.word & Word.state ? 'passive' : 'sentence';
}
