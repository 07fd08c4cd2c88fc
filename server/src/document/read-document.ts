/** Text -> OKR document, whole or from the reading before it. */
import { createLineIndex, updateLineIndex } from '../text/lines';
import { finish, type Steps } from '../text/steps';
import type { Text } from '../text/text';
import { changedSpan } from './change';
import { noCounts } from './counts';
import { Document, LARGEST_TEXT } from './document';
import { asEntries, type Entry } from './entry';
import { LONGEST_FRONT_MATTER, readFrontMatter } from './front-matter';
import { expectLines, type KnownLine } from './known-lines';
import type { FrontMatter, OkrDocument, ReadOptions, TextEdit } from './model';
import { parseByParser } from './parse-section';
import { recut } from './recut';
import { cutInSteps, type Section, wholeSection } from './sections';
import { contentOfUnread } from './unread-content';

const EMPTY: readonly never[] = [];

/** More lines than those of the sections around one edit. */
const MOST_CUT_LINES = 200;

function linesOf(entries: readonly Entry[]): readonly KnownLine[] {
  const lines = entries.flatMap(({ section }) => section.lines ?? []);
  return lines.length > MOST_CUT_LINES ? EMPTY : lines;
}

function readHead(text: string): { frontMatter: FrontMatter | undefined; length: number } {
  const found = readFrontMatter(text);
  if (found) return { frontMatter: found.frontMatter, length: found.end };
  return { frontMatter: undefined, length: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
}

const headContent = (length: number) => (length > 0 ? contentOfUnread(length) : undefined);

/** Reads a text as an OKR document. Never throws on any text. */
export function readDocument(text: string, options: ReadOptions = {}): OkrDocument {
  return finish(readInSteps(text, options));
}

/** The same in steps of about a millisecond. */
export function* readInSteps(from: Text, options: ReadOptions = {}): Steps<OkrDocument> {
  const text = from.toString();
  const { frontMatter, length } = readHead(text);
  const isText = isReadable(text);
  const sections = isText ? (yield* cutInSteps(text, length)).sections : [unreadSection(text, length)];
  const lines = createLineIndex(text);
  const parts = { text, lines, frontMatter, head: headContent(length), entries: asEntries(sections), isText };
  return yield* Document.of(parts, options);
}

/**
 * Reads the text by parsing it once as a whole: what `readDocument` must agree with. Slow; for tests and benchmarks.
 * @internal
 */
export function readWhole(text: string, options: ReadOptions = {}): OkrDocument {
  const { frontMatter, length } = readHead(text);
  const section = wholeSection(text, length);
  const entries = section ? [{ section, parsed: parseByParser(text.slice(length), section) }] : [];
  const isText = isReadable(text);
  const lines = createLineIndex(text);
  return finish(
    Document.of({ text, lines, frontMatter, head: headContent(length), entries, isText }, options),
  );
}

function isReadable(text: string): boolean {
  return text.length <= LARGEST_TEXT && !text.includes('\0');
}

/** What is no text is not looked at. */
function unreadSection(text: string, start: number): Section {
  return {
    length: text.length - start,
    units: [0],
    signals: [],
    counts: noCounts(),
    titles: [],
    code: [],
    masked: [],
  };
}

/**
 * Reads `newText` from the reading of the text before it: chunks that no edit touches keep their content (the very
 * object) unless what stands before or behind them changes what they mean.
 * @param edits in the order in which they were applied, each counting in the text before it; undefined if unknown
 */
export function updateDocument(
  previous: OkrDocument,
  newText: string,
  edits: readonly TextEdit[] | undefined,
  options: ReadOptions = {},
): OkrDocument {
  return finish(updateInSteps(previous, newText, edits, options));
}

/** The same in steps of about a millisecond. Until they have come to an end, `previous` must not be updated again. */
export function* updateInSteps(
  previous: OkrDocument,
  newText: Text,
  edits: readonly TextEdit[] | undefined,
  options: ReadOptions = {},
): Steps<OkrDocument> {
  if (!(previous instanceof Document && previous.isText) || newText.length > LARGEST_TEXT)
    return yield* readInSteps(newText, options);
  const change = changedSpan(previous.source, newText, edits);
  const { span, inserted } = change;
  if (newText.slice(span.start, span.start + inserted).includes('\0'))
    return yield* readInSteps(newText, options);
  const lines = updateLineIndex(previous.lines, newText, span, inserted);
  const oldLength = previous.head?.length ?? 0;
  const parts = { text: newText, lines, isText: true };
  let { frontMatter, head } = previous;
  if (
    span.start <= oldLength ||
    (span.start < LONGEST_FRONT_MATTER && /^\ufeff?---/.test(newText.slice(0, 4)))
  ) {
    // The line end behind it may have two units.
    const now = readHead(newText.slice(0, LONGEST_FRONT_MATTER + 2));
    frontMatter = now.frontMatter;
    if (now.length !== oldLength) {
      const { sections } = yield* cutInSteps(newText.toString(), now.length);
      const entries = asEntries(sections);
      return yield* Document.of({ ...parts, frontMatter, head: headContent(now.length), entries }, options);
    }
    head = previous.head ?? headContent(now.length);
  }
  expectLines(previous.cutLines);
  const { entries, ...kept } = yield* recut(previous.entries, previous.source, newText, change, oldLength);
  const cutLines = linesOf(entries.slice(kept.keptBefore, entries.length - kept.keptAfter));
  return yield* Document.of({ ...parts, frontMatter, head, entries, cutLines }, options, {
    document: previous,
    ...kept,
  });
}
