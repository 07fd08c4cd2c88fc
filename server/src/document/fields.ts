/**
 * Takes the fields off a sentence: `Cut the cycle to 45 days (now: 58) @linh #due(2026-09-30) [0.3] ~6/10 => Done`.
 * Metadata stands before and behind the words; it is peeled off from both ends, so that a sign in the middle of a
 * sentence stays what it is. Only what carries its own name (`(now: 58)`, `#due(..)`, `{score=0.3}`) is also taken out
 * of the middle.
 */

import { fold } from '../text/fold';
import type { Span } from '../text/span';
import type { Inline } from './blocks';
import {
  BEYOND_LATIN,
  beginsPlain,
  ENUMERATION,
  isWordUnit,
  LEADS,
  lastOf,
  ORNAMENT,
  TAIL_SIGN,
  TAILS,
} from './field-ends';
import type { FieldDraft } from './field-names';
import { readGroup } from './field-notations';
import { readNamed, readSegment } from './field-tails';
import type { Field, FieldName, Statement } from './model';
import { readResult } from './result-sign';

export interface Peeled {
  /** What is left, trimmed. */
  readonly statement: Statement;
  /** In the order of the text. */
  readonly fields: Field[];
}

const SEPARATOR = /[\s\-–—|,;·:]/;
/** Takes fields from both ends of a text while its offsets stay those of the chunk. */
class Peeler {
  private from: number;
  private to: number;
  private readonly found: Field[] = [];
  private readonly blanked: Span[] = [];

  constructor(
    private readonly inline: Inline,
    private readonly isObjective: boolean,
    private readonly behind: number,
  ) {
    this.from = behind;
    this.to = inline.text.length;
  }

  peel(): Peeled {
    this.trim();
    this.takeImages();
    this.takeResult();
    while (this.takeTail());
    while (this.takeLead());
    this.takeInner();
    this.trimEnd();
    const { start } = this.inline.span;
    let text = this.inline.text.slice(this.from, this.to);
    for (const span of this.blanked) {
      if (span.start < this.from || span.end > this.to) continue;
      const at = span.start - this.from;
      text = text.slice(0, at) + ' '.repeat(span.end - span.start) + text.slice(at + span.end - span.start);
    }
    return {
      statement: { span: { start: start + this.from, end: start + this.to }, text },
      fields: this.found.length > 1 ? this.found.sort((a, b) => a.span.start - b.span.start) : this.found,
    };
  }

  private get text(): string {
    return this.inline.text.slice(this.from, this.to);
  }

  private trim(): void {
    const { text: all } = this.inline;
    if (
      isWordUnit(all.charCodeAt(this.from)) &&
      isWordUnit(all.charCodeAt(this.to - 1)) &&
      this.from < this.to
    )
      return;
    const { text } = this;
    const start = text.length - text.trimStart().length;
    if (start === text.length) {
      this.to = this.from;
      return;
    }
    this.to = this.from + text.trimEnd().length;
    this.from += start;
  }

  /** A colon that announces the list below is not part of the sentence. */
  private trimEnd(): void {
    this.trim();
    if (isWordUnit(this.inline.text.charCodeAt(this.to - 1))) return;
    while (this.to > this.from && /[\s:：]/u.test(this.inline.text[this.to - 1] ?? '')) this.to--;
  }

  /** `start` and `end` count in the inline's text. */
  private add({ name, start, end, valueStart, valueEnd }: FieldDraft): void {
    const base = this.inline.span.start;
    const raw = this.inline.text.slice(valueStart, valueEnd);
    const lead = raw.length - raw.trimStart().length;
    const value = raw.trim();
    if (value === '') return;
    this.found.push({
      name,
      value: value.replace(/\s+/g, ' '),
      valueSpan: { start: base + valueStart + lead, end: base + valueStart + lead + value.length },
      span: { start: base + start, end: base + end },
    });
  }

  private cutTail(at: number): void {
    const { text } = this.inline;
    let end = at;
    while (end > this.from && SEPARATOR.test(text[end - 1] ?? '')) end--;
    // "Objective:" with nothing left keeps what it had: the fields were its text.
    this.to = end > this.from ? end : at;
    if (end === this.from) this.trim();
  }

  /** `![P0](p0.svg)` in front of the words. */
  private takeImages(): void {
    const base = this.inline.span.start;
    if (this.inline.images.length === 0) return;
    for (const { span, alt } of this.inline.images) {
      if (span.start - base < this.behind || !/^p[0-5]$/i.test(alt.trim())) continue;
      this.found.push({ name: 'priority', value: alt.trim(), valueSpan: span, span });
      if (span.start - base <= this.from) this.from = Math.max(this.from, span.end - base);
    }
    this.trim();
  }

  private takeResult(): void {
    const draft = readResult(this.text);
    if (draft) this.addTail(draft.start, draft);
  }

  private takeTail(): boolean {
    this.trim();
    const { text } = this;
    const last = text.at(-1);
    if (last === undefined) return false;
    return this.takeShortTail(text) || this.takeGroup(text, last) || this.takeField(text);
  }

  private takeShortTail(text: string): boolean {
    const reach = Math.max(0, text.length - 60);
    const end = text.slice(reach);
    const lastSign = lastOf(end);
    const signed = TAIL_SIGN.test(end);
    if (!signed && lastSign === undefined) return false;
    const latin = !signed || !BEYOND_LATIN.test(end);
    for (const { pattern, name, hint, sign, last } of TAILS) {
      if (last && last !== lastSign) continue;
      if (hint ? !end.includes(hint) : sign && latin) continue;
      const match = pattern.exec(end);
      const value = match?.[1];
      if (!match || value === undefined) continue;
      const start = reach + match.index;
      if (text.slice(0, start).trim() === '') return false;
      const valueStart = start + match[0].lastIndexOf(value);
      this.addTail(start, { name, start, end: text.length, valueStart, valueEnd: valueStart + value.length });
      return true;
    }
    return false;
  }

  /** `draft` counts in the current text. */
  private addTail(start: number, ...drafts: readonly FieldDraft[]): void {
    for (const draft of drafts)
      this.add({
        name: draft.name,
        start: this.from + draft.start,
        end: this.from + draft.end,
        valueStart: this.from + draft.valueStart,
        valueEnd: this.from + draft.valueEnd,
      });
    this.cutTail(this.from + start);
  }

  /** `(..)`, `[..]` or `{..}` at the end. */
  private takeGroup(text: string, last: string): boolean {
    const open = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : undefined;
    if (!open) return false;
    const start = text.lastIndexOf(open);
    if (start < 0 || text.slice(0, start).trim() === '') return false;
    const drafts = readGroup(text, start, text.length, { isObjective: this.isObjective, named: false });
    if (!drafts) return false;
    this.addTail(start, ...drafts);
    return true;
  }

  /** `, owner: Linh`, ` | Due: 30/9`, ` score:0.7`, `; now 13`. */
  private takeField(text: string): boolean {
    const draft = readSegment(text) ?? readNamed(text);
    if (!draft || text.slice(0, draft.start).trim() === '') return false;
    this.addTail(draft.start, draft);
    return true;
  }

  private takeLead(): boolean {
    this.trim();
    if (this.from < this.to && beginsPlain(this.inline.text.charCodeAt(this.from))) return false;
    const { text } = this;
    for (const { pattern, name } of LEADS) {
      const match = pattern.exec(text);
      const value = match?.[1];
      if (!match || value === undefined || match[0].length === text.length) continue;
      const valueStart = this.from + match[0].indexOf(value);
      this.add({
        name,
        start: this.from,
        end: this.from + match[0].length,
        valueStart,
        valueEnd: valueStart + value.length,
      });
      this.from += match[0].length;
      return true;
    }
    const ornament = ENUMERATION.exec(text) ?? ORNAMENT.exec(text);
    if (!ornament) return false;
    this.from += ornament[0].length;
    return this.from < this.to;
  }

  /** Groups that carry their own name, in the middle of the sentence. */
  private takeInner(): void {
    const { text } = this;
    if (!text.includes('(') && !text.includes('{')) return;
    for (let at = 0; at < text.length; at++) {
      const close = text[at] === '(' ? ')' : text[at] === '{' ? '}' : undefined;
      if (!close) continue;
      const end = text.indexOf(close, at);
      if (end < 0) continue;
      const hash = text.slice(Math.max(0, at - 4), at) === '#due';
      const start = hash ? at - 4 : at;
      const drafts: FieldDraft[] | undefined = hash
        ? [{ name: 'due', start, end: end + 1, valueStart: at + 1, valueEnd: end }]
        : readGroup(text, at, end + 1, { isObjective: this.isObjective, named: true });
      if (!drafts) continue;
      for (const draft of drafts)
        this.add({
          name: draft.name,
          start: this.from + draft.start,
          end: this.from + draft.end,
          valueStart: this.from + draft.valueStart,
          valueEnd: this.from + draft.valueEnd,
        });
      this.blanked.push({ start: this.from + start, end: this.from + end + 1 });
      at = end;
    }
  }
}

/**
 * Takes the fields off running text.
 * @param behind where the label in front ends
 */
export function peelFields(inline: Inline, isObjective: boolean, behind = 0): Peeled {
  return new Peeler(inline, isObjective, behind).peel();
}

/** The value behind a field's label: `Owner: Linh` -> `Linh`, with its place in the chunk. */
export function labelledField(name: FieldName, inline: Inline, valueStart: number): Field | undefined {
  const raw = inline.text.slice(valueStart);
  const value = raw.trim();
  if (value === '') return undefined;
  const start = inline.span.start + valueStart + (raw.length - raw.trimStart().length);
  return {
    name,
    value: value.replace(/\s+/g, ' '),
    valueSpan: { start, end: start + value.length },
    span: inline.span,
  };
}

/** For tests and table cells: folded text without spaces at the ends. */
export const foldTrim = (text: string): string => fold(text).text.trim();
