// @ts-check
/** One worker of `check-regex`: a pattern in, a verdict out. Plain JavaScript, so that it needs no loader. */
import { parentPort } from 'node:worker_threads';
import { checkSync } from 'recheck';

const TIMEOUT_MS = 60_000;

/**
 * Why a pattern may be slow; undefined where it is proved to take linear time.
 * @param {string} source
 * @param {string} flags
 * @returns {string | undefined}
 */
function problemOf(source, flags) {
  const result = checkSync(source, flags.replace(/[dgv]/g, ''), { timeout: TIMEOUT_MS });
  if (result.status === 'unknown') return `not proved (${result.error.kind})`;
  return result.status === 'safe' ? undefined : result.complexity.summary;
}

parentPort?.on('message', ({ key, source, flags }) => {
  parentPort?.postMessage({ key, problem: problemOf(source, flags) });
});
