import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';

import { launch } from './browser.js';

/** A browser that keeps pages in its back-forward cache; automation switches that off by default. */
describe('the back button, out of the back-forward cache', () => {
  let browser: Browser;
  let server: ViteDevServer;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    browser = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    server = await createServer({
      configFile: 'vite.demo.config.ts',
      // A socket for reloads would keep the page out of the cache.
      server: { port: 0, strictPort: false, watch: null, hmr: false, ws: false },
      logLevel: 'error',
    });
    await server.listen();
    origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(async () => {
    await fetch(`${origin}/api/demo/standard/start-over`, { method: 'POST' });
    page = await browser.newPage({ locale: 'en-US' });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['persisted'] = String(persisted);
      });
    });
    await page.goto(`${origin}/?account=standard`);
  });

  afterEach(() => page.close());

  const leaveForPayPal = async (): Promise<void> => {
    const dialog = page.locator('plan-usage dialog');
    await page.locator('plan-usage').getByRole('button', { name: 'Reload', exact: true }).click();
    await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
    await dialog.getByRole('radio', { name: /PayPal/ }).check();
    await dialog.getByRole('checkbox', { name: /^I agree/ }).check();
    await dialog.getByRole('button', { name: 'Continue to payment' }).click();
    await page.getByText('Quayside Pay').first().waitFor();
  };

  it('says that nothing is confirmed yet, and lets the payer choose again', async () => {
    await leaveForPayPal();
    await page.evaluate(() => {
      history.back();
    });
    const dialog = page.locator('plan-usage dialog');
    await dialog.getByText('The payment is not confirmed yet').waitFor();
    expect(await page.locator('html').getAttribute('data-persisted')).to.equal('true');
    await dialog.getByRole('button', { name: 'Choose another way to pay' }).click();
    await dialog.getByRole('radio', { name: /Visa/ }).check();
    await dialog.getByRole('checkbox', { name: /^I agree/ }).check();
    await dialog.getByRole('button', { name: /^Pay /, disabled: false }).click();
    await page.locator('plan-usage').getByText('$284.60 left').first().waitFor();
  });

  it('shows what was paid meanwhile', async () => {
    await leaveForPayPal();
    const settled = await fetch(page.url(), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ step: 'approve' }),
    });
    expect(settled.status).to.equal(303);
    await page.evaluate(() => {
      history.back();
    });
    await page.locator('plan-usage').getByText('$284.60 left').first().waitFor();
    expect(await page.locator('html').getAttribute('data-persisted')).to.equal('true');
  });
});
