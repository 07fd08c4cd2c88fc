/** Lists as word processors leave them behind: lines of running text that begin with a bullet or a number. */
import type { Inline, ListBlock } from './blocks';
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
