import type { Formatter } from './format';

/** For programs: the array that `docs/command-line.md` describes. */
export const json: Formatter = (reports) => `${JSON.stringify(reports, null, 2)}\n`;
