/** Splitting a key result that holds several into one line each. */
import type { Item, KeyResultItem, Located } from '../document/model';
import type { Clause } from '../statement/facts';
import { type Span, shift } from '../text/span';
import { blockOf, endOfLine, lastNumber, lineBreakOf, startOfLine } from './block';
import { inDocument, type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { merged, replaceSentence } from './edit';
import type { Suggestion } from './suggestion';
import { titleOf } from './wording';

/** Fields that a part inherits; its numbers it has itself. */
const INHERITED = new Set(['owner', 'due']);

/** A clause that measures something and so can stand alone. */
function standsAlone({ quantities, head }: Clause): boolean {
  return (
    head?.class !== 'keep' && quantities.some(({ role }) => ['target', 'change', 'count'].includes(role))
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the parts begin and end, cut at the joints before clauses that can stand alone. */
function cuts(context: RewriteContext): Span[] {
  const whole = sentenceSpan(context);
  const parts: Span[] = [];
  let start = whole.start;
  for (const clause of context.facts.clauses.filter(standsAlone).slice(1)) {
    const joint = clause.joint ?? { start: clause.span.start, end: clause.span.start };
    parts.push({ start, end: joint.start });
    start = joint.end;
  }
  return [...parts, { start, end: whole.end }];
}

/** The parts as sentences: the first verb is said again where a part has none, the deadline in all of them. */
function sentences(context: RewriteContext): string[] {
  const { head, deadline, clauses } = context.facts;
  const verb = head && wordsIn(context, head.span);
  return cuts(context).map((part, n) => {
    // regex: a statement is a line of at most 10,000 units
    const words = wordsIn(context, part).replace(/[,;]+$/u, '');
    const own = clauses.some(
      (clause) => clause.head && clause.span.start >= part.start - 1 && clause.span.end <= part.end + 1,
    );
    const said = n > 0 && verb && !own ? `${verb} ${words}` : words;
    const dated = !deadline || (deadline.start >= part.start && deadline.end <= part.end);
    return capital(dated ? said : `${said} ${wordsIn(context, deadline)}`);
  });
}

/** Where an item carries the number of its series: in its label, in a table's cell before it, or in its list marker. */
function numberSpan(text: string, { item, offset }: Located<Item>): Span | undefined {
  const lineStart = startOfLine(text, offset + item.span.start);
  const end = item.label ? item.label.span.end : item.statement.span.start;
  const before = text.slice(lineStart, offset + end);
  const number = lastNumber(before);
  if (!number || (!item.label && item.form !== 'table-row' && item.form !== 'ordered')) return undefined;
  return shift(number, lineStart);
}

/** The number that follows those of all siblings (`KR 1.4:` after `KR 1.3:`), with its place in this item's line. */
function nextNumber({ item, parent, text }: RewriteContext, ahead: number): Replacement | undefined {
  const span = numberSpan(text, item);
  if (!span) return undefined;
  const numbers = [item, ...(parent?.keyResults ?? [])].flatMap((sibling) => {
    const place = numberSpan(text, sibling);
    return place ? [Number(text.slice(place.start, place.end))] : [];
  });
  return { span, text: String(Math.max(...numbers) + ahead) };
}

interface Replacement {
  readonly span: Span;
  readonly text: string;
}

function applied(text: string, lines: Span, replacements: readonly Replacement[]): string {
  let result = '';
  let from = lines.start;
  for (const { span, text: written } of [...replacements].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + written;
    from = span.end;
  }
  return result + text.slice(from, lines.end);
}

/** The item's own lines with another sentence and number, without values that belong to the first part. */
function likeLine(context: RewriteContext, sentence: string, number: Replacement | undefined): string {
  const { text, item } = context;
  const { item: own, offset } = item;
  const lines = {
    start: startOfLine(text, offset + own.span.start),
    end: endOfLine(text, Math.max(offset + own.span.start, offset + own.span.end - 1)),
  };
  const absolute = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const place = inDocument(context, sentenceSpan(context));
  const dropped = own.fields
    .filter(({ name }) => !INHERITED.has(name))
    .map(({ span }) => ({ span: absolute(span), text: '' }));
  const inside = own.fields.filter(
    ({ name, span }) =>
      INHERITED.has(name) && absolute(span).start >= place.start && absolute(span).end <= place.end,
  );
  const kept = inside.map(({ span }) => ` ${text.slice(absolute(span).start, absolute(span).end)}`).join('');
  const replacements = [{ span: place, text: sentence + kept }, ...(number ? [number] : []), ...dropped];
  return applied(text, lines, replacements)
    .replace(/\[[xX]\](?=\s)/u, '[ ]')
    .trimEnd();
}

/** After the item where it has no number, else after the last key result: numbers stay in order and none changes. */
function placeAfter({ text, item, parent }: RewriteContext, numbered: boolean): number {
  const last: Located<Item> = (numbered && parent?.keyResults.at(-1)) || item;
  return blockOf(text, last).end;
}

/** Whether no words stand in front of an item in its line. */
const beginsLine = (text: string, { item, offset }: Located<Item>) =>
  !/\p{L}/u.test(text.slice(startOfLine(text, offset + item.span.start), offset + item.span.start));

/**
 * One key result per result. Not for headings: what stands under one could belong to either part; nor inside of a line.
 */
export function splitKeyResult(context: RewriteContext): Suggestion[] {
  const { item, text, language } = context;
  const form = (item.item as KeyResultItem).form;
  const [first, ...others] = sentences(context);
  if (form === 'heading' || !first || others.length === 0 || statementText(context).includes('\n')) return [];
  if (!beginsLine(text, item)) return [];
  const numbered = nextNumber(context, 1) !== undefined;
  const lineBreak =
    form === 'paragraph' || form === 'bold-line' ? lineBreakOf(text).repeat(2) : lineBreakOf(text);
  const lines = others.map(
    (sentence, n) => lineBreak + likeLine(context, sentence, nextNumber(context, n + 1)),
  );
  const { edits, statement } = replaceSentence(context, [first]);
  const at = placeAfter(context, numbered);
  return [
    {
      id: 'split',
      kind: 'quickfix',
      title: titleOf(language, 'split', { count: String(others.length + 1) }),
      edits: merged([...edits, { span: { start: at, end: at }, parts: [lines.join('')] }]),
      statement,
    },
  ];
}
