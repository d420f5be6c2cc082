import puppeteer from 'puppeteer-core';

import { findProgram } from '../../support/programs.js';
import type { Driver } from './driver.js';

/** By WebDriver BiDi. */
export async function startFirefox(): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('firefox'),
    headless: true,
    timeout: 0,
    protocolTimeout: 0,
  });
  const page = await browser.newPage();
  return {
    visit: (url) => page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 }),
    close: () => browser.close(),
  };
}
