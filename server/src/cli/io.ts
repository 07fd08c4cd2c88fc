/** What the command line needs from the outside, so that tests can run it without a process. */
import type { Threads } from './pool';

export interface CliIo {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Whether colours are wanted when the user does not say. */
  readonly colour: boolean;
  readonly today: string;
  /** Where a progress bar can be drawn: standard error, if it is a terminal. */
  readonly progress?: NodeJS.WriteStream;
  /** How to start threads that answer jobs (`worker.ts`); absent where everything runs in one. */
  readonly threads?: Threads;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
}

/** A mistake of the user's (wrong option, missing file): its message is all there is to say. Exit code 2. */
export class UsageError extends Error {}
