/** Rewrites that add or mend values of a sentence that is otherwise kept. */
import type { HeadClass, Quantity } from '../statement/facts';
import { overlaps, type Span } from '../text/span';
import { type RewriteContext, sentenceSpan, statementText } from './context';
import { changeSentence, type InnerEdit } from './edit';
import { fromToPhrase } from './metric-sentence';
import { lowerWords } from './noun-phrase';
import { around, digitsOf, leadingWord } from './number-words';
import { plainText, type Suggestion, type TemplatePart } from './suggestion';
import { placeholder, sentence, titleOf, type Wording, wordingOf } from './wording';

type Title = keyof Wording['titles'];

function change(
  context: RewriteContext,
  id: string,
  title: Title,
  changes: readonly InnerEdit[],
  words?: Readonly<Record<string, string>>,
): Suggestion {
  const { edits, statement } = changeSentence(context, changes);
  return { id, kind: 'quickfix', title: titleOf(context.language, title, words), edits, statement };
}

/** At the end of the sentence, before its full stop. */
function atEnd(context: RewriteContext, parts: readonly TemplatePart[]): InnerEdit {
  const { end } = sentenceSpan(context);
  return { span: { start: end, end }, parts: [' ', ...parts] };
}

/** A unit that clings to its number is needed at both; one after a blank is read from the target. */
function clinging(unit: string): string {
  return /^[%xX]/u.test(unit) ? unit : '';
}

/** "to 50" becomes "from ‹baseline› to 50"; not where no such word leads to the target. */
export function addBaseline(context: RewriteContext): Suggestion[] {
  const { target, baseline, head, language } = context.facts;
  if (!target || baseline) return [];
  const text = statementText(context);
  const wording = wordingOf(language);
  const lead = leadingWord(text, target, wording, wording.words.toWords);
  if (!lead || (head && overlaps(lead, head.span))) return [];
  if (head && !LEADS_TO.includes(head.class)) return raise(context, lead);
  const { prefix, unit } = around(text, target);
  const value = [prefix, placeholder(language, 'baseline'), clinging(unit)];
  // "at 45": only after "to" can "from …" stand before it
  const isLevel = wording.words.atWords.includes(text.slice(lead.start, lead.end).toLowerCase());
  if (isLevel) {
    const both = sentence(
      language,
      'fromTo',
      { from: value, to: written(context, target) },
      directionOf(context),
    );
    const span = { start: lead.start, end: target.span.end };
    return [change(context, 'add-baseline', 'addBaseline', [{ span, parts: both }])];
  }
  const parts = [...sentence(language, 'from', { from: value }), ' '];
  return [
    change(context, 'add-baseline', 'addBaseline', [{ span: { start: lead.start, end: lead.start }, parts }]),
  ];
}

/** Verbs after which "from … to" can follow. */
const LEADS_TO: readonly (HeadClass | undefined)[] = ['increase', 'decrease', 'improve', 'reach'];

/** "Have NPS at 45" is "Increase NPS from ‹baseline› to 45", where it is known which way is better. */
function raise(context: RewriteContext, lead: Span): Suggestion[] {
  const { target, head, metric, language } = context.facts;
  const direction =
    metric?.polarity === 'up' ? 'increase' : metric?.polarity === 'down' ? 'decrease' : undefined;
  if (!target || !head || !metric || !direction) return [];
  // any other order of the words would lose some of them
  const text = statementText(context);
  const between = text.slice(metric.span.end, lead.start).trim();
  if (metric.span.start < head.span.end || between !== '') return [];
  const { prefix, unit } = around(text, target);
  const parts = sentence(language, direction, {
    metric: text.slice(head.span.end, metric.span.end).trim(),
    from: [prefix, placeholder(language, 'baseline'), clinging(unit)],
    to: written(context, target),
  });
  return [
    change(context, 'add-baseline', 'addBaseline', [
      { span: { start: head.span.start, end: target.span.end }, parts },
    ]),
  ];
}

/** "(now: ‹baseline›)": read as today's value, wherever the sentence has its target. */
export function addCurrent(context: RewriteContext): Suggestion[] {
  const { facts, item } = context;
  if (item.item.fields.some(({ name }) => name === 'current' || name === 'baseline')) return [];
  const parts = sentence(facts.language, 'now', { from: placeholder(facts.language, 'baseline') });
  return [change(context, 'add-current', 'addCurrent', [atEnd(context, parts)])];
}

function directionOf({ facts }: RewriteContext): 'increase' | 'decrease' {
  return facts.direction === 'decrease' ? 'decrease' : 'increase';
}

/** The words of a change with the word that leads to it: "by 40%", "40%". */
function changePlace(context: RewriteContext, quantity: Quantity): Span {
  const { words } = wordingOf(context.facts.language);
  const text = statementText(context);
  const lead = leadingWord(text, quantity, wordingOf(context.facts.language), [
    ...words.byWords,
    ...words.toWords,
  ]);
  return { start: lead?.start ?? quantity.span.start, end: quantity.span.end };
}

/** New words for a change; after the metric where the change stands before it ("Giảm 40% lỗi đơn hàng"). */
function changed(context: RewriteContext, quantity: Quantity, parts: readonly TemplatePart[]): InnerEdit[] {
  const { metric, object } = context.facts;
  const place = changePlace(context, quantity);
  const subject = [metric?.span, object].filter((span) => span && span.start >= place.end);
  const after = Math.max(...subject.map((span) => span?.end ?? 0), 0);
  if (after === 0) return [{ span: place, parts }];
  const text = statementText(context);
  const gap = text.slice(place.end).length - text.slice(place.end).trimStart().length;
  return [
    { span: { start: place.start, end: place.end + gap }, parts: [] },
    { span: { start: after, end: after }, parts: [' ', ...parts] },
  ];
}

function written(context: RewriteContext, quantity: Quantity): string {
  return statementText(context).slice(quantity.span.start, quantity.span.end).trim();
}

/** "Double revenue" names its change in the verb: what it starts from and comes to follows the metric. */
function afterVerbOfChange(context: RewriteContext): InnerEdit[] {
  const { metric, object, language } = context.facts;
  const end = metric?.span.end ?? object?.end;
  if (end === undefined) return [];
  return [
    {
      span: { start: end, end },
      parts: [' ', ...fromToPhrase(language, directionOf(context), { unit: '' })],
    },
  ];
}

/** "by 40%" becomes "from ‹baseline› to ‹target› (a change of 40%)": the number stays, its base is named. */
export function relativeFromTo(context: RewriteContext): Suggestion[] {
  const { facts } = context;
  const { language, head } = facts;
  const quantity = facts.change ?? facts.target;
  if (!quantity) return [];
  const inVerb = head !== undefined && overlaps(head.span, quantity.span);
  const values = {
    from: placeholder(language, 'baseline'),
    to: placeholder(language, 'target'),
    change: written(context, quantity),
  };
  // "giảm một nửa": the words of the change hold their verb
  const said = lowerWords(values.change);
  const verbs = wordingOf(language).words.antonyms.find((pair) =>
    pair.some((each) => said.startsWith(`${each} `)),
  );
  const direction = verbs && said.startsWith(`${verbs[1]} `) ? 'decrease' : 'increase';
  const parts = verbs
    ? [...fromToPhrase(language, direction, { unit: '' }), ` (${values.change})`]
    : sentence(language, 'toWithChange', values, directionOf(context));
  const changes = inVerb ? afterVerbOfChange(context) : changed(context, quantity, parts);
  return changes.length > 0 ? [change(context, 'relative-from-to', 'relativeFromTo', changes)] : [];
}

/** "lên 20%" is meant as a change: "thêm 20%". */
export function byInsteadOfTo(context: RewriteContext): Suggestion[] {
  const { target, language } = context.facts;
  if (!target) return [];
  const parts = sentence(language, 'by', { change: written(context, target) }, directionOf(context));
  const words = plainText(parts);
  return [
    change(context, 'by-instead-of-to', 'by', [{ span: changePlace(context, target), parts }], { words }),
  ];
}

/** "by 5%" of a rate: five points. */
export function percentagePoints(context: RewriteContext): Suggestion[] {
  const quantity = context.facts.change;
  const digits = quantity && digitsOf(statementText(context), quantity);
  if (!quantity || !digits) return [];
  const number = statementText(context).slice(digits.start, digits.end);
  const parts = sentence(context.facts.language, 'points', { number });
  return [
    change(context, 'percentage-points', 'points', [{ span: { ...digits, end: quantity.span.end }, parts }]),
  ];
}

/** "by 5%" of a rate: from which level to which. */
export function rateFromTo(context: RewriteContext): Suggestion[] {
  const { change: quantity, language } = context.facts;
  if (!quantity) return [];
  const parts = fromToPhrase(language, directionOf(context), { unit: '%' });
  return [change(context, 'rate-from-to', 'relativeFromTo', changed(context, quantity, parts))];
}

/** A fuzzy metric gets the instrument that reads it, right behind it: another clause may follow. */
export function sayHow(context: RewriteContext): Suggestion[] {
  const { language, metric } = context.facts;
  if (!metric) return [];
  const at = metric.span.end;
  const parts = [' ', ...sentence(language, 'measuredBy', { source: placeholder(language, 'source') })];
  return [change(context, 'say-how-measured', 'sayHow', [{ span: { start: at, end: at }, parts }])];
}

function afterTarget(context: RewriteContext, parts: readonly TemplatePart[]): InnerEdit[] {
  const { target } = context.facts;
  return target ? [{ span: { start: target.span.end, end: target.span.end }, parts }] : [];
}

/** A bare number gets its unit: `%` on a rate, else what the author says. */
export function addUnit(context: RewriteContext): Suggestion[] {
  const { metric, language } = context.facts;
  const parts = metric?.kind === 'rate' ? ['%'] : [' ', placeholder(language, 'unit')];
  const changes = afterTarget(context, parts);
  return changes.length > 0 ? [change(context, 'add-unit', 'addUnit', changes)] : [];
}

/** Users, visits, revenue: in what time? After the number and what it counts. */
export function addWindow(context: RewriteContext): Suggestion[] {
  const { target, metric, language } = context.facts;
  if (!target) return [];
  const at = metric && metric.span.start >= target.span.end ? metric.span.end : target.span.end;
  const parts = [' ', placeholder(language, 'window')];
  return [change(context, 'add-window', 'addWindow', [{ span: { start: at, end: at }, parts }])];
}

/** `50.000` in English: the separator of the sentence's language, in all of its numbers, so that they stay alike. */
export function numberFormat(context: RewriteContext): Suggestion[] {
  const { span, params } = context.finding;
  const { written: from, expected: to } = params ?? {};
  if (!from || !to) return [];
  const text = statementText(context);
  const respelled = ({ start, end }: Span): string => text.slice(start, end).replaceAll(from, to);
  const changes = context.facts.quantities
    .map((quantity) => quantity.span)
    .filter((place) => {
      const number = text.slice(place.start, place.end);
      return number.includes(from) && !number.includes(to);
    })
    .map((place) => ({ span: place, parts: [respelled(place)] }));
  return [change(context, 'number-format', 'numberFormat', changes, { words: respelled(span) })];
}
