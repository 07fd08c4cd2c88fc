/** YAML 1.2 by its event stream, which tells where each value stands and unfolds nothing by itself. */
import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import type { Span } from '../text/span';
import type { Complaint } from './model';
import { DEEPEST, type Entry, type Node, type Parsed } from './tree';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/** What a plain scalar can be but text (YAML 1.2, core schema), in the order in which it is tried. */
const CORE: Readonly<Record<string, typeof nullCoreTag | typeof boolCoreTag | typeof intCoreTag>> = {
  '!!null': nullCoreTag,
  '!!bool': boolCoreTag,
  '!!int': intCoreTag,
  '!!float': floatCoreTag,
};

class Refused extends Error {
  constructor(readonly complaint: Complaint) {
    super(complaint.code);
  }
}

export function parseYaml(text: string): Parsed {
  try {
    return { root: new Builder(text, parseEvents(text, { maxDepth: DEEPEST })).build() };
  } catch (error) {
    if (error instanceof Refused) return { complaints: [error.complaint] };
    if (error instanceof YAMLException) return { complaints: [syntax(error, text)] };
    throw error;
  }
}

/** From events to a tree. An alias is the node of its anchor, so the tree is a graph without circles. */
class Builder {
  readonly #anchors = new Map<string, Node>();
  #next = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  build(): Node | undefined {
    const [document] = this.events;
    if (!document) return undefined;
    this.#next = 1;
    const root = this.#peek() === EVENT_ID.POP ? undefined : this.#node();
    this.#next++;
    if (this.#next < this.events.length)
      throw new Refused({ code: 'many-documents', span: this.#lastSpan() });
    return root;
  }

  #peek(): Event['type'] | undefined {
    return this.events[this.#next]?.type;
  }

  #lastSpan(): Span {
    const start = this.text.indexOf('\n---') + 1;
    return { start, end: start + 3 };
  }

  #node(): Node {
    const event = this.events[this.#next++] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event);
    let node: Node;
    if (event.type === EVENT_ID.SCALAR) node = this.#scalar(event);
    else if (event.type === EVENT_ID.SEQUENCE) node = this.#list(event.start);
    else if (event.type === EVENT_ID.MAPPING) node = this.#map(event.start);
    else throw new Refused({ code: 'no-object', span: { start: 0, end: 1 } });
    if (event.anchorStart >= 0) this.#anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  #alias({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }): Node {
    const node = this.#anchors.get(this.text.slice(anchorStart, anchorEnd));
    const span = { start: anchorStart - 1, end: anchorEnd };
    if (node) return { ...node, span };
    // Also an alias inside its own anchor, which would never end.
    const params = { format: 'YAML', reason: 'this reference (*name) has no anchor (&name) before it' };
    throw new Refused({ code: 'no-syntax', span, params });
  }

  #scalar(event: ScalarEvent): Node {
    const span = { start: Math.max(0, event.valueStart), end: Math.max(0, event.valueEnd) };
    const value = scalarOf(getScalarValue(this.text, event), event.style, this.#tagOf(event), event);
    return { kind: 'scalar', span, value };
  }

  #tagOf({ tagStart, tagEnd }: ScalarEvent): string | undefined {
    return tagStart < 0 ? undefined : this.text.slice(tagStart, tagEnd);
  }

  #list(start: number): Node {
    const items: Node[] = [];
    while (this.#peek() !== EVENT_ID.POP) items.push(this.#node());
    this.#next++;
    return { kind: 'list', span: this.#from(start, items.at(-1)), items };
  }

  #map(start: number): Node {
    const entries: Entry[] = [];
    while (this.#peek() !== EVENT_ID.POP) {
      const event = this.events[this.#next++] as Event;
      if (event.type !== EVENT_ID.SCALAR) throw new Refused({ code: 'no-scalar-key', span: spanOf(event) });
      const keySpan = { start: event.valueStart, end: event.valueEnd };
      entries.push({ key: getScalarValue(this.text, event), keySpan, value: this.#node() });
    }
    this.#next++;
    return { kind: 'map', span: this.#from(start, entries.at(-1)?.value), entries };
  }

  #from(start: number, last: Node | undefined): Span {
    return { start, end: Math.max(start + 1, last?.span.end ?? 0) };
  }
}

function spanOf(event: Event): Span {
  const start = 'start' in event ? event.start : 'anchorStart' in event ? event.anchorStart : 0;
  return { start, end: start + 1 };
}

/** The value of a scalar. Its type is what its tag says, or what its text looks like where it stands plainly. */
function scalarOf(
  text: string,
  style: number,
  tag: string | undefined,
  { tagStart, tagEnd }: ScalarEvent,
): unknown {
  const isText = tag === undefined ? style !== SCALAR_STYLE.PLAIN : tag === '!' || tag === '!!str';
  if (isText) return text;
  const tried = tag === undefined ? Object.values(CORE) : [CORE[tag]];
  for (const type of tried) {
    const value = type?.resolve(text, tag !== undefined, type.tagName);
    if (value !== undefined && value !== NOT_RESOLVED) return value;
  }
  if (tag === undefined) return text;
  const params = { format: 'YAML', reason: `the value is not of type ${tag}` };
  throw new Refused({ code: 'no-syntax', span: { start: tagStart, end: tagEnd }, params });
}

function syntax(error: YAMLException, text: string): Complaint {
  const start = Math.min(error.mark?.position ?? 0, Math.max(0, text.length - 1));
  if (/depth/iu.test(error.reason)) return { code: 'too-deep', span: { start, end: start + 1 } };
  return {
    code: 'no-syntax',
    span: { start, end: start + 1 },
    params: { format: 'YAML', reason: error.reason },
  };
}
