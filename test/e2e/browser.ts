import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, LaunchOptions, Page } from 'playwright-core';

import { chromiumArgs, findProgram } from '../support/programs.js';

/** What went wrong on a page, whoever noticed it. */
export interface Complaints {
  readonly errors: string[];
  readonly violations: string[];
}

export function launch(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findProgram('chromium');
  return chromium.launch({ executablePath, args: chromiumArgs, ...options });
}

/** A page of its own, with a record of everything that goes wrong on it. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: Complaints }> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  const complaints: Complaints = { errors: [], violations: [] };
  page.on('pageerror', (error) => complaints.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text());
  });
  await page.exposeFunction('noteViolation', (text: string) => complaints.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { blockedURI, violatedDirective } = event;
      const note = Reflect.get(window, 'noteViolation') as (text: string) => void;
      note(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { page, complaints };
}
