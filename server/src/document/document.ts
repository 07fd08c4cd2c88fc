/** The reading of a text, and what it takes over from the reading before it. */

import type { LineIndex } from '../text/line-index';
import type { Steps } from '../text/steps';
import type { Text } from '../text/text';
import { ChunkList, NO_CHUNKS } from './chunks';
import { addCounts, type Counts, noCounts } from './counts';
import type { Entry, LastReading, SectionContent } from './entry';
import { expectLines, type KnownLine } from './known-lines';
import type {
  ChunkContent,
  Chunks,
  FrontMatter,
  Item,
  LocatedObjective,
  OkrDocument,
  ReadOptions,
  Recognition,
} from './model';
import type { ParsedText } from './parse';
import { parseSection } from './parse-section';
import { readSection } from './read-section';
import { type Mode, type ReadState, START, sameMode, sameState } from './read-state';
import { no, recognise } from './recognise';
import { ahead } from './signals';
import { titleOf } from './title-evidence';
import { buildTree, objectiveAt, type Tree, type TreeReuse } from './tree';
import { contentOfUnread, withoutItems } from './unread-content';

/** Headings and list items of a text that is still read: a plan of 5 MB has fewer. What has more is made by a machine. */
const MOST_PARTS = 100_000;
/** The same of its lines; 5 MB of sentences are no more than 100,000. */
const MOST_LINES = 400_000;

const EMPTY: readonly never[] = [];

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

const placedIn = (tree: Tree) => tree.bases.map((_, index) => objectiveAt(tree, index));

/** UTF-16 units of a text that is read: 5 MB. */
export const LARGEST_TEXT = 5 * 1024 * 1024;

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

/** The reading of a text. Made by `read-document.ts`. */
export class Document implements OkrDocument {
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
      if (this.counts.headings + this.counts.items > MOST_PARTS || this.lines.lineCount > MOST_LINES)
        return no('too-many-parts');
    }
    const title = titleOf(this.entries, this.head?.length ?? 0);
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
