#!/usr/bin/env node
// @ts-check
/**
 * `npm test`: everything that can be checked, one step after the other, then a table and one line with the counts.
 * Uses Node built-ins only, because it also installs the packages.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser, howToInstallBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isFile, npm } from './lib/process.mjs';
import { readCounts, summaryLine } from './lib/summary.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const HELP = `Usage: npm test [-- options]

Installs what is missing, builds, and runs every check and test.

  --all            also run the end-to-end tests in the desktop (Node.js) extension host of VS Code;
                   installs code-server into a cache folder the first time
  --only a,b       run only the steps with these names (after the build)
  --skip a,b       leave these steps out
  --list           print the names of the steps
  --help           print this

Environment: CI=true makes a skipped step a failure; OKRLINT_BROWSER names the Chromium, Chrome or Edge to use.`;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about
 * @property {string} script The npm script.
 * @property {string} [needs] A file without which there is nothing to do.
 * @property {boolean} [tests] It runs tests and prints their counts.
 * @property {boolean} [browser] It needs a browser.
 * @property {boolean} [onlyWithAll]
 *
 * @typedef {object} Outcome
 * @property {Step} step
 * @property {'passed' | 'failed' | 'skipped'} result
 * @property {string} note
 * @property {number} seconds
 * @property {import('./lib/summary.mjs').Counts} counts
 */

/** @type {Step[]} */
const STEPS = [
  {
    name: 'generated',
    about: 'knowledge data is valid, committed generated files are up to date',
    script: 'check:generated',
  },
  { name: 'build', about: 'generated data and bundles, as they are shipped', script: 'build:small' },
  { name: 'size', about: 'what is shipped stays within its budget', script: 'size', tests: true },
  { name: 'types', about: 'TypeScript', script: 'typecheck' },
  { name: 'lint', about: 'Biome: format and lint', script: 'lint' },
  { name: 'imports', about: 'direction of imports between the stages', script: 'check:imports' },
  {
    name: 'regex',
    about: 'regular expressions run in linear time',
    script: 'check:regex',
    needs: 'scripts/check-regex.ts',
  },
  { name: 'unit', about: 'unit tests', script: 'test:unit', tests: true },
  { name: 'protocol', about: 'the bundled server over stdio', script: 'test:protocol', tests: true },
  { name: 'library', about: 'the package as other programs import it', script: 'test:library', tests: true },
  { name: 'safety', about: 'what the bundles do and touch', script: 'test:safety', tests: true },
  { name: 'fuzz', about: 'random and hostile input', script: 'test:fuzz', tests: true },
  { name: 'soak', about: 'thousands of edits', script: 'test:soak', tests: true },
  { name: 'editors', about: 'Neovim and Emacs, where installed', script: 'test:editors', tests: true },
  { name: 'grammar', about: 'TextMate grammar', script: 'test:grammar', tests: true },
  { name: 'web', about: 'in VS Code for the Web', script: 'test:web', tests: true, browser: true },
  {
    name: 'ui',
    about: 'the user interface, with screenshots',
    script: 'test:ui',
    tests: true,
    browser: true,
  },
  {
    name: 'node',
    about: 'in the Node.js extension host',
    script: 'test:node',
    tests: true,
    browser: true,
    onlyWithAll: true,
  },
];

const MARKS = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' };
const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

process.exitCode = await main();

/** @returns {Promise<number>} The exit code. */
async function main() {
  const options = readOptions();
  if (typeof options === 'number') return options;
  const started = performance.now();
  try {
    await ensureInstalled(ROOT);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log(summaryLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }

  const noBrowser = reasonForNoBrowser();
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const step of options.steps) {
    const broken = outcomes.some((outcome) => outcome.step.name === 'build' && outcome.result === 'failed');
    outcomes.push(broken ? notRun(step) : await runStep(step, noBrowser));
  }
  const failed = printTable(outcomes, started);
  return failed ? 1 : 0;
}

/** @returns {{ steps: Step[] } | number} The steps to run, or the exit code when there is nothing to run. */
function readOptions() {
  /** @type {{ all?: boolean, only?: string, skip?: string, list?: boolean, help?: boolean }} */
  let values;
  try {
    values = parseArgs({
      options: {
        all: { type: 'boolean' },
        only: { type: 'string' },
        skip: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const only = values.only?.split(',');
  const skip = values.skip?.split(',') ?? [];
  const unknown = [...(only ?? []), ...skip].filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}`,
    );
    return 2;
  }
  const steps = STEPS.filter((step) => !step.needs || isFile(path.join(ROOT, step.needs)))
    .filter((step) =>
      only ? only.includes(step.name) || step.name === 'build' : !step.onlyWithAll || values.all,
    )
    .filter((step) => !skip.includes(step.name));
  if (values.list) {
    for (const step of steps) console.log(`${step.name.padEnd(10)}${step.about}`);
    return 0;
  }
  return { steps };
}

/** @returns {string | undefined} */
function reasonForNoBrowser() {
  try {
    return findBrowser() ? undefined : howToInstallBrowser();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {Step} step
 * @param {string | undefined} noBrowser
 * @returns {Promise<Outcome>}
 */
async function runStep(step, noBrowser) {
  console.log(`\n=== ${step.name}: ${step.about}`);
  if (step.browser && noBrowser) return withoutBrowser(step, noBrowser);
  const started = performance.now();
  const { code, output } = await npm(['run', '--silent', step.script], { cwd: ROOT });
  const seconds = (performance.now() - started) / 1000;
  const { result, note, counts } = judge(code, step.tests ? readCounts(output) : NO_TESTS);
  console.log(`--- ${step.name}: ${MARKS[result]} in ${seconds.toFixed(1)} s`);
  return { step, result, note, seconds, counts };
}

/**
 * @param {number} code The exit code of the step.
 * @param {import('./lib/summary.mjs').Counts | undefined} counts Undefined when it ended before it told them.
 * @returns {Pick<Outcome, 'result' | 'note' | 'counts'>}
 */
function judge(code, counts) {
  const note = counts && counts !== NO_TESTS ? summaryLine(counts) : '';
  if (code === 0 && counts?.failed === 0) return { result: 'passed', note, counts };
  // A step that fails without a failing test (a type error, a crash) counts as one failure.
  const failed = Math.max(1, counts?.failed ?? 0);
  return { result: 'failed', note: note || `exit code ${code}`, counts: { ...(counts ?? NO_TESTS), failed } };
}

/**
 * In CI nobody reads that a step was skipped, so it fails there.
 *
 * @param {Step} step
 * @param {string} reason
 * @returns {Outcome}
 */
function withoutBrowser(step, reason) {
  const result = process.env.CI === 'true' ? 'failed' : 'skipped';
  console.log(`${MARKS[result]}: ${reason}`);
  return { step, result, note: 'no browser', seconds: 0, counts: { ...NO_TESTS, [result]: 1 } };
}

/**
 * @param {Step} step
 * @returns {Outcome}
 */
function notRun(step) {
  const counts = { passed: 0, failed: 0, skipped: 1 };
  return { step, result: 'skipped', note: 'not run, the build failed', seconds: 0, counts };
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {number} started
 * @returns {boolean} Whether anything failed.
 */
function printTable(outcomes, started) {
  console.log('\n=== summary');
  for (const { step, result, note, seconds } of outcomes) {
    const line = `${step.name.padEnd(10)}${MARKS[result].padEnd(9)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${note}`;
    console.log(line.trimEnd());
  }
  console.log(`${'all'.padEnd(19)}${`${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8)}`);
  const total = outcomes.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  console.log(summaryLine(total));
  return total.failed > 0;
}
