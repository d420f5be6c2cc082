import { readFile } from 'node:fs/promises';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { invoiceAnswers, makeInvoices } from './foreign-invoices.js';
import type { ForeignInvoice } from './foreign-invoices.js';
import { startForeignServer } from './foreign-server.js';
import type { ForeignServer } from './foreign-server.js';

/** Tasks over 50 ms, as the browser itself counts them. */
const watcher = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      globalThis.longTasks.push({ duration, startTime });
    }
  }).observe({ type: 'longtask', buffered: true });
`;

interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

const numberOf = ({ number }: ForeignInvoice): string => number;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('invoices of a backend that is not ours', () => {
  let browser: Browser;
  let server: ForeignServer;
  let page: Page;
  let complaints: Complaints;

  const open = async (
    invoices: readonly ForeignInvoice[],
    attributes = '',
    acceptDownloads = false,
  ): Promise<void> => {
    server = await startForeignServer({
      page: `<invoice-list api-base="/billing/acme" ${attributes}></invoice-list>`,
      script: watcher,
      answers: invoiceAnswers(invoices),
    });
    ({ page, complaints } = await openPage(browser, { acceptDownloads }));
    await page.goto(server.origin);
  };

  const rowHeads = (): Promise<string[]> => page.getByRole('rowheader').allInnerTexts();

  const pages = () => page.getByRole('navigation', { name: 'Pages of invoices' });

  const next = () => pages().getByRole('button', { name: 'Next' });

  /** The numbers of the page on screen, once another one than before is there. */
  const numbers = async (before?: string): Promise<string[]> => {
    await page.waitForFunction((last) => {
      const root = document.querySelector('invoice-list')?.shadowRoot;
      const first = root?.querySelector('tbody th')?.textContent.trim();
      return first !== undefined && first !== '' && first !== last;
    }, before);
    return (await rowHeads()).map((text) => text.trim());
  };

  /** Turns to the last page, and answers every number that was seen on the way, in order. */
  const readAll = async (): Promise<string[]> => {
    const seen = await numbers();
    for (;;) {
      const isLast =
        (await next().isDisabled()) || (await next().getAttribute('aria-disabled')) === 'true';
      if (isLast) return seen;
      const before = seen.length;
      const shown = await rowHeads();
      await next().click();
      seen.push(...(await numbers(shown[0]?.trim())));
      expect(seen.length).to.be.greaterThan(before);
    }
  };

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  afterEach(async () => {
    await page.context().close();
    await server.close();
    // A server need not know of an upcoming invoice: that it does not is no error of the page.
    const errors = complaints.errors.filter((text) => !text.includes('status of 404'));
    expect([...errors, ...complaints.violations]).to.eql([]);
  });

  it('are all there, once each, newest first over the borders of pages', async () => {
    const invoices = makeInvoices(1203);
    await open(invoices, 'page-size="100"');
    expect(await readAll()).to.eql(invoices.map(numberOf).reverse());
  });

  it('are all there, once each, oldest first over the borders of pages', async () => {
    const invoices = makeInvoices(1203);
    await open(invoices, 'page-size="100"');
    await numbers();
    await page.getByRole('button', { name: 'Date', exact: true }).click();
    await numbers('F-001203');
    const head = page.getByRole('columnheader', { name: 'Date' });
    expect(await head.getAttribute('aria-sort')).to.equal('ascending');
    expect(await readAll()).to.eql(invoices.map(numberOf));
  });

  it('stay where they are when a new one comes while they are read', async () => {
    const invoices = makeInvoices(60);
    const [latest] = invoices.splice(-1);
    await open(invoices);
    const first = await numbers();
    if (latest) invoices.push(latest);
    await next().click();
    const second = await numbers(first[0]);
    expect([...first, ...second]).to.eql(invoices.slice(19, 59).map(numberOf).reverse());
    await pages().getByRole('button', { name: 'Previous' }).click();
    expect(await numbers(second[0]), 'the first page shows what is new').to.include('F-000060');
  });

  it('are asked for by days as the picker shows them, the last one included', async () => {
    const invoices = makeInvoices(120);
    await open(invoices, 'from="2019-01-03" to="2019-01-04"');
    expect(await numbers()).to.eql(invoices.slice(6, 12).map(numberOf).reverse());
    const asked = server.calls.filter((call) => call.includes('/invoices?'));
    expect(asked).to.have.length(1);
    expect(asked[0]).to.contain('from=2019-01-03').and.to.contain('to=2019-01-05');
  });

  it('leave as one file: every page, each amount and its currency as they were sent', async () => {
    const invoices = makeInvoices(1203);
    await open(invoices, '', true);
    await numbers();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const [head, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head).to.equal(
      '"Number","Date","Due date","Kind","Description","Status","Payment method","Total","Amount due","Currency"',
    );
    const cells = rows.map((row) => row.split(','));
    const expected = [...invoices].reverse();
    expect(cells.map(([number]) => number)).to.eql(expected.map(({ number }) => `"${number}"`));
    expect(cells.map((row) => [row[1], row[7], row[9]])).to.eql(
      expected.map(({ date, total }) => [date, total.amount, `"${total.currency}"`]),
    );
  });

  it('come as quickly where there are ten thousand as where there are a hundred', async () => {
    const times: Record<number, number[]> = { 100: [], 10_000: [] };
    const stock = new Map([100, 10_000].map((count) => [count, makeInvoices(count)]));
    // The first run warms the browser up, and does not count.
    for (let run = 0; run <= 5; run += 1) {
      for (const [count, invoices] of stock) {
        await open(invoices);
        await numbers();
        const since = await page.evaluate(() => performance.now());
        if (run > 0) times[count]?.push(since);
        if (run < 5 || count === 100) {
          await page.context().close();
          await server.close();
        }
      }
    }
    const [few, many] = [median(times[100] ?? []), median(times[10_000] ?? [])];
    console.log(`first rows: ${few.toFixed(0)} ms of 100, ${many.toFixed(0)} ms of 10,000`);
    expect(many / few).to.be.below(1.5);
  });

  it('turn page after page of ten thousand without a long task, and hold one page at a time', async () => {
    const invoices = makeInvoices(10_000);
    await open(invoices);
    let shown = await numbers();
    const begin = await page.evaluate(() => performance.now());
    for (let turned = 0; turned < 30; turned += 1) {
      await next().click();
      shown = await numbers(shown[0]);
      expect(shown).to.have.length(20);
    }
    const long = await page.evaluate(
      (since) =>
        (Reflect.get(globalThis, 'longTasks') as LongTask[]).filter(
          ({ startTime }) => startTime >= since,
        ),
      begin,
    );
    expect(shown).to.eql(invoices.slice(9380, 9400).map(numberOf).reverse());
    console.log(`30 pages of 10,000 invoices: long tasks ${long.length}`);
    expect(long).to.eql([]);
  });
});
