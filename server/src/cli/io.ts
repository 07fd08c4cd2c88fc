/** What the command line needs from the outside, so that tests can run it without a process. */
import type { Language } from '../text/language';
import type { Threads } from './pool';
import { type Said, said, say } from './texts';

export interface CliIo {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Whether colours are wanted when the user does not say. */
  readonly colour: boolean;
  readonly today: string;
  /** The terminal's, as environment variables write it: `vi_VN.UTF-8`. */
  readonly locale?: string;
  /** Language of what is said beside findings; `run` sets it. */
  readonly language?: Language;
  /** Where a progress bar can be drawn: standard error, if it is a terminal. */
  readonly progress?: NodeJS.WriteStream;
  /** How to start threads that answer jobs (`worker.ts`); absent where everything runs in one. */
  readonly threads?: Threads;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
}

/** A mistake of the user's (wrong option, missing file): its message is all there is to say. Exit code 2. */
export class UsageError extends Error {
  readonly said: Said;

  constructor(key: Said['key'], values?: Said['values']) {
    const sentence = said(key, values);
    super(say('en', sentence));
    this.said = sentence;
  }
}

/** Writes a sentence as a line of its own to standard error. */
export function tell({ error, language = 'en' }: CliIo, key: Said['key'], values?: Said['values']): void {
  error(`okrlint: ${say(language, said(key, values))}\n`);
}
