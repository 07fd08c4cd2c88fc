/** Fields in the one form that okrlint writes, for an item at a time or for a whole document. */
import { formatItemFields } from '../../document';
import type { Item, Located, OkrDocument } from '../../document/model';
import type { SuggestedEdit } from '../../rewrite/suggestion';
import type { Span } from '../../text/span';

/**
 * The edits that bring the fields of the items in a range into the canonical form. Empty where all are, and for what
 * cannot be rewritten without changing how it reads (rows of tables, markup around a field).
 */
export function fieldFormatting(document: OkrDocument, range: Span): readonly SuggestedEdit[] {
  const edits: SuggestedEdit[] = [];
  for (const { start, content } of document.chunks) {
    const end = start + content.length;
    if (end < range.start || start > range.end) continue;
    const source = document.slice(start, end);
    for (const item of content.items) {
      const edit = touches({ item, offset: start }, range) ? formatItemFields(item, source) : undefined;
      if (!edit) continue;
      const span = { start: start + edit.span.start, end: start + edit.span.end };
      edits.push({ span, parts: [edit.newText] });
    }
  }
  return edits;
}

function touches({ item, offset }: Located<Item>, range: Span): boolean {
  return offset + item.span.start <= range.end && range.start <= offset + item.span.end;
}
