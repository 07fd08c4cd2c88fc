/** The start of a line, which says what it is. */
import { type Folded, fold } from '../text/fold';
import { DECORATION } from './label-patterns';

/** Folded text with the place where its words begin. */
export interface Start {
  readonly line: string;
  readonly folded: Folded;
  readonly at: number;
  readonly text: string;
}

/** Whether a text can begin with decoration: most begin with a letter, which is none. */
function mayBeDecorated(text: string): boolean {
  const code = text.charCodeAt(0);
  // The kind of a call-out.
  if (code === 0x5b) return text.charCodeAt(1) === 0x21;
  if (code > 0x7f || code <= 0x20) return true;
  // A digit in the box of a key cap.
  return code >= 0x30 && code <= 0x39 && text.charCodeAt(1) > 0x7f;
}

/** What a line begins with, behind what decorates it. */
export function startOf(line: string): Start {
  const folded = fold(line);
  const { text } = folded;
  const at = mayBeDecorated(text) ? (DECORATION.exec(text)?.[0].length ?? 0) : 0;
  return { line, folded, at, text: at > 0 ? text.slice(at) : text };
}
