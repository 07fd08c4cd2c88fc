/** Where lines begin, for turning offsets into line and column. Lines end at `\n`, `\r\n` or a lone `\r`. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offset of the first unit of line `line` (from 0); clamped to the text. */
  lineStart(line: number): number;
  /** Line (from 0) and UTF-16 column (from 0) of an offset, which is clamped to the text. */
  positionAt(offset: number): { line: number; column: number };
}
