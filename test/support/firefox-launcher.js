/** Firefox for @web/test-runner, by WebDriver BiDi. */
import { chromeLauncher } from '@web/test-runner-chrome';

import puppeteer from 'puppeteer-core';

import { findProgram } from './programs.js';

/** One browser, one page: a test file after the other. */
export function firefoxLauncher() {
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: findProgram('firefox'),
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
      timeout: 0,
    },
    concurrency: 1,
  });
  const { stopSession } = launcher;
  return Object.assign(launcher, {
    stopSession: async (id) => {
      const page = launcher.getPage(id);
      const result = await stopSession.call(launcher, id);
      if (!(await page.evaluate(() => document.hasFocus()))) await focusAgain(page);
      return result;
    },
  });
}

/**
 * Tab leads out of a page into the window around it, and no key sent to the page leads back: buttons
 * no longer hear Enter. The focus comes back once another page has had it.
 */
async function focusAgain(page) {
  const other = await page.browser().newPage();
  await other.close();
}
