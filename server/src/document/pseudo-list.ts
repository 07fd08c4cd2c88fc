/** Lists and tables as word processors leave them behind: lines of running text that begin with a bullet, a number or a bar. */
import type { Inline, ListBlock, ParagraphBlock, TableBlock } from './blocks';
import { PERSON } from './field-names';
import { sliceInline, trimInline } from './inline';
import { classifyLine } from './labels';
import { hasBullet, numberingEnd, pseudoMarker } from './raw-line';

/** Lines that only look like a list, and what stands above them in the same paragraph. */
export interface PseudoList {
  readonly above: Inline | undefined;
  /** Where the first item begins, with its marker. */
  readonly start: number;
  readonly items: readonly Inline[];
}

function physicalLines(inline: Inline): Inline[] {
  const { start } = inline.span;
  const ends = [...inline.breaks, inline.text.length];
  return ends.map((end, i) =>
    trimInline(sliceInline(inline, start + (i ? (ends[i - 1] ?? 0) : 0), start + end)),
  );
}

/** Rows without the line below the first one that makes a table of them; nothing where a line is no row. */
export function pseudoTable({ inline, span }: ParagraphBlock): TableBlock | undefined {
  if (!inline.text.startsWith('|')) return undefined;
  const rows = physicalLines(inline);
  if (!rows.every(({ text }) => text.startsWith('|'))) return undefined;
  return { type: 'table', span, rows: rows.map((row) => ({ span: row.span, cells: cellsOf(row) })) };
}

function cellsOf(row: Inline): Inline[] {
  const { text, span } = row;
  const ends = [...text.matchAll(/\|/g)].map(({ index }) => index);
  if (!text.endsWith('|')) ends.push(text.length);
  return ends
    .slice(1)
    .map((end, i) => trimInline(sliceInline(row, span.start + (ends[i] as number) + 1, span.start + end)));
}

/** Whether a list may begin below this line: it announces one, or is what key results belong to. */
function leadsToList({ text }: Inline): boolean {
  return text.endsWith(':') || classifyLine(text, 'line').kind !== 'plain';
}

/** The list that running text ends with, to its author if not to Markdown. */
export function pseudoList(inline: Inline): PseudoList | undefined {
  const lines = physicalLines(inline);
  const markers = lines.map(({ text }) => pseudoMarker(text));
  const first = markers.findIndex((marker) => marker !== undefined);
  const head = lines[first];
  if (!head) return undefined;
  // Only what is a bullet for certain may go on in the next line.
  const isBulleted = hasBullet(head.text);
  if (!isBulleted && markers.slice(first).includes(undefined)) return undefined;
  const before = lines[first - 1];
  const isNumbered =
    lines.length - first >= 2 && lines.slice(first).every(({ text }) => numberingEnd(text) > 0);
  if (before && !isBulleted && !isNumbered && !leadsToList(before)) return undefined;
  const items: Inline[] = [];
  for (let i = first; i < lines.length; i++) {
    const { span } = lines[i] as Inline;
    const marker = markers[i];
    const last = items.at(-1);
    if (marker !== undefined) items.push(sliceInline(inline, span.start + marker, span.end));
    else if (last) items[items.length - 1] = sliceInline(inline, last.span.start, span.end);
  }
  const above = before && sliceInline(inline, inline.span.start, before.span.end);
  return { above, start: head.span.start, items };
}

/** The name in `— Tara` on a line of its own: who signs what stands above it. */
export function signatureIn(inline: Inline, { start, items }: PseudoList): Inline | undefined {
  const [name, ...others] = items;
  const isDash = /[–—]/.test(inline.text.charAt(start - inline.span.start));
  return name && others.length === 0 && isDash && PERSON.test(name.text) ? name : undefined;
}

/** Such a list as Markdown would have it. */
export function asList({ items, start }: PseudoList): ListBlock {
  const end = items.at(-1)?.span.end ?? start;
  return {
    type: 'list',
    span: { start, end },
    ordered: false,
    items: items.map((inline) => {
      const { span } = inline;
      return { span, blocks: [{ type: 'paragraph', span, inline }] };
    }),
  };
}
