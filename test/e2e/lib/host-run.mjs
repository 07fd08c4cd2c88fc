// @ts-check
/** Running the mocha suite inside an extension host, by way of a page that shows the workbench. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readCounts } from '../../../scripts/lib/summary.mjs';
import { launchBrowser, watchOutsideRequests } from './chromium.mjs';
import { OUT } from './paths.mjs';

/** The suite's reporter begins its lines so; everything else comes from VS Code. See suite/reporter.ts. */
const MARK = 'okrlint-e2e|';

/**
 * @param {object} options
 * @param {'web' | 'Node.js'} options.host The extension host that the suite has to find itself in.
 * @param {string} options.address Page to open.
 * @param {number} options.timeoutSeconds
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] Called before the page loads.
 * @returns {Promise<import('../../../scripts/lib/summary.mjs').Counts>} The suite's report is printed as it comes.
 */
export async function runSuiteInPage({ host, address, timeoutSeconds, prepare }) {
  const browser = await launchBrowser();
  const verbose = process.argv.includes('--verbose');
  /** @type {string[]} */
  const noise = [];
  /** @type {(counts: import('../../../scripts/lib/summary.mjs').Counts) => void} */
  let report = () => {};
  let inHost = false;
  const log = (/** @type {unknown} */ message) => {
    const line = String(message);
    if (line.startsWith(MARK)) {
      const text = line.slice(MARK.length);
      console.log(text);
      inHost ||= text.endsWith(`, ${host} extension host`);
      const counts = readCounts(text);
      if (counts) report(counts);
    } else if (verbose) console.log(`    ${line}`);
    else noise.push(line);
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const outside = watchOutsideRequests(page);
    const finished = new Promise((/** @type {typeof report} */ resolve, reject) => {
      report = resolve;
      // The workbench calls these two when it runs extension tests in a page.
      const exposed = [
        page.exposeFunction(
          'codeAutomationLog',
          (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log(args[0]),
        ),
        // An end before the report: the suite could not be loaded.
        page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
          setTimeout(() => reject(new Error(`The extension host ended with code ${code}.`)), 500);
        }),
      ];
      Promise.all(exposed).catch(reject);
      page.on('crash', () => reject(new Error('The page crashed.')));
      setTimeout(
        () => reject(new Error(`The tests did not end within ${timeoutSeconds} s.`)),
        timeoutSeconds * 1000,
      ).unref();
    });
    await prepare?.(page);
    await page.goto(address);
    const counts = await finished.catch(async (error) => {
      console.log(noise.slice(-40).join('\n'));
      mkdirSync(OUT, { recursive: true });
      await page.screenshot({ path: path.join(OUT, `${host.replace('.', '')}-failure.png`) }).catch(() => {});
      throw error;
    });
    if (outside.size > 0) throw new Error(`The page asked for outside hosts: ${[...outside].join(', ')}`);
    if (!inHost) throw new Error(`The suite did not run in the ${host} extension host.`);
    return counts;
  } finally {
    await browser.close();
  }
}
