import type { Language } from '../../text/language';
import type { FileReport, Trouble } from '../report';

/** What a format may want to know beside the findings. */
export interface FormatOptions {
  readonly colour: boolean;
  /** Files that could not be read. */
  readonly trouble: readonly Trouble[];
  /** Of what is said to people beside the findings. */
  readonly language?: Language;
}

export type Formatter = (reports: readonly FileReport[], options: FormatOptions) => string;

/** A path as it stands in machine-readable reports: `/` between folders on every system. */
export function slashedPath(path: string): string {
  return path.replaceAll('\\', '/');
}
