// @ts-check
import { chromium } from 'playwright-core';
import { findBrowser, howToInstallBrowser } from '../../../scripts/lib/browser.mjs';

/** No requests of the browser's own, and nothing that needs a graphics card. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts this computer's Chromium, Chrome or Edge without a window.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(howToInstallBrowser());
  return chromium.launch({ executablePath, headless: true, args: QUIET });
}

/**
 * Collects the hosts other than this computer that a page asks for. okrlint works offline, and so do its tests.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Set<string>} Filled while the page lives.
 */
export function watchOutsideRequests(page) {
  /** @type {Set<string>} */
  const hosts = new Set();
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!/^(http|ws)s?:$/.test(protocol)) return;
    // Files of webviews have this made-up host; the webview's service worker answers for it.
    if (hostname.endsWith('.vscode-resource.vscode-cdn.net')) return;
    if (!/(^|\.)localhost$/.test(hostname) && hostname !== '127.0.0.1') hosts.add(hostname);
  });
  return hosts;
}
