/** Rewrites of values beside the sentence: progress, scores, weights, owners, dates. */
import { firstField } from '../document';
import type { Field } from '../document/model';
import { rawWeight } from '../progress';
import { overlaps, type Span, shift } from '../text/span';
import { inDocument, type RewriteContext, sentenceSpan } from './context';
import type { SuggestedEdit, Suggestion, TemplatePart } from './suggestion';
import { placeholder, sentence, titleOf, type Wording, wordingOf } from './wording';

function suggestion(
  context: RewriteContext,
  id: string,
  title: keyof Wording['titles'],
  edits: readonly SuggestedEdit[],
  words?: Readonly<Record<string, string>>,
): Suggestion {
  return { id, kind: 'quickfix', title: titleOf(context.language, title, words), edits };
}

/** The field whose value the finding underlines. */
function fieldOf({ item, finding }: RewriteContext): Field | undefined {
  const at = finding.span.start + item.item.statement.span.start;
  return item.item.fields.find(({ valueSpan }) => valueSpan.start === at);
}

function replaceValue(context: RewriteContext, field: Field, value: string): SuggestedEdit {
  return { span: shift(field.valueSpan, context.item.offset), parts: [value] };
}

/** A share as the field writes it: `40%`, `40`, `0.4`. */
function inItsNotation(written: string, share: number): string {
  const percent = Math.round(share * 100);
  if (written.includes('%')) return written.replace(/[-−]?\d[\d.,]{0,12}\s?%/u, () => `${percent}%`);
  return /^0?[.,]\d|^[01]$/u.test(written) ? String(percent / 100) : String(percent);
}

/** The progress that start, target and today's value give. */
export function recomputeProgress(context: RewriteContext): Suggestion[] {
  const field = fieldOf(context);
  const expected = Number.parseInt(context.finding.params?.expected ?? '', 10);
  if (!field || !Number.isFinite(expected)) return [];
  const value = inItsNotation(field.value, expected / 100);
  return [
    suggestion(context, 'recompute-progress', 'writeValue', [replaceValue(context, field, value)], {
      words: value,
    }),
  ];
}

/** `7` becomes `0.7`. */
export function rescaleScore(context: RewriteContext): Suggestion[] {
  const field = fieldOf(context);
  const words = context.finding.params?.expected;
  if (!field || words === undefined) return [];
  return [
    suggestion(context, 'rescale-score', 'writeValue', [replaceValue(context, field, words)], { words }),
  ];
}

/** Whole percents that add up to 100, each as near to its share as can be. */
export function percentages(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (weight / sum) * 100);
  const rounded = exact.map(Math.floor);
  const left = 100 - rounded.reduce((total, weight) => total + weight, 0);
  const byRest = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, left)) rounded[index] = (rounded[index] ?? 0) + 1;
  return rounded;
}

/** Weights of all key results of the objective, in proportion, so that they add up to 100 %. */
export function normaliseWeights(context: RewriteContext): Suggestion[] {
  const weighed = (context.parent?.keyResults ?? []).flatMap(({ item, offset }) => {
    const field = firstField(item, 'weight');
    const weight = rawWeight(item);
    return field && weight !== undefined ? [{ field, weight, offset }] : [];
  });
  if (weighed.length < 2 || weighed.every(({ weight }) => weight === 0)) return [];
  const shares = percentages(weighed.map(({ weight }) => weight));
  const edits = weighed.map(({ field, weight, offset }, index) => {
    const percent = shares[index] ?? 0;
    const asShare = weight <= 1 && !field.value.includes('%');
    const value = field.value.includes('%') ? `${percent}%` : String(asShare ? percent / 100 : percent);
    return { span: shift(field.valueSpan, offset), parts: [value] };
  });
  return [suggestion(context, 'normalise-weights', 'normaliseWeights', edits)];
}

/** Behind the sentence, before the fields that follow it. */
function behindSentence(context: RewriteContext, parts: readonly TemplatePart[]): SuggestedEdit {
  const { end } = sentenceSpan(context);
  return { span: inDocument(context, { start: end, end }), parts: [' ', ...parts] };
}

/** `@‹owner›` */
export function addOwner(context: RewriteContext): Suggestion[] {
  const owner = placeholder(context.facts.language, 'owner');
  return [suggestion(context, 'add-owner', 'addOwner', [behindSentence(context, ['@', owner])])];
}

/** Keeps the first of several owners. */
export function keepFirstOwner(context: RewriteContext): Suggestion[] {
  const owners = context.item.item.fields.filter(({ name }) => name === 'owner');
  const [first, ...others] = owners;
  // Names in one bracket are taken out together or not at all.
  if (!first || others.length === 0 || others.some(({ span }) => overlaps(span, first.span))) return [];
  const edits = others.map(({ span }): SuggestedEdit => {
    const place = shift(span, context.item.offset);
    return { span: place, parts: [] };
  });
  return [suggestion(context, 'keep-first-owner', 'keepOwner', edits, { words: first.value })];
}

/** "soon" becomes "by ‹date›". */
export function nameDay(context: RewriteContext): Suggestion[] {
  const { language } = context.facts;
  const parts = sentence(language, 'byDate', { date: placeholder(language, 'date') });
  const span: Span = inDocument(context, context.finding.span);
  return [suggestion(context, 'name-day', 'nameDay', [{ span, parts }])];
}

/** "on track" becomes what the numbers say. */
export function honestStatus(context: RewriteContext): Suggestion[] {
  const field = fieldOf(context);
  const { status } = wordingOf(context.facts.language);
  const words = context.finding.params?.pace === 'at-risk' ? status.atRisk : status.behind;
  if (!field) return [];
  return [
    suggestion(context, 'honest-status', 'writeValue', [replaceValue(context, field, words)], { words }),
  ];
}
