/** What a run finds in each file; the shape of `--format json`. */
import type { Severity } from '../service';
import type { Said } from './texts';

export interface FileReport {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
  /** The text that fixing would make of it, with `--fix-dry-run` and only where it differs. */
  readonly output?: string;
}

/** One finding as the JSON format shows it; lines and columns from 1, columns in UTF-16 units. */
export interface Message {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions: readonly { readonly title: string; readonly text: string }[];
}

/** A file that could not be read or written, with what to do about it. */
export interface Trouble {
  readonly name: string;
  readonly reason: string;
}

/** The same before anybody has said it. */
export interface UnsaidTrouble {
  readonly name: string;
  readonly reason: Said;
}

/** A report of these messages, counted. */
export function reportOf(filePath: string, messages: readonly Message[], output?: string): FileReport {
  const count = (wanted: Severity) => messages.filter(({ severity }) => severity === wanted).length;
  return {
    filePath,
    messages,
    errorCount: count('error'),
    warningCount: count('warning'),
    ...(output === undefined ? {} : { output }),
  };
}
