/** The objectives of a document with what belongs to them, over all chunks. */
import type { Chunk, InitiativeItem, KeyResultItem, Located, LocatedObjective, ObjectiveItem } from './model';
import type { HeadingMark } from './reader';

export interface Tree {
  readonly objectives: readonly LocatedObjective[];
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
  readonly base: LocatedObjective;
  private readonly by: number;
  private movedKeyResults: readonly Located<KeyResultItem>[] | undefined;
  private movedInitiatives: readonly Located<InitiativeItem>[] | undefined;

  constructor(from: LocatedObjective, by: number) {
    this.item = from.item;
    this.offset = from.offset + by;
    if (from.period !== undefined) this.period = from.period;
    const again = from instanceof Moved;
    this.base = again ? from.base : from;
    this.by = again ? from.by + by : by;
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

/**
 * The objective as it was before edits moved it, with everything that belongs to it; all offsets differ from those of
 * today by the same amount. The very object stays the same for as long as an objective only moves.
 */
export function unmoved(objective: LocatedObjective): LocatedObjective {
  return objective instanceof Moved ? objective.base : objective;
}

class TreeBuilder {
  readonly objectives: LocatedObjective[] = [];
  readonly orphans: Located<KeyResultItem>[] = [];
  private readonly periods = new Periods();
  private last: Open | undefined;

  add({ start, content }: Chunk): void {
    const headings = headingsOf(content);
    let next = 0;
    for (const item of content.items) {
      for (; next < headings.length && (headings[next] as HeadingMark).at < item.span.start; next++)
        this.periods.enter(headings[next] as HeadingMark);
      if (item.kind === 'objective') this.open(item, start);
      else if (item.kind === 'key-result')
        (this.last?.keyResults ?? this.orphans).push({ item, offset: start });
      else this.last?.initiatives.push({ item, offset: start });
    }
    for (; next < headings.length; next++) this.periods.enter(headings[next] as HeadingMark);
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
    this.objectives.push(this.last);
  }

  /** Takes over what stands in the first chunks, which end at `end`. */
  resume({ tree }: TreeReuse, chunks: readonly Chunk[], end: number): void {
    for (const { content } of chunks) for (const mark of headingsOf(content)) this.periods.enter(mark);
    const count = countBefore(tree.objectives, end);
    for (let i = 0; i < count; i++) this.objectives.push(tree.objectives[i] as LocatedObjective);
    for (const orphan of tree.orphans.slice(0, countBefore(tree.orphans, end))) this.orphans.push(orphan);
    const last = this.objectives.pop();
    if (!last) return;
    const { item, offset, keyResults, initiatives, period } = last;
    this.last = {
      item,
      offset,
      keyResults: keyResults.slice(0, countBefore(keyResults, end)),
      initiatives: initiatives.slice(0, countBefore(initiatives, end)),
      ...(period !== undefined && { period }),
    };
    this.objectives.push(this.last);
  }

  /** Takes over the objectives of the old tree from `offset` on, moved. */
  takeRest({ tree }: TreeReuse, offset: number, by: number): void {
    const { objectives } = tree;
    for (let i = countBefore(objectives, offset); i < objectives.length; i++) {
      const objective = objectives[i] as LocatedObjective;
      this.objectives.push(by === 0 ? objective : new Moved(objective, by));
    }
  }
}

/** How many of them stand in chunks before `offset`; they are in order. */
function countBefore(located: readonly Located<unknown>[], offset: number): number {
  let low = 0;
  let high = located.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((located[middle] as Located<unknown>).offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
    // From the first chunk on that begins with an objective, all is as it was.
    if (canMove && next >= rest && chunk.content.items[0]?.kind === 'objective') {
      const by = endOf(reuse.newMiddle.at(-1) ?? chunks[reuse.before - 1]);
      const was = endOf(reuse.oldMiddle.at(-1) ?? chunks[reuse.before - 1]);
      builder.takeRest(reuse, chunk.start - by + was, by - was);
      break;
    }
    builder.add(chunk);
  }
  return { objectives: builder.objectives, orphans: builder.orphans };
}
