/** The outline of a document: objectives with their key results and initiatives, as a tree with absolute spans. */
import { objectivesOf } from '../document';
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import { Notes } from '../text/notes';
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

/** What an outline consists of; places count from `offset`, so that the same object serves wherever it stands. */
export interface OutlinePart {
  readonly node: OutlineNode;
  readonly offset: number;
}

/** Nodes of objectives and of key results without one, their places counted from the item's chunk. */
const kept = new Notes<LocatedObjective | Item, OutlineNode>();

function keptNode<T extends LocatedObjective | Item>(of: T, make: (of: T) => OutlineNode): OutlineNode {
  let node = kept.get(of);
  if (!node) {
    node = make(of);
    kept.set(of, node);
  }
  return node;
}

/**
 * Key results that stand before any objective, then objectives in document order. The node of an objective is the same
 * object for as long as the objective only moves.
 */
export function outlineParts(document: OkrDocument): OutlinePart[] {
  const { unmoved, offsetAt } = objectivesOf(document);
  return [
    ...document.orphans().map(({ item, offset }) => ({ node: keptNode(item, leaf), offset })),
    ...unmoved.map((objective, n) => ({ node: keptNode(objective, objectiveNode), offset: offsetAt(n) })),
  ];
}

function objectiveNode({ offset: base, item, keyResults, initiatives }: LocatedObjective): OutlineNode {
  const inside = ({ item: one, offset }: Located<Item>) => moved(leaf(one), offset - base);
  const own = leaf(item);
  const children = [...keyResults, ...initiatives].map(inside).sort((a, b) => a.span.start - b.span.start);
  const end = Math.max(own.span.end, ...children.slice(-1).map(({ span }) => span.end));
  return { ...own, span: { start: own.span.start, end }, children };
}

/** The same with all places counted from the document's start. */
export function outlineOf(document: OkrDocument): OutlineNode[] {
  return outlineParts(document).map(({ node, offset }) => moved(node, offset));
}

function moved(node: OutlineNode, by: number): OutlineNode {
  if (by === 0) return node;
  const { span, selection, children } = node;
  return {
    ...node,
    span: shift(span, by),
    selection: shift(selection, by),
    children: children.map((child) => moved(child, by)),
  };
}

/** What can be folded: every objective that has something under it. */
export function foldsOf(document: OkrDocument): Span[] {
  return outlineParts(document)
    .filter(({ node }) => node.children.length > 0)
    .map(({ node, offset }) => shift(node.span, offset));
}

function leaf(item: Item): OutlineNode {
  const selection = item.statement.span;
  const sentence = item.statement.text.replace(/\s+/g, ' ').trim();
  const name = [item.label?.text.trim(), sentence].filter(Boolean).join(' ');
  const { span } = item;
  return {
    kind: item.kind,
    name: name === '' ? '…' : name,
    span: { start: Math.min(span.start, selection.start), end: Math.max(span.end, selection.end) },
    selection,
    children: [],
  };
}
