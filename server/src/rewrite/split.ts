/** Splitting a key result that holds several into one line each. */
import type { Item, KeyResultItem, Located } from '../document/model';
import type { Clause } from '../statement/facts';
import type { Span } from '../text/span';
import { blockOf, endOfLine, lineBreakOf, startOfLine } from './block';
import { inDocument, type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import { replaceSentence } from './edit';
import type { Suggestion } from './suggestion';
import { titleOf } from './wording';
import { merged } from './work';

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
    const words = wordsIn(context, part).replace(/[,;]+$/u, '');
    const own = clauses.some(
      (clause) => clause.head && clause.span.start >= part.start - 1 && clause.span.end <= part.end + 1,
    );
    const said = n > 0 && verb && !own ? `${verb} ${words}` : words;
    const dated = !deadline || (deadline.start >= part.start && deadline.end <= part.end);
    return capital(dated ? said : `${said} ${wordsIn(context, deadline)}`);
  });
}

const LAST_NUMBER = /\d+(?=\D*$)/u;

/** The label that follows those of all siblings of the same series (`KR 1.4:` after `KR 1.3:`); undefined without numbers. */
function nextLabel({ item, parent }: RewriteContext, ahead: number): string | undefined {
  const label = item.item.label?.text;
  const match = label && LAST_NUMBER.exec(label);
  if (!label || !match) return undefined;
  const series = label.slice(0, match.index);
  const numbers = (parent?.keyResults ?? []).flatMap((sibling) => {
    const text = sibling.item.label?.text ?? '';
    return text.startsWith(series) ? [Number(LAST_NUMBER.exec(text)?.[0] ?? 0)] : [];
  });
  const next = Math.max(Number(match[0]), ...numbers) + ahead;
  return series + next + label.slice(match.index + match[0].length);
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

/** The item's own lines with another sentence and label, without values that belong to the first part. */
function likeLine(context: RewriteContext, sentence: string, label: string | undefined): string {
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
  const replacements = [
    { span: place, text: sentence + kept },
    ...(own.label && label !== undefined ? [{ span: absolute(own.label.span), text: label }] : []),
    ...dropped,
  ];
  return applied(text, lines, replacements)
    .replace(/\[[xX]\](?=\s)/u, '[ ]')
    .replace(/[ \t]+$/u, '');
}

/** After the item where it has no number, else after the last key result: numbers stay in order and none changes. */
function placeAfter({ text, item, parent }: RewriteContext, numbered: boolean): number {
  const last: Located<Item> = (numbered && parent?.keyResults.at(-1)) || item;
  return blockOf(text, last).end;
}

/** One key result per result. Not for headings: what stands under one could belong to either part. */
export function splitKeyResult(context: RewriteContext): Suggestion[] {
  const { item, text, language } = context;
  const form = (item.item as KeyResultItem).form;
  const [first, ...others] = sentences(context);
  if (form === 'heading' || !first || others.length === 0 || statementText(context).includes('\n')) return [];
  const numbered = nextLabel(context, 1) !== undefined;
  const lineBreak =
    form === 'paragraph' || form === 'bold-line' ? lineBreakOf(text).repeat(2) : lineBreakOf(text);
  const lines = others.map(
    (sentence, n) => lineBreak + likeLine(context, sentence, nextLabel(context, n + 1)),
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
