/** The objectives of a document with what belongs to them, over all chunks. */
import type {
  ChunkContent,
  Chunks,
  InitiativeItem,
  KeyResultItem,
  Located,
  LocatedObjective,
  ObjectiveItem,
} from './model';
import type { HeadingMark } from './reader';

export interface Tree {
  /** The objectives as they were when something in them last changed, before edits above moved them. */
  readonly bases: readonly LocatedObjective[];
  /** By how much each has been moved since. */
  readonly moved: readonly number[];
  /** The headings that each stands under. */
  readonly under: readonly (OpenHeading | undefined)[];
  readonly orphans: readonly Located<KeyResultItem>[];
}

/** A heading that names a period, with those around it that do. */
interface OpenHeading {
  readonly depth: number;
  readonly period: string;
  readonly around: OpenHeading | undefined;
}

/** What is open behind another heading. */
function entered(open: OpenHeading | undefined, { depth, period }: HeadingMark): OpenHeading | undefined {
  let around = open;
  while (around && around.depth >= depth) around = around.around;
  return period === undefined ? around : { depth, period, around };
}

function headingsOf(content: ChunkContent): readonly HeadingMark[] {
  return 'headings' in content ? (content.headings as readonly HeadingMark[]) : [];
}

/** What the tree to build has in common with that of the reading before. */
export interface TreeReuse {
  readonly tree: Tree;
  /** Those that the tree was built over. */
  readonly chunks: Chunks;
  /** How many chunks at the start are the same, and how many at the end have only moved. */
  readonly before: number;
  readonly after: number;
}

interface Open extends LocatedObjective {
  readonly keyResults: Located<KeyResultItem>[];
  readonly initiatives: Located<InitiativeItem>[];
}

const move = <T>(located: readonly Located<T>[], by: number): readonly Located<T>[] =>
  located.map(({ item, offset }) => ({ item, offset: offset + by }));

/** An objective that an edit before it moved: what belongs to it is moved when somebody asks. */
class Moved implements LocatedObjective {
  readonly item: ObjectiveItem;
  readonly offset: number;
  readonly period?: string;
  private movedKeyResults: readonly Located<KeyResultItem>[] | undefined;
  private movedInitiatives: readonly Located<InitiativeItem>[] | undefined;

  constructor(
    private readonly base: LocatedObjective,
    private readonly by: number,
  ) {
    this.item = base.item;
    this.offset = base.offset + by;
    if (base.period !== undefined) this.period = base.period;
  }

  get keyResults() {
    this.movedKeyResults ??= move(this.base.keyResults, this.by);
    return this.movedKeyResults;
  }

  get initiatives() {
    this.movedInitiatives ??= move(this.base.initiatives, this.by);
    return this.movedInitiatives;
  }
}

/** One objective in its place. Throws where the tree has none of that index. */
export function objectiveAt({ bases, moved }: Tree, index: number): LocatedObjective {
  const base = bases[index];
  if (!base) throw new RangeError(`no objective ${index}`);
  const by = moved[index] as number;
  return by === 0 ? base : new Moved(base, by);
}

class TreeBuilder {
  bases: LocatedObjective[] = [];
  moved: number[] = [];
  under: (OpenHeading | undefined)[] = [];
  readonly orphans: Located<KeyResultItem>[] = [];
  private heading: OpenHeading | undefined;
  private last: Open | undefined;

  /** Takes in a chunk, or what stands in it before its first objective; whether there is more. */
  add(start: number, content: ChunkContent, untilObjective = false): boolean {
    const headings = headingsOf(content);
    let next = 0;
    for (const item of content.items) {
      if (untilObjective && item.kind === 'objective') return true;
      for (; next < headings.length && (headings[next] as HeadingMark).at < item.span.start; next++)
        this.heading = entered(this.heading, headings[next] as HeadingMark);
      if (item.kind === 'objective') this.open(item, start);
      else if (item.kind === 'key-result')
        (this.last?.keyResults ?? this.orphans).push({ item, offset: start });
      else this.last?.initiatives.push({ item, offset: start });
    }
    for (; next < headings.length; next++)
      this.heading = entered(this.heading, headings[next] as HeadingMark);
    return false;
  }

  private open(item: ObjectiveItem, offset: number): void {
    const period = this.heading?.period;
    this.last = {
      item,
      offset,
      keyResults: [],
      initiatives: [],
      ...(period !== undefined && { period }),
    };
    this.push(this.last, 0);
  }

  private push(objective: LocatedObjective, by: number): void {
    this.bases.push(objective);
    this.moved.push(by);
    this.under.push(this.heading);
  }

  /** Takes over what stands in the first chunks that both readings share. */
  resume({ tree, chunks, before }: TreeReuse): void {
    const end = chunks.startOf(before);
    const orphans = countLocated(tree.orphans, end);
    for (let n = 0; n < orphans; n++) this.orphans.push(tree.orphans[n] as Located<KeyResultItem>);
    const count = countBefore(offsetsOf(tree), tree.bases.length, end);
    if (count > 0) this.reopen(tree, count - 1, end);
    const from = this.last ? chunks.indexAt(this.last.offset) : 0;
    for (let n = from; n < before; n++)
      for (const mark of headingsOf(chunks.contents[n] as ChunkContent))
        if (n > from || !this.last || mark.at >= this.last.item.span.start)
          this.heading = entered(this.heading, mark);
  }

  /** Takes over objectives up to one that may go on behind `end`. */
  private reopen(tree: Tree, index: number, end: number): void {
    this.bases = tree.bases.slice(0, index);
    this.moved = tree.moved.slice(0, index);
    this.under = tree.under.slice(0, index);
    this.heading = tree.under[index];
    const { item, offset, keyResults, initiatives, period } = objectiveAt(tree, index);
    this.last = {
      item,
      offset,
      keyResults: keyResults.slice(0, countLocated(keyResults, end)),
      initiatives: initiatives.slice(0, countLocated(initiatives, end)),
      ...(period !== undefined && { period }),
    };
    this.push(this.last, 0);
  }

  /** Takes over the objectives of the old tree from `offset` on, moved. */
  takeRest({ tree }: TreeReuse, offset: number, by: number): void {
    const { bases, moved, under } = tree;
    const from = countBefore(offsetsOf(tree), bases.length, offset);
    this.bases = this.bases.concat(bases.slice(from));
    this.under = this.under.concat(under.slice(from));
    for (let i = from; i < bases.length; i++) this.moved.push((moved[i] as number) + by);
  }
}

/** How many of `count` things stand before `offset`; they are in order. */
function countBefore(offsetOf: (index: number) => number, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the chunk of each objective stands; 0 for no objective. Holds on to nothing but the tree. */
export const offsetsOf =
  ({ bases, moved }: Tree) =>
  (index: number) =>
    (bases[index]?.offset ?? 0) + (moved[index] ?? 0);

const countLocated = (located: readonly Located<unknown>[], offset: number) =>
  countBefore((index) => (located[index] as Located<unknown>).offset, located.length, offset);

/** Whether what has changed between two readings says the same about the periods of what follows. */
function samePeriods(chunks: Chunks, { chunks: old, before, after }: TreeReuse): boolean {
  const marks = ({ contents }: Chunks) =>
    contents.slice(before, contents.length - after).flatMap((content) => headingsOf(content));
  const [one, other] = [marks(chunks), marks(old)];
  return (
    one.length === other.length &&
    one.every(({ depth, period }, i) => other[i]?.depth === depth && other[i]?.period === period)
  );
}

/** Builds the tree, from that of the reading before where there is one. */
export function buildTree(chunks: Chunks, reuse?: TreeReuse): Tree {
  const builder = new TreeBuilder();
  if (reuse) builder.resume(reuse);
  const rest = chunks.length - (reuse?.after ?? 0);
  const canMove = reuse !== undefined && samePeriods(chunks, reuse);
  for (let next = reuse?.before ?? 0; next < chunks.length; next++) {
    const start = chunks.startOf(next);
    // From the first objective on that stands behind the change, all is as it was.
    const isBehind = canMove && next >= rest;
    if (builder.add(start, chunks.contents[next] as ChunkContent, isBehind) && reuse) {
      const was = reuse.chunks.startOf(next + reuse.chunks.length - chunks.length);
      builder.takeRest(reuse, was, start - was);
      break;
    }
  }
  const { bases, moved, under, orphans } = builder;
  return { bases, moved, under, orphans };
}
