// Debian's Chromium, driven by Playwright, with nothing running in its background.

import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../app/static.mjs';

const SITE = fileURLToPath(new URL('../../site/', import.meta.url));
export const OUTPUT = fileURLToPath(new URL('../../test-output/', import.meta.url));

/** The browser; flags keep it from looking for updates and the like. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The built page on a server of its own. */
export function serveSite(folder = 'hosted') {
  return serveFolder(SITE + folder);
}

export const SINGLE = new URL('../../site/report-check.html', import.meta.url).href;

/**
 * Opens the page and notes everything that must not happen: errors, words on the console, requests to elsewhere. `faults`
 * is empty at the end of a good test.
 */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1360, height: 860 }, serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults = [];
  const requests = [];
  const origin = new URL(address).origin;
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error}`));
  page.on('console', (message) => {
    // Said by Playwright itself, where a test asks for a page without its service worker.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== origin) faults.push(`request: ${url}`);
  });
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
  return { context, page, faults, requests };
}
