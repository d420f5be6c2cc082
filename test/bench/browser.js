/** Chromium, driven over its own protocol. */
import { chromium } from 'playwright-core';

import { chromiumArgs, findProgram } from '../support/programs.js';

/** A phone of the middle class on a slow line: its processor, and "slow 4G" as Lighthouse has it. */
export const slowLine = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
export const slowProcessor = 4;

export function launch() {
  return chromium.launch({
    executablePath: findProgram('chromium'),
    args: [...chromiumArgs, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
}

/**
 * A page with nothing in its caches. Without motion: what grows for a third of a second is no
 * slower for it.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function openPage(browser, { isSlow = false } = {}) {
  const context = await browser.newContext({
    locale: 'en-US',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 1600 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const cdp = await context.newCDPSession(page);
  if (isSlow) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...slowLine });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
  }
  return { page, cdp, close: () => context.close() };
}

/** Tasks of 50 ms and more, as the browser counts them; to be added before the page's own scripts. */
export const watchTasks = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      globalThis.longTasks.push({ duration, startTime });
    }
  }).observe({ type: 'longtask', buffered: true });
`;
