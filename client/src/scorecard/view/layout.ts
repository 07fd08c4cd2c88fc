/**
 * Where the boxes of the alignment map stand: objectives in columns, each right of what it supports; rows as close to
 * the supported ones as there is room. Pure; circles are cut where they close.
 */
import type { Goal, Plan } from '../model';

export interface Box {
  readonly plan: Plan;
  readonly goal: Goal;
  readonly column: number;
  readonly row: number;
}

export interface Arrow {
  readonly from: Box;
  readonly to: Box;
}

export interface Layout {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly columns: number;
  readonly rows: number;
}

/** Objectives that support another one or are supported; the others have no place on a map. */
export function layoutOf(plans: readonly Plan[]): Layout {
  const goals = new Map(
    plans.flatMap((plan) => plan.objectives.map((goal) => [goal.key, { plan, goal }] as const)),
  );
  const parents = new Map(
    [...goals].map(([key, { goal }]) => [
      key,
      [...new Set(goal.supports)].filter((parent) => parent !== key && goals.has(parent)),
    ]),
  );
  const linked = new Set([...parents].flatMap(([key, of]) => (of.length > 0 ? [key, ...of] : [])));
  const columns = columnsOf(parents);
  const boxes = place(
    [...goals].filter(([key]) => linked.has(key)),
    parents,
    columns,
  );
  const arrows = [...boxes].flatMap(([key, from]) =>
    (parents.get(key) ?? []).flatMap((parent) => {
      const to = boxes.get(parent);
      return to ? [{ from, to }] : [];
    }),
  );
  const all = [...boxes.values()];
  return {
    boxes: all,
    arrows,
    columns: Math.max(0, ...all.map(({ column }) => column + 1)),
    rows: Math.max(0, ...all.map(({ row }) => row + 1)),
  };
}

/** The longest way up from each objective, without recursion: plans may be deep or circular. */
function columnsOf(parents: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const open = new Set<string>();
  for (const start of parents.keys()) {
    const stack = [start];
    for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
      if (columns.has(key)) {
        stack.pop();
        continue;
      }
      const above = parents.get(key) ?? [];
      if (!open.has(key)) {
        // First the ones above; those that are open already close a circle.
        open.add(key);
        stack.push(...above.filter((each) => !columns.has(each) && !open.has(each)));
        continue;
      }
      columns.set(key, 1 + Math.max(-1, ...above.map((each) => columns.get(each) ?? -1)));
      open.delete(key);
      stack.pop();
    }
  }
  return columns;
}

/** Column by column: wanted row is the mean of the supported ones' rows, then pushed down until it is free. */
function place(
  goals: readonly (readonly [string, { plan: Plan; goal: Goal }])[],
  parents: ReadonlyMap<string, readonly string[]>,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const depth = Math.max(-1, ...goals.map(([key]) => columns.get(key) ?? 0));
  for (let column = 0; column <= depth; column++) {
    const wanted = goals
      .filter(([key]) => columns.get(key) === column)
      .map(([key, { plan, goal }], n) => {
        const rows = (parents.get(key) ?? []).flatMap((parent) => boxes.get(parent)?.row ?? []);
        const row = rows.length > 0 ? rows.reduce((sum, each) => sum + each, 0) / rows.length : n;
        return { key, plan, goal, row };
      })
      .sort((a, b) => a.row - b.row);
    let free = 0;
    for (const { key, plan, goal, row } of wanted) {
      const at = Math.max(free, Math.round(row));
      boxes.set(key, { plan, goal, column, row: at });
      free = at + 1;
    }
  }
  return boxes;
}
