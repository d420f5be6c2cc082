import { readFile, stat } from 'node:fs/promises';

import { expect } from 'chai';
import type { Browser, CDPSession } from 'playwright-core';

import { launch, openPage } from './browser.js';
import { startForeignServer } from './foreign-server.js';

/** Tasks over 50 ms since the page's start, as the browser itself counts them. */
const watcher = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      globalThis.longTasks.push({ duration, startTime });
    }
  }).observe({ type: 'longtask', buffered: true });
  globalThis.ticks = [];
  setInterval(() => globalThis.ticks.push(performance.now()), 10);
`;

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

describe('the CSV of a hundred thousand records', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  it('is complete, blocks nobody and holds no more than twice the file', async () => {
    const server = await startForeignServer({
      page: '<usage-chart api-base="/billing/acme"></usage-chart>',
      script: watcher,
      records: 100_000,
    });
    const { page, complaints } = await openPage(browser);
    await page.goto(server.origin);
    await page.locator('usage-chart .plot svg').waitFor();
    const cdp = await page.context().newCDPSession(page);
    const before = await heapOf(cdp);
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const begin = await page.evaluate(() => performance.now());
    const download = page.waitForEvent('download');
    await page.getByText('All records').click();
    const path = await (await download).path();
    const long = await page.evaluate(
      (since) =>
        (Reflect.get(globalThis, 'longTasks') as { startTime: number; duration: number }[]).filter(
          ({ startTime }) => startTime >= since,
        ),
      begin,
    );
    const ticks = await page.evaluate(
      (since) =>
        (Reflect.get(globalThis, 'ticks') as number[]).filter((time) => time >= since).length,
      begin,
    );
    const took = (await page.evaluate(() => performance.now())) - begin;
    const grown = (await heapOf(cdp)) - before;
    const { size } = await stat(path);
    const text = await readFile(path, 'utf8');
    await server.close();
    console.log(`100,000 records: ${size} bytes, heap +${grown} bytes, long tasks ${long.length}`);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).to.have.length(100_001);
    expect(new Set(lines).size, 'every one of them once').to.equal(100_001);
    expect(long).to.eql([]);
    expect(ticks, 'the page’s own timer goes on').to.be.above(took / 40);
    expect(grown).to.be.below(2 * size);
    expect(complaints.errors).to.eql([]);
  });
});
