/** Running text of the parser's tree -> `Inline`: the same text, as long as its source, without markup. */
import type { LinkReference, PhrasingContent } from 'mdast';
import type { Span } from '../text/span';
import { type Inline, NONE } from './blocks';

const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
const REFERENCE = /(!?)\[([^\][]*)\]\[[^\][]*\]/g;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g;
/** Entities that stand for a sign with a meaning of its own in a key result; all others become spaces. */
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&le;': '≤',
  '&ge;': '≥',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&rarr;': '→',
  '&ndash;': '–',
  '&mdash;': '—',
  '&euro;': '€',
  '&pound;': '£',
  '&plus;': '+',
  '&percnt;': '%',
};

const blank = (length: number) => ' '.repeat(length);

/** `\-\>` as Google Docs exports an arrow; its two signs must not be parted. */
const ESCAPED_ARROW = /(?:\\([-=–])\\?|([-=–])\\)>/g;

/** Escapes and entities as the signs they stand for, as long as before. */
export function unmarkText(source: string): string {
  let text = source;
  if (text.includes('\\'))
    text = text
      .replace(ESCAPED_ARROW, (whole, one?: string, other?: string) =>
        `${one ?? other}>`.padStart(whole.length),
      )
      .replace(ESCAPE, ' ');
  if (text.includes('&'))
    text = text.replace(ENTITY, (entity) => (SIGNS[entity] ?? '').padEnd(entity.length));
  return text;
}

interface Draft {
  readonly source: string;
  /** Where the inline text begins, and what to add to the offsets of nodes. */
  readonly base: number;
  readonly shift: number;
  readonly parts: string[];
  /** End of what `parts` covers, in the source. */
  at: number;
  readonly strong: Span[];
  readonly struck: Span[];
  readonly links: Span[];
  readonly images: { span: Span; alt: string }[];
  /** Where `<br>` breaks the line. */
  readonly lineTags: number[];
}

function put(draft: Draft, start: number, text: string): void {
  if (start > draft.at) draft.parts.push(blank(start - draft.at));
  draft.parts.push(text);
  draft.at = start + text.length;
}

function spanOf({ position }: PhrasingContent, shift: number): Span | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start: start + shift, end: end + shift };
}

function addCode(draft: Draft, span: Span): void {
  let ticks = 0;
  while (draft.source[span.start + ticks] === '`') ticks++;
  put(draft, span.start + ticks, draft.source.slice(span.start + ticks, span.end - ticks));
}

function addNode(draft: Draft, node: PhrasingContent): void {
  const span = spanOf(node, draft.shift);
  if (!span) return;
  switch (node.type) {
    case 'text':
      put(draft, span.start, unmarkText(draft.source.slice(span.start, span.end)));
      break;
    case 'inlineCode':
      addCode(draft, span);
      break;
    case 'strong':
    case 'delete':
      (node.type === 'strong' ? draft.strong : draft.struck).push(span);
      for (const child of node.children) addNode(draft, child);
      break;
    case 'link':
      draft.links.push(span);
      // `<https://...>` is an address, not words.
      if (draft.source[span.start] !== '<') for (const child of node.children) addNode(draft, child);
      break;
    case 'linkReference':
      addReference(draft, node, span);
      break;
    case 'emphasis':
      for (const child of node.children) addNode(draft, child);
      break;
    case 'html':
      if (/^<br\s*\/?>$/i.test(node.value)) draft.lineTags.push(span.start);
      break;
    case 'image':
      draft.images.push({ span, alt: node.alt ?? '' });
      break;
    case 'imageReference':
      if (node.referenceType === 'shortcut') put(draft, span.start, draft.source.slice(span.start, span.end));
      else draft.images.push({ span, alt: node.alt ?? '' });
      break;
    default:
      break;
  }
}

/** `[APPS][INFRA]` is a row of tags, whether or not a definition of that name exists. */
const TAGS = /^\[[A-Z][A-Z\d]{1,11}\]\[[A-Z][A-Z\d]{1,11}\]$/;

/** A lone `[word]` keeps its brackets: whether it is defined somewhere must not change the sentence. */
function addReference(draft: Draft, node: LinkReference, span: Span): void {
  const source = draft.source.slice(span.start, span.end);
  if (TAGS.test(source)) {
    put(draft, span.start, source);
    return;
  }
  const alone = node.referenceType === 'shortcut';
  if (alone) put(draft, span.start, '[');
  for (const child of node.children) addNode(draft, child);
  if (alone) put(draft, span.end - 1, ']');
}

/** `[text][ref]` keeps `text` also where the definition is out of sight, because chunks are parsed apart. */
function unmarkReferences(draft: Draft, text: string): string {
  if (!text.includes('][')) return text;
  return text.replace(REFERENCE, (all: string, bang: string, inner: string, offset: number) => {
    if (TAGS.test(all)) return all;
    if (bang === '') return ` ${inner}`.padEnd(all.length);
    const start = draft.base + offset;
    draft.images.push({ span: { start, end: start + all.length }, alt: inner });
    return blank(all.length);
  });
}

/**
 * Line ends become spaces, and so does what quotes and indentation put before a continued line.
 * @param source the text with its markup
 */
export function flatten(text: string, source: string): Pick<Inline, 'text' | 'breaks' | 'hard'> {
  if (!/[\r\n]/.test(text)) return { text, breaks: NONE, hard: NONE };
  const breaks: number[] = [];
  const flat = text.replace(/(?:\r\n|[\r\n])[ \t>]*/g, (ending, offset: number) => {
    breaks.push(offset);
    return blank(ending.length);
  });
  return { text: flat, breaks, hard: breaks.filter((at) => /[\s\\]/.test(source[at - 1] ?? '')) };
}

function withTags(breaks: readonly number[], { lineTags, base }: Draft): readonly number[] {
  if (lineTags.length === 0) return breaks;
  return [...breaks, ...lineTags.map((at) => at - base)].sort((a, b) => a - b);
}

/** A hard line break: the two spaces or the backslash before the line end are markup, the line end itself is not. */
function addBreak(draft: Draft, node: PhrasingContent): void {
  const span = spanOf(node, draft.shift);
  if (!span) return;
  const ending = draft.source.slice(span.start, span.end).search(/[\r\n]/);
  if (ending >= 0) put(draft, span.start + ending, draft.source.slice(span.start + ending, span.end));
}

/**
 * Reads `nodes`, which stand in `span` of `source`.
 * @param shift what to add to the nodes' offsets to get those in `source`
 */
export function readInline(
  nodes: readonly PhrasingContent[],
  source: string,
  span: Span,
  shift: number,
): Inline {
  const draft: Draft = {
    source,
    base: span.start,
    shift,
    parts: [],
    at: span.start,
    strong: [],
    struck: [],
    links: [],
    images: [],
    lineTags: [],
  };
  for (const node of nodes)
    if (node.type === 'break') addBreak(draft, node);
    else addNode(draft, node);
  if (draft.at < span.end) draft.parts.push(blank(span.end - draft.at));
  const { text, breaks, hard } = flatten(
    unmarkReferences(draft, draft.parts.join('')),
    source.slice(span.start, span.end),
  );
  return {
    span,
    text,
    breaks: withTags(breaks, draft),
    hard,
    strong: draft.strong,
    struck: draft.struck,
    links: draft.links,
    images: draft.images,
  };
}

/** Running text whose markup was not parsed, as in code. */
export function plainInline(source: string, span: Span): Inline {
  const text = source.slice(span.start, span.end).replace(/[*`]/g, ' ');
  return { span, text, breaks: NONE, hard: NONE, strong: NONE, struck: NONE, links: NONE, images: NONE };
}

/** The parts of `spans` between two offsets. */
function clipped(spans: readonly Span[], start: number, end: number): readonly Span[] {
  if (spans.length === 0) return NONE;
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }));
}

function breaksBetween(breaks: readonly number[], from: number, to: number): readonly number[] {
  return breaks.length === 0 ? NONE : breaks.filter((at) => at >= from && at < to).map((at) => at - from);
}

/** A part of `inline` between two offsets of the source. */
export function sliceInline(inline: Inline, start: number, end: number): Inline {
  if (start === inline.span.start && end === inline.span.end) return inline;
  const from = start - inline.span.start;
  const to = end - inline.span.start;
  const { images } = inline;
  return {
    span: { start, end },
    text: inline.text.slice(from, to),
    breaks: breaksBetween(inline.breaks, from, to),
    hard: breaksBetween(inline.hard, from, to),
    strong: clipped(inline.strong, start, end),
    struck: clipped(inline.struck, start, end),
    links: clipped(inline.links, start, end),
    images: images.length === 0 ? NONE : images.filter(({ span }) => span.start >= start && span.end <= end),
  };
}

/** Without the white space at its ends. */
export function trimInline(inline: Inline): Inline {
  const { text, span } = inline;
  const end = text.trimEnd().length;
  const lead = end === 0 ? 0 : text.length - text.trimStart().length;
  return sliceInline(inline, span.start + lead, span.start + end);
}
