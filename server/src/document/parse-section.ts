/** Parses a section: code and lines that nobody can read are left out, and no more than can be an OKR is looked at. */
import { ownCopy } from '../text/own-copy';
import type { Span } from '../text/span';
import type { Block } from './blocks';
import type { Directive } from './model';
import { type ParsedText, parseBlocks } from './parse';
import { PlainReader } from './plain-blocks';
import type { Section } from './sections';

/** A unit that is longer is one that could not be cut: a list nested in one item, a table without end. */
const LONGEST_PARSE = 32_000;

/** Lines that are read as blank. */
function blankOut(text: string, masked: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of masked) {
    out += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

/** The part of a stretch that is parsed: up to the last line end within reach. */
function reach(text: string, { start, end }: Span): number {
  if (end - start <= LONGEST_PARSE) return end;
  const cut = Math.max(
    text.lastIndexOf('\n', start + LONGEST_PARSE),
    text.lastIndexOf('\r', start + LONGEST_PARSE),
  );
  return cut > start ? cut + 1 : start;
}

/** Collects the blocks of a section: plain units are read at once, runs of others go to the parser together. */
class SectionParser {
  private readonly blocks: Block[] = [];
  private readonly directives: Directive[] = [];
  /** Where the run that waits for the parser begins; -1 if there is none. */
  private waiting = -1;
  private isPlain = true;

  private readonly plain: PlainReader;

  constructor(private readonly source: string) {
    this.plain = new PlainReader(source);
  }

  /** Takes the unit between two offsets. */
  take(start: number, end: number): void {
    const plain = end - start <= LONGEST_PARSE ? this.plain.read(start, end) : undefined;
    if (plain) {
      this.flush(start);
      for (const block of plain) this.blocks.push(block);
    } else if (this.waiting < 0) this.waiting = start;
  }

  /** Takes fenced code, which needs no parsing. */
  takeCode(span: Span): void {
    this.flush(span.start);
    this.blocks.push({ type: 'code', span });
  }

  /** Parses what waits, up to `end`. */
  flush(end: number): void {
    const start = this.waiting;
    this.waiting = -1;
    if (start < 0) return;
    const stop = reach(this.source, { start, end });
    if (!/[^ \t\r\n]/.test(this.source.slice(start, stop))) return;
    const parsed = parseBlocks(this.source, { start, end: stop });
    this.isPlain = false;
    this.blocks.push(...parsed.blocks);
    this.directives.push(...parsed.directives);
  }

  finish(): ParsedSection {
    this.flush(this.source.length);
    return { blocks: this.blocks, directives: this.directives, isPlain: this.isPlain };
  }
}

/** A parsed section; `isPlain` where that took no parser, so that it can be had again for little. */
export interface ParsedSection extends ParsedText {
  readonly isPlain: boolean;
}

/** Parses `text`, which `section` describes. Spans count from its start. */
export function parseSection(text: string, section: Section): ParsedSection {
  const source = section.masked.length > 0 ? blankOut(text, section.masked) : ownCopy(text);
  const parser = new SectionParser(source);
  const { units, code } = section;
  let nextCode = 0;
  for (let i = 0; i < units.length; i++) {
    let at = units[i] as number;
    const end = units[i + 1] ?? source.length;
    for (; (code[nextCode]?.start ?? end) < end; nextCode++) {
      const fence = code[nextCode] as Span;
      if (fence.start > at) parser.take(at, fence.start);
      parser.takeCode(fence);
      at = fence.end;
    }
    if (at < end) parser.take(at, end);
  }
  return parser.finish();
}

/** Parses `text` by the parser alone: what `parseSection` must agree with. Slow; for tests. */
export function parseByParser(text: string, section: Section): ParsedText {
  const source = section.masked.length > 0 ? blankOut(text, section.masked) : ownCopy(text);
  return parseBlocks(source, { start: 0, end: reach(source, { start: 0, end: source.length }) });
}
