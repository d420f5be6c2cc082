import { readFile } from 'node:fs/promises';

import { expect } from 'chai';
import type { Browser, Download, Page } from 'playwright-core';

import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';
import { describeOnHosts } from './hosts.js';
import { arrowTo, tabTo } from './keyboard.js';

interface Entry {
  readonly kind: string;
}

/** Plan management point by point, as a person does it who has no mouse. */
describeOnHosts('the whole of plan management, by keyboard alone', (host, walk, isAt) => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  let complaints: Complaints;

  const seen = (text: string | RegExp): Promise<void> =>
    page.getByText(text).filter({ visible: true }).first().waitFor();

  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).filter({ visible: true }).first().waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };

  /** The final button holds still for half a second, lest a double click goes through. */
  const confirm = async (name: string | RegExp): Promise<void> => {
    await page.locator('dialog[open]').getByRole('button', { name, disabled: false }).waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };

  const agree = async (): Promise<void> => {
    await page.getByRole('checkbox', { name: /^I agree/ }).waitFor();
    await tabTo(page, /^I agree/);
    await page.keyboard.press('Space');
  };

  const saved = async (act: () => Promise<void>): Promise<Download> => {
    const download = page.waitForEvent('download');
    await act();
    return download;
  };

  const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

  /** The arrows lead from tab to tab once one of them has the focus. */
  const goToTab = async (from: string, to: string): Promise<void> => {
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await shiftTabTo(from);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: to, selected: true }).waitFor();
  };

  const shiftTabTo = async (tab: string): Promise<void> => {
    const selected = page.getByRole('tab', { name: tab, exact: true });
    for (let stop = 0; stop < 60; stop += 1) {
      if (await selected.evaluate((el) => el.matches(':focus'))) return;
      await page.keyboard.press('Shift+Tab');
    }
    throw new Error(`No Shift+Tab leads to the tab ${tab}.`);
  };

  beforeAll(async () => {
    browser = await launch();
    demo = await startDemo(host.engine);
    isAt(demo.origin);
  });

  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  beforeEach(async () => {
    await fetch(`${demo.origin}/api/demo/standard/start-over`, { method: 'POST' });
    ({ page, complaints } = await openPage(browser, { acceptDownloads: true }));
  });

  afterEach(async () => {
    await page.context().close();
    expect([...complaints.errors, ...complaints.violations]).to.eql([]);
  });

  walk(
    'goes from log-on over plan, usage, reload and support to the PDF of an invoice',
    async () => {
      await page.goto(`${demo.origin}/login.html`);
      await tabTo(page, 'Email');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(host.person);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/?account=session');

      // The current plan, its credits, what they are good for.
      await seen('$184.60 left');
      await seen(host.unit);

      // The billing sessions of four weeks, of six months, and as CSV.
      await tabTo(page, '1 week');
      await arrowTo(page, '6 months');
      await seen(/per month/i);
      await press('Export CSV');
      const records = await saved(() => press(/^All records/));
      expect((await bytesOf(records)).toString('utf8').split('\r\n').length).to.be.above(100);

      // Another plan, paid for.
      await press('Change plan');
      await press('Upgrade to Essential');
      await agree();
      await confirm(/^Pay /);
      await seen('The plan is changed');
      await page.keyboard.press('Escape');
      await seen('$250.00');

      // Credits, reloaded.
      await press('Reload');
      await press('Continue');
      await agree();
      await confirm(/^Pay /);
      await seen('The reload is complete');
      await page.keyboard.press('Escape');

      // The support plan, canceled and kept after all.
      await goToTab('Plan & Usage', 'Support');
      await press('Cancel support plan');
      await confirm('Cancel support plan');
      await seen(/Does not renew/);
      await press('Keep support plan');
      await page.getByText(/Does not renew/).waitFor({ state: 'detached' });

      // An invoice, as a file.
      await goToTab('Support', 'Invoices');
      const pdf = await saved(() => press(/^Download PDF/));
      expect((await bytesOf(pdf)).subarray(0, 5).toString('latin1')).to.equal('%PDF-');
      expect(pdf.suggestedFilename()).to.match(/^invoice-.+\.pdf$/);

      const ledger = (await (
        await fetch(`${demo.origin}/api/demo/standard/ledger`)
      ).json()) as Entry[];
      expect(ledger.map(({ kind }) => kind).sort()).to.eql([
        'cancellation',
        'plan_change',
        'resumption',
        'top_up',
      ]);
    },
  );
});
