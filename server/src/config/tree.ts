/** A configuration file as a tree that knows where in the text each value stands; the same for JSON and YAML. */
import type { Span } from '../text/span';
import type { Complaint } from './model';

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

export type Node =
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Node[] }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: unknown };

/** A tree, or what keeps the text from being one. */
export type Parsed = { readonly root: Node | undefined } | { readonly complaints: readonly Complaint[] };

/** Deeper than any configuration needs. */
export const DEEPEST = 16;
/** Values after references to anchors are unfolded; a file of the largest size has fewer without them. */
const MOST_VALUES = 60_000;
/** Names that would reach the prototype of an object instead of the object. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

class TooMany extends Error {}

/** Names that are used twice or must not be used. */
export function keyComplaints(root: Node): Complaint[] {
  const complaints: Complaint[] = [];
  const seen = new Set<Node>();
  const look = (node: Node): void => {
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') {
      node.items.forEach(look);
      return;
    }
    const keys = new Set<string>();
    for (const { key, keySpan, value } of node.entries) {
      if (FORBIDDEN.has(key)) complaints.push({ code: 'forbidden-key', span: keySpan, params: { key } });
      else if (keys.has(key)) complaints.push({ code: 'duplicate-key', span: keySpan, params: { key } });
      keys.add(key);
      look(value);
    }
  };
  look(root);
  return complaints;
}

/** The plain value of a tree whose keys are no cause for complaint; undefined where it unfolds to too many values. */
export function plainValue(root: Node): unknown {
  let count = 0;
  const make = (node: Node): unknown => {
    if (++count > MOST_VALUES) throw new TooMany();
    if (node.kind === 'scalar') return node.value;
    if (node.kind === 'list') return node.items.map(make);
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, make(value)]));
  };
  try {
    return make(root);
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

/** Where a JSON pointer leads; the nearest place above where it leads nowhere. `key` asks for the name, not the value. */
export function spanAt(root: Node, pointer: string, key?: string): Span {
  let node = root;
  let name: Span | undefined;
  for (const step of steps(pointer)) {
    const next = child(node, step);
    if (!next) break;
    node = next.value;
    name = next.keySpan;
  }
  if (key === undefined) return node.kind === 'scalar' ? node.span : (name ?? node.span);
  return child(node, key)?.keySpan ?? name ?? node.span;
}

function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function child(node: Node, step: string): { value: Node; keySpan: Span | undefined } | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.find(({ key }) => key === step);
    return entry && { value: entry.value, keySpan: entry.keySpan };
  }
  const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
  return item && { value: item, keySpan: undefined };
}
