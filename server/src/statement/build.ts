/** Fills a lexicon from the phrases of one language, the shared units and, for loan words, another language's phrases. */
import { type Entry, type MetricSense, Noun, Part, Trait, Word } from './entry';
import type { Comparison, HeadClass, Metric, QuantityKind } from './facts';
import { Lexicon, pieceKey } from './lexicon';
import { type Listed, type PackedPiece, type PhraseTable, unpackPhrases, unpackPieces } from './phrase-table';
import { bare } from './spelling';

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
  readonly phrases: PhraseTable;
  readonly morphology: Morphology;
  readonly loan: boolean;
}

/** Where two phrases are spelled alike without diacritics (`tăng`, `tặng`), the class listed first wins. */
export const HEAD_CLASSES: readonly HeadClass[] = [
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
export const NOUN_BITS: Readonly<Record<string, number>> = {
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
export const OPERATORS: readonly (readonly [string, Comparison])[] = [
  ['ge', '>='],
  ['gt', '>'],
  ['le', '<='],
  ['lt', '<'],
  ['about', '~'],
];
/** Groups of words.yaml that a foreign statement borrows; the rest is grammar, not vocabulary. */
const BORROWED: ReadonlySet<string> = new Set(
  'state progress vague comparative rhythm month rank zero prefix punctual average nametaker'.split(' '),
);

/** Values in names of lists are whole numbers. */
export const SCALE = 1000;

/** Registers a phrase of a list; `piece` is what the lexicon asks for. */
type Marker = (phrase: string, piece: number) => unknown;
type Mark = (entry: Entry) => unknown;

/** Registers what one source says; the lexicon asks for it piece by piece. */
class Builder {
  private readonly markers: readonly (Marker | undefined)[];
  private readonly pieces: ReadonlyMap<string, PackedPiece>;
  /** Pieces that become one without diacritics. */
  private readonly alike: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly source: Source,
  ) {
    this.markers = source.phrases.lists.map((name) => this.marker(name));
    this.pieces = unpackPieces(source.phrases);
    if (lexicon.shadow) this.alike = grouped([...this.pieces.keys()], bare);
  }

  fill(piece: number): void {
    for (const [list, phrase] of this.listed(pieceKey(piece))) this.markers[list]?.(phrase, piece);
  }

  private listed(key: string): readonly Listed[] {
    const keys = this.alike ? (this.alike.get(key) ?? []) : [key];
    const { ranks } = this.source.phrases;
    const rank = (list: number) => ranks[list] as number;
    return keys
      .flatMap((one) => {
        const piece = this.pieces.get(one);
        return piece ? unpackPhrases(piece) : [];
      })
      .sort(([a], [b]) => rank(a) - rank(b));
  }

  /** What to do with the phrases of a list; nothing where another language borrows only vocabulary. */
  private marker(name: string): Marker | undefined {
    const [file, group = '', finer = ''] = name.split('.');
    if (file === 'verbs') return finer === '' ? this.verbs(group as HeadClass) : this.traits(finer);
    if (file === 'nouns') return this.nouns(NOUN_BITS[group] ?? 0);
    if (file === 'metrics') return this.metrics(group, finer as Metric['kind']);
    return this.words(group, finer);
  }

  /** Of each verb of the pieces that were asked for: its finer marks, which are read before the verb itself. */
  private readonly traitsOf = new Map<string, number>();

  private traits(name: string): Marker {
    const bit = Trait[name as keyof typeof Trait];
    return (verb) => this.traitsOf.set(verb, (this.traitsOf.get(verb) ?? 0) | bit);
  }

  private verbs(headClass: HeadClass): Marker {
    const { irregular, multiply } = this.source.phrases.values;
    return (verb, piece) => {
      const past = irregular[verb] ?? irregular[verb.split(' ', 1)[0] as string];
      this.verb(
        {
          verb,
          headClass,
          past: past as string | undefined,
          trait: this.traitsOf.get(verb) ?? 0,
          factor: multiply[verb] as number | undefined,
        },
        piece,
      );
    };
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

  private nouns(bit: number): Marker {
    return this.forms(() => (entry, { plural }) => {
      entry.noun |= bit;
      entry.plural ||= plural;
    });
  }

  private metrics(name: string, kind: Metric['kind']): Marker | undefined {
    if (name === 'heads') return this.heads(kind);
    if (name === 'fuzzy') return this.mark((entry) => (entry.fuzzy = true));
    if (name === 'vanity') return this.mark((entry) => (entry.vanity = true));
    if (name === 'instrument')
      return this.forms(() => (entry) => {
        entry.noun |= Noun.Instrument;
      });
    const sense = senseOf(name);
    return sense && this.metric(sense);
  }

  private heads(kind: Metric['kind']): Marker {
    return this.forms(() => (entry, { derived, plural }) => {
      entry.plural ||= plural;
      // `users` is a count, `user` is somebody; `seconds` are a duration, the `second` site is not
      const other = derived === 'singular' && (kind === 'count' || kind === 'duration');
      if (!other) entry.headOf ??= kind;
    });
  }

  /** `defects` is a metric; `defect` only colours the noun it stands before. */
  private metric(sense: MetricSense): Marker {
    return this.forms((noun) => (entry, { derived, plural }) => {
      entry.plural ||= plural;
      if (derived === 'singular' && sense.kind === 'count') {
        entry.modifier ??= sense;
        return;
      }
      entry.metric ??= sense;
      entry.metricKey ??= noun;
    });
  }

  private words(group: string, finer: string): Marker | undefined {
    const { loan, phrases } = this.source;
    const { number } = phrases.values;
    if (group === 'implicit') return this.mark((entry) => (entry.implicit ??= Number(finer) / SCALE));
    if (loan && !BORROWED.has(group)) return undefined;
    const bit = Word[group as keyof typeof Word];
    if (bit) return this.mark((entry) => (entry.word |= bit));
    const part = Part[group as keyof typeof Part];
    if (part) return this.mark((entry) => (entry.part |= part));
    const comparison = OPERATORS.find(([key]) => key === finer)?.[1];
    if (group === 'operator') return this.mark((entry) => (entry.operator ??= comparison));
    if (group === 'postfix') return this.mark((entry) => (entry.postfix ??= comparison));
    if (group === 'number') return this.mark((entry, phrase) => (entry.number ??= number[phrase] as number));
    if (group === 'magnitude') return this.mark((entry) => (entry.magnitude ??= Number(finer) / SCALE));
    return undefined;
  }

  private forms(marked: (noun: string) => (entry: Entry, form: NounForm) => unknown): Marker {
    return (noun) => {
      const mark = marked(noun);
      for (const form of this.source.morphology.nounForms(noun))
        this.markNow(form.text, noun, (entry) => mark(entry, form));
    };
  }

  private mark(mark: (entry: Entry, phrase: string) => unknown): Marker {
    return (phrase) => this.markNow(phrase, phrase, (entry) => mark(entry, phrase));
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
export function firstForms(verb: string, past: string | undefined): readonly string[] {
  if (past === undefined) return [verb];
  const begins = new Map<string, string>();
  for (const form of [verb, ...past.split('/'), ...(verb === 'be' ? ['is'] : [])])
    if (!begins.has(form.slice(0, 2))) begins.set(form.slice(0, 2), form);
  return [...begins.values()];
}

/** `rate-up` → a rate that is better when higher. */
export function senseOf(name: string): MetricSense | undefined {
  if (name === 'neutral') return { kind: 'unknown', polarity: 'neutral' };
  const [kind, polarity] = name.split('-');
  return polarity === 'up' || polarity === 'down' ? { kind: kind as Metric['kind'], polarity } : undefined;
}

function grouped<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The units of all languages are few: they are looked through once. */
function unitsOf(lexicon: Lexicon, units: Groups): (piece: number) => void {
  const pieces = grouped(
    Object.entries(units).flatMap(([kind, phrases]) =>
      (phrases as readonly string[]).map((phrase) => ({ kind, phrase })),
    ),
    ({ phrase }) => lexicon.pieceOf(phrase),
  );
  return (piece) => {
    for (const { kind, phrase } of pieces.get(piece) ?? []) {
      const entry = lexicon.entry(phrase, phrase, false);
      if (kind === 'longduration') entry.part |= Part.longunit;
      else entry.unit ??= kind as QuantityKind;
    }
  };
}

/**
 * @param sources the language's own phrases first; later sources add words, never change what an earlier one says
 * @param shadow keys without diacritics, for statements typed without them
 */
export function buildLexicon(sources: readonly Source[], units: Groups, shadow: boolean): Lexicon {
  const lexicon = new Lexicon(shadow, (piece) => {
    for (const fill of fillers) fill(piece);
  });
  const builders = sources.map((source) => new Builder(lexicon, source));
  const fillers = [
    ...builders.map((builder) => (piece: number) => builder.fill(piece)),
    unitsOf(lexicon, units),
  ];
  return lexicon;
}
