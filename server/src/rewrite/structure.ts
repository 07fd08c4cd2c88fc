/** Rewrites of how a document is put together: numbers, copies, headings. */
import { shift } from '../text/span';
import { afterBreak, blockOf, lastNumber, lineBreakOf, startOfLine } from './block';
import type { RewriteContext } from './context';
import type { Suggestion } from './suggestion';
import { placeholder, titleOf, wordingOf } from './wording';

/** Numbers the key results of the objective one after the other, beginning with the first one's number. */
export function renumber(context: RewriteContext): Suggestion[] {
  const edits = [];
  let next: number | undefined;
  for (const { item, offset } of context.parent?.keyResults ?? []) {
    if (!item.label) return [];
    const place = shift(item.label.span, offset);
    const written = context.text.slice(place.start, place.end);
    const number = lastNumber(written);
    if (!number) return [];
    next ??= Number(written.slice(number.start, number.end));
    if (Number(written.slice(number.start, number.end)) !== next)
      edits.push({ span: shift(number, place.start), parts: [String(next)] });
    next++;
  }
  if (edits.length === 0) return [];
  return [{ id: 'renumber', kind: 'quickfix', title: titleOf(context.language, 'renumber'), edits }];
}

/**
 * Takes the copy away with all that is nested under it. Not where others stand under it, or it is a row of a table; nor
 * where nothing but the copy makes an objective of what stands above it.
 */
export function deleteCopy(context: RewriteContext): Suggestion[] {
  const { item, text, parent } = context;
  const { form, kind } = item.item;
  if (kind !== 'key-result' || (form !== 'bullet' && form !== 'ordered')) return [];
  if (parent?.keyResults.length === 1 && !parent.item.label) return [];
  const { start, end } = blockOf(text, item);
  return [
    {
      id: 'delete-copy',
      kind: 'quickfix',
      title: titleOf(context.language, 'deleteCopy'),
      edits: [{ span: { start, end: afterBreak(text, end) }, parts: [] }],
    },
  ];
}

/** A heading for the objective that orphans should prove. */
export function addObjective(context: RewriteContext): Suggestion[] {
  const { item, text, facts } = context;
  const at = startOfLine(text, item.offset + item.item.span.start);
  const lineBreak = lineBreakOf(text);
  const { words } = wordingOf(facts.language);
  return [
    {
      id: 'add-objective',
      kind: 'quickfix',
      title: titleOf(context.language, 'addObjective'),
      edits: [
        {
          span: { start: at, end: at },
          parts: [
            `## ${words.objective} 1: `,
            placeholder(facts.language, 'who'),
            ' ',
            placeholder(facts.language, 'benefit'),
            lineBreak,
            lineBreak,
          ],
        },
      ],
    },
  ];
}
