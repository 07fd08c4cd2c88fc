// @ts-check

/**
 * Runs a script's work and turns its answer into the exit code. An error is printed without its stack unless
 * `--verbose` was given.
 *
 * @param {() => Promise<boolean>} work Returns whether all went well.
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    const verbose = process.argv.includes('--verbose');
    console.error(error instanceof Error ? (verbose ? error.stack : error.message) : error);
    process.exitCode = 1;
  }
}
