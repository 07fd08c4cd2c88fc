import type { LineIndex } from './line-index';
import type { Span } from './span';
import type { Text } from './text';

const LF = 10;
const CR = 13;

/** Appends to `starts` the offsets (plus `base`) at which lines begin after a line end in `text`. */
function collect(text: string, base: number, starts: number[]): void {
  if (text.includes('\r')) collectAll(text, base, starts);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(base + at + 1);
}

/** The same where lines end in several ways. */
function collectAll(text: string, base: number, starts: number[]): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) starts.push(base + i + 1);
    else if (code === CR) {
      if (text.charCodeAt(i + 1) === LF) i++;
      starts.push(base + i + 1);
    }
  }
}

class Lines implements LineIndex {
  /** The line that was found last: who asks for many places mostly asks for them in their order. */
  private found = 0;

  constructor(
    private readonly starts: Uint32Array,
    private readonly length: number,
  ) {}

  get lineCount(): number {
    return this.starts.length;
  }

  lineStart(line: number): number {
    if (line <= 0) return 0;
    return this.starts[line] ?? this.length;
  }

  positionAt(offset: number): { line: number; column: number } {
    const at = Math.min(Math.max(offset, 0), this.length);
    const line = this.lineOf(at);
    return { line, column: at - this.lineStart(line) };
  }

  private lineOf(offset: number): number {
    const { found } = this;
    if (this.isIn(found, offset)) return found;
    this.found = this.isIn(found + 1, offset) ? found + 1 : this.search(offset);
    return this.found;
  }

  private isIn(line: number, offset: number): boolean {
    const { starts } = this;
    if (line >= starts.length || (starts[line] as number) > offset) return false;
    return line + 1 === starts.length || offset < (starts[line + 1] as number);
  }

  private search(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The index of the text in which `replaced` (offsets in the old text) gave way to `inserted` units. */
  after(newText: Text, replaced: Span, inserted: number): Lines {
    // A line end at the border may change its kind (`\r` + `\n`), so one unit more on each side is read anew.
    const from = this.lineOf(Math.max(0, replaced.start - 1));
    const to = this.lineOf(Math.min(this.length, replaced.end + 1));
    const shift = inserted - (replaced.end - replaced.start);
    const readTo = (to + 1 < this.starts.length ? this.lineStart(to + 1) : this.length) + shift;
    const middle: number[] = [];
    const readFrom = this.lineStart(from);
    collect(newText.slice(readFrom, readTo), readFrom, middle);
    // The end of the last line that was read is the start of the next, which the tail holds already.
    if (to + 1 < this.starts.length && middle.at(-1) === readTo) middle.pop();
    const tail = this.starts.length - (to + 1);
    const starts = new Uint32Array(from + 1 + middle.length + tail);
    starts.set(this.starts.subarray(0, from + 1));
    starts.set(middle, from + 1);
    const tailAt = from + 1 + middle.length;
    for (let i = 0; i < tail; i++) starts[tailAt + i] = this.lineStart(to + 1 + i) + shift;
    return new Lines(starts, newText.length);
  }
}

/** Reads the whole text once. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  collect(text, 0, starts);
  return new Lines(Uint32Array.from(starts), text.length);
}

/**
 * The index of `newText`, made from that of the text before it: only the lines around the change are read.
 * `replaced` counts in the old text, `inserted` is the length of what stands there now.
 */
export function updateLineIndex(
  lines: LineIndex,
  newText: Text,
  replaced: Span,
  inserted: number,
): LineIndex {
  return lines instanceof Lines
    ? lines.after(newText, replaced, inserted)
    : createLineIndex(newText.toString());
}
