import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, LaunchOptions, Page, Request } from 'playwright-core';
import { vi } from 'vitest';

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

/**
 * Counts what a page asks for from now on, and says how to wait until it asks for nothing; the
 * browser's own `networkidle` comes once for each address.
 */
export function countRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return async () => {
    // What follows from a change is asked for by the frame after the next.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    await vi.waitUntil(() => underWay.size === 0, { timeout: 30_000 });
  };
}
