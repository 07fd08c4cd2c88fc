/** Fills a lexicon from the data of one language, the shared units and, for loan words, another language's data. */
import { type Entry, type MetricSense, Noun, Part, Trait, Word } from './entry';
import type { Comparison, HeadClass, Metric, QuantityKind } from './facts';
import { Lexicon } from './lexicon';

/** The shape that the YAML files of a language share after `generate`. */
export interface LexiconData {
  readonly verbs: Groups;
  readonly nouns: Groups;
  readonly metrics: Groups;
  readonly words: Groups;
}

/** Group name to phrases, to finer groups or to values. */
export type Groups = Readonly<Record<string, unknown>>;

/** Inflections of a dictionary form; a language without them gives the form alone. */
export interface Morphology {
  verbForms(verb: string, irregular: string | undefined): readonly { text: string; form: number }[];
  /** `derived` is a form that is not the listed one: the plural of a listed singular, or the other way round. */
  nounForms(noun: string): readonly NounForm[];
}

export interface NounForm {
  readonly text: string;
  readonly derived: 'singular' | 'plural' | undefined;
  readonly plural: boolean;
}

export interface Source {
  readonly data: LexiconData;
  readonly morphology: Morphology;
  readonly loan: boolean;
}

/** Where two phrases are spelled alike without diacritics (`tăng`, `tặng`), the class listed first wins. */
const HEAD_CLASSES: readonly HeadClass[] = [
  'increase',
  'decrease',
  'reach',
  'improve',
  'keep',
  'measure',
  'activity',
  'completion',
  'hiring-spend',
  'learning',
  'support',
  'hedge',
  'delexical',
  'become',
  'enable',
];
const NOUN_BITS: Readonly<Record<string, number>> = {
  artefact: Noun.Artefact,
  event: Noun.Event,
  outcome: Noun.Outcome,
  person: Noun.Person,
  staff: Noun.Staff,
  abstract: Noun.Abstract,
  certificate: Noun.Certificate,
  level: Noun.Level,
  award: Noun.Award,
  baseline: Noun.Baseline,
  action: Noun.Action,
  plan: Noun.Plan,
  input: Noun.Input,
  name: Noun.Name,
};
const OPERATORS: readonly (readonly [string, Comparison])[] = [
  ['ge', '>='],
  ['gt', '>'],
  ['le', '<='],
  ['lt', '<'],
  ['about', '~'],
];
/** Groups of words.yaml that a foreign statement borrows; the rest is grammar, not vocabulary. */
const BORROWED: ReadonlySet<string> = new Set(
  'state progress vague comparative rhythm month rank zero prefix punctual average'.split(' '),
);

type Mark = (entry: Entry) => unknown;

/** Registers what one source says; the lexicon asks for it piece by piece. */
class Builder {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly source: Source,
  ) {}

  all(): void {
    this.words();
    this.metrics();
    this.nouns();
    this.verbs();
  }

  private verbs(): void {
    const { verbs } = this.source.data;
    const traits = traitsOf(group(verbs, 'traits'));
    const factors = group(verbs, 'multiply') as Record<string, number>;
    const irregular = group(verbs, 'irregular') as Record<string, string>;
    for (const headClass of HEAD_CLASSES)
      for (const verb of list(verbs[headClass])) {
        const past = irregular[verb] ?? irregular[verb.split(' ', 1)[0] as string];
        const sense: VerbSense = {
          verb,
          headClass,
          past,
          trait: traits.get(verb) ?? 0,
          factor: factors[verb],
        };
        for (const first of firstForms(verb, past))
          this.lexicon.later(first, (piece) => this.verb(sense, piece));
      }
  }

  private verb({ verb, headClass, past, trait, factor }: VerbSense, piece: number): void {
    const { morphology, loan } = this.source;
    for (const { text, form } of morphology.verbForms(verb, past)) {
      if (this.lexicon.pieceOf(text) !== piece) continue;
      const entry = this.lexicon.entry(text, verb, loan);
      if (loan && !entry.loan && entry.verb !== undefined) continue;
      entry.form |= form;
      if (entry.verb !== undefined && entry.verbLemma !== verb) continue;
      entry.verb = headClass;
      entry.verbLemma = verb;
      entry.trait |= trait;
      entry.factor ??= factor;
    }
  }

  private nouns(): void {
    for (const [name, bit] of Object.entries(NOUN_BITS))
      for (const noun of list(this.source.data.nouns[name]))
        this.forms(noun, (entry, { plural }) => {
          entry.noun |= bit;
          entry.plural ||= plural;
        });
  }

  private metrics(): void {
    const { metrics } = this.source.data;
    for (const name of Object.keys(metrics)) {
      const sense = senseOf(name);
      if (sense) for (const noun of list(metrics[name])) this.metric(noun, sense);
    }
    for (const [kind, nouns] of Object.entries(group(metrics, 'heads')))
      for (const noun of list(nouns))
        this.forms(noun, (entry, { derived, plural }) => {
          entry.plural ||= plural;
          // `users` is a count, `user` is somebody; `seconds` are a duration, the `second` site is not
          const other = derived === 'singular' && (kind === 'count' || kind === 'duration');
          if (!other) entry.headOf ??= kind as Metric['kind'];
        });
    for (const noun of list(metrics.fuzzy)) this.mark(noun, (entry) => (entry.fuzzy = true));
    for (const noun of list(metrics.vanity)) this.mark(noun, (entry) => (entry.vanity = true));
    for (const noun of list(metrics.instrument))
      this.forms(noun, (entry) => {
        entry.noun |= Noun.Instrument;
      });
  }

  /** `defects` is a metric; `defect` only colours the noun it stands before. */
  private metric(noun: string, sense: MetricSense): void {
    this.forms(noun, (entry, { derived, plural }) => {
      entry.plural ||= plural;
      if (derived === 'singular' && sense.kind === 'count') {
        entry.modifier ??= sense;
        return;
      }
      entry.metric ??= sense;
      entry.metricKey ??= noun;
    });
  }

  private words(): void {
    const { words } = this.source.data;
    for (const [name, bit] of Object.entries(Word)) this.group(name, (entry) => (entry.word |= bit));
    for (const [name, bit] of Object.entries(Part)) this.group(name, (entry) => (entry.part |= bit));
    this.values('implicit', (entry, value) => (entry.implicit ??= value));
    if (this.source.loan) return;
    const [before, behind] = [group(words, 'operator'), group(words, 'postfix')];
    for (const [key, comparison] of OPERATORS) {
      for (const phrase of list(before[key])) this.mark(phrase, (entry) => (entry.operator ??= comparison));
      for (const phrase of list(behind[key])) this.mark(phrase, (entry) => (entry.postfix ??= comparison));
    }
    this.values('number', (entry, value) => (entry.number ??= value));
    this.values('magnitude', (entry, value) => (entry.magnitude ??= value));
  }

  private group(name: string, mark: Mark): void {
    if (this.source.loan && !BORROWED.has(name)) return;
    for (const phrase of list(this.source.data.words[name])) this.mark(phrase, mark);
  }

  private values(name: string, mark: (entry: Entry, value: number) => unknown): void {
    for (const [phrase, value] of Object.entries(group(this.source.data.words, name)))
      this.mark(phrase, (entry) => mark(entry, value as number));
  }

  private forms(noun: string, mark: (entry: Entry, form: NounForm) => unknown): void {
    this.lexicon.later(noun, () => {
      for (const form of this.source.morphology.nounForms(noun))
        this.markNow(form.text, noun, (entry) => mark(entry, form));
    });
  }

  private mark(phrase: string, mark: Mark): void {
    this.lexicon.later(phrase, () => this.markNow(phrase, phrase, mark));
  }

  /** Loans add words; they never change what the language itself says. */
  private markNow(text: string, lemma: string, mark: Mark): void {
    const entry = this.lexicon.entry(text, lemma, this.source.loan);
    if (!this.source.loan || entry.loan) mark(entry);
  }
}

interface VerbSense {
  readonly verb: string;
  readonly headClass: HeadClass;
  /** Irregular past tense and participle. */
  readonly past: string | undefined;
  readonly trait: number;
  readonly factor: number | undefined;
}

/** One form for every way the verb's forms can begin: `buy`, `bought`; `be`, `was`, `is`. */
function firstForms(verb: string, past: string | undefined): readonly string[] {
  if (past === undefined) return [verb];
  const begins = new Map<string, string>();
  for (const form of [verb, ...past.split('/'), ...(verb === 'be' ? ['is'] : [])])
    if (!begins.has(form.slice(0, 2))) begins.set(form.slice(0, 2), form);
  return [...begins.values()];
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function group(groups: Groups, name: string): Groups {
  return (groups[name] ?? {}) as Groups;
}

function traitsOf(groups: Groups): Map<string, number> {
  const traits = new Map<string, number>();
  for (const [name, bit] of Object.entries(Trait))
    for (const verb of list(groups[name])) traits.set(verb, (traits.get(verb) ?? 0) | bit);
  return traits;
}

/** `rate-up` → a rate that is better when higher. */
function senseOf(name: string): MetricSense | undefined {
  if (name === 'neutral') return { kind: 'unknown', polarity: 'neutral' };
  const [kind, polarity] = name.split('-');
  return polarity === 'up' || polarity === 'down' ? { kind: kind as Metric['kind'], polarity } : undefined;
}

function addUnits(lexicon: Lexicon, units: Groups): void {
  for (const [kind, phrases] of Object.entries(units))
    for (const phrase of list(phrases))
      lexicon.later(phrase, () => {
        const entry = lexicon.entry(phrase, phrase, false);
        if (kind === 'longduration') entry.part |= Part.longunit;
        else entry.unit ??= kind as QuantityKind;
      });
}

/**
 * @param sources the language's own data first; later sources add words, never change what an earlier one says
 * @param shadow keys without diacritics, for statements typed without them
 */
export function buildLexicon(sources: readonly Source[], units: Groups, shadow: boolean): Lexicon {
  const lexicon = new Lexicon(shadow);
  for (const source of sources) new Builder(lexicon, source).all();
  addUnits(lexicon, units);
  return lexicon;
}
