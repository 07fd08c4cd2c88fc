// @ts-check
/**
 * A folder from a stranger, opened in restricted mode: okrlint works, heeds its configuration as far as that is data,
 * refuses what leads out of it, and runs nothing of it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const UNTRUSTED_FILE = 'team.okr.md';

/** Restricted mode without a question at the start. */
export const UNTRUSTED_SETTINGS = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
};

const PLAN =
  '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n- KR2: Improve relationships with resellers\n';

/**
 * Fills a folder: code under every name that a careless tool would run, settings, a good configuration and one that
 * wants more than it may have.
 *
 * @param {string} folder
 */
export function untrustedFolder(folder) {
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const trap = `require('node:fs').writeFileSync(${JSON.stringify(markerOf(folder))}, __filename);\n`;
  write(UNTRUSTED_FILE, PLAN);
  write('.okrlintrc.json', '{ "rules": { "kr-unbounded": "off", "kr-no-number": "off" } }\n');
  write(`greedy/${UNTRUSTED_FILE}`, PLAN);
  write('greedy/.okrlintrc.json', '{ "extends": ["../../outside.json", "okrlint-config-trap"] }\n');
  for (const name of [
    '.okrlintrc.js',
    '.okrlintrc.cjs',
    'okrlint.config.js',
    'node_modules/okrlint/index.js',
    'node_modules/okrlint/dist/server.js',
    'node_modules/okrlint-config-trap/index.js',
    'node_modules/vscode-languageserver/index.js',
  ])
    write(name, trap);
  write('.vscode/settings.json', '{ "okrlint.trace.server": "verbose", "okrlint.language": "vi" }\n');
}

/**
 * @param {import('./workbench.mjs').Workbench} workbench Shows `UNTRUSTED_FILE` of the folder.
 * @param {string} folder
 * @param {(name: string) => Promise<void>} take Takes a picture.
 * @param {boolean} [restricted] VS Code says that the folder is not trusted; it trusts all that is virtual.
 */
export async function checkUntrusted(workbench, folder, take, restricted = false) {
  const { page } = workbench;
  if (restricted) await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  assert.equal(await workbench.squiggles(), 1, 'squiggles: kr-unbounded is off, kr-activity is not');
  const rows = await workbench.problems();
  const texts = (await rows.allInnerTexts()).join('\n');
  assert.match(texts, /kr-activity/);
  assert.doesNotMatch(texts, /kr-unbounded/);
  await take('untrusted');
  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });

  // Words of the settings are data as well.
  const hover = await workbench.hoverFirstSquiggle();
  assert.match((await hover.innerText()).normalize('NFC'), /hoạt động|việc/i);
  await page.keyboard.press('Escape');
  await workbench.restMouse();

  await (await workbench.quickFixMenu()).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.snippet-placeholder').first().waitFor();
  await page.keyboard.press('Escape');
  await workbench.waitForSquiggles(0);

  await workbench.openFile('greedy/.okrlintrc.json');
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ state: 'attached' });
  const refused = (await (await workbench.problems()).allInnerTexts()).join('\n');
  assert.match(refused, /outside\.json/);
  assert.match(refused, /okrlint-config-trap/);
  await take('untrusted-config');
  assert.ok(!existsSync(markerOf(folder)), 'code of the folder was run');
}

/** Where the traps leave a sign. */
function markerOf(/** @type {string} */ folder) {
  return `${folder}-was-run`;
}
