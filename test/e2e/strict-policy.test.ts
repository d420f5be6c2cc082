import { readFile } from 'node:fs/promises';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { startForeignServer } from './foreign-server.js';
import type { ForeignServer } from './foreign-server.js';

describe('a page with the strictest policy, and a backend that is not ours', () => {
  let browser: Browser;
  let server: ForeignServer;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launch();
    server = await startForeignServer({
      page: `<billing-provider api-base="/billing/acme">
        <plan-usage></plan-usage><usage-chart group-by="region"></usage-chart>
      </billing-provider>`,
      records: 2500,
    });
    ({ page, complaints } = await openPage(browser, { timezoneId: 'Pacific/Auckland' }));
    await page.goto(server.origin);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  afterEach(() => {
    expect(complaints).to.eql({ errors: [], violations: [] });
  });

  it('shows plan and balances', async () => {
    await page.getByText('Team of acme').waitFor();
    await page.getByText('750 left').waitFor();
    await page.getByText('€49.90').waitFor();
  });

  it('draws the chart, and its tip on the keyboard', async () => {
    await page.locator('usage-chart .plot svg').waitFor();
    const chart = page.getByRole('application');
    await chart.focus();
    await page.keyboard.press('End');
    await page.locator('usage-chart [part~="cursor"]', { hasText: ':' }).waitFor();
    await page.mouse.move(0, 0);
    const box = await chart.boundingBox();
    if (!box) throw new Error('The chart has no size.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  });

  it('turns into a table and back', async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page.getByRole('columnheader', { name: 'north' }).waitFor();
    await page.getByRole('button', { name: 'Show as chart' }).click();
    await page.locator('usage-chart .plot svg').waitFor();
  });

  it('hands over every record as a file', async () => {
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const download = page.waitForEvent('download');
    await page.getByText('All records').click();
    const file = await readFile(await (await download).path(), 'utf8');
    const lines = file
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines).to.have.length(1 + 2500);
    expect(lines[1], 'what a spreadsheet would run').to.contain(`"'=HYPERLINK(""x"")"`);
  });

  it('hands over the bars as a file', async () => {
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const download = page.waitForEvent('download');
    await page.getByText('Summary').click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).to.contain('America/New_York');
    expect(file.trimEnd().split('\r\n')).to.have.length(8);
  });
});
