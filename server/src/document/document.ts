/** Text -> OKR document, whole or from the reading before it. */
import type { LineIndex } from '../text/line-index';
import { createLineIndex, updateLineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { changedSpan } from './change';
import { LONGEST_FRONT_MATTER, readFrontMatter } from './front-matter';
import { lineAt } from './lines';
import type {
  Chunk,
  ChunkContent,
  FrontMatter,
  OkrDocument,
  ReadOptions,
  Recognition,
  TextEdit,
} from './model';
import { parseByParser, parseSection } from './parse-section';
import { readSection } from './read-section';
import { type Mode, type ReadState, START, sameMode, sameState } from './read-state';
import type { HeadingMark } from './reader';
import { type Evidence, recognise } from './recognise';
import { cutSections, type Section, wholeSection } from './sections';
import { addCounts, ahead, noCounts } from './signals';
import { buildTree, type Tree } from './tree';

/** A chunk's content with the headings in it, which the tree needs for periods. */
export interface SectionContent extends ChunkContent {
  readonly headings: readonly HeadingMark[];
}

interface LastReading {
  readonly mode: Mode;
  readonly stateIn: ReadState;
  readonly ahead: string;
  readonly stateOut: ReadState;
  readonly content: SectionContent;
}

/** A section and what has been made of it so far. Its text is not kept: parsing needs it once. */
interface Entry {
  readonly section: Section;
  blocks?: ReturnType<typeof parseSection>;
  reading?: LastReading;
  /** `ahead` as seen from before the section, for what came behind it. */
  view?: { readonly behind: string; readonly ahead: string };
}

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

class Document implements OkrDocument {
  readonly chunks: readonly Chunk[];
  readonly recognition: Recognition;
  private tree: Tree | undefined;

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
    readonly frontMatter: FrontMatter | undefined,
    /** The front matter and the byte order mark. */
    readonly head: SectionContent | undefined,
    readonly entries: readonly Entry[],
    options: ReadOptions,
  ) {
    const { recognition, mode } = this.weigh(options);
    this.chunks = this.readAll(mode);
    const found =
      (recognition.because !== 'title-and-shape' && recognition.because !== 'labels') ||
      this.chunks.some(({ content }) => content.items.length > 0);
    this.recognition = found ? recognition : { isOkr: false, because: 'no-sign' };
  }

  objectives() {
    this.tree ??= buildTree(this.chunks);
    return this.tree.objectives;
  }

  orphans() {
    this.tree ??= buildTree(this.chunks);
    return this.tree.orphans;
  }

  private weigh(options: ReadOptions) {
    const counts = noCounts();
    const titles: Evidence['title'][] = [];
    let start = this.head?.length ?? 0;
    for (const { section } of this.entries) {
      if (start < TOP) titles.push(...titlesOf(section, TOP - start, counts.headings === 0));
      addCounts(counts, section.counts);
      start += section.length;
    }
    const title = titles.find((kind) => kind === 'okr') ?? titles[0] ?? 'none';
    const isText = !this.text.includes('\0');
    return recognise({ counts, title, frontMatter: this.frontMatter, isText }, options);
  }

  private readAll(mode: Mode): Chunk[] {
    const views = this.viewsBehind();
    const chunks: Chunk[] = [];
    let start = 0;
    if (this.head) {
      chunks.push({ start, content: this.head });
      start += this.head.length;
    }
    let state = START;
    this.entries.forEach((entry, i) => {
      const reading = this.readEntry(entry, start, mode, state, views[i] ?? '');
      chunks.push({ start, content: reading.content });
      state = reading.stateOut;
      start += entry.section.length;
    });
    return chunks;
  }

  /** What comes behind each section. */
  private viewsBehind(): string[] {
    const views: string[] = [];
    let behind = '';
    for (let i = this.entries.length - 1; i >= 0; i--) {
      const entry = this.entries[i] as Entry;
      views[i] = behind;
      if (entry.view?.behind !== behind) {
        const { signals } = entry.section;
        const view = signals.reduceRight((rest, { kind }) => ahead(kind, rest), behind);
        entry.view = { behind, ahead: view };
      }
      behind = entry.view.ahead;
    }
    return views;
  }

  private readEntry(entry: Entry, start: number, mode: Mode, stateIn: ReadState, view: string): LastReading {
    const { reading, section } = entry;
    if (reading && sameMode(reading.mode, mode)) {
      if (mode.reading === 'off') return reading;
      if (reading.ahead === view && sameState(reading.stateIn, stateIn)) return reading;
    }
    if (mode.reading === 'off') {
      entry.reading = {
        mode,
        stateIn,
        ahead: view,
        stateOut: START,
        content: contentOfUnread(section.length),
      };
      return entry.reading;
    }
    entry.blocks ??= parseSection(this.text.slice(start, start + section.length), section);
    const { items, headings, stateOut } = readSection(mode, stateIn, section, view, entry.blocks.blocks);
    const content = { length: section.length, items, headings, directives: entry.blocks.directives };
    entry.reading = { mode, stateIn, ahead: view, stateOut, content };
    return entry.reading;
  }
}

const asEntries = (sections: readonly Section[]): Entry[] => sections.map((section) => ({ section }));

function readHead(text: string): { frontMatter: FrontMatter | undefined; length: number } {
  const found = readFrontMatter(text);
  if (found) return { frontMatter: found.frontMatter, length: found.end };
  return { frontMatter: undefined, length: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
}

const headContent = (length: number) => (length > 0 ? contentOfUnread(length) : undefined);

/** Reads a text as an OKR document. Never throws on any text. */
export function readDocument(text: string, options: ReadOptions = {}): OkrDocument {
  const { frontMatter, length } = readHead(text);
  const { sections } = text.includes('\0')
    ? { sections: [unreadSection(text, length)] }
    : cutSections(text, length);
  return new Document(
    text,
    createLineIndex(text),
    frontMatter,
    headContent(length),
    asEntries(sections),
    options,
  );
}

/**
 * Reads the text by parsing it once as a whole: what `readDocument` must agree with. Slow; for tests and benchmarks.
 * @internal
 */
export function readWhole(text: string, options: ReadOptions = {}): OkrDocument {
  const { frontMatter, length } = readHead(text);
  const section = wholeSection(text, length);
  const entries = section ? [{ section, blocks: parseByParser(text.slice(length), section) }] : [];
  return new Document(text, createLineIndex(text), frontMatter, headContent(length), entries, options);
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
  if (!(previous instanceof Document) || newText.includes('\0') || previous.text.includes('\0'))
    return readDocument(newText, options);
  const { span, inserted } = changedSpan(previous.text, newText, edits);
  const lines = updateLineIndex(previous.lines, newText, span, inserted);
  const headLength = previous.head?.length ?? 0;
  const mayHaveHead = span.start < LONGEST_FRONT_MATTER && /^\ufeff?---/.test(newText);
  if (span.start <= headLength || mayHaveHead) {
    const { frontMatter, length } = readHead(newText);
    const sameHead = length === headLength && previous.head;
    const head = sameHead ? previous.head : headContent(length);
    const entries = recut(previous, newText, span, inserted, length);
    return new Document(newText, lines, frontMatter, head, entries, options);
  }
  const entries = recut(previous, newText, span, inserted, headLength);
  return new Document(newText, lines, previous.frontMatter, previous.head, entries, options);
}

/** Where the second line of the section that begins at `start` ends. */
const afterTwoLines = (text: string, start: number) => lineAt(text, lineAt(text, start).next).next;

/** The sections of `newText`: those before and behind the change are taken over. */
function recut(
  previous: Document,
  newText: string,
  span: Span,
  inserted: number,
  headLength: number,
): Entry[] {
  const old = previous.entries;
  const shift = inserted - (span.end - span.start);
  let first = 0;
  let start = previous.head?.length ?? 0;
  if (start !== headLength) return asEntries(cutSections(newText, headLength).sections);
  // The section that holds the unit before the change is cut anew: what follows it may now belong to it.
  while (first < old.length - 1 && start + (old[first] as Entry).section.length < span.start) {
    start += (old[first] as Entry).section.length;
    first++;
  }
  // That a section begins here is said by its first line, and in a table by the second.
  if (first > 0 && span.start <= afterTwoLines(previous.text, start))
    start -= (old[--first] as Entry).section.length;
  // The next section of the old text at whose place, moved, reading may stop.
  let next = first;
  let nextStart = start;
  const stopAt = (offset: number) => {
    while (next < old.length && (nextStart <= span.end || nextStart + shift < offset)) {
      nextStart += (old[next] as Entry).section.length;
      next++;
    }
    return next < old.length && nextStart + shift === offset;
  };
  const { sections, end } = cutSections(newText, start, stopAt);
  const rest = end < newText.length ? old.slice(next) : [];
  return [...old.slice(0, first), ...takeOver(old, first, start, sections, span.start), ...rest];
}

/** New sections before the change that are the old ones keep what was made of them. */
function takeOver(
  old: readonly Entry[],
  first: number,
  start: number,
  sections: readonly Section[],
  before: number,
): Entry[] {
  let end = start;
  let same = true;
  return sections.map((section, i) => {
    const entry = old[first + i];
    end += section.length;
    same &&= entry?.section.length === section.length && end <= before;
    return same && entry ? entry : { section };
  });
}
