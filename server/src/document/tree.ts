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

interface Open {
  item: ObjectiveItem;
  offset: number;
  keyResults: Located<KeyResultItem>[];
  initiatives: Located<InitiativeItem>[];
  period?: string;
}

export function buildTree(chunks: readonly Chunk[]): Tree {
  const objectives: Open[] = [];
  const orphans: Located<KeyResultItem>[] = [];
  const periods = new Periods();
  for (const { start, content } of chunks) {
    const headings = headingsOf(content);
    let next = 0;
    const passHeadings = (before: number) => {
      for (; next < headings.length && (headings[next] as HeadingMark).at < before; next++)
        periods.enter(headings[next] as HeadingMark);
    };
    for (const item of content.items) {
      passHeadings(item.span.start);
      const last = objectives.at(-1);
      if (item.kind === 'objective') {
        const period = periods.current;
        objectives.push({
          item,
          offset: start,
          keyResults: [],
          initiatives: [],
          ...(period !== undefined && { period }),
        });
      } else if (item.kind === 'key-result') (last?.keyResults ?? orphans).push({ item, offset: start });
      else last?.initiatives.push({ item, offset: start });
    }
    passHeadings(Number.POSITIVE_INFINITY);
  }
  return { objectives, orphans };
}
