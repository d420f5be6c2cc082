import { readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';
import type { Browser } from 'playwright-core';

import type { RunningServer } from '../../mocks/node-server.js';
import { builtInTags } from '../../src/i18n/languages.js';
import { root } from '../support/source.js';
import { launch, openPage } from './browser.js';
import { startMockSite } from './mock-site.js';

const folder = `${root}dist/cdn/`;
const nameOf = (file: string): string => file.replace(/-[\w-]{8}\.js$/u, '');

/** Every chunk that some other asks for when it needs it, but for those that only come along with one. */
const lazy = new Set(
  readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [
      ...readFileSync(folder + file, 'utf8').matchAll(/(?<!,)import\(["'`]\.\/([^"'`]+)/gu),
    ])
    .map(([, file = '']) => nameOf(file)),
);

interface Way {
  /** The element, and its attributes. */
  readonly page: string;
  /** The account; left out, the standard one. */
  readonly account?: string;
  /** Whether the server has files of invoices; where it has none, the page makes them. */
  readonly hasFiles?: boolean;
  /** What a person presses until the code is needed. */
  readonly presses?: readonly string[];
  /** What they press once it can be had; left out, "Try again". */
  readonly again?: readonly string[];
  /** What stands there then; left out, a file is saved. */
  readonly then?: string;
}

const whole = ':is(:state(ready), :state(partial))';
const exportSummary = ['[part~="export"]', '[part~="export-summary"]'];
const download = ['[part~="download"]'];
const files = { page: 'invoice-list', hasFiles: false };

const noFile = {
  status: 404,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 404, code: 'not_supported' }),
};

/** How a person comes to need a chunk. */
const ways: Readonly<Record<string, Way>> = {
  reading: { page: 'plan-usage', then: whole },
  'plan-usage.content': { page: 'plan-usage', then: whole },
  'usage-chart.content': { page: 'usage-chart', then: whole },
  'support-plan.content': { page: 'support-plan', then: whole },
  'invoice-list.content': { page: 'invoice-list', then: whole },
  'billing-checkout.content': {
    page: 'billing-checkout?purpose=plan&plan-id=plan_advanced',
    then: whole,
  },
  'billing-console.content': { page: 'billing-console', then: whole },
  'echarts.vendor': { page: 'usage-chart', then: '.plot svg' },
  'plan-change.dialog': {
    page: 'plan-usage',
    presses: ['[part~="change"]'],
    then: '[part~="comparison"]',
  },
  'reload.dialog': {
    page: 'plan-usage',
    presses: ['[part~="reload"]'],
    then: '[part~="amount-option"]',
  },
  'auto-reload.dialog': {
    page: 'plan-usage',
    presses: ['[part~="change-auto-reload"]'],
    then: 'dialog form',
  },
  'support-cancel.dialog': {
    page: 'support-plan',
    presses: ['[part~="cancel"]'],
    then: 'dialog [part~="keep"]',
  },
  'pay-invoice.dialog': {
    page: 'invoice-list',
    account: 'past-due',
    presses: ['[part~="pay"]'],
    then: 'dialog [part~="confirm"]',
  },
  'usage-export': { page: 'usage-chart', presses: exportSummary, again: exportSummary },
  'papaparse.vendor': { page: 'usage-chart', presses: exportSummary },
  'list-export': {
    page: 'invoice-list',
    presses: ['[part~="export"]'],
    again: ['[part~="export"]'],
  },
  'zip.vendor': {
    page: 'invoice-list',
    presses: ['thead [part~="choice"]', '[part~="download-chosen"]'],
    again: ['[part~="download-chosen"]'],
  },
  'invoice-copy': { ...files, presses: download, again: download },
  'jspdf.vendor': { ...files, presses: download, again: download },
  'european.font': { ...files, presses: download, again: download },
};

/** What is not told with a button, and where it is looked at. */
const elsewhere = {
  'of the script tag: test/e2e/integrity.test.ts': ['api', 'elements'],
  'English speaks instead: test/i18n/languages.loading.test.ts': [
    'languages',
    ...builtInTags.map((tag) => tag.replace(/-.*/u, '')),
  ],
  'the same code as for the other font': ['semitic.font'],
  'nothing, in place of what jsPDF is not to use': ['_nothing'],
};

describe('Code that cannot be had when it is needed', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startMockSite()]);
  });

  afterAll(() => Promise.all([browser.close(), server.close()]));

  it('is tried, chunk by chunk', () => {
    const known = [...Object.keys(ways), ...Object.values(elsewhere).flat()];
    expect([...lazy].sort()).to.eql(known.sort());
  });

  for (const [
    name,
    { account = 'acc_1', hasFiles = true, again, page: place, presses = [], then },
  ] of Object.entries(ways)) {
    it(`is told, and had by trying again: ${name}`, async () => {
      const { page, complaints } = await openPage(browser);
      await page.addInitScript(() => {
        document.addEventListener('billing-error', (event) => {
          const heard = ((globalThis as { heard?: unknown[] }).heard ??= []);
          heard.push((event as Event & { code: unknown }).code);
        });
      });
      const blocked = new RegExp(`/dist/cdn/${name.replaceAll('.', '\\.')}-[\\w-]{8}\\.js`, 'u');
      if (!hasFiles) await page.route('**/invoices/*/pdf', (route) => route.fulfill(noFile));
      await page.route(blocked, (route) => route.fulfill({ status: 404 }));
      const [tag = '', query = ''] = place.split('?');
      const base = encodeURIComponent(`/api/billing/accounts/${account}`);
      await page.goto(`${server.origin}/${tag}?api-base=${base}&${query}`);
      const element = page.locator(tag).first();
      const pressAll = async (selectors: readonly string[]): Promise<void> => {
        for (const selector of selectors) await element.locator(selector).first().click();
      };
      await pressAll(presses);
      await page.waitForFunction(() => 'heard' in globalThis);
      await element.getByText('could not be').first().waitFor();
      // Once for each part of the element that needs it, and nothing else.
      const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);
      expect([...new Set(heard)]).to.eql(['module_failed']);

      await page.unroute(blocked);
      const tryAgain = async (): Promise<void> => {
        if (again) await pressAll(again);
        else await element.getByRole('button', { name: 'Try again' }).first().click();
      };
      if (then === undefined) await Promise.all([page.waitForEvent('download'), tryAgain()]);
      else {
        await tryAgain();
        await (then === whole ? page.locator(tag + whole) : element.locator(then))
          .first()
          .waitFor();
      }
      expect(complaints.violations).to.eql([]);
      expect(complaints.errors.filter((text) => !text.includes('404'))).to.eql([]);
      await page.context().close();
    });
  }
});
