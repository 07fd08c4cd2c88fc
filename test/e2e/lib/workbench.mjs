// @ts-check
/** The workbench as a user sees it: what is visible, and what mouse and keyboard do. Times are in milliseconds. */
import { watchOutsideRequests } from './chromium.mjs';

/** How long to wait for anything to show. */
const PATIENCE = 20_000;

/** @typedef {import('playwright-core').Page} Page */

export class Workbench {
  /**
   * @param {Page} page
   * @param {Set<string>} outsideHosts Hosts other than this computer that the page asked for.
   */
  constructor(page, outsideHosts) {
    this.page = page;
    this.outsideHosts = outsideHosts;
    page.setDefaultTimeout(PATIENCE);
  }

  /**
   * Loads the page and waits until an editor shows text.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {string} address
   * @param {{ width: number, height: number, scale: number }} size
   * @returns {Promise<Workbench>}
   */
  static async open(browser, address, { width, height, scale }) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    const workbench = new Workbench(page, watchOutsideRequests(page));
    await page.goto(address);
    await page.waitForSelector('.editor-instance .view-line', { timeout: 3 * PATIENCE });
    return workbench;
  }

  /**
   * Waits for the first squiggle of a warning and until there come no more.
   *
   * @returns {Promise<number>} How many there are in the visible part of the document.
   */
  async squiggles() {
    const squiggles = this.page.locator('.squiggly-warning');
    await squiggles.first().waitFor({ state: 'attached' });
    return this.settled(() => squiggles.count());
  }

  /** Waits until the number of squiggles is the given one. */
  async waitForSquiggles(/** @type {number} */ count) {
    const squiggles = this.page.locator('.squiggly-warning');
    for (const end = Date.now() + PATIENCE; (await squiggles.count()) !== count; ) {
      if (Date.now() > end) throw new Error(`There are ${await squiggles.count()} squiggles, not ${count}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The first squiggle's middle, in page coordinates. */
  async firstSquiggle() {
    const squiggle = this.page.locator('.squiggly-warning').first();
    // Marks can be wider than the window; their beginning is always in sight.
    const box = await squiggle.boundingBox();
    if (!box) throw new Error('The squiggle is out of sight.');
    return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
  }

  /**
   * Rests the mouse on the first squiggle.
   *
   * @returns {Promise<import('playwright-core').Locator>} The hover that appears.
   */
  async hoverFirstSquiggle() {
    const { x, y } = await this.firstSquiggle();
    await this.page.mouse.move(x - 5, y);
    await this.page.mouse.move(x, y);
    const hover = this.page.locator('.monaco-hover:visible', { hasText: 'okrlint' }).first();
    await hover.waitFor();
    await this.settled(() => hover.innerText());
    return hover;
  }

  /**
   * Asks for the quick fixes of the first squiggle.
   *
   * @returns {Promise<import('playwright-core').Locator>} The rows of the menu.
   */
  async quickFixMenu() {
    const { x, y } = await this.firstSquiggle();
    await this.page.mouse.click(x, y);
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // The menu says "no code actions" while the server is still busy.
    for (const end = Date.now() + PATIENCE; ; ) {
      await this.page.keyboard.press('Control+.');
      const shown = await rows
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return rows;
      if (Date.now() > end) throw new Error('No menu of quick fixes appeared.');
      await this.page.keyboard.press('Escape');
    }
  }

  /**
   * Opens the Problems panel.
   *
   * @returns {Promise<import('playwright-core').Locator>} Its rows.
   */
  async problems() {
    await this.page.keyboard.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    await this.settled(() => rows.count());
    return rows;
  }

  /**
   * Types into the open editor, character by character, at its end.
   *
   * @param {string} text
   */
  async typeAtEnd(text) {
    await this.page.locator('.editor-instance .view-lines').click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(text, { delay: 30 });
  }

  /**
   * The rows of the list of completions, asked for explicitly.
   *
   * @returns {Promise<import('playwright-core').Locator>}
   */
  async suggestions() {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    await this.settled(() => rows.count());
    return rows;
  }

  /** The text of the open editor as far as it is in sight. */
  async visibleText() {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** The text of the Markdown preview, which is a page in a page in the page. */
  async previewText() {
    const body = this.page.frameLocator('iframe.webview').frameLocator('iframe').locator('.markdown-body');
    await body.locator('h1, h2').first().waitFor();
    return body.innerText();
  }

  /**
   * Runs a command by its name in the command palette.
   *
   * @param {string} name As the palette shows it.
   */
  async command(name) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`>${name}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await row.waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace by its path. */
  async openFile(/** @type {string} */ name) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(name);
    const last = name.slice(name.lastIndexOf('/') + 1);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: last }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: last }).waitFor();
  }

  /**
   * The page inside the webview that is in front: a page in a page in the page.
   *
   * @param {string} ready What has to be in it.
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async webview(ready) {
    for (const end = Date.now() + PATIENCE; ; ) {
      for (const frame of this.page.frames())
        if (
          await frame
            .locator(ready)
            .first()
            .isVisible()
            .catch(() => false)
        )
          return frame;
      if (Date.now() > end) throw new Error(`No webview with ${ready} appeared.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Does it once more when the page that it looks at was replaced meanwhile. */
  async again(/** @type {() => Promise<void>} */ look) {
    try {
      await look();
    } catch (error) {
      if (!(error instanceof Error && /detached|context was destroyed/.test(error.message))) throw error;
      await look();
    }
  }

  /** Moves the mouse where nothing reacts to it. */
  async restMouse() {
    await this.page.mouse.move(2, 2);
  }

  /**
   * Asks until the answer has stayed the same for a while.
   *
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T>}
   */
  async settled(ask) {
    let answer = await ask();
    let since = Date.now();
    for (const end = Date.now() + PATIENCE; Date.now() < end && Date.now() - since < 400; ) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const next = await ask();
      if (next !== answer) since = Date.now();
      answer = next;
    }
    return answer;
  }
}

/**
 * Finds elements whose text does not fit: what a user sees with an ellipsis or cut off.
 *
 * @param {import('playwright-core').Locator} locator
 * @returns {Promise<string[]>} Their texts.
 */
export function cutOff(locator) {
  return locator.evaluateAll((elements) =>
    elements
      .flatMap((element) => [element, ...element.querySelectorAll('*')])
      .filter((element) => {
        const texts = [...element.childNodes].filter(({ nodeName }) => nodeName === '#text');
        const ownText = texts.some(({ textContent }) => textContent?.trim());
        const { overflowX, textOverflow } =
          element.ownerDocument.defaultView?.getComputedStyle(element) ?? {};
        const clipped = overflowX === 'hidden' || textOverflow === 'ellipsis';
        return ownText && clipped && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.textContent ?? ''),
  );
}

/**
 * @param {import('playwright-core').Locator} part
 * @param {import('playwright-core').Locator} whole
 * @returns {Promise<boolean>} Whether the part is to be seen without scrolling.
 */
export async function inSight(part, whole) {
  const [inner, outer] = [await part.boundingBox(), await whole.boundingBox()];
  return (
    inner !== null && outer !== null && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
  );
}

/** Marks of Markdown that a rendered text must not show. */
const RAW_MARKDOWN = [/\*\*/, /\]\(/, /^\s*#{1,6} /m, /```/, /^\s*[-*] /m, /&(?:nbsp|lt|gt|amp);/, /\$\{\d/];

/**
 * @param {string} text
 * @returns {string | undefined} The first mark of Markdown in a text that should have none.
 */
export function rawMarkdown(text) {
  return RAW_MARKDOWN.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}
