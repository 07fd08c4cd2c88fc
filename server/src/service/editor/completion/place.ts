/** What the cursor stands in: everything else of completion depends on it, above all whether to be quiet. */
import type { Chunk, Item, Located, OkrDocument } from '../../../document/model';
import type { Typed } from './model';

/** The cursor's line up to the cursor, and the item that it belongs to. */
export interface LinePlace {
  readonly lineStart: number;
  readonly before: string;
  readonly item: Located<Item>;
  /** The line is the item's own rather than a note below it. */
  readonly own: boolean;
}

export type Place =
  | { readonly kind: 'front-matter-key'; readonly typed: Typed }
  | { readonly kind: 'front-matter-value'; readonly key: string; readonly typed: Typed }
  | { readonly kind: 'owner'; readonly typed: Typed }
  | { readonly kind: 'reference'; readonly typed: Typed; readonly line: LinePlace }
  | { readonly kind: 'arrow'; readonly typed: Typed; readonly line: LinePlace }
  | { readonly kind: 'new-id'; readonly typed: Typed; readonly line: LinePlace }
  | { readonly kind: 'due'; readonly typed: Typed; readonly closed: boolean }
  | { readonly kind: 'tag'; readonly typed: Typed }
  | { readonly kind: 'attribute'; readonly typed: Typed; readonly line: LinePlace }
  | { readonly kind: 'sentence'; readonly line: LinePlace };

const NAME = '[\\p{L}\\p{M}\\p{N}_.-]{0,60}';
const ID = '[\\p{L}\\p{M}\\p{N}_./-]{0,60}';
// regex: looks at the last 1,000 units of a line
const OWNER = new RegExp(`(?:^|[\\s(,{=&/"])@(?<typed>${NAME})$`, 'u');
// regex: looks at the last 1,000 units of a line
const OWNER_VALUE = new RegExp(`\\bowner="?@?(?<typed>${NAME})$`, 'u');
// regex: looks at the last 1,000 units of a line
const REFERENCE = new RegExp(`(?:^|[\\s{])\\^(?<typed>${ID})$`, 'u');
const ARROW = /(?:->|→|↗)\s?(?<typed>[\p{L}\p{N}.-]{0,10})$/u;
// regex: looks at the last 1,000 units of a line
const NEW_ID = new RegExp(`\\{#(?<typed>${ID})$`, 'u');
const DUE = /(?:#due\(|\bdue=)(?<typed>[\d/.-]{0,10})$/u;
const TAG = /(?:^|\s)#(?<typed>[\p{L}]{0,20})$/u;
/** A word at the end, behind an opening brace or a space. */
const WORD = /(?:^|[\s{])(?<typed>[\p{L}_-]{0,20})$/u;

/** Inside braces that are still open. */
const isInBraces = (before: string) => before.lastIndexOf('{') > before.lastIndexOf('}');

/** What stands at an offset; undefined where completion has nothing to say. */
export function placeAt(document: OkrDocument, offset: number): Place | undefined {
  const { lines, text, frontMatter } = document;
  const lineStart = lines.lineStart(lines.positionAt(offset).line);
  // Only the end of a line matters, and nobody writes such a long one.
  const before = text.slice(Math.max(lineStart, offset - 1000), offset);
  if (frontMatter && offset > frontMatter.span.start && offset < frontMatter.span.end)
    return inFrontMatter(before, offset);
  if (!document.recognition.isOkr) return undefined;
  const line = lineAt(document, offset, lineStart);
  if (!line) return undefined;
  return byPattern({ ...line, before }, offset);
}

function byPattern(line: LinePlace, offset: number): Place | undefined {
  const typedBy = (pattern: RegExp): Typed | undefined => {
    const text = pattern.exec(line.before)?.groups?.typed;
    return text === undefined ? undefined : { start: offset - text.length, text };
  };
  const owner = typedBy(OWNER) ?? typedBy(OWNER_VALUE);
  if (owner) return { kind: 'owner', typed: owner };
  const due = typedBy(DUE);
  if (due)
    return {
      kind: 'due',
      typed: due,
      closed: line.before.slice(0, -due.text.length || undefined).endsWith('='),
    };
  const reference = typedBy(REFERENCE);
  if (reference) return { kind: 'reference', typed: reference, line };
  const id = typedBy(NEW_ID);
  if (id) return { kind: 'new-id', typed: id, line };
  const arrow = typedBy(ARROW);
  if (arrow) return { kind: 'arrow', typed: arrow, line };
  if (!line.own) return undefined;
  const tag = typedBy(TAG);
  if (tag && /\S\s#/u.test(line.before)) return { kind: 'tag', typed: tag };
  const attribute = isInBraces(line.before) ? typedBy(WORD) : undefined;
  if (attribute) return { kind: 'attribute', typed: attribute, line };
  return line.item.item.kind === 'key-result' ? { kind: 'sentence', line } : undefined;
}

/** Notes below an item are lists; running text below it is prose. */
const BULLET = /^\s*(?:[-*+]|\d{1,3}[.)])\s/;

/** The last item that begins on the line or above it. */
function lineAt(
  document: OkrDocument,
  offset: number,
  lineStart: number,
): Omit<LinePlace, 'before'> | undefined {
  const { chunks, lines } = document;
  const line = lines.positionAt(offset).line;
  const lineEnd = line + 1 < lines.lineCount ? lines.lineStart(line + 1) : document.text.length;
  for (let n = Math.min(chunks.indexAt(offset), chunks.length - 1); n >= 0; n--) {
    const { content, start } = chunks.at(n) as Chunk;
    const item = content.items.findLast(({ span }) => start + span.start < Math.max(lineEnd, offset + 1));
    if (!item) continue;
    const own = start + item.span.end >= lineStart;
    const listed = BULLET.test(document.slice(lineStart, Math.min(lineEnd, lineStart + 200)));
    return own || listed ? { lineStart, item: { item, offset: start }, own } : undefined;
  }
  return undefined;
}

const KEY = /^(?<typed>[\p{L}_-]{0,30})$/u;
const VALUE = /^(?<key>[\p{L}_-]{1,30})[ \t]?:[ \t]"?(?<typed>[^"\n]*)$/u;

function inFrontMatter(before: string, offset: number): Place | undefined {
  const key = KEY.exec(before)?.groups?.typed;
  if (key !== undefined)
    return { kind: 'front-matter-key', typed: { start: offset - key.length, text: key } };
  const groups = VALUE.exec(before)?.groups;
  if (!groups) return undefined;
  const text = groups.typed ?? '';
  return {
    kind: 'front-matter-value',
    key: (groups.key ?? '').toLowerCase(),
    typed: { start: offset - text.length, text },
  };
}
