/**
 * Text that may be large and changes a little at a time. A string is one; so is what an edit makes of two long strings
 * and a short one, which nobody has put together yet: that would copy megabytes at every key press.
 */
export interface Text {
  /** In UTF-16 units. */
  readonly length: number;
  /** What stands from `start` to before `end`, both from the beginning of the text and not negative. */
  slice(start: number, end?: number): string;
  /** The whole of it. */
  toString(): string;
}

/** Three strings, one after the other. Immutable. */
export class TextInParts implements Text {
  readonly length: number;
  #whole: string | undefined;

  constructor(
    private readonly before: string,
    private readonly middle: string,
    private readonly after: string,
  ) {
    this.length = before.length + middle.length + after.length;
  }

  slice(start: number, end: number = this.length): string {
    const { before, middle, after } = this;
    const middleEnd = before.length + middle.length;
    if (start >= before.length && end <= middleEnd)
      return middle.slice(start - before.length, Math.max(0, end - before.length));
    const part = (text: string, offset: number) =>
      text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    return part(before, 0) + part(middle, before.length) + part(after, middleEnd);
  }

  toString(): string {
    this.#whole ??= this.before + this.middle + this.after;
    return this.#whole;
  }
}
