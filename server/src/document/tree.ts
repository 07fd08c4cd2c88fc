/** The objectives of a document with what belongs to them, over all chunks. */
import type { Chunk, InitiativeItem, KeyResultItem, Located, LocatedObjective, ObjectiveItem } from './model';
import type { HeadingMark } from './reader';

export interface Tree {
  /** The objectives as they were when something in them last changed, before edits above moved them. */
  readonly bases: readonly LocatedObjective[];
  /** By how much each has been moved since. */
  readonly moved: readonly number[];
  readonly orphans: readonly Located<KeyResultItem>[];
}

/** Periods of the headings that are open, outermost first. */
class Periods {
  private readonly open: { depth: number; period: string }[] = [];

  enter({ depth, period }: HeadingMark): void {
    while ((this.open.at(-1)?.depth ?? 0) >= depth) this.open.pop();
    if (period !== undefined) this.open.push({ depth, period });
  }

  get current(): string | undefined {
    return this.open.at(-1)?.period;
  }
}

function headingsOf(content: Chunk['content']): readonly HeadingMark[] {
  return 'headings' in content ? (content.headings as readonly HeadingMark[]) : [];
}

/** What the tree of the reading before has in common with the one to build. */
export interface TreeReuse {
  readonly tree: Tree;
  /** How many chunks at the start are the same. */
  readonly before: number;
  /** What stands between those and the chunks at the end that have only moved. */
  readonly newMiddle: readonly Chunk[];
  readonly oldMiddle: readonly Chunk[];
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
  readonly orphans: Located<KeyResultItem>[] = [];
  private readonly periods = new Periods();
  private last: Open | undefined;

  /** Takes in a chunk, or what stands in it before its first objective; whether there is more. */
  add({ start, content }: Chunk, untilObjective = false): boolean {
    const headings = headingsOf(content);
    let next = 0;
    for (const item of content.items) {
      if (untilObjective && item.kind === 'objective') return true;
      for (; next < headings.length && (headings[next] as HeadingMark).at < item.span.start; next++)
        this.periods.enter(headings[next] as HeadingMark);
      if (item.kind === 'objective') this.open(item, start);
      else if (item.kind === 'key-result')
        (this.last?.keyResults ?? this.orphans).push({ item, offset: start });
      else this.last?.initiatives.push({ item, offset: start });
    }
    for (; next < headings.length; next++) this.periods.enter(headings[next] as HeadingMark);
    return false;
  }

  private open(item: ObjectiveItem, offset: number): void {
    const period = this.periods.current;
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
  }

  /** Takes over what stands in the first chunks, which end at `end`. */
  resume({ tree }: TreeReuse, chunks: readonly Chunk[], end: number): void {
    for (const { content } of chunks) for (const mark of headingsOf(content)) this.periods.enter(mark);
    const count = countBefore(offsetsOf(tree), tree.bases.length, end);
    if (count > 0) {
      this.bases = tree.bases.slice(0, count - 1);
      this.moved = tree.moved.slice(0, count - 1);
    }
    for (const orphan of tree.orphans.slice(0, countLocated(tree.orphans, end))) this.orphans.push(orphan);
    const last = count > 0 ? objectiveAt(tree, count - 1) : undefined;
    if (!last) return;
    const { item, offset, keyResults, initiatives, period } = last;
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
    const { bases, moved } = tree;
    const from = countBefore(offsetsOf(tree), bases.length, offset);
    this.bases = this.bases.concat(bases.slice(from));
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

const offsetsOf =
  ({ bases, moved }: Tree) =>
  (index: number) =>
    (bases[index] as LocatedObjective).offset + (moved[index] as number);

const countLocated = (located: readonly Located<unknown>[], offset: number) =>
  countBefore((index) => (located[index] as Located<unknown>).offset, located.length, offset);

/** Whether two stretches say the same about the periods of what follows. */
function samePeriods(a: readonly Chunk[], b: readonly Chunk[]): boolean {
  const marks = (chunks: readonly Chunk[]) => chunks.flatMap(({ content }) => headingsOf(content));
  const [one, other] = [marks(a), marks(b)];
  return (
    one.length === other.length &&
    one.every(({ depth, period }, i) => other[i]?.depth === depth && other[i]?.period === period)
  );
}

const endOf = (chunk: Chunk | undefined) => (chunk ? chunk.start + chunk.content.length : 0);

/** Builds the tree, from that of the reading before where there is one. */
export function buildTree(chunks: readonly Chunk[], reuse?: TreeReuse): Tree {
  const builder = new TreeBuilder();
  let next = 0;
  if (reuse) {
    next = reuse.before;
    builder.resume(reuse, chunks.slice(0, next), endOf(chunks[next - 1]));
  }
  const rest = reuse ? next + reuse.newMiddle.length : chunks.length;
  const canMove = reuse !== undefined && samePeriods(reuse.newMiddle, reuse.oldMiddle);
  for (; next < chunks.length; next++) {
    const chunk = chunks[next] as Chunk;
    // From the first objective on that stands behind the change, all is as it was.
    const isBehind = canMove && next >= rest;
    if (builder.add(chunk, isBehind) && reuse) {
      const by = endOf(reuse.newMiddle.at(-1) ?? chunks[reuse.before - 1]);
      const was = endOf(reuse.oldMiddle.at(-1) ?? chunks[reuse.before - 1]);
      builder.takeRest(reuse, chunk.start - by + was, by - was);
      break;
    }
  }
  const { bases, moved, orphans } = builder;
  return { bases, moved, orphans };
}
