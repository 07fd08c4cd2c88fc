/** Parses a section: code and lines that nobody can read are left out, and no more than can be an OKR is looked at. */
import type { Span } from '../text/span';
import { type ParsedText, parseBlocks } from './parse';
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

/** Parses `text`, which `section` describes. Spans count from its start. */
export function parseSection(text: string, section: Section): ParsedText {
  const source = section.masked.length > 0 ? blankOut(text, section.masked) : text;
  const blocks: ParsedText['blocks'][number][] = [];
  const directives: ParsedText['directives'][number][] = [];
  let at = 0;
  const parseTo = (end: number) => {
    const stop = reach(source, { start: at, end });
    if (!/[^ \t\r\n]/.test(source.slice(at, stop))) return;
    const parsed = parseBlocks(source, { start: at, end: stop });
    blocks.push(...parsed.blocks);
    directives.push(...parsed.directives);
  };
  for (const code of section.code) {
    parseTo(code.start);
    blocks.push({ type: 'code', span: code });
    at = code.end;
  }
  parseTo(source.length);
  return { blocks, directives };
}
