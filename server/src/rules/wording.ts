import type { Language } from '../text/language';
import data from './wording.generated.json';

/** What rules need to know of a language beyond the facts of a statement. */
export interface Wording {
  /** Thousands separator as readers of the language expect it. */
  readonly group: string;
  /** Words that join what is done to what it is done to ("implementation of the strategy", "migration to the cloud"). */
  readonly actedOn: ReadonlySet<string>;
  /** Words before a level that is left ("to just 15%", "giảm còn 15%"), lower case. */
  readonly left: readonly string[];
  /** Phrases that liken what is done for somebody to something else, and so say how ("as if they were family"), lower case. */
  readonly likeness: readonly string[];
  /** Words that join to something what it is ("dọn nhà là chuyện nhẹ nhàng"), lower case. */
  readonly copulas: readonly string[];
  /** A noun phrase ends with what it is about ("customer churn"), rather than beginning with it ("doanh thu thuần"). */
  readonly headNounLast: boolean;
  /** Words up to which an improvement verb with a noun says nothing in particular. */
  readonly shortObjective: number;
  /** Words of vague phrases that are about an amount. */
  readonly amountWords: ReadonlySet<string>;
  /** Words right behind a verb that say how well it is done ("thiết kế đúng"), lower case. */
  readonly manner: readonly string[];
  /** Phrases behind a verb that say how well what it makes is to turn out ("in time to", "nobody"), lower case. */
  readonly turnsOut: readonly string[];
  /** Words right before a verb that one is to be able to do, lower case. */
  readonly able: readonly string[];
  /** Word before two sides, lower case. */
  readonly between: string;
  /** Words before what goes on meanwhile, lower case. */
  readonly meanwhile: readonly string[];
  /** Words of metrics that are bare numbers ("feed conversion ratio", "hệ số"), lower case. */
  readonly factors: readonly string[];
  /** Verbs that only study or carry out what stands behind them ("assess", "thực hiện"); dictionary forms. */
  readonly carryOut: ReadonlySet<string>;
  /** Verbs of work that in an objective say how it will be ("giúp … tự tin", "đưa … lên kệ"); dictionary forms. */
  readonly picture: ReadonlySet<string>;
  /** Phrases that point everywhere ("in everything we do"), lower case. */
  readonly everywhere: readonly string[];
  /** Words between each of them and what is always so. */
  readonly always: readonly string[];
  /** Metric keys that mean nothing without a period. */
  readonly flowMetrics: ReadonlySet<string>;
  /** Metrics that come last ("revenue", "thị phần"); for `isAmong`. */
  readonly lagging: readonly string[];
  /** Metric keys that run from −100 to 100. */
  readonly promoterScores: ReadonlySet<string>;
  /** Metrics that cannot pass 100 %, unless one of `growing` is in the metric's words; for `isAmong`. */
  readonly shares: readonly string[];
  readonly growing: readonly string[];
}

function load(language: Language): Wording {
  const words = data[language];
  return {
    headNounLast: words.headNounLast,
    group: words.group,
    actedOn: new Set<string>(words.actedOn),
    left: words.left,
    likeness: words.likeness,
    copulas: words.copulas,
    shortObjective: words.shortObjective,
    carryOut: new Set(words.carryOut),
    picture: new Set<string>(words.picture),
    amountWords: new Set(words.amountWords),
    factors: words.factors,
    manner: words.manner,
    turnsOut: words.turnsOut,
    able: words.able,
    between: words.between,
    meanwhile: words.meanwhile,
    flowMetrics: new Set(words.flowMetrics),
    lagging: words.lagging,
    promoterScores: new Set(words.promoterScores),
    shares: words.shares,
    growing: words.growing,
    everywhere: words.everywhere,
    always: words.always,
  };
}

const LOADED: Readonly<Record<Language, Wording>> = { en: load('en'), vi: load('vi') };

/** The words of `language` that rules need. */
export function wording(language: Language): Wording {
  return LOADED[language];
}

/** Whether the metric of that key is one of `metrics`, or narrows one: "operating margin", "doanh thu thuần". */
export function isAmong(metrics: readonly string[], key: string, { headNounLast }: Wording): boolean {
  return metrics.some((metric) =>
    headNounLast ? ` ${key}`.endsWith(` ${metric}`) : `${key} `.startsWith(`${metric} `),
  );
}

/** Acronyms that every reader knows. */
export const COMMON_ACRONYMS: ReadonlySet<string> = new Set(data.acronyms);

/** Words for what is still missing: `anywhere` in a sentence, or as the `whole` of it (lower case, NFC). */
export const PLACEHOLDERS: { readonly anywhere: ReadonlySet<string>; readonly whole: ReadonlySet<string> } = {
  anywhere: new Set(data.placeholders.anywhere),
  whole: new Set(data.placeholders.whole),
};
