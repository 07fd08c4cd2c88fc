// @ts-check
/** What axe finds wrong with a page for people who use a keyboard, a screen reader or high contrast. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Frame} frame
 * @param {string} root Selector of the part to look at.
 * @returns {Promise<string[]>} One line for each fault; none is what one hopes for.
 */
export async function accessibilityFaults(frame, root) {
  // Evaluated, not added as a script: the page allows no scripts but its own.
  await frame.evaluate(AXE);
  // VS Code paints the background behind the page, where axe does not see it.
  await frame.evaluate(() => {
    document.body.style.background = 'var(--vscode-editor-background)';
  });
  const violations = await frame.evaluate(
    (/** @type {string} */ selector) =>
      /** @type {any} */ (globalThis).axe
        .run(selector, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
        .then((/** @type {any} */ results) => results.violations),
    root,
  );
  return violations.map((/** @type {any} */ { id, help, nodes }) => {
    const [{ html, failureSummary }] = nodes;
    const why = failureSummary.replace(/\s+/g, ' ').slice(0, 240);
    return `${id} (${nodes.length} times): ${help}: ${html.slice(0, 160)} (${why})`;
  });
}
