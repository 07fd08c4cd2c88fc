/** "Ignore here, with a reason": a comment that the document's form can hold. */
import { endOfLine, lineBreakOf, startOfLine } from './block';
import type { RewriteContext } from './context';
import type { SuggestedEdit, Suggestion, TemplatePart } from './suggestion';
import { placeholder, titleOf } from './wording';

function comment(action: string, context: RewriteContext): TemplatePart[] {
  const { finding, facts } = context;
  return [`<!-- okrlint-${action} ${finding.ruleId}: `, placeholder(facts.language, 'reason'), ' -->'];
}

/** Before the item, indented as it is, so that a nested list is not broken. */
function lineBefore(context: RewriteContext): SuggestedEdit {
  const { text, item } = context;
  const at = startOfLine(text, item.offset + item.item.span.start);
  const line = text.slice(at, endOfLine(text, at));
  const indent = line.slice(0, line.length - line.trimStart().length);
  return {
    span: { start: at, end: at },
    parts: [indent, ...comment('disable-next-line', context), lineBreakOf(text)],
  };
}

/** After the sentence on its own line: a table row or a paragraph of several lines has no room for a line between. */
function onTheLine(context: RewriteContext): SuggestedEdit {
  const { text, item } = context;
  const start = item.offset + item.item.statement.span.start;
  const end = Math.min(item.offset + item.item.statement.span.end, endOfLine(text, start));
  const at = start + text.slice(start, end).replace(/\\$/u, '').trimEnd().length;
  return { span: { start: at, end: at }, parts: [' ', ...comment('disable-line', context)] };
}

/** Whether the line before belongs to the same paragraph, so that a comment between would part it. */
function continuesParagraph({ text, item }: RewriteContext): boolean {
  if (item.item.form !== 'paragraph' && item.item.form !== 'bold-line') return false;
  const start = startOfLine(text, item.offset + item.item.span.start);
  if (start === 0) return false;
  const before = text.slice(startOfLine(text, start - 1), start).trim();
  return before !== '' && !before.endsWith('-->');
}

/** Silences this rule for this item. */
export function ignoreHere(context: RewriteContext): Suggestion[] {
  const inside = context.item.item.form === 'table-row' || continuesParagraph(context);
  return [
    {
      id: 'ignore-here',
      kind: 'quickfix',
      title: titleOf(context.language, 'ignore', { rule: context.finding.ruleId }),
      edits: [inside ? onTheLine(context) : lineBefore(context)],
    },
  ];
}
