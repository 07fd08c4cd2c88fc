/** Links of a document that the editor's Markdown does not know: references to objectives. */
import type { AlignmentIndex } from '../../alignment';
import { type Span, shift } from '../../text/span';

export interface OkrLink {
  readonly span: Span;
  /** The document to open, and where. */
  readonly document: string;
  readonly offset: number;
  /** The sentence that it leads to, on one line. */
  readonly title: string;
}

const LONGEST_TITLE = 120;

/** References that lead to exactly one place. Ordinary Markdown links are the editor's own matter. */
export function linksIn(index: AlignmentIndex, document: string): readonly OkrLink[] {
  return index.references(document).flatMap((reference): OkrLink[] => {
    const [target, ...others] = index.resolve(reference);
    if (!target || others.length > 0) return [];
    const { item, offset } = target.item;
    const title = item.statement.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
    const place = shift(item.statement.span, offset).start;
    return [{ span: reference.span, document: target.document, offset: place, title }];
  });
}
