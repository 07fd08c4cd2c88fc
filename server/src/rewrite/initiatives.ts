/** Putting a line into the list of initiatives of an objective, in the document's own style. */
import type { Item, Located, LocatedObjective } from '../document/model';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { blockOf, endOfLine, lineBreakOf, type Marker, markerOf, startOfLine } from './block';
import { wordingOf } from './wording';

/** Where to put new lines (an empty span) and what. */
export interface Insertion {
  readonly span: Span;
  readonly text: string;
}

/** `- [ ] text`, the next number in an ordered list. */
function itemLine({ indent, bullet, gap, checkbox }: Marker, text: string): string {
  const number = /^(\d+)([.)])$/u.exec(bullet);
  const next = number ? `${Number(number[1]) + 1}${number[2]}` : bullet;
  return `${indent}${next}${gap}${checkbox === '' ? '' : '[ ] '}${text}`;
}

/** The heading or label that announces the key results, if the document has one: its form is copied. */
const ANNOUNCEMENTS: readonly {
  readonly line: RegExp;
  readonly write: (match: RegExpExecArray, word: string) => string;
}[] = [
  { line: /^(#{1,6}) +\S/u, write: ([, hashes = ''], word) => `${hashes} ${word}` },
  { line: /^\*\*[^*]+:\*\*\s*$/u, write: (_, word) => `**${word}:**` },
  { line: /^\*\*[^*]+\*\*:\s*$/u, write: (_, word) => `**${word}**:` },
  { line: /^\*\*[^*]+\*\*\s*$/u, write: (_, word) => `**${word}**` },
  { line: /^\p{L}[^:]{0,40}:\s*$/u, write: (_, word) => `${word}:` },
];

function lastLineBetween(text: string, from: number, to: number): string {
  const lines = text.slice(from, to).split(/\r\n|\r|\n/u);
  return (lines.reverse().find((line) => line.trim() !== '') ?? '').trim();
}

function headingFor(text: string, parent: LocatedObjective, first: Located<Item>, word: string): string {
  const objectiveEnd = parent.offset + parent.item.span.end;
  const before = lastLineBetween(text, objectiveEnd, startOfLine(text, first.offset + first.item.span.start));
  for (const { line, write } of ANNOUNCEMENTS) {
    const match = line.exec(before);
    if (match) return write(match, word);
  }
  const start = startOfLine(text, parent.offset + parent.item.span.start);
  const hashes = /^#{1,6}/u.exec(text.slice(start))?.[0];
  if (parent.item.form === 'heading' && hashes && hashes.length < 6) return `${hashes}# ${word}`;
  return `**${word}:**`;
}

/** After the last initiative, with its marker. */
function appended(text: string, last: Located<Item>, line: string): Insertion | undefined {
  const marker = markerOf(text, last);
  if (!marker) return undefined;
  const { end } = blockOf(text, last);
  return { span: { start: end, end }, text: `${lineBreakOf(text)}${itemLine(marker, line)}` };
}

/** A new list after the last key result. */
function founded(
  text: string,
  parent: LocatedObjective,
  language: Language,
  line: string,
): Insertion | undefined {
  const first = parent.keyResults[0];
  const last = parent.keyResults.at(-1);
  if (!first || !last) return undefined;
  const word = wordingOf(language).words.initiatives;
  const lineBreak = lineBreakOf(text);
  const { end } = blockOf(text, last);
  const marker = markerOf(text, last);
  const bullet = marker && /^[-*+]$/u.test(marker.bullet) ? marker.bullet : '-';
  if (marker && marker.indent !== '') {
    const lines = [`${marker.indent}${bullet} ${word}:`, `${marker.indent}  ${bullet} ${line}`];
    return { span: { start: end, end }, text: lines.map((each) => lineBreak + each).join('') };
  }
  const lines = ['', headingFor(text, parent, first, word), '', `${bullet} ${line}`];
  const after = text.slice(end, endOfLine(text, end + 1)).trim() === '' ? '' : lineBreak;
  return { span: { start: end, end }, text: lines.map((each) => lineBreak + each).join('') + after };
}

/** Objectives that are rows of one table leave no place for a list between them. */
function hasRoom(parent: LocatedObjective): boolean {
  return parent.item.form !== 'table-row';
}

/**
 * Where and how `line` (without marker) becomes an initiative of `parent`: at the end of its list of initiatives, or
 * in a new one after its key results. Undefined where the document's form has no place for it.
 */
export function initiativeInsertion(
  text: string,
  parent: LocatedObjective,
  language: Language,
  line: string,
): Insertion | undefined {
  const last = parent.initiatives.at(-1);
  if (last) return appended(text, last, line);
  return hasRoom(parent) ? founded(text, parent, language, line) : undefined;
}
