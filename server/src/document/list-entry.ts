/** A list item taken apart, and what it is by itself, whatever it stands under. */

import { type Block, type ListBlock, type ListItemBlock, NONE } from './blocks';
import type { LineKind } from './line-kind';
import { type LogicalLine, logicalLines } from './logical-lines';
import type { ItemForm } from './model';
import { asList, pseudoList } from './pseudo-list';

/** A list item taken apart: its own line, further labelled lines of its first paragraph, and what is nested. */
export interface Entry {
  readonly block: ListItemBlock;
  readonly form: ItemForm;
  readonly head: LogicalLine | undefined;
  readonly lines: readonly LogicalLine[];
  readonly nested: readonly Block[];
}

function entryOf(block: ListItemBlock, ordered: boolean): Entry {
  const first = block.blocks[0];
  const paragraph = first?.type === 'paragraph' || first?.type === 'heading' ? first : undefined;
  const pseudo = paragraph && paragraph.inline.breaks.length > 0 ? pseudoList(paragraph.inline) : undefined;
  const text = pseudo?.above ?? paragraph?.inline;
  const lines = text ? logicalLines(text, false, 'item') : NONE;
  const only = paragraph && block.blocks.length === 1;
  const nested = only ? NONE : paragraph ? block.blocks.slice(1) : block.blocks;
  return {
    block,
    form: ordered ? 'ordered' : 'bullet',
    head: lines[0],
    lines: lines.length > 1 ? lines.slice(1) : NONE,
    nested: pseudo?.above ? [asList(pseudo), ...nested] : nested,
  };
}

export const entriesOf = (list: ListBlock): Entry[] => list.items.map((item) => entryOf(item, list.ordered));
export const listsIn = (blocks: readonly Block[]): ListBlock[] =>
  blocks.filter((block): block is ListBlock => block.type === 'list');
export const kindOf = (entry: Entry): LineKind['kind'] => entry.head?.kind.kind ?? 'plain';

/** Its own lines: from the marker to the end of its text. */
export const spanOf = ({ block, head }: Entry) => ({
  start: block.span.start,
  end: head?.inline.span.end ?? block.span.start,
});

/** What the item's line is by its label; of several lines only its reader can tell. */
export const ownKind = ({ inline, kind }: LogicalLine) => (inline.breaks.length === 0 ? kind : undefined);

/** Whether key results are labelled below the item, or announced. */
export function hasKeyResultsInside({ lines, nested }: Entry): boolean {
  const says = ({ kind }: LogicalLine) => kind.kind === 'key-result' || kind.kind === 'key-results';
  // Behind the next objective they are its own.
  const other = lines.findIndex(({ kind }) => kind.kind === 'objective');
  if (lines.slice(0, other < 0 ? undefined : other).some(says)) return true;
  return nested.some((block) => {
    if (block.type === 'paragraph') return logicalLines(block.inline).some(says);
    if (block.type !== 'list') return false;
    return block.items.some((item) => {
      const head = entryOf(item, block.ordered).head;
      return head !== undefined && says(head);
    });
  });
}

export function isOnlyLink({ head, nested }: Entry): boolean {
  if (!head || nested.length > 0) return false;
  const { links, text, span } = head.inline;
  if (links.length !== 1 || !links[0]) return false;
  const outside = text.slice(0, links[0].start - span.start) + text.slice(links[0].end - span.start);
  return !/[\p{L}\p{N}]/u.test(outside);
}
