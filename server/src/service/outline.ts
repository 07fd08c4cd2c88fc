/** The outline of a document: objectives with their key results and initiatives, as a tree with absolute spans. */
import type { Item, Located, OkrDocument } from '../document/model';
import { type Span, shift } from '../text/span';

export interface OutlineNode {
  readonly kind: Item['kind'];
  /** Label and sentence on one line, never empty. */
  readonly name: string;
  /** What belongs to the node: an objective reaches to the next one. */
  readonly span: Span;
  /** What to select when the node is chosen; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Objectives in document order, with what belongs to them; then key results that stand before any objective. */
export function outlineOf(document: OkrDocument): OutlineNode[] {
  const orphans = document.orphans().map(leaf);
  const objectives = document.objectives().map((objective): OutlineNode => {
    const own = leaf(objective);
    const children = [...objective.keyResults, ...objective.initiatives]
      .map(leaf)
      .sort((a, b) => a.span.start - b.span.start);
    const end = Math.max(own.span.end, ...children.slice(-1).map(({ span }) => span.end));
    return { ...own, span: { start: own.span.start, end }, children };
  });
  return [...orphans, ...objectives];
}

/** What can be folded: every objective that has something under it. */
export function foldsOf(document: OkrDocument): Span[] {
  return outlineOf(document)
    .filter(({ children }) => children.length > 0)
    .map(({ span }) => span);
}

function leaf({ item, offset }: Located<Item>): OutlineNode {
  const selection = shift(item.statement.span, offset);
  const sentence = item.statement.text.replace(/\s+/g, ' ').trim();
  const name = [item.label?.text.trim(), sentence].filter(Boolean).join(' ');
  const span = shift(item.span, offset);
  return {
    kind: item.kind,
    name: name === '' ? '…' : name,
    span: { start: Math.min(span.start, selection.start), end: Math.max(span.end, selection.end) },
    selection,
    children: [],
  };
}
