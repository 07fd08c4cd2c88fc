/** Text -> OKR document, whole or from the reading before it. */

import type { LineIndex } from '../text/line-index';
import { createLineIndex, updateLineIndex } from '../text/lines';
import { Notes } from '../text/notes';
import { finish, type Steps } from '../text/steps';
import type { Text } from '../text/text';
import { changedSpan } from './change';
import { ChunkList, NO_CHUNKS } from './chunks';
import { asEntries, type Entry, type LastReading, type SectionContent } from './entry';
import { LONGEST_FRONT_MATTER, readFrontMatter } from './front-matter';
import { expectLines, type KnownLine } from './labels';
import type {
  ChunkContent,
  Chunks,
  FrontMatter,
  Item,
  LocatedObjective,
  Objectives,
  OkrDocument,
  ReadOptions,
  Recognition,
  TextEdit,
} from './model';
import type { ParsedText } from './parse';
import { parseByParser, parseSection } from './parse-section';
import { readSection } from './read-section';
import { type Mode, type ReadState, START, sameMode, sameState } from './read-state';
import { type Evidence, no, recognise } from './recognise';
import { recut } from './recut';
import { cutInSteps, type Section, wholeSection } from './sections';
import { addCounts, ahead, type Counts, noCounts } from './signals';
import { buildTree, objectiveAt, offsetsOf, type Tree, type TreeReuse } from './tree';

/** Headings and list items of a text that is still read: a plan of 5 MB has fewer. What has more is made by a machine. */
const MOST_PARTS = 100_000;

/** Titles that decide stand near the top. */
const TOP = 3_000;

const EMPTY: readonly never[] = [];

function contentOfUnread(length: number): SectionContent {
  return { length, items: EMPTY, directives: EMPTY, headings: EMPTY };
}

/** What the titles in the first `reach` units of a section say; `first`: no heading stands before the section. */
function titlesOf({ titles }: Section, reach: number, first: boolean): Evidence['title'][] {
  return titles
    .filter(({ at }) => at < reach)
    .map((title) => {
      if (title.essay) return 'essay';
      return title.depth === 1 || (first && title.first) ? 'okr' : 'part';
    });
}

/** The reading before this one, and how many entries at both ends the two share. */
interface Base {
  readonly document: Document;
  readonly keptBefore: number;
  readonly keptAfter: number;
}

/** What needs no confirmation by what is read. */
const CLAIMED: ReadonlySet<Recognition['because']> = new Set([
  'configured',
  'file-name',
  'front-matter',
  'no-sign',
  'excluded',
  'not-text',
  'too-large',
  'too-many-parts',
]);

const unread = new Notes<ChunkContent, ChunkContent>();

function withoutItems(content: ChunkContent): ChunkContent {
  let empty = unread.get(content);
  if (!empty) {
    empty = contentOfUnread(content.length);
    unread.set(content, empty);
  }
  return empty;
}

const placedIn = (tree: Tree) => tree.bases.map((_, index) => objectiveAt(tree, index));

/** UTF-16 units of a text that is read: 5 MB. */
const LARGEST_TEXT = 5 * 1024 * 1024;

/** What is known of a text before it is read. */
interface Parts {
  readonly text: Text;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  /** The front matter and the byte order mark. */
  readonly head: SectionContent | undefined;
  readonly entries: readonly Entry[];
  readonly isText: boolean;
  /** Lines that were cut for this reading, where they are few: the next key press is likely to cut them again. */
  readonly cutLines?: readonly KnownLine[];
}

/** More lines than those of the sections around one edit. */
const MOST_CUT_LINES = 200;

function linesOf(entries: readonly Entry[]): readonly KnownLine[] {
  const lines = entries.flatMap(({ section }) => section.lines ?? []);
  return lines.length > MOST_CUT_LINES ? EMPTY : lines;
}

class Document implements OkrDocument {
  /** @internal */
  readonly source: Text;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly head: SectionContent | undefined;
  readonly entries: readonly Entry[];
  readonly isText: boolean;
  readonly cutLines: readonly KnownLine[];
  chunks: Chunks = NO_CHUNKS;
  recognition: Recognition;
  private readonly counts: Counts;
  private readonly mode: Mode;
  /** What the reader made of it, also where it then turns out to be no OKR document. */
  private read = NO_CHUNKS;
  private tree: Tree | undefined;
  private placed: readonly LocatedObjective[] | undefined;
  private reuse: TreeReuse | undefined;
  /** Entries are shared with the next reading, which writes down in them what it made of them. */
  private superseded = false;

  private constructor(
    { text, lines, frontMatter, head, entries, isText, cutLines = EMPTY }: Parts,
    options: ReadOptions,
    base: Base | undefined,
  ) {
    this.source = text;
    this.lines = lines;
    this.frontMatter = frontMatter;
    this.head = head;
    this.entries = entries;
    this.isText = isText;
    this.cutLines = cutLines;
    this.counts = this.count(base);
    const { recognition, mode } = this.weigh(options);
    this.recognition = recognition;
    this.mode = mode;
  }

  /** Reads a text in steps, from the reading before it where there is one. */
  static *of(parts: Parts, options: ReadOptions, base?: Base): Steps<Document> {
    const document = new Document(parts, options, base);
    const { mode, recognition } = document;
    const usable = base && !base.document.superseded && sameMode(base.document.mode, mode) ? base : undefined;
    if (base) base.document.superseded = true;
    document.read = yield* document.readAll(usable);
    const confirmed = CLAIMED.has(recognition.because) || document.confirms(recognition.because);
    document.recognition = confirmed ? recognition : { isOkr: false, because: 'no-sign' };
    document.chunks = confirmed ? document.read : ChunkList.of(document.read.contents.map(withoutItems));
    return document;
  }

  get text(): string {
    return this.source.toString();
  }

  slice(start: number, end?: number): string {
    return this.source.slice(start, end);
  }

  objectives() {
    this.placed ??= placedIn(this.builtTree());
    return this.placed;
  }

  orphans() {
    return this.builtTree().orphans;
  }

  /** Labels make an OKR document only where an objective and a key result come of them; a title, where anything does. */
  private confirms(because: Recognition['because']): boolean {
    const has = (kind: Item['kind']) =>
      this.read.contents.some(({ items }) => items.some((item) => item.kind === kind));
    return has('objective')
      ? because !== 'labels' || has('key-result')
      : because !== 'labels' && has('key-result');
  }

  /** @internal */
  builtTree(): Tree {
    this.tree ??= buildTree(this.chunks, this.recognition.isOkr ? this.reuse : undefined);
    this.reuse = undefined;
    return this.tree;
  }

  /** The sum over all sections; from that of the reading before where there is one. */
  private count(base: Base | undefined): Counts {
    if (!base) {
      const counts = noCounts();
      for (const { section } of this.entries) addCounts(counts, section.counts);
      return counts;
    }
    const counts = { ...base.document.counts };
    const changed = (entries: readonly Entry[]) =>
      entries.slice(base.keptBefore, entries.length - base.keptAfter);
    for (const { section } of changed(base.document.entries)) addCounts(counts, section.counts, -1);
    for (const { section } of changed(this.entries)) addCounts(counts, section.counts);
    return counts;
  }

  private weigh(options: ReadOptions) {
    if (options.force !== false) {
      if (this.source.length > LARGEST_TEXT) return no('too-large');
      if (this.counts.headings + this.counts.items > MOST_PARTS) return no('too-many-parts');
    }
    const titles: Evidence['title'][] = [];
    let start = this.head?.length ?? 0;
    let headings = 0;
    for (const { section } of this.entries) {
      if (start >= TOP) break;
      titles.push(...titlesOf(section, TOP - start, headings === 0));
      headings += section.counts.headings;
      start += section.length;
    }
    const title = titles.find((kind) => kind === 'okr') ?? titles[0] ?? 'none';
    const { counts, frontMatter, isText } = this;
    return recognise({ counts, title, frontMatter, isText }, options);
  }

  /** Reads what the change touches, and what reads differently because of it. */
  private *readAll(base: Base | undefined): Steps<ChunkList> {
    const { entries } = this;
    const until = entries.length - (base?.keptAfter ?? 0);
    const from = Math.min(base?.keptBefore ?? 0, this.updateViews(until, base?.keptBefore ?? 0));
    const old = base?.document.read ?? NO_CHUNKS;
    const heads = this.head ? 1 : 0;
    const kept = Math.min(old.length, from + heads);
    const contents: ChunkContent[] = this.head && kept === 0 ? [this.head] : [];
    let start = kept > 0 ? old.startOf(kept) : (this.head?.length ?? 0);
    let state = entries[from - 1]?.reading?.stateOut ?? START;
    let next = from;
    for (; next < entries.length; next++) {
      const entry = entries[next] as Entry;
      if (next >= until && this.isCurrent(entry, state)) break;
      const reading = this.readEntry(entry, start, state);
      contents.push(reading.content);
      state = reading.stateOut;
      start += entry.section.length;
      yield;
    }
    const chunks = old.with(kept, contents, entries.length - next);
    this.reuse = base?.document.reuseFor(chunks, entries.length - next);
    return chunks;
  }

  /** What the tree over `chunks`, which end with as many of the old ones, can take from this reading's tree. */
  private reuseFor(chunks: Chunks, keptAfter: number): TreeReuse | undefined {
    if (!this.tree || !this.recognition.isOkr) return undefined;
    const { tree, read } = this;
    return { tree, chunks: read, before: chunks.sharedStart(read), after: keptAfter };
  }

  /**
   * Notes in the entries before `until` what comes behind each, until nothing changes any more before `fixed`. Returns
   * the first entry for which it changed.
   */
  private updateViews(until: number, fixed: number): number {
    const { entries } = this;
    let behind = entries[until]?.view?.ahead ?? '';
    let i = until - 1;
    for (; i >= 0; i--) {
      const entry = entries[i] as Entry;
      if (entry.view?.behind !== behind) {
        const { signals } = entry.section;
        const view = signals.reduceRight((rest, { kind }) => ahead(kind, rest), behind);
        entry.view = { behind, ahead: view };
      } else if (i < fixed) break;
      behind = entry.view.ahead;
    }
    return i + 1;
  }

  private isCurrent({ reading, view }: Entry, stateIn: ReadState): boolean {
    if (!reading || !sameMode(reading.mode, this.mode)) return false;
    if (this.mode.reading === 'off') return true;
    return reading.ahead === (view?.behind ?? '') && sameState(reading.stateIn, stateIn);
  }

  private readEntry(entry: Entry, start: number, stateIn: ReadState): LastReading {
    const { section } = entry;
    const { mode } = this;
    const view = entry.view?.behind ?? '';
    const { lines } = section;
    section.lines = undefined;
    if (entry.reading && this.isCurrent(entry, stateIn)) return entry.reading;
    if (mode.reading === 'off') {
      const content = contentOfUnread(section.length);
      entry.reading = { mode, stateIn, ahead: view, stateOut: START, content };
      return entry.reading;
    }
    const parsed = entry.parsed ?? this.parse(entry, start);
    expectLines(lines ?? EMPTY);
    const { items, headings, stateOut } = readSection(mode, stateIn, section, view, parsed.blocks);
    expectLines(EMPTY);
    const content = { length: section.length, items, headings, directives: parsed.directives };
    entry.reading = { mode, stateIn, ahead: view, stateOut, content };
    return entry.reading;
  }

  /** Blocks are kept where a parser was needed; others are sooner parsed again, if need be, than held in memory. */
  private parse(entry: Entry, start: number): ParsedText {
    const { section } = entry;
    const parsed = parseSection(this.source.slice(start, start + section.length), section);
    if (!parsed.isPlain) entry.parsed = parsed;
    return parsed;
  }
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
    const now = readHead(newText.toString());
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

/** The objectives of a reading at little cost, however many an edit has moved. */
export function objectivesOf(document: OkrDocument): Objectives {
  if (document instanceof Document) {
    const tree = document.builtTree();
    return {
      unmoved: tree.bases,
      // What is found keeps it, and must not keep the text of every version that was judged.
      offsetAt: offsetsOf(tree),
      at: (index) => objectiveAt(tree, index),
      all: () => document.objectives(),
    };
  }
  const unmoved = document.objectives();
  const at = (index: number) => {
    const objective = unmoved[index];
    if (!objective) throw new RangeError(`no objective ${index}`);
    return objective;
  };
  return { unmoved, offsetAt: (index) => at(index).offset, at, all: () => unmoved };
}
