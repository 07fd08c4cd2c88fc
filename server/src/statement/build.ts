/** Fills a lexicon from the data of one language, the shared units and, for loan words, another language's data. */
import type { Comparison, HeadClass, Metric, QuantityKind } from './facts';
import {
  type LexiconData,
  type Morphology,
  Noun,
  Part,
  Trait,
  TrieLexicon,
  type VerbData,
  Word,
} from './lexicon';

export interface Source {
  readonly data: LexiconData;
  readonly morphology: Morphology;
  readonly loan: boolean;
}

export type UnitData = Readonly<Record<string, readonly string[]>>;

const HEAD_CLASSES: readonly HeadClass[] = [
  'activity',
  'hiring-spend',
  'learning',
  'support',
  'hedge',
  'completion',
  'increase',
  'decrease',
  'improve',
  'reach',
  'keep',
  'measure',
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
};
const OPERATORS: Readonly<Record<string, Comparison>> = { ge: '>=', gt: '>', le: '<=', lt: '<', about: '~' };
/** Groups of words.yaml that a foreign statement does not borrow: they are grammar, not vocabulary. */
const BORROWED: ReadonlySet<string> = new Set([
  'state',
  'progress',
  'vague',
  'comparative',
  'rhythm',
  'month',
  'rank',
  'implicit',
  'zero',
  'prefix',
]);

class Builder {
  constructor(
    private readonly lexicon: TrieLexicon,
    private readonly source: Source,
  ) {}

  verbs(): void {
    const { data, morphology, loan } = this.source;
    const traits = traitsOf(data.verbs.traits ?? {});
    for (const headClass of HEAD_CLASSES)
      for (const verb of (data.verbs[headClass] as readonly string[] | undefined) ?? [])
        for (const { text, form } of morphology.verbForms(verb, irregularOf(data.verbs, verb))) {
          const entry = this.lexicon.entry(text, verb, loan);
          if (loan && !entry.loan && entry.verb !== undefined) continue;
          entry.verb ??= headClass;
          entry.verbLemma ??= verb;
          entry.form |= form;
          entry.trait |= traits.get(verb) ?? 0;
          entry.factor ??= data.verbs.multiply?.[verb];
        }
  }

  nouns(): void {
    for (const [group, bit] of Object.entries(NOUN_BITS))
      for (const noun of this.source.data.nouns[group] ?? [])
        this.eachNounForm(noun, (entry, plural) => {
          entry.noun |= plural ? bit | Noun.Plural : bit;
        });
  }

  metrics(): void {
    const { metrics } = this.source.data;
    for (const [group, entries] of Object.entries(metrics)) {
      const sense = senseOf(group);
      if (!sense) continue;
      for (const noun of entries as readonly string[])
        this.eachNounForm(noun, (entry) => {
          entry.metric ??= sense;
          entry.metricKey ??= noun;
        });
    }
    for (const [kind, entries] of Object.entries(metrics.heads))
      for (const noun of entries)
        this.eachNounForm(noun, (entry) => {
          entry.headOf ??= kind as Metric['kind'];
        });
    for (const noun of list(metrics.fuzzy))
      this.eachNounForm(noun, (entry) => {
        entry.fuzzy = true;
      });
    for (const noun of list(metrics.vanity))
      this.eachNounForm(noun, (entry) => {
        entry.vanity = true;
      });
    for (const noun of list(metrics.instrument))
      this.eachNounForm(noun, (entry) => {
        entry.noun |= Noun.Instrument;
      });
  }

  words(): void {
    const { words } = this.source.data;
    for (const [group, bit] of Object.entries(Word)) this.group(group, (entry) => (entry.word |= bit));
    this.group('multiple', (entry) => (entry.part |= Part.multiple));
    this.group('prefix', (entry) => (entry.part |= Part.prefix));
    this.group('loadword', (entry) => (entry.part |= Part.than));
    if (this.source.loan) return;
    for (const [key, operator] of Object.entries(OPERATORS))
      for (const phrase of words.operator[key] ?? [])
        this.lexicon.entry(phrase, phrase, false).operator = operator;
    for (const [key, operator] of Object.entries(OPERATORS))
      for (const phrase of words.postfix[key] ?? [])
        this.lexicon.entry(phrase, phrase, false).postfix = operator;
    for (const [phrase, value] of Object.entries(words.number))
      this.lexicon.entry(phrase, phrase, false).number = value;
    for (const [phrase, value] of Object.entries(words.magnitude))
      this.lexicon.entry(phrase, phrase, false).magnitude = value;
  }

  private group(name: string, mark: (entry: ReturnType<TrieLexicon['entry']>) => unknown): void {
    if (this.source.loan && !BORROWED.has(name)) return;
    for (const phrase of list(this.source.data.words[name])) {
      const known = this.source.loan ? this.lexicon.get(phrase) : undefined;
      if (known && !known.loan) continue;
      mark(this.lexicon.entry(phrase, phrase, this.source.loan));
    }
  }

  private eachNounForm(
    noun: string,
    mark: (entry: ReturnType<TrieLexicon['entry']>, plural: boolean) => void,
  ): void {
    for (const { text, plural } of this.source.morphology.nounForms(noun)) {
      const entry = this.lexicon.entry(text, noun, this.source.loan);
      if (this.source.loan && !entry.loan) continue;
      mark(entry, plural);
    }
  }
}

/** Listed for the verb itself or for the first word of a phrasal verb. */
function irregularOf(verbs: VerbData, verb: string): string | undefined {
  return verbs.irregular?.[verb] ?? verbs.irregular?.[verb.split(' ', 1)[0] ?? verb];
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function traitsOf(groups: Readonly<Record<string, readonly string[]>>): Map<string, number> {
  const traits = new Map<string, number>();
  for (const [name, bit] of Object.entries(Trait))
    for (const verb of groups[name] ?? []) traits.set(verb, (traits.get(verb) ?? 0) | bit);
  return traits;
}

/** `rate-up` → a rate that is better when higher. */
function senseOf(group: string): { kind: Metric['kind']; polarity: Metric['polarity'] } | undefined {
  if (group === 'neutral') return { kind: 'unknown', polarity: 'neutral' };
  const [kind, polarity] = group.split('-');
  if (polarity !== 'up' && polarity !== 'down') return undefined;
  return { kind: kind as Metric['kind'], polarity };
}

/**
 * @param sources the language's own data first; later sources add words, never change what an earlier one says
 * @param shadow keys without diacritics, for statements typed without them
 */
export function buildLexicon(sources: readonly Source[], units: UnitData, shadow: boolean): TrieLexicon {
  const lexicon = new TrieLexicon(shadow);
  for (const source of sources) {
    const builder = new Builder(lexicon, source);
    builder.words();
    builder.metrics();
    builder.nouns();
    builder.verbs();
  }
  for (const [kind, phrases] of Object.entries(units))
    for (const phrase of phrases)
      lexicon.entry(phrase, phrase, false).unit ??= (kind === 'number' ? 'number' : kind) as QuantityKind;
  return lexicon;
}
