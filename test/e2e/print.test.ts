import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { findProgram } from '../support/programs.js';
import { launch, openPage } from './browser.js';
import { invoiceAnswers, makeInvoices } from './foreign-invoices.js';
import { startForeignServer } from './foreign-server.js';
import type { ForeignServer } from './foreign-server.js';

const invoices = makeInvoices(20);

const support = {
  slot: 'support',
  status: 'active',
  plan: {
    id: 'gold',
    name: 'Gold Support',
    price: { amount: '99.00', currency: 'EUR' },
    interval: 'month',
    features: [{ group: 'Reach us', name: 'Answer within', value: '4 hours' }],
  },
};

/** The account of the server's own answers, which may also have support and invoices. */
const account = {
  id: 'acme',
  name: 'Acme',
  currency: 'EUR',
  timeZone: 'America/New_York',
  slots: ['plan', 'support'],
  meters: [{ id: 'calls', name: 'Calls', dimensions: [{ id: 'region', name: 'Region' }] }],
  can: {
    changePlan: { allowed: false, reason: 'contact_sales' },
    viewInvoices: { allowed: true },
  },
  contact: { email: 'help@example.test' },
};

const answers = (resource: string, query: URLSearchParams): object | undefined => {
  if (resource === '/account') return account;
  if (resource === '/subscriptions/support') return support;
  return resource === '/invoices' ? invoiceAnswers(invoices)(resource, query) : undefined;
};

/** What is on a button or in a field of any element. */
const words = [
  'Change plan',
  'Export CSV',
  'Show as',
  'Download PDF',
  'Previous',
  'Next',
  'Custom',
  '2 weeks',
  'Group by',
  'Any',
  'Clear',
];

/** The elements on paper: what `pdftotext` reads off the sheets that the browser prints. */
describe('on paper, from a dark page', () => {
  let browser: Browser;
  let server: ForeignServer;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'print-'));

  beforeAll(async () => {
    browser = await launch();
    server = await startForeignServer({
      page: `<billing-provider api-base="/billing/acme">
        <plan-usage></plan-usage><usage-chart range="1w" group-by="region"></usage-chart>
        <support-plan></support-plan><invoice-list></invoice-list>
      </billing-provider>`,
      script: `document.documentElement.style.colorScheme = 'dark';`,
      answers,
    });
    ({ page } = await openPage(browser, { colorScheme: 'dark' }));
    await page.goto(server.origin);
    await page.locator('usage-chart .plot svg text').first().waitFor();
    await page.getByText('F-000020').first().waitFor();
    await page.getByText('Gold Support').waitFor();
    await page.getByText('750 left').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** One element alone on its sheets, as text; the others are not there. */
  async function printed(tag: string): Promise<string> {
    await page.evaluate((wanted) => {
      for (const element of document.querySelectorAll<HTMLElement>('billing-provider > *')) {
        element.hidden = element.localName !== wanted;
      }
    }, tag);
    // A chart that was hidden has no size at first.
    await page.waitForFunction((wanted) => {
      const svg = document.querySelector(wanted)?.shadowRoot?.querySelector('.plot svg');
      return !svg || Number(svg.getAttribute('width')) > 400;
    }, tag);
    const file = join(process.env['PRINT_FOLDER'] ?? folder, `${tag}.pdf`);
    writeFileSync(file, await page.pdf({ format: 'A4', printBackground: true }));
    return execFileSync(findProgram('pdftotext'), ['-layout', file, '-'], { encoding: 'utf8' });
  }

  const buttonsOn = (text: string): string[] => words.filter((word) => text.includes(word));

  it('plan and balances are there, with where to turn to, and without a button', async () => {
    const text = await printed('plan-usage');
    expect(text).to.contain('Team of acme').and.contain('€49.90').and.contain('750 left');
    expect(text).to.contain('250 of 1,000 used').and.contain('mailto:help@example.test');
    expect(buttonsOn(text)).to.eql([]);
  });

  it('the usage is there as a chart and as a table, every day of it', async () => {
    const text = await printed('usage-chart');
    const shown = await page.evaluate(() => {
      const root = document.querySelector('usage-chart')?.shadowRoot;
      return [...(root?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].map(({ textContent }) => textContent.trim()),
      );
    });
    expect(shown).to.have.length(7);
    const lines = text.split('\n');
    for (const [date = '', value = ''] of shown) {
      const row = lines.find((line) => line.includes(date) && line.includes(value));
      expect(row, `${date} ${value}`).not.to.equal(undefined);
    }
    expect(text).to.contain('Total');
    const days = shown.map(([date = '']) => date.split(',')[0] ?? '');
    const axis = lines.find((line) => days.every((day) => line.includes(day)));
    expect(axis, 'the days along the axis').not.to.equal(undefined);
    expect(buttonsOn(text)).to.eql([]);
  });

  it('the chart is dark on white, and as wide as the sheet', async () => {
    await page.emulateMedia({ media: 'print' });
    const drawing = page.locator('usage-chart .plot svg');
    await page.waitForFunction(() => {
      const root = document.querySelector('usage-chart')?.shadowRoot;
      const text = root?.querySelector('.plot svg text');
      const channels = text ? getComputedStyle(text).fill.match(/\d+/g)?.map(Number) : undefined;
      return channels !== undefined && Math.max(...channels) < 140;
    });
    expect(await drawing.getAttribute('viewBox')).to.match(/^0 0 680 [1-9]\d\d$/);
    await page.emulateMedia({ media: null });
  });

  it('support is there with what it includes', async () => {
    const text = await printed('support-plan');
    expect(text).to.contain('Gold Support').and.contain('€99.00').and.contain('4 hours');
    expect(buttonsOn(text)).to.eql([]);
  });

  it('every invoice of the page is there as a row, with its amount', async () => {
    const text = await printed('invoice-list');
    const lines = text.split('\n');
    for (const { number, total } of invoices) {
      const row = lines.find((line) => line.includes(number));
      expect(row, number).to.contain(total.amount.replace('-', ''));
    }
    expect(text).to.contain('Number').and.contain('Date').and.contain('Status');
    expect(buttonsOn(text)).to.eql([]);
  });
});
