/**
 * The text of an open document. An editor's changes go to a `TextDocument` that holds no more than the lines around the
 * last one: in a text of a megabyte each would otherwise copy the whole of it and move all of its lines.
 */
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../service';
import { createLineIndex } from '../text/lines';
import { shift } from '../text/span';
import { type Text, TextInParts } from '../text/text';

/** UTF-16 units of a text that is changed as a whole, and of lines around an edit that others may fall in. */
const SMALL = 32_000;
/** So far before and behind an edit. */
const AROUND = SMALL / 4;

/** Where a line begins that follows on `\n`, behind `offset`; the end of the text where none does. */
function lineBehind(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The same at or before `offset`, which may be negative; the beginning of the text where none does. */
const lineBefore = (text: string, offset: number) =>
  offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;

export class OpenText {
  readonly #uri: string;
  readonly #languageId: string;
  /** What stands before the lines that are held, up to and with a line end. */
  #before = '';
  /** How many lines that is. */
  #line = 0;
  #lines: TextDocument;
  #after = '';
  /** How much of it may be held before other lines are looked for. */
  #most = SMALL;

  constructor(uri: string, languageId: string, text: string) {
    this.#uri = uri;
    this.#languageId = languageId;
    this.#lines = this.#hold(text);
  }

  /** As it is now; later changes do not show in it. */
  get text(): Text {
    if (this.#before === '' && this.#after === '') return this.#lines.getText();
    return new TextInParts(this.#before, this.#lines.getText(), this.#after);
  }

  /** Takes over a change and returns where it was, in the text before it; undefined where the whole was replaced. */
  change(change: TextDocumentContentChangeEvent): TextEdit | undefined {
    if (!('range' in change)) {
      this.#holdAll(change.text);
      return undefined;
    }
    if (!this.#holds(change.range)) this.#moveTo(change.range);
    const places = [this.#offsetOf(change.range.start), this.#offsetOf(change.range.end)];
    const span = { start: Math.min(...places), end: Math.max(...places) };
    // As it stands in the text: a `TextDocument` loses its lines over a range that begins behind its end.
    const range = { start: this.#lines.positionAt(span.start), end: this.#lines.positionAt(span.end) };
    this.#lines = TextDocument.update(this.#lines, [{ range, text: change.text }], 0);
    return { span: shift(span, this.#before.length), newText: change.text };
  }

  #hold(text: string): TextDocument {
    return TextDocument.create(this.#uri, this.#languageId, 0, text);
  }

  #holdAll(text: string): void {
    this.#before = '';
    this.#line = 0;
    this.#lines = this.#hold(text);
    this.#after = '';
    this.#most = SMALL;
  }

  /** Where a position of the text is in the lines that are held. */
  #offsetOf({ line, character }: Position): number {
    return this.#lines.offsetAt({ line: line - this.#line, character });
  }

  /** Whether a change of this range is one of the lines that are held, and those are not too many. */
  #holds({ start, end }: Range): boolean {
    const held = this.#lines.getText();
    if (held.length > this.#most) return false;
    const isBehindBefore = Math.min(start.line, end.line) >= this.#line;
    if (this.#after === '') return isBehindBefore;
    // The line end that sets them apart from what follows may have been deleted.
    const isApart = held.endsWith('\n');
    // Behind its last line end stands nothing that is held.
    const last = this.#line + this.#lines.lineCount - 1;
    return isApart && isBehindBefore && Math.max(start.line, end.line) < last;
  }

  /** Holds the lines around another place. */
  #moveTo({ start, end }: Range): void {
    const text = this.text.toString();
    if (text.length <= SMALL) {
      this.#holdAll(text);
      return;
    }
    const lines = createLineIndex(text);
    const first = lines.lineStart(Math.min(start.line, end.line));
    const behind = lines.lineStart(Math.max(start.line, end.line) + 1);
    const from = lineBefore(text, first - AROUND);
    const to = lineBehind(text, behind + AROUND);
    this.#before = text.slice(0, from);
    this.#line = lines.positionAt(from).line;
    this.#lines = this.#hold(text.slice(from, to));
    this.#after = text.slice(to);
    // Where a single line is longer than what is wanted, another move would not help.
    this.#most = Math.max(SMALL, 2 * (to - from - (behind - first)));
  }
}
