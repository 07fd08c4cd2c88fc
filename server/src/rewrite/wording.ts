/** The words of rewrites: data per language, and filling of its patterns. */
import type { Language } from '../text/language';
import enWording from './en.generated.json';
import type { TemplatePart } from './suggestion';
import viWording from './vi.generated.json';

export interface Phrase {
  readonly leading: readonly string[];
  readonly cutAt: readonly string[];
  readonly keepArticle: readonly string[];
  readonly indefinite: readonly string[];
  readonly article: string;
  /** Regular ending of a plural, empty where the language has none. */
  readonly plural: string;
  readonly noArticleEndings: readonly string[];
  /** Nouns with such an ending that are counted all the same. */
  readonly countable: readonly string[];
  /** Nouns that only say which side of a thing is meant ("quality", "attention"), and the word between them and it, if any. */
  readonly aspects: readonly string[];
  readonly aspectOf: string;
  /** Nouns that make a thing of what is done: "việc trả kết quả". */
  readonly nominals: readonly string[];
  /** Words that hold one of `cutAt` and go on all the same. */
  readonly compounds: readonly string[];
  /** Words at the end that tell the thing from what takes its place. */
  readonly trailing: readonly string[];
  /** Second or third words of nouns that name whoever has a trade: "dược sĩ". */
  readonly doerEndings: readonly string[];
  /** Longest phrase that is used, in words. */
  readonly most: number;
}

export interface Wording {
  readonly titles: Readonly<Record<keyof typeof enWording.titles, string>>;
  readonly placeholders: Readonly<Record<keyof typeof enWording.placeholders, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  readonly words: {
    readonly initiatives: string;
    readonly objective: string;
    /** Verbs whose object may be other work, and those that act on somebody who then does something. */
    readonly chains: readonly string[];
    readonly helps: readonly string[];
    /** Verbs that move others to do something. */
    readonly appeals: readonly string[];
    /** Words before a verb that add nothing to it. */
    readonly wrappers: readonly string[];
    /** Several people as one. */
    readonly groups: readonly string[];
    /** Whoever does something, where nobody is named. */
    readonly anyone: string;
    /** A thing with its place right behind it; empty where the place ends the sentence. */
    readonly located: string;
    /** Words that begin where the work takes place. */
    readonly scopeWords: readonly string[];
    /** Words that a deadline begins with; a bare one ("năm 2027") belongs to the noun before it. Empty: any does. */
    readonly deadlineLeads: readonly string[];
    /** Words that join nouns to one object. */
    readonly joining: readonly string[];
    readonly antonyms: readonly (readonly [string, string])[];
    readonly toWords: readonly string[];
    /** Those of `toWords` that cannot follow "from …". */
    readonly atWords: readonly string[];
    readonly byWords: readonly string[];
    readonly comparisons: readonly string[];
    readonly speedVerbs: readonly string[];
    readonly meansWords: readonly string[];
    readonly purposeWords: readonly string[];
    /** Words that name for whom something is. */
    readonly forWords: readonly string[];
    /** Verbs that say how one is, beside those of becoming; and words before what one is it about. */
    readonly stateVerbs: readonly string[];
    readonly aboutWords: readonly string[];
    /** Nouns that are the same of one and of many. */
    readonly aimSame: readonly string[];
    /** Behind a noun of an objective: words that go on about it, endings of participles, states with their verb. */
    readonly aimThat: readonly string[];
    readonly aimDone: readonly string[];
    readonly aimStates: readonly string[];
    readonly aimAre: string;
    /** Words before the subject of an objective; after `aimEach` it is one of many. */
    readonly aimLeads: readonly string[];
    readonly aimEach: readonly string[];
    /** Irregular forms: of one, of many. */
    readonly aimForms: readonly (readonly [string, string])[];
    /** Whoever it may be: then it is said of those who work here. */
    readonly aimAnyone: readonly string[];
    /** Words that say how well something goes: with them things are spoken of as surely as people. */
    readonly aimSure: readonly string[];
    /** Words near the end that only compare, and those that say how soon. */
    readonly aimTrails: readonly string[];
    readonly aimSooner: readonly string[];
    /** First words of an objective that says what does not happen, or what one does oneself: of it there is one. */
    readonly aimNone: readonly string[];
    /** Words of a time that is no deadline: how often, and when on a day. */
    readonly times: readonly string[];
    /** Words before those whose first choice it is to be; behind what people do where it is. */
    readonly aimChoice: readonly string[];
    /** Words before those who are to trust us. */
    readonly aimTrust: readonly string[];
    readonly aimHere: string;
    /** One of whoever nobody is; words between who and what does not happen. */
    readonly aimOne: string;
    /** Words behind which those stand by whom something is done. */
    readonly aimBy: readonly string[];
    /** Verbs of what one wants none of. */
    readonly avoids: readonly string[];
    /** Words that lead what somebody is taught or helped to do, and how he does it then: "cách", "biết cách". */
    readonly taught: readonly (readonly [string, string])[];
    readonly aimNever: readonly string[];
    /** Words before a verb that do not change what it is done to; those that belong to a verb and yet end it. */
    readonly aimModals: readonly string[];
    readonly aimParticles: readonly string[];
    /** Verbs of giving, and what they do who were given something; us, as what something is done to. */
    readonly aimGives: readonly string[];
    readonly aimHave: string;
    readonly aimUs: string;
    /** Words that begin when something is so. */
    readonly aimWhen: readonly string[];
    /** Words inside an objective after which it says what somebody does: "a campus where students thrive". */
    readonly aimInside: readonly string[];
    /** Endings of words that say behind a thing what is done to it ("website relaunched"). */
    readonly participles: readonly string[];
    /** Endings of nouns that name work, and those of its verb: "migration", "migrate". */
    readonly deedEndings: readonly (readonly [string, string])[];
    /** Words that do not tell one metric from another. */
    readonly small: readonly string[];
    /** Words before a harm that the work is against, and how that harm is counted. */
    readonly against: readonly { readonly word: string; readonly measure: string; readonly unit: string }[];
    /** What cannot go on after "the share of those who". */
    readonly aimStops: readonly string[];
    /** Words before what there is to be more or less of. */
    readonly moreWords: readonly string[];
    readonly fewerWords: readonly string[];
    readonly upWords: readonly string[];
    readonly downWords: readonly string[];
  };
  readonly phrase: Phrase;
  /** Statuses as people of the language write them. */
  readonly status: { readonly behind: string; readonly atRisk: string };
}

export type PlaceholderName = keyof Wording['placeholders'];

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: enWording as unknown as Wording,
  vi: viWording as unknown as Wording,
};

export function wordingOf(language: Language): Wording {
  return WORDINGS[language];
}

/** A title with its words filled in. Names that are not given stay out. */
export function titleOf(
  language: Language,
  title: keyof Wording['titles'],
  words: Readonly<Record<string, string>> = {},
): string {
  return WORDINGS[language].titles[title].replace(/\{(\p{L}+)\}/gu, (_, name: string) => words[name] ?? '');
}

export function placeholder(language: Language, name: PlaceholderName): TemplatePart {
  return { placeholder: WORDINGS[language].placeholders[name] };
}

type Fill = TemplatePart | readonly TemplatePart[];

/** Neighbouring literals become one; empty ones go. */
export function joined(parts: readonly TemplatePart[]): TemplatePart[] {
  const result: TemplatePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** Fills `{name}`s of a sentence pattern. Patterns and fills are kept apart: braces in a fill stay as they are. */
export function fill(pattern: string, fills: Readonly<Record<string, Fill>>): TemplatePart[] {
  const parts = pattern.split(/\{(\p{L}+)\}/u).flatMap((piece, n): readonly TemplatePart[] => {
    if (n % 2 === 0) return [piece];
    const value = fills[piece];
    if (value === undefined) return [];
    return typeof value === 'string' || 'placeholder' in value ? [value] : value;
  });
  return joined(parts);
}

/**
 * The sentence pattern of that name, in its form for a direction where the language has one (`fromToIncrease`),
 * else the general form.
 */
export function sentence(
  language: Language,
  name: string,
  fills: Readonly<Record<string, Fill>>,
  direction?: 'increase' | 'decrease',
): TemplatePart[] {
  const { sentences } = WORDINGS[language];
  const particular = direction && name + direction.charAt(0).toUpperCase() + direction.slice(1);
  return fill((particular && sentences[particular]) ?? sentences[name] ?? '', fills);
}

/** A clause without the word that leads it ("so that", "bằng cách"): it reads as a sentence of its own. */
export function withoutLead(clause: string, leads: readonly string[]): string {
  const lower = clause.normalize('NFC').toLowerCase();
  const lead = leads.filter((each) => lower.startsWith(`${each} `)).sort((a, b) => b.length - a.length)[0];
  return lead ? clause.normalize('NFC').slice(lead.length).trim() : clause;
}
