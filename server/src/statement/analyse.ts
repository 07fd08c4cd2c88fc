/** Puts the steps together: text → reading → clauses → roles → verdict → facts. */
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { readAmounts } from './amounts';
import { findClauses } from './clauses';
import { createEnglish } from './en/index';
import type { Clause, Direction, Evidence, Head, Quantity, StatementFacts } from './facts';
import { type Judged, judge, strongest, type Verdict } from './judge';
import { Noun, Word } from './lexicon';
import { findMetric, isVagueAt } from './metrics';
import type { Reading } from './phrases';
import { assignRoles, governing, type Roled } from './roles';
import { after, entryAt, type Grammar, isNoun, readSentence, spanOf } from './sentence';
import type { FoundHead } from './structure';
import { createVietnamese } from './vi/index';
import { amountsByToken, findZones, Zone } from './zones';

const MAKERS: Readonly<Record<Language, () => Grammar>> = { en: createEnglish, vi: createVietnamese };
const made = new Map<Language, Grammar>();

/** Grammars are built on first use: a document in one language does not pay for the other. */
function grammarOf(language: Language): Grammar {
  let grammar = made.get(language);
  if (!grammar) {
    grammar = MAKERS[language]();
    made.set(language, grammar);
  }
  return grammar;
}

/**
 * Facts about one statement.
 * @param text the sentence, with inline markup and line breaks blanked out; NFC or NFD
 * @returns facts whose spans are UTF-16 offsets in `text` as given. Never throws.
 */
export function analyse(text: string, language: Language): StatementFacts {
  const sentence = readSentence(text, grammarOf(language));
  const amounts = readAmounts(sentence);
  const amountAt = amountsByToken(sentence, amounts);
  const reading: Reading = { sentence, amounts, amountAt, zones: findZones(sentence, amountAt) };
  const judged = findClauses(reading).map((clause): Judged => {
    const metric = findMetric(reading, clause.from, clause.to, clause.structure.head);
    return { reading, clause, metric, roles: assignRoles(reading, clause, metric) };
  });
  const verdicts = judged.map(judge);
  const verdict = strongest(verdicts);
  const main = judged[verdicts.indexOf(verdict)] as Judged;
  return assemble(language, judged, main, verdict);
}

function assemble(
  language: Language,
  all: readonly Judged[],
  main: Judged,
  verdict: Verdict,
): StatementFacts {
  const { reading, clause, metric } = main;
  const quantities = all.flatMap(({ roles }) => roles.map((roled) => quantityOf(reading, roled)));
  const own = main.roles.map((roled) => quantityOf(reading, roled));
  const baseline = own.find(({ role }) => role === 'baseline');
  const target = own.find(({ role }) => role === 'target') ?? own.find(({ role }) => role === 'count');
  const change = own.find(({ role }) => role === 'change');
  const head = clause.structure.head ?? clause.structure.predicate;
  const leads = all[0]?.clause.structure ?? clause.structure;
  return {
    language,
    class: verdict.class,
    confidence: verdict.confidence,
    evidence: evidenceOf(reading, verdict),
    form: clause.structure.form,
    quantities,
    windows: zoneSpans(reading, Zone.window),
    vagueWords: vagueWords(reading),
    abstractNouns: nounSpans(reading, Noun.Abstract),
    clauses: all.map((each) => clauseOf(each)),
    ...optional('head', head && headOf(reading, head)),
    ...optional('object', objectOf(main)),
    ...optional('metric', metric?.metric),
    ...optional('baseline', baseline),
    ...optional('target', target),
    ...optional('change', change),
    ...optional('direction', directionOf(main, baseline, target)),
    ...optional('deadline', zoneSpans(reading, Zone.deadline)[0]),
    ...optional('means', zoneSpans(reading, Zone.means)[0]),
    ...optional('purpose', zoneSpans(reading, Zone.purpose)[0]),
    ...optional('hedge', leads.hedge && spanOf(reading.sentence, leads.hedge.from, leads.hedge.to)),
    ...optional('beneficiary', beneficiaryOf(main)),
  };
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, T>>);
}

function quantityOf(reading: Reading, { amount, role }: Roled): Quantity {
  return {
    span: spanOf(reading.sentence, amount.from, amount.to),
    kind: amount.kind,
    role,
    comparison: amount.comparison,
    ...optional('value', amount.value),
    ...optional('upper', amount.upper),
    ...optional('unit', amount.unit),
  };
}

function headOf(reading: Reading, head: FoundHead): Head {
  const { sentence } = reading;
  const lemma =
    head.entry.lemma === '' || head.guessed
      ? sentence.text
          .slice(sentence.tokens[head.from]?.start, sentence.tokens[head.to - 1]?.end)
          .normalize('NFC')
          .toLowerCase()
      : (head.entry.verbLemma ?? head.entry.lemma);
  return { span: spanOf(sentence, head.from, head.to), lemma, class: head.class };
}

function evidenceOf(reading: Reading, verdict: Verdict): Evidence[] {
  return verdict.because.map(({ kind, from, to }) => ({ kind, span: spanOf(reading.sentence, from, to) }));
}

function clauseOf({ reading, clause, roles }: Judged): Clause {
  const { structure } = clause;
  const head = structure.head ?? structure.predicate;
  return {
    span: spanOf(reading.sentence, clause.from, clause.to),
    quantities: roles.map((roled) => quantityOf(reading, roled)),
    ...optional('head', head && headOf(reading, head)),
    ...optional('joint', clause.joint && spanOf(reading.sentence, clause.joint.from, clause.joint.to)),
  };
}

function zoneSpans(reading: Reading, zone: Zone): Span[] {
  return reading.zones.ranges
    .filter((range) => range.zone === zone)
    .map(({ from, to }) => spanOf(reading.sentence, from, to));
}

function vagueWords(reading: Reading): Span[] {
  const spans: Span[] = [];
  const { sentence } = reading;
  for (let i = 0; i < sentence.tokens.length; i = Math.max(after(sentence, i), i + 1))
    if (isVagueAt(reading, i)) spans.push(spanOf(sentence, i, after(sentence, i)));
  return spans;
}

function nounSpans(reading: Reading, bits: number): Span[] {
  const spans: Span[] = [];
  const { sentence, amountAt, zones } = reading;
  for (let i = 0; i < sentence.tokens.length; i = Math.max(after(sentence, i), i + 1))
    if (isNoun(sentence, i, bits) && amountAt[i] === undefined && zones.of[i] === Zone.main)
      spans.push(spanOf(sentence, i, after(sentence, i)));
  return spans;
}

const FUNCTION = Word.determiner | Word.vague | Word.filler;

/** What the head acts on: the tokens after it up to the first number, relation or zone, without small words. */
function objectOf({ reading, clause }: Judged): Span | undefined {
  const { sentence, amountAt, zones } = reading;
  const { head, joined, subject, predicate } = clause.structure;
  if (!head)
    return predicate && subject
      ? spanOf(sentence, subject.from, Math.max(subject.to, subject.from + 1))
      : undefined;
  let from = joined[joined.length - 1]?.to ?? head.to;
  while (from < clause.to && skippable(reading, from))
    from = Math.max(amountAt[from]?.to ?? after(sentence, from), from + 1);
  let to = from;
  while (
    to < clause.to &&
    amountAt[to] === undefined &&
    zones.of[to] === Zone.main &&
    sentence.tokens[to]?.kind !== 'symbol'
  ) {
    const entry = entryAt(sentence, to);
    if (
      to > from &&
      entry &&
      entry.word & (Word.to | Word.from | Word.by | Word.vague) &&
      entry.noun === 0 &&
      !entry.metric
    )
      break;
    to++;
  }
  return to > from ? spanOf(sentence, from, to) : undefined;
}

function skippable({ sentence, amountAt }: Reading, at: number): boolean {
  if (amountAt[at] !== undefined) return true;
  const entry = entryAt(sentence, at);
  return entry !== undefined && entry.noun === 0 && !entry.metric && (entry.word & FUNCTION) !== 0;
}

function directionOf(
  main: Judged,
  baseline: Quantity | undefined,
  target: Quantity | undefined,
): Direction | undefined {
  const governs = governing(main.clause);
  if (governs === 'increase' || governs === 'decrease' || governs === 'keep') return governs;
  const movement = main.clause.structure.predicate?.class;
  if (movement === 'increase' || movement === 'decrease' || movement === 'keep') return movement;
  if (baseline?.value !== undefined && target?.value !== undefined && baseline.value !== target.value)
    return target.value > baseline.value ? 'increase' : 'decrease';
  if (governs === 'improve') return undefined;
  if (target?.comparison === '<' || target?.comparison === '<=') return 'keep';
  return governs === 'reach' || movement === 'reach' || target ? 'reach' : undefined;
}

/** Somebody outside the work, other than the bare object of a count. */
function beneficiaryOf({ reading }: Judged): Span | undefined {
  const { sentence, amountAt } = reading;
  for (let i = 0; i < sentence.tokens.length; i = Math.max(after(sentence, i), i + 1))
    if (isNoun(sentence, i, Noun.Person) && amountAt[i] === undefined)
      return spanOf(sentence, i, after(sentence, i));
  return undefined;
}
