/** Goes to a page that shows hostile texts, and says what came of that. */
import type { Browser, Page } from 'playwright-core';

import { look } from './looked.js';
import type { Looked } from './looked.js';

/** What a page did, as its browser sees it. */
export interface Visited extends Looked {
  /** What a script has left that ran. */
  readonly ran: unknown;
  /** What every object has that it should not. */
  readonly polluted: readonly string[];
  /** Errors, violations, dialogs, windows, other places gone to or asked. */
  readonly incidents: readonly string[];
}

export async function visit(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<void> = settled,
): Promise<Visited> {
  const page = await browser.newPage({ locale: 'en-US' });
  const { origin } = new URL(address);
  const incidents: string[] = [];
  page.on('pageerror', ({ message }) => incidents.push(`uncaught: ${message}`));
  page.on('popup', () => incidents.push('a window was opened'));
  page.on('dialog', (dialog) => {
    incidents.push(`a dialog said: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) incidents.push(`asked ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== address) incidents.push(`went to ${frame.url()}`);
  });
  await page.exposeFunction('noteViolation', (text: string) => incidents.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ sample, violatedDirective }) => {
      const note = Reflect.get(globalThis, 'noteViolation') as (text: string) => void;
      note(`violation: ${violatedDirective} ${sample}`);
    });
  });
  await page.goto(address);
  await use(page);
  const visited = {
    ...(await page.evaluate(look)),
    ran: await page.evaluate(() => Reflect.get(globalThis, 'pwned') as unknown),
    polluted: await page.evaluate(() => Object.keys(Object.prototype)),
    incidents,
  };
  await page.close();
  return visited;
}

/** Waits until everything has an answer, elements within elements too. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const isSettled = (root: ParentNode): boolean =>
        [...root.querySelectorAll('*')].every(
          (one) =>
            !one.matches(':state(loading)') && (!one.shadowRoot || isSettled(one.shadowRoot)),
        );
      const hosts = [...document.querySelectorAll('billing-provider > *')];
      return hosts.every(({ shadowRoot }) => shadowRoot) && isSettled(document);
    },
    undefined,
    { timeout: 0 },
  );
}

/**
 * Lets a page show what stands behind a button as well, in that part of it whose answers are good.
 *
 * @param payload - What the server says when it refuses.
 */
export async function useAll(page: Page, payload: string): Promise<void> {
  await settled(page);
  const good = 'billing-provider:first-child >';
  const part = (tag: string, name: string) =>
    page.locator(`${good} ${tag} [part~="${name}"]`).first();
  // A dialog that stands open keeps a person from the rest of the page, but not a script.
  const press = (tag: string, name: string) => part(tag, name).dispatchEvent('click');
  await press('invoice-list', 'details');
  await part('invoice-list', 'lines-table').waitFor({ state: 'attached' });
  await press('plan-usage', 'change');
  await part('plan-usage', 'comparison').waitFor({ state: 'attached' });
  await press('plan-usage', 'reload');
  await part('plan-usage', 'amount-option').waitFor({ state: 'attached' });

  // An order that the server refuses in its own words.
  const review = 'billing-checkout[purpose="top_up"]';
  await part(review, 'consent').locator('input').dispatchEvent('click');
  await page
    .locator(`${good} ${review} [part~="confirm"]:not(:disabled)`)
    .waitFor({ state: 'attached' });
  await press(review, 'confirm');
  await page.waitForFunction(
    ([selector, text]) => {
      const root = document.querySelector(selector)?.shadowRoot;
      const notices = [...(root?.querySelectorAll('[part~="notice"]') ?? [])];
      return notices.some(({ textContent }) => textContent.includes(text));
    },
    [`${good} ${review}`, payload] as const,
  );
}
