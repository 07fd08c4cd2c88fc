#!/usr/bin/env node
// @ts-check
/**
 * The user interface, driven through a browser without a window on VS Code for the Web: what a user sees of okrlint
 * is there, is not cut off and shows no raw Markdown. Leaves a screenshot of each scene in test/e2e/out/.
 *
 *   --docs      also makes the pictures that the README shows, in docs/images/
 *   --only=X    plays only files whose name holds X, such as company
 *   --verbose   prints the stack of an error
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { summaryLine } from '../../scripts/lib/summary.mjs';
import { freePort, serveWeb } from '../../scripts/lib/web.mjs';
import { accessibilityFaults } from './lib/accessibility.mjs';
import { launchBrowser } from './lib/chromium.mjs';
import { main } from './lib/main.mjs';
import { OUT, ROOT } from './lib/paths.mjs';
import { stageExtension } from './lib/stage.mjs';
import { checkUntrusted, UNTRUSTED_FILE, untrustedFolder } from './lib/untrusted.mjs';
import { cutOff, inSight, rawMarkdown, Workbench } from './lib/workbench.mjs';

const DOCS = process.argv.includes('--docs');
const IMAGES = path.join(ROOT, 'docs/images');
/** Pictures for the README are flat, to leave room for its text; at this size each stays below 150 KB. */
const SIZE = { width: 1280, height: DOCS ? 720 : 800, scale: 1 };

/** Room for what matters. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  // JetBrains Mono draws all Vietnamese letters well; elsewhere VS Code's own choice follows.
  'editor.fontFamily': "'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  'editor.fontSize': 15,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};
const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};

/** A new file that only snippets fill. */
const EMPTY = 'new.okr.md';

/**
 * @typedef {object} Scene
 * @property {Workbench} workbench
 * @property {string} folder What is open.
 * @property {(name: string) => Promise<void>} picture Takes a screenshot.
 *
 * @typedef {object} Play
 * @property {keyof typeof THEMES} theme
 * @property {string} file
 * @property {boolean} [whole] Opens the whole workspace instead of the examples alone.
 * @property {(folder: string) => void} [make] Fills a folder of its own, which is opened instead.
 * @property {Record<string, unknown>} [settings]
 * @property {{ title: string, act: (scene: Scene) => Promise<void> }[]} scenes One after the other in the same window.
 */

const squiggles = (/** @type {string} */ picture) => ({
  title: 'activities have a squiggle',
  act: async (/** @type {Scene} */ scene) => {
    assert.ok((await scene.workbench.squiggles()) >= 1);
    await scene.workbench.restMouse();
    await scene.picture(picture);
  },
});

const problems = (/** @type {string} */ picture) => ({
  title: 'the Problems panel lists them',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    const rows = await workbench.problems();
    const texts = await rows.allInnerTexts();
    assert.ok(
      texts.some((text) => /okrlint.*kr-activity/s.test(text)),
      `no kr-activity in: ${texts.join(' | ')}`,
    );
    await workbench.restMouse();
    await take(picture);
    await workbench.page.keyboard.press('Control+J');
    await workbench.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  },
});

const hover = (/** @type {string} */ picture, /** @type {RegExp} */ words) => ({
  title: 'a hover explains the finding',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    const shown = await workbench.hoverFirstSquiggle();
    const text = await shown.innerText();
    assert.match(text.normalize('NFC'), words);
    assert.equal(rawMarkdown(text), undefined, `raw Markdown in the hover: ${text}`);
    assert.deepEqual(await cutOff(shown), [], 'cut off in the hover');
    // VS Code scrolls what is higher than 250 pixels; the better wording has to be seen at once.
    assert.ok(
      await inSight(shown.getByText(AFTER).last(), shown),
      'the example is below the edge of the hover',
    );
    await take(picture);
    await workbench.page.keyboard.press('Escape');
    await workbench.restMouse();
  },
});

const menu = (/** @type {string} */ picture) => ({
  title: 'Ctrl+. offers rewrites',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    const rows = await workbench.quickFixMenu();
    const texts = await rows.allInnerTexts();
    assert.ok(texts.length >= 1);
    for (const text of texts) assert.equal(rawMarkdown(text), undefined, `raw Markdown in the menu: ${text}`);
    assert.deepEqual(await cutOff(rows), [], 'cut off in the menu');
    await take(picture);
  },
});

const apply = (/** @type {string} */ picture) => ({
  title: 'the first rewrite and the numbers typed into it clear the finding',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    const before = await workbench.squiggles();
    const text = await workbench.visibleText();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.snippet-placeholder').first().waitFor();
    assert.notEqual(await workbench.visibleText(), text);
    await take(picture);
    // The first tab stop is selected.
    await workbench.page.keyboard.type('18', { delay: 30 });
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('25', { delay: 30 });
    await workbench.page.keyboard.press('Escape');
    await workbench.waitForSquiggles(before - 1);
    assert.match(await workbench.visibleText(), /18.* 25/);
    await take(`${picture}-filled-in`);
  },
});

const snippet = (/** @type {string} */ prefix, /** @type {string} */ picture) => ({
  title: `typing "${prefix}" offers templates`,
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    await workbench.typeAtEnd(prefix);
    const rows = await workbench.suggestions();
    const texts = await rows.allInnerTexts();
    assert.ok(
      texts.some((text) => text.includes(prefix)),
      `no "${prefix}" in: ${texts.join(' | ')}`,
    );
    await take(picture);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.editor-instance .view-line').nth(3).waitFor();
    const inserted = await workbench.visibleText();
    assert.equal(/\$\{?\d/.exec(inserted)?.[0], undefined, `a placeholder was left: ${inserted}`);
    await take(`${picture}-inserted`);
  },
});

const preview = (/** @type {string} */ picture, /** @type {RegExp} */ words) => ({
  title: 'the preview shows the document with verdicts and progress',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    // The keys go where the focus is, which a busy start may have left elsewhere.
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await workbench.page.keyboard.press('Control+Shift+V');
    // The page may be made anew once the marks are there.
    await workbench.again(async () => {
      const frame = await workbench.webview('.markdown-body .okrlint-badge');
      const text = await workbench.settled(() => frame.locator('.markdown-body').innerText());
      assert.match(text, words);
      assert.deepEqual(await accessibilityFaults(frame, '.okrlint-marks'), []);
    });
    await workbench.restMouse();
    await take(picture);
  },
});

const scorecard = (/** @type {string} */ picture, /** @type {RegExp} */ words) => ({
  title: 'the scorecard lists all OKRs and has no accessibility faults',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    await workbench.command('OKR: Open Scorecard');
    const frame = await workbench.webview('#root table');
    await workbench.settled(() => frame.locator('#root').innerText());
    assert.match(await frame.locator('#root').innerText(), words);
    assert.deepEqual(await accessibilityFaults(frame, '#root'), []);
    await workbench.restMouse();
    await take(picture);
    await frame.locator('table').evaluate((table) => table.scrollIntoView());
    await take(`${picture}-table`);
    await frame.locator('svg.map').evaluate((map) => map.scrollIntoView());
    await take(`${picture}-map`);
  },
});

const scorecardByKeyboard = () => ({
  title: 'the scorecard sorts, filters and opens with the keyboard alone',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    const frame = await workbench.webview('#root table');
    const rows = () => frame.locator('tbody tr').count();
    const all = await rows();
    await frame.locator('#sort-progress').focus();
    await workbench.page.keyboard.press('Enter');
    const head = frame.locator('th.column-progress').first();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await workbench.page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending', 'the focus was lost');

    await frame.locator('#filter-text').focus();
    await workbench.page.keyboard.type('don giao tre');
    await workbench.settled(rows);
    assert.equal(await rows(), 1, 'rows that fit "don giao tre"');
    await workbench.page.keyboard.press('Enter');
    await take('scorecard-filtered');
    await frame.locator('#filter-reset').press('Enter');
    await workbench.settled(rows);
    assert.equal(await rows(), all);

    await frame.locator('tbody .link').first().press('Enter');
    await workbench.page.locator('.editor-instance .view-line').first().waitFor();
    await take('scorecard-opened');
  },
});

/** Objectives of many teams, each of which supports one of the company's. */
function manyTeams(/** @type {string} */ folder) {
  const quarter = (/** @type {string} */ team) =>
    `---\nokr: 1\ncycle: 2026-Q4\nteam: ${team}\nlang: en\n---\n\n`;
  const goals = Array.from({ length: 5 }, (_, n) => n + 1);
  const company = goals.map(
    (n) =>
      `## Objective ${n}: Shops stay with us, part ${n} {#c${n}}\n\n- KR1: Raise renewals from 7${n}% to 8${n}% @hana\n`,
  );
  writeFileSync(path.join(folder, 'company.okr.md'), quarter('Company') + company.join('\n'));
  for (let team = 1; team <= 79; team++) {
    const own = goals.map(
      (n) =>
        `## Objective ${n}: Region ${team} delivers what it said, part ${n} {^c${n}}\n\n- KR1: Raise deliveries on time from 8${n}% to 9${n}% (now: 8${n + 2}%) @owner${team}\n- KR2: Call more shops\n`,
    );
    writeFileSync(path.join(folder, `region-${team}.okr.md`), quarter(`Region ${team}`) + own.join('\n'));
  }
}

const largeMap = (/** @type {string} */ picture) => ({
  title: 'a map that is too large says so, and filters draw their part of it',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    await workbench.command('OKR: Open Scorecard');
    const frame = await workbench.webview('#root table');
    const instead = frame.getByText('400 objectives are linked, and the map has room for 300.');
    await instead.waitFor();
    assert.equal(await frame.locator('svg.map').count(), 0);
    await take(picture);
    await instead.scrollIntoViewIfNeeded();
    await take(`${picture}-too-large`);
    await frame.locator('#filter-team').selectOption('Region 7');
    await frame.locator('svg.map').waitFor();
    assert.equal(await frame.locator('svg.map .box').count(), 10, 'boxes of one region and the company');
    assert.deepEqual(await accessibilityFaults(frame, '#root'), []);
    const box = frame.locator('svg.map .box').last();
    await box.focus();
    await box.scrollIntoViewIfNeeded();
    await take(`${picture}-part`);
    await workbench.page.keyboard.press('Enter');
    // It was open already; VS Code may show it once more beside the scorecard.
    await workbench.page.locator('.tab', { hasText: 'region-7.okr.md' }).last().waitFor();
  },
});

const status = () => ({
  title: 'the language status item counts key results',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    await workbench.page.locator('[id="status.languageStatus"]').click();
    const hover = workbench.page
      .locator('.hover-language-status', { hasText: /key results measurable/ })
      .first();
    await hover.waitFor();
    await take('status');
    await workbench.page.locator('.editor-instance .view-lines').click();
    // The preview opens where the cursor stands.
    await workbench.page.keyboard.press('Control+Home');
  },
});

const walkthrough = (/** @type {string} */ picture) => ({
  title: 'the walkthrough leads through four steps',
  act: async (/** @type {Scene} */ { workbench, picture: take }) => {
    await workbench.command('Welcome: Open Walkthrough');
    const entry = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Write OKRs' });
    await entry.first().click();
    const steps = workbench.page.locator('.gettingStartedSlideDetails .getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 4);
    for (const [index, step] of (await steps.all()).entries()) {
      await step.click();
      await workbench.settled(() => step.innerText());
      await workbench.restMouse();
      await take(`${picture}-${index + 1}`);
    }
  },
});

const AFTER = /^(After|Sau):/;
const ENGLISH = /activity/i;
const VIETNAMESE = /hoạt động|việc làm|công việc/i;

/** @type {Play[]} */
const PLAYS = [
  {
    theme: 'dark',
    file: 'sales.okr.md',
    scenes: [
      squiggles('squiggles'),
      problems('problems'),
      hover('hover', ENGLISH),
      menu('quick-fix'),
      apply('rewritten'),
    ],
  },
  {
    theme: 'light',
    file: 'sales.okr.md',
    scenes: [squiggles('squiggles-light'), hover('hover-light', ENGLISH), menu('quick-fix-light')],
  },
  {
    theme: 'dark',
    file: 'ban-hang.okr.md',
    scenes: [
      squiggles('squiggles-vi'),
      problems('problems-vi'),
      hover('hover-vi', VIETNAMESE),
      menu('quick-fix-vi'),
      apply('rewritten-vi'),
    ],
  },
  {
    theme: 'light',
    file: 'ban-hang.okr.md',
    scenes: [hover('hover-vi-light', VIETNAMESE), preview('preview-vi', /đo được/)],
  },
  { theme: 'dark', file: EMPTY, scenes: [snippet('okr-sales', 'snippets')] },
  {
    theme: 'dark',
    file: 'company.okr.md',
    whole: true,
    scenes: [
      status(),
      preview('preview', /measurable/),
      scorecard('scorecard', /Vận hành/),
      scorecardByKeyboard(),
    ],
  },
  {
    theme: 'light',
    file: 'company.okr.md',
    whole: true,
    scenes: [scorecard('scorecard-light', /Alignment map/), walkthrough('walkthrough')],
  },
  {
    theme: 'dark',
    file: UNTRUSTED_FILE,
    make: untrustedFolder,
    scenes: [
      {
        title: 'a stranger’s folder is checked, and runs nothing',
        act: ({ workbench, folder, picture: take }) => checkUntrusted(workbench, folder, take),
      },
    ],
  },
  { theme: 'dark', file: 'region-7.okr.md', make: manyTeams, scenes: [largeMap('scorecard-large')] },
  {
    theme: 'contrast',
    file: 'company.okr.md',
    whole: true,
    scenes: [preview('preview-contrast', /measurable/), scorecard('scorecard-contrast', /Alignment map/)],
  },
  {
    theme: 'contrast-light',
    file: 'van-hanh.okr.md',
    whole: true,
    settings: { 'okrlint.language': 'vi' },
    scenes: [preview('preview-contrast-light', /đo được/), scorecard('scorecard-vi', /Sơ đồ liên kết/)],
  },
];

const ONLY = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const isWanted = (/** @type {Play} */ { file }) => file.includes(ONLY);

/** Names of the pictures that the README shows. */
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const FOR_README = [...README.matchAll(/docs\/images\/([\w-]+)\.png/g)].map(([, name]) => name);

await main(async () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const stage = await stageExtension();
  const folder = path.join(stage.workspace, 'examples');
  writeFileSync(path.join(folder, EMPTY), '');
  moveToToday(folder);
  const browser = await launchBrowser();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const play of PLAYS.filter(isWanted)) {
      console.log(`${play.file}, ${play.theme} theme`);
      const { passed, failed, skipped } = await perform(play, browser, {
        extension: stage.extension,
        folder: play.make ? made(stage, play.make) : play.whole ? stage.workspace : folder,
      });
      counts.passed += passed;
      counts.failed += failed;
      counts.skipped += skipped;
    }
  } finally {
    await browser.close();
    stage.remove();
  }
  console.log(`screenshots: ${path.relative(ROOT, OUT)}${DOCS ? `, ${path.relative(ROOT, IMAGES)}` : ''}`);
  console.log(summaryLine(counts));
  return counts.failed === 0;
});

/** Puts the examples into the present quarter: pictures of plans whose time is over would puzzle. */
function moveToToday(/** @type {string} */ folder) {
  const now = new Date();
  const [year, quarter] = [now.getFullYear(), Math.floor(now.getMonth() / 3) + 1];
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8')
      .replaceAll('2026-Q3', `${year}-Q${quarter}`)
      .replaceAll('Q3 2026', `Q${quarter} ${year}`)
      .replace(/(quý|Quý) (?:3|III)\/2026/g, `$1 ${quarter}/${year}`);
    writeFileSync(file, text);
  }
}

/**
 * @param {import('./lib/stage.mjs').Stage} stage
 * @param {(folder: string) => void} make
 */
function made(stage, make) {
  const folder = mkdtempSync(path.join(stage.folder, 'made-'));
  make(folder);
  return folder;
}

/**
 * Plays the scenes in one window; after one that fails the others are left out, for they build on it.
 *
 * @param {Play} play
 * @param {import('playwright-core').Browser} browser
 * @param {{ extension: string, folder: string }} where
 */
async function perform({ theme, file, scenes, settings: own }, browser, { extension, folder }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const settings = { ...SETTINGS, ...own, 'workbench.colorTheme': THEMES[theme] };
  const server = await serveWeb({
    extension,
    folder,
    port: await freePort(),
    openFiles: [file],
    settings,
  });
  /** @type {Workbench | undefined} */
  let workbench;
  try {
    workbench = await Workbench.open(browser, server.address, SIZE);
    const scene = { workbench, folder };
    // Without the tree of files there is more of the document to see.
    await workbench.page.keyboard.press('Control+B');
    for (const { title, act } of scenes) {
      if (counts.failed > 0) {
        counts.skipped++;
        continue;
      }
      const started = performance.now();
      try {
        await act({ ...scene, picture: (name) => picture(scene.workbench, name) });
        counts.passed++;
        console.log(`  ✓ ${title} (${Math.round(performance.now() - started)} ms)`);
      } catch (error) {
        counts.failed++;
        console.log(`  ${counts.failed}) ${title}\n${error instanceof Error ? error.stack : error}`);
        await workbench.page.screenshot({ path: path.join(OUT, `failure-${theme}-${file}.png`) });
      }
    }
    if (workbench.outsideHosts.size > 0) {
      counts.failed++;
      console.log(`  the page asked for outside hosts: ${[...workbench.outsideHosts].join(', ')}`);
    }
  } finally {
    // Also where no window has opened: an open port would keep this process from ending.
    await workbench?.page.close();
    server.close();
  }
  return counts;
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 */
async function picture({ page }, name) {
  await page.screenshot({ path: path.join(OUT, `${name}.png`) });
  if (DOCS && FOR_README.includes(name)) {
    mkdirSync(IMAGES, { recursive: true });
    await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
  }
}
