// @ts-check
/** Counting tests from what the test programs print. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

// Every ESC [ ... m sequence that mocha and others colour their output with.
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * Reads the counts that mocha (`12 passing (3s)`), or a runner of ours (`12 passed, 0 failed`), printed at the end.
 *
 * @param {string} output
 * @returns {Counts | undefined} Undefined when no counts were printed: the program ended before that.
 */
export function readCounts(output) {
  const lines = output.replace(COLOUR, '').split(/\r?\n/);
  const own = lines
    .map((line) => /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim()))
    .findLast(Boolean);
  if (own) return { passed: Number(own[1]), failed: Number(own[2]), skipped: Number(own[3] ?? 0) };

  const last = (/** @type {string} */ word) => {
    const pattern = new RegExp(`^\\s+(\\d+) ${word}\\b`);
    return lines.map((line) => pattern.exec(line)).findLast(Boolean);
  };
  const passing = last('passing');
  if (!passing) return undefined;
  return {
    passed: Number(passing[1]),
    failed: Number(last('failing')?.[1] ?? 0),
    skipped: Number(last('pending')?.[1] ?? 0),
  };
}

/**
 * @param {Counts} counts
 * @returns {string} The line that a test run ends with, e.g. `12 passed, 0 failed`.
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
