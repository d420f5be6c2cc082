import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';

import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';
import { describeOnHosts } from './hosts.js';
import { tabTo } from './keyboard.js';

/** The demo as `npm start` serves it, with its payment provider on another origin. */
describeOnHosts('the demo, walked through', ({ engine }, walk, isAt) => {
  let browser: Browser;
  let demo: Demo;
  let origin: string;
  let page: Page;
  let complaints: Complaints;

  const plan = (): Locator => page.locator('plan-usage');
  const dialog = (): Locator => page.locator('plan-usage dialog');
  const press = (name: string | RegExp, within: Locator | Page = page): Promise<void> =>
    within.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const seen = (text: string | RegExp, within: Locator | Page = page): Promise<void> =>
    within.getByText(text).first().waitFor();
  const agreeAnd = async (name: string | RegExp): Promise<void> => {
    await dialog()
      .getByRole('checkbox', { name: /^I agree/ })
      .check();
    await press(name, dialog());
  };

  const visit = async (query: string): Promise<void> => {
    ({ page, complaints } = await openPage(browser));
    await page.goto(`${origin}/${query}`);
  };

  const scene = (account: string, name: string): Promise<unknown> =>
    fetch(`${origin}/api/demo/${account}/${name}`, { method: 'POST' });

  beforeAll(async () => {
    browser = await launch();
    demo = await startDemo(engine);
    origin = demo.origin;
    isAt(origin);
  });

  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  beforeEach(() => scene('standard', 'start-over'));

  afterEach(async () => {
    await page.context().close();
    const errors = complaints.errors.filter((text) => !/\b(402|409)\b/.test(text));
    expect(errors).to.eql([]);
  });

  walk('upgrades with the saved card, and shows the new plan without a reload', async () => {
    await visit('?account=standard');
    await press('Change plan');
    await press('Upgrade to Essential', dialog());
    await seen('Due now', dialog());
    await seen(/Visa •••• 4242 is charged \$[\d.]+ now/, dialog());
    await agreeAnd(/^Pay /);
    await seen('The plan is changed', dialog());
    await page.keyboard.press('Escape');
    await seen('$250.00', plan());
  });

  walk('does a whole upgrade by keyboard alone', async () => {
    await visit('?account=standard');
    await plan().getByRole('button', { name: 'Change plan' }).focus();
    await page.keyboard.press('Enter');
    await seen('Compare features', dialog());
    await tabTo(page, 'Upgrade to Essential');
    await page.keyboard.press('Enter');
    await seen('Due now', dialog());
    await tabTo(page, /^I agree/);
    await page.keyboard.press('Space');
    // It waits half a second, lest a double click goes through.
    await dialog().getByRole('button', { name: /^Pay /, disabled: false }).waitFor();
    await tabTo(page, /^Pay /);
    await page.keyboard.press('Enter');
    await seen('The plan is changed', dialog());
    await page.keyboard.press('Escape');
    await seen('$250.00', plan());
  });

  walk('reloads by PayPal: there, approved, back, and the balance has risen', async () => {
    await visit('?account=standard');
    await press('Reload', plan());
    await dialog()
      .getByRole('radio', { name: /\$250\.00/ })
      .check();
    await press('Continue', dialog());
    await dialog()
      .getByRole('radio', { name: /PayPal/ })
      .check();
    await agreeAnd('Continue to payment');
    await seen('Quayside Pay');
    expect(new URL(page.url()).origin).not.to.equal(origin);
    await press('Continue');
    await press('Approve');
    await page.waitForURL(`${origin}/**`);
    await seen('$434.60 left', plan());
  });

  walk(
    'says honestly that nothing is paid yet, after the payer came back without paying',
    async () => {
      await visit('?account=standard');
      await press('Reload', plan());
      await press('Continue', dialog());
      await dialog()
        .getByRole('radio', { name: /PayPal/ })
        .check();
      await agreeAnd('Continue to payment');
      await seen('Quayside Pay');
      await press('Go back without paying');
      await page.waitForURL(`${origin}/**`);
      await seen('The payment is not confirmed yet', dialog());
      await seen('$184.60 left', plan());
    },
  );

  walk('tells of a declined card, and pays at the second try', async () => {
    await scene('standard', 'decline-cards');
    await visit('?account=standard');
    await press('Reload', plan());
    await press('Continue', dialog());
    await seen(/Visa •••• 4242/, dialog());
    await agreeAnd(/^Pay /);
    await seen('The payment was declined.', dialog());
    await scene('standard', 'accept-cards');
    await press(/again/i, dialog());
    await agreeAnd(/^Pay /);
    await seen('$284.60', plan());
  });

  walk('keeps a wire transfer pending until it is cleared', async () => {
    await visit('?account=standard');
    await press('Reload', plan());
    await press('Continue', dialog());
    await dialog()
      .getByRole('radio', { name: /Wire transfer/ })
      .check();
    await agreeAnd('Place order');
    await seen('Beneficiary', dialog());
    await seen('Reference', dialog());
    await page.keyboard.press('Escape');
    await seen('$184.60 left', plan());
    await scene('standard', 'clear-transfers');
    await page.reload();
    await seen('$284.60 left', plan());
  });

  walk('schedules a downgrade for the period’s end, and keeps the plan after all', async () => {
    await visit('?account=huge');
    await press('Change plan');
    await press('Downgrade to Essential', dialog());
    await dialog()
      .getByRole('checkbox', { name: /^I agree/ })
      .check();
    await press('Confirm', dialog());
    await seen('The change is scheduled', dialog());
    await page.keyboard.press('Escape');
    await seen(/Changes to Essential on/, plan());
    await press('Keep current plan', plan());
    await plan()
      .getByText(/Changes to Essential on/)
      .waitFor({ state: 'detached' });
    await seen('Change plan', plan());
  });

  walk('switches automatic reload on, which then reloads by itself', async () => {
    await visit('?account=standard');
    await press('Change automatic reload', plan());
    await dialog().getByRole('checkbox').first().check();
    await press('Save', dialog());
    await page.keyboard.press('Escape');
    await seen(/Adds \$100\.00 when the balance drops below \$50\.00/, plan());
    // 184.60 less four times 200 sessions at 0.20 is 24.60, which calls for 100.00.
    await page.getByText('Behind the scenes').click();
    for (const left of ['$144.60', '$104.60', '$64.60', '$124.60']) {
      await press('Use 200 sessions');
      await seen(`${left} left`, plan());
    }
  });

  walk('survives a reload of the page in the middle of a review', async () => {
    await visit('?account=standard');
    await press('Reload', plan());
    await press('Continue', dialog());
    await seen(/Visa •••• 4242/, dialog());
    await page.reload();
    await seen('$184.60 left', plan());
    await press('Reload', plan());
    await press('Continue', dialog());
    await agreeAnd(/^Pay /);
    await seen('The reload is complete', dialog());
    await page.keyboard.press('Escape');
    await seen('$284.60 left', plan());
  });

  walk('offers an enterprise account its support team and nothing else', async () => {
    await visit('?account=enterprise');
    await seen('Contact support', plan());
    const names = await plan().getByRole('button').allTextContents();
    expect(names.map((name) => name.trim()).filter(Boolean)).to.eql([]);
    const links = await plan().getByRole('link').allTextContents();
    expect(links.map((name) => name.trim())).to.eql(['Contact support']);
  });

  walk('hosts the payment page on a page of its own', async () => {
    await visit('checkout.html?account=standard&purpose=top_up&balance-id=credits&amount=100.00');
    await seen('$100.00');
    await seen(/Visa •••• 4242/);
  });
});
