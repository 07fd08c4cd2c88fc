/** Work that is named by a noun instead of a verb: "migration of the payroll system", "weekly briefing with the drivers". */
import { verbsIn } from '../statement/index';
import { isKnownVerb } from '../teams/index';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import { nounKind } from './noun-kind';
import { lowerWords, PEOPLE, PUNCTUATION } from './noun-phrase';
import { type Wording, wordingOf } from './wording';

/** Verb, where the noun tells it, and the span of what it is done to, else of the noun itself. */
interface NamedDeed {
  readonly verb?: string;
  readonly object: Span;
}

const WORK: readonly string[] = ['activity', 'counted-activity', 'milestone'];

interface Act {
  /** Of those about which anything is known. */
  readonly verb?: string;
}

/** "Migrate" of "migrations"; undefined for what names no act at all. */
function actOf(noun: string, { words, phrase }: Wording, language: Language): Act | undefined {
  const one = noun.endsWith(phrase.plural) ? noun.slice(0, -phrase.plural.length) : noun;
  const verbs = words.deedEndings
    .filter(([ending]) => one.endsWith(ending))
    .map(([ending, verbal]) => one.slice(0, one.length - ending.length) + verbal);
  // "trained", "reduced"
  const done = words.participles
    .filter((ending) => one.endsWith(ending))
    .flatMap((ending) => [one.slice(0, -ending.length), one.slice(0, 1 - ending.length)]);
  const verb = [...verbs, ...done, one].find((each) => isKnownVerb(each, language));
  return verb !== undefined ? { verb } : verbs.length > 0 ? {} : undefined;
}

/** Shorter words that end so are things: "seed", "shed". */
const SHORTEST_STEM = 4;

/** "Relaunched" of "website relaunched". */
function isParticiple(word: string, { words }: Wording): boolean {
  return words.participles.some(
    (ending) => word.endsWith(ending) && word.length >= SHORTEST_STEM + ending.length,
  );
}

/** What is done to what, where no verb says it; undefined where the sentence names no work or has a verb. */
export function namedDeed(context: RewriteContext): NamedDeed | undefined {
  const { head, class: kind, deadline, quantities, language } = context.facts;
  const wording = wordingOf(language);
  const { cutAt, aspectOf, plural } = wording.phrase;
  const whole = sentenceSpan(context);
  const count = quantities.find(({ span }) => span.start === whole.start);
  if (head || !WORK.includes(kind) || (plural === '' && !count)) return undefined;
  const text = statementText(context);
  const start = count?.span.end ?? whole.start;
  const end = deadline && deadline.start > start ? deadline.start : whole.end;
  if (plural === '') return { object: { start, end } };
  const tokens = [...text.slice(start, end).matchAll(/\S+/gu)];
  const ends = tokens.findIndex(([word], n) => n > 0 && cutAt.includes(lowerWords(word)));
  const named = ends < 0 ? tokens : tokens.slice(0, ends);
  const last = named.at(-1);
  if (!last || named.some(([word]) => PUNCTUATION.test(word))) return undefined;
  const act = actOf(lowerWords(last[0]), wording, language);
  const of = tokens[ends + 1];
  if (act && of && lowerWords(tokens[ends]?.[0] ?? '') === aspectOf)
    return { ...act, object: { start: start + of.index, end } };
  // "supplier negotiations", but "driver training" has effects of its own
  const isKind = nounKind(named.map(([word]) => word).join(' '), language) !== undefined;
  const isDone = isParticiple(lowerWords(last[0]), wording);
  if ((isDone || (act?.verb && !isKind)) && named.length > 1) {
    // "reports are simplified"
    const link = named.at(-2);
    const isLink =
      named.length > 2 && link && wording.words.aimForms.some((pair) => pair.includes(lowerWords(link[0])));
    return { ...act, object: { start, end: start + (isLink ? link : last).index } };
  }
  return { object: { start: start + doneByThem(named, language), end } };
}

/** "Curators | give | talks": where that begins which those do of whom it tells, whoever they are; 0 where it tells of none. */
function doneByThem(tokens: readonly RegExpExecArray[], language: Language): number {
  const words = tokens.map(([word]) => word);
  const does = verbsIn(words, language).find(({ from }) => from > 0);
  const who = does && nounKind(words.slice(0, does.from).join(' '), language);
  return (does && [...PEOPLE, undefined].includes(who) && tokens[does.to]?.index) || 0;
}
