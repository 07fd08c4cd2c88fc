/** Circles in a directed graph: Tarjan's strongly connected components, without recursion, and a way round each. */

/** One circle for each component that has one, in the order in which the graph names them. */
export function findCircles(graph: Graph): string[][] {
  return new Components(graph).found
    .filter((component) => {
      const [only] = component;
      return component.length > 1 || (only !== undefined && graph.get(only)?.has(only));
    })
    .map((component) => shortestRound(graph, component));
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

interface Frame {
  readonly node: string;
  readonly rest: Iterator<string>;
}

class Components {
  readonly found: string[][] = [];
  readonly #order = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(private readonly graph: Graph) {
    for (const start of graph.keys()) if (!this.#order.has(start)) this.#walk(start);
  }

  #walk(start: string): void {
    const path = [this.#enter(start)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const { value: next, done } = frame.rest.next();
      if (done) {
        path.pop();
        this.#leave(frame.node);
        const above = path.at(-1);
        if (above) this.#lower(above.node, this.#low.get(frame.node) as number);
      } else if (!this.#order.has(next)) path.push(this.#enter(next));
      else if (this.#isOpen.has(next)) this.#lower(frame.node, this.#order.get(next) as number);
    }
  }

  #enter(node: string): Frame {
    this.#low.set(node, this.#order.size);
    this.#order.set(node, this.#order.size);
    this.#open.push(node);
    this.#isOpen.add(node);
    return { node, rest: (this.graph.get(node) ?? new Set<string>()).values() };
  }

  #lower(node: string, to: number): void {
    this.#low.set(node, Math.min(this.#low.get(node) as number, to));
  }

  #leave(node: string): void {
    if (this.#low.get(node) !== this.#order.get(node)) return;
    const component = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of component) this.#isOpen.delete(member);
    this.found.push(component);
  }
}

/** The shortest way from the component's first member back to it. */
function shortestRound(graph: Graph, component: readonly string[]): string[] {
  const [start] = component as [string, ...string[]];
  const inside = new Set(component);
  const cameFrom = new Map<string, string>();
  for (const queue = [start]; queue.length > 0; ) {
    const node = queue.shift() as string;
    for (const next of graph.get(node) ?? []) {
      if (next === start) return wayTo(node, start, cameFrom);
      if (!inside.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return [...component];
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0] as string) as string);
  return way;
}
