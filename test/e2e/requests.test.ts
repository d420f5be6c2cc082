import { expect } from 'chai';
import type { Browser } from 'playwright-core';

import { launch, openPage } from './browser.js';
import { startForeignServer } from './foreign-server.js';

/** What was asked of a resource, as its query. */
const queries = (calls: readonly string[], path: string): Record<string, string>[] =>
  calls
    .map((call) => new URL(call.split(' ')[1] ?? '', 'http://host'))
    .filter(({ pathname }) => pathname.endsWith(path))
    .map(({ searchParams }) => Object.fromEntries(searchParams));

/** Waits until something has been counted so often, for ten seconds at most. */
async function expectCount(count: () => number, expected: number): Promise<void> {
  const end = Date.now() + 10_000;
  while (count() !== expected && Date.now() < end) {
    await new Promise((later) => setTimeout(later, 20));
  }
  expect(count()).to.equal(expected);
}

describe('what elements ask of a backend', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  it('is each resource once for twelve elements of one account', async () => {
    const server = await startForeignServer({
      page: '<plan-usage api-base="/billing/acme"></plan-usage>'.repeat(12),
    });
    const { page } = await openPage(browser);
    await page.goto(server.origin);
    await page.getByText('750 left').nth(11).waitFor();
    await server.close();
    expect([...server.calls].sort()).to.eql([
      'GET /billing/acme/account',
      'GET /billing/acme/balances',
      'GET /billing/acme/subscriptions/plan',
    ]);
  });

  it('is exactly the dates of each filter, in the account’s zone', async () => {
    const server = await startForeignServer({
      page: '<usage-chart api-base="/billing/acme"></usage-chart>',
      accountTimeZone: 'America/New_York',
    });
    // Here it is already the 19th.
    const { page } = await openPage(browser, { timezoneId: 'Pacific/Auckland' });
    await page.clock.setFixedTime('2026-03-18T15:30:00Z');
    await page.goto(server.origin);
    await page.getByRole('term').filter({ hasText: 'Total' }).waitFor();
    const filters = ['2 weeks', '4 weeks', '1 month', '2 months', '3 months', '6 months'];
    for (const [index, name] of filters.entries()) {
      await page.getByRole('radio', { name }).check();
      await expectCount(() => queries(server.calls, '/usage').length, index + 2);
    }
    await page.getByRole('radio', { name: 'Custom' }).check();
    await page.getByLabel('From').fill('2026-03-01');
    await page.getByLabel('To', { exact: true }).fill('2026-03-17');
    await page.getByLabel('To', { exact: true }).blur();
    await page.getByText('Mar 1 – 17, 2026').first().waitFor();
    await server.close();
    const asked = queries(server.calls, '/usage').map(({ from, granularity, timeZone, to }) => [
      granularity,
      from,
      to,
      timeZone,
    ]);
    const zone = 'America/New_York';
    expect(asked.slice(0, 7)).to.eql([
      ['day', '2026-03-12', '2026-03-19', zone],
      ['day', '2026-03-05', '2026-03-19', zone],
      ['day', '2026-02-19', '2026-03-19', zone],
      ['month', '2026-03-01', '2026-04-01', zone],
      ['month', '2026-02-01', '2026-04-01', zone],
      ['month', '2026-01-01', '2026-04-01', zone],
      ['month', '2025-10-01', '2026-04-01', zone],
    ]);
    expect(asked.at(-1)).to.eql(['day', '2026-03-01', '2026-03-18', zone]);
  });
});
