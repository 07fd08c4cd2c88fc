/** Putting a line into the list of initiatives of an objective, in the document's own style. */
import type { Item, Located, LocatedObjective } from '../document/model';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import {
  afterBreak,
  blockOf,
  endOfLine,
  lineBreakOf,
  type Marker,
  markerOf,
  startOfLine,
  wouldBeHeading,
} from './block';
import { wordingOf } from './wording';

/** Where to put new lines (an empty span) and what. */
export interface Insertion {
  readonly span: Span;
  readonly text: string;
}

/** A new initiative: its text without marker, and the lines under it as they are indented under a marker at 0. */
export interface NewInitiative {
  readonly text: string;
  readonly nested?: readonly string[];
}

/** `- [ ] text` with its nested lines; the next number in an ordered list. */
function itemLines(
  { indent, bullet, gap, checkbox }: Marker,
  { text, nested = [] }: NewInitiative,
): string[] {
  const number = /^(\d+)([.)])$/u.exec(bullet);
  const next = number ? `${Number(number[1]) + 1}${number[2]}` : bullet;
  const first = `${indent}${next}${gap}${checkbox === '' ? '' : '[ ] '}${text}`;
  return [first, ...nested.map((line) => indent + line)];
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

function inserted(at: number, text: string, lines: readonly string[]): Insertion {
  const lineBreak = lineBreakOf(text);
  return { span: { start: at, end: at }, text: lines.map((line) => lineBreak + line).join('') };
}

/** After the last initiative, with its marker. */
function appended(text: string, last: Located<Item>, initiative: NewInitiative): Insertion | undefined {
  const marker = markerOf(text, last);
  return marker && inserted(blockOf(text, last).end, text, itemLines(marker, initiative));
}

/** A new list after the last key result: nested where the key results are, else under a heading of its own. */
function founded(
  text: string,
  parent: LocatedObjective,
  language: Language,
  initiative: NewInitiative,
): Insertion | undefined {
  const first = parent.keyResults[0];
  const last = parent.keyResults.at(-1);
  if (!first || !last) return undefined;
  const word = wordingOf(language).words.initiatives;
  const { end } = blockOf(text, last);
  const { indent = '', bullet = '-' } = markerOf(text, last) ?? {};
  const marker: Marker = {
    indent: '',
    bullet: /^[-*+]$/u.test(bullet) ? bullet : '-',
    gap: ' ',
    checkbox: '',
  };
  if (indent !== '')
    return inserted(end, text, [
      `${indent}${marker.bullet} ${word}:`,
      ...itemLines({ ...marker, indent: `${indent}  ` }, initiative),
    ]);
  const next = afterBreak(text, end);
  const needsGap = text.slice(next, endOfLine(text, next)).trim() !== '';
  if (needsGap && wouldBeHeading(text, next)) return undefined;
  return inserted(end, text, [
    '',
    headingFor(text, parent, first, word),
    '',
    ...itemLines(marker, initiative),
    ...(needsGap ? [''] : []),
  ]);
}

/** Objectives that are rows of one table leave no place for a list between them. */
function hasRoom(parent: LocatedObjective): boolean {
  return parent.item.form !== 'table-row';
}

/**
 * Where and how new work becomes an initiative of `parent`: at the end of its list of initiatives, or in a new one
 * after its key results. Undefined where the document's form has no place for it.
 */
export function initiativeInsertion(
  text: string,
  parent: LocatedObjective,
  language: Language,
  initiative: NewInitiative,
): Insertion | undefined {
  const last = parent.initiatives.at(-1);
  if (last) return appended(text, last, initiative);
  return hasRoom(parent) ? founded(text, parent, language, initiative) : undefined;
}
