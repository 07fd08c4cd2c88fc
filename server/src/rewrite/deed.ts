/** What is done to what: the verb of a sentence and the span of its object. */

import type { Head, HeadClass } from '../statement/facts';
import { isKnownVerb, kindOf, kindOfNoun } from '../teams/index';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { doneByOthers, type InnerDeed, isOneOf, opening } from './inner-deed';
import { namedDeed } from './named-deed';
import { nounKind } from './noun-kind';
import { core, isAdverb, lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { wordingOf } from './wording';

/** What the head acts on: verb and words, with where these begin and end in the statement. */
export interface Deed {
  /** In dictionary form. */
  readonly verb?: string;
  readonly object: Span;
}

/** Kept per context: whatever looks for measures asks for it. */
const deeds = new WeakMap<RewriteContext, Deed | undefined>();

/**
 * The verb and its object. The verb of the facts may hold its own noun ("lập báo cáo"), and how often ("a weekly
 * newsletter") may stand before the object and hide it; both are put right here.
 */
export function deedOf(context: RewriteContext): Deed | undefined {
  if (!deeds.has(context)) deeds.set(context, findDeed(context));
  return deeds.get(context);
}

/** Kinds of nouns that name what people come together for. */
const GATHERINGS: readonly (string | undefined)[] = ['fair', 'show', 'social'];

function findDeed(context: RewriteContext): Deed | undefined {
  const { facts } = context;
  const { head, language } = facts;
  const text = statementText(context);
  // "tiệc tri ân", "giao lưu với lớp bạn": work that is called by its noun
  const begins = sentenceSpan(context);
  if (
    head?.span.start === begins.start &&
    GATHERINGS.includes(nounKind(wordsIn(context, head.span), language))
  )
    return { object: { ...begins, end: partEnd(context, begins) } };
  const own = head && withNoun(text, head.lemma, head.span, facts.object?.end, language);
  if (own) return own;
  const state = head && stateOf(context, head);
  if (state) return state.object && { object: state.object };
  const done = doneByPeople(context);
  if (done) return done;
  const counted = countedOf(context) ?? namedDeed(context);
  if (counted) return counted;
  const inner = innerOf(context);
  if (inner) return inner;
  // "happier customers", "khách hàng hài lòng hơn"
  const object = facts.object ?? (head ? afterHead(context) : facts.beneficiary);
  if (!object) return undefined;
  const deed = { ...(head && { verb: head.lemma }), object: behindManner(context, whole(context, object)) };
  return { ...deed, object: whatItIsFor(context, deed.object) ?? deed.object };
}

/** What people do when the sentence tells of them: "hộ lý | thay | ga giường". Their names inflect where words do. */
function doneByPeople(context: RewriteContext): Deed | undefined {
  const { head, language, quantities } = context.facts;
  const text = statementText(context);
  const span = sentenceSpan(context);
  if (wordingOf(language).phrase.plural !== '' || quantities.length > 0) return undefined;
  if (head && (head.span.start <= span.start || !DEEDS.includes(head.class))) return undefined;
  if (!PEOPLE.includes(nounKind(text.slice(span.start, span.end), language))) return undefined;
  if (head) return { verb: head.lemma, object: { start: head.span.end, end: span.end } };
  const found = doneByOthers(text, span, language);
  if (!found) return undefined;
  // of what no list knows, it may be anything: "dự giờ lẫn nhau"; to go somewhere does nothing to it
  const { stateVerbs, appeals } = wordingOf(language).words;
  const isOther = stateVerbs.includes(found.lemma) || isOneOf(found.lemma, appeals, language);
  const isKnown = !isOther && nounKind(text.slice(found.object, span.end), language) !== undefined;
  return { verb: found.lemma, object: { start: isKnown ? found.object : span.end, end: span.end } };
}

/** Classes of verbs behind those who do something. */
const DEEDS: readonly HeadClass[] = ['activity', 'keep', 'support', 'learning', 'measure'];

/** "Be responsive on the help line": what one is names no thing; what one is it with or about does. */
function stateOf(context: RewriteContext, head: Head): { readonly object?: Span } | undefined {
  const { stateVerbs, aboutWords } = wordingOf(context.facts.language).words;
  const { object } = context.facts;
  // "patients feel safe" is about patients
  if (object && object.end <= head.span.start) return undefined;
  if (head.class !== 'become' && !stateVerbs.includes(head.lemma)) return undefined;
  const span = afterHead(context);
  const text = span ? statementText(context).slice(span.start, span.end) : '';
  const words = [...text.matchAll(/\S+/gu)];
  // "on time with payslips": the surest word first
  const about = aboutWords
    .map((each) => words.find(([word]) => lowerWords(word) === each))
    .find((found) => found !== undefined);
  return span && about
    ? { object: { start: span.start + about.index + about[0].length + 1, end: span.end } }
    : {};
}

/** "Closely with carriers", "attention to quiet children": how it is done is no thing; whom or what it is done with is. */
function behindManner(context: RewriteContext, object: Span): Span {
  const { words, phrase } = wordingOf(context.facts.language);
  const end = partEnd(context, object);
  const text = statementText(context).slice(object.start, end);
  const [, first = '', between = '', second = ''] = /^(\S+)(\s+)(\S+)\s/u.exec(text) ?? [];
  const isManner = phrase.aspects.includes(lowerWords(first)) || isAdverb(first, phrase);
  if (!isManner || !words.aboutWords.includes(second)) return object;
  return { start: object.start + first.length + between.length + second.length + 1, end };
}

/** Where the part of the sentence ends that the object stands in. */
function partEnd(context: RewriteContext, object: Span): number {
  const { deadline } = context.facts;
  const end = sentenceSpan(context).end;
  return deadline && deadline.start > object.start ? Math.min(end, deadline.start) : end;
}

/** "Compost for the orchard": of a thing that no list knows, what it is for tells more. */
function whatItIsFor(context: RewriteContext, object: Span): Span | undefined {
  const { language } = context.facts;
  const text = statementText(context);
  const { forWords } = wordingOf(language).words;
  const end = partEnd(context, object);
  const tokens = [...text.slice(object.start, end).matchAll(/\S+/gu)];
  const at = tokens.findIndex(([word], n) => n > 0 && n <= FURTHEST && lowerWords(word) === forWords[0]);
  const after = tokens[at + 1];
  if (at < 0 || !after) return undefined;
  const own = tokens.slice(0, at).map(([word]) => word);
  const thing = core(own, wordingOf(language).phrase, []).words.join(' ');
  if (nounKind(thing || own.join(' '), language) !== undefined) return undefined;
  // what is bought or made for it is there for it, whatever becomes of it
  if (['staff', 'supplies', 'made'].includes(kindOf('', context.facts.head?.lemma, language) ?? ''))
    return undefined;
  const { words } = core(
    tokens.slice(at + 1).map(([word]) => word),
    wordingOf(language).phrase,
    [],
  );
  const kind = nounKind(words.join(' '), language);
  if (kind === undefined || PEOPLE.includes(kind)) return undefined;
  return { start: object.start + after.index, end };
}

/** Words of the thing itself before what it is for, at most. */
const FURTHEST = 5;

/** The verb with the noun at its end as its object, wherever the sentence has them. */
function withNoun(
  text: string,
  lemma: string,
  { start, end }: Span,
  objectEnd: number | undefined,
  language: Language,
): Deed | undefined {
  const noun = nounInVerb(lemma, language);
  if (noun === undefined) return undefined;
  const written = [...text.slice(start, end).matchAll(/\S+/gu)];
  const first = written.at(-tokensOf(noun).length);
  // "mở thêm lớp": words in between
  if (!first || written.length !== tokensOf(lemma).length) return undefined;
  const object = { start: start + first.index, end: Math.max(objectEnd ?? 0, end) };
  return { verb: lemma.slice(0, -noun.length).trim(), object };
}

/** What one begins, carries on or helps others to do, and the work that a phrase without a verb names. */
function innerOf(context: RewriteContext): Deed | undefined {
  const { head, language, purpose, beneficiary } = context.facts;
  const { chains, helps } = wordingOf(language).words;
  const span = chains.length > 0 ? afterHead(context) : undefined;
  if (!span) return undefined;
  const text = statementText(context);
  let found: InnerDeed | undefined;
  if (!head || isOneOf(head.lemma, chains, language)) found = opening(text, span, language);
  else if (isOneOf(head.lemma, helps, language))
    found = doneByOthers(text, span, language) ?? (purpose && opening(text, purpose, language));
  if (!found) {
    // "lớp học bơi": a thing that is known
    const isKnown =
      !head && !beneficiary && nounKind(text.slice(span.start, span.end), language) !== undefined;
    return isKnown ? { object: span } : undefined;
  }
  const { lemma, start, object } = found;
  const end = start > span.end ? sentenceSpan(context).end : span.end;
  return (
    withNoun(text, lemma, { start, end: object }, end, language) ?? {
      verb: lemma,
      object: { start: object, end },
    }
  );
}

/** "Tiêm phòng", "mở cửa": no room and no door. */
const NO_OBJECTS: readonly (string | undefined)[] = [undefined, 'fixture', 'place'];

/** "báo cáo" of "lập báo cáo": the noun at the end of a verb, where nouns begin with their head. */
function nounInVerb(lemma: string, language: Language): string | undefined {
  if (wordingOf(language).phrase.plural !== '' || isKnownVerb(lemma, language)) return undefined;
  const words = lemma.split(' ');
  for (let n = 1; n < words.length; n++) {
    const rest = words.slice(n).join(' ');
    if (!NO_OBJECTS.includes(kindOfNoun(rest, language, true))) return rest;
  }
  return undefined;
}

/**
 * Those who are counted, where the object is only what stands before their number: "nói chuyện với 50 khách hàng". Of
 * two verbs in a row the second says what is done to them: "gọi điện khảo sát 200 khách hàng".
 */
function countedOf(context: RewriteContext): Deed | undefined {
  const { head, object, quantities, language } = context.facts;
  const count = quantities.find(({ role }) => role === 'count' || role === 'scope');
  const { phrase } = wordingOf(language);
  if (!object || !count || count.span.start < object.end) return undefined;
  const text = statementText(context);
  if (text.slice(object.end, count.span.start).trim() !== '') return undefined;
  const counted = { start: count.span.end, end: sentenceSpan(context).end };
  const before = tokensOf(text.slice(object.start, object.end)).map(lowerWords);
  if (before.every((word) => phrase.leading.includes(word)))
    return { ...(head && { verb: head.lemma }), object: counted };
  const verb = before.join(' ');
  const isAsking = phrase.plural === '' && nounKind(verb, language) === 'research';
  return isAsking ? { verb, object: counted } : undefined;
}

/** "(Post) twice a week on the noticeboard": how often it is done is no part of what is done. */
export function behindTimes(context: RewriteContext, start: number): number {
  const { quantities, windows } = context.facts;
  const text = statementText(context);
  const spans = [...quantities.map(({ span }) => span), ...windows].sort((a, b) => a.start - b.start);
  const isNext = (at: number, span: Span) => span.start >= at && text.slice(at, span.start).trim() === '';
  const end = spans.reduce((at, span) => (isNext(at, span) ? span.end : at), start);
  return windows.some((span) => span.end === end) ? end : start;
}

/** All after the verb, if there is one, up to deadline, means or purpose. */
export function afterHead(context: RewriteContext): Span | undefined {
  const { head, deadline, means, purpose, clauses } = context.facts;
  if (clauses.length > 1) return undefined;
  const start = behindTimes(context, head?.span.end ?? sentenceSpan(context).start);
  const stops = [deadline, means, purpose].flatMap((span) =>
    span && span.start > start ? [span.start] : [],
  );
  const end = Math.min(sentenceSpan(context).end, ...stops);
  return end > start ? { start, end } : undefined;
}

/** "The residents' newsletter" goes on behind the apostrophe, up to the next part of the sentence. */
function owned(context: RewriteContext, { end }: Span): number | undefined {
  if (!/^['’]s?\s/u.test(statementText(context).slice(end))) return undefined;
  const { deadline, means, purpose } = context.facts;
  const ends = [deadline, means, purpose].flatMap((span) => (span && span.start > end ? [span.start] : []));
  return Math.min(sentenceSpan(context).end, ...ends);
}

/** The object with all of its words: "two-factor" counts nothing, and "the quality of the pipeline" goes on to its end. */
function whole(context: RewriteContext, object: Span): Span {
  const { head, metric, language } = context.facts;
  const text = statementText(context);
  const before = text.slice(head?.span.end ?? object.start, object.start);
  const joined = tokensOf(before).at(-1) ?? '';
  const isJoined = /^[\p{L}\p{N}]+-\p{L}*$/u.test(joined);
  const start = isJoined ? object.start - before.length + before.lastIndexOf(joined) : object.start;
  const end =
    owned(context, object) ?? (metric && metric.span.start >= object.end ? metric.span.end : object.end);
  // "đầu vào" is one word: its second half is no preposition
  const [next = ''] = /^ [\p{L}\p{M}]+/u.exec(text.slice(end)) ?? [];
  const last = tokensOf(text.slice(start, end)).at(-1) ?? '';
  const { compounds, plural } = wordingOf(language).phrase;
  // "make product photographs": behind an order no verb stands in the form of a third person
  const isNoun = plural !== '' && head?.span.start === 0 && /^ [a-z]+[^s]s$/u.test(next);
  const goesOn = isNoun || compounds.includes(lowerWords(last + next));
  return { start, end: goesOn ? end + next.length : end };
}
