import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import { press, settled } from '../support/mount.js';
import { serving } from '../support/serving.js';
import { chartOf } from '../support/usage-chart.js';

const gone = (path: string) => http.get(path, () => new HttpResponse(null, { status: 404 }));

// By itself: a browser fetches a module once for a page, and here the first fetches must fail.
describe('the export of <usage-chart> without its code', () => {
  const worker = setupWorker(gone('*/usage-export.*'), gone('*/papaparse.vendor.*'));
  const downloads = catchDownloads();
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  });
  after(() => {
    worker.stop();
    downloads.stop();
  });
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('says so each time, tells the page, and saves the file once all of it is there', async () => {
    const el = await chartOf(serving(), { range: '1w' });
    const heard: string[] = [];
    el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
    const exportSummary = async (): Promise<void> => {
      press(el, 'export');
      await settled(el);
      press(el, 'export-summary');
    };
    const untilHeard = (count: number): Promise<void> =>
      waitUntil(() => heard.length === count, `failure ${count}`, { timeout: 10_000 });
    const alerts = (): string =>
      [...(el.shadowRoot?.querySelectorAll('[role="alert"]') ?? [])]
        .map(({ textContent }) => textContent.trim())
        .join('');

    await exportSummary();
    await untilHeard(1);
    await settled(el);
    expect(alerts()).to.equal('A part of this page could not be loaded.');

    worker.resetHandlers(gone('*/papaparse.vendor.*'));
    await exportSummary();
    await untilHeard(2);
    await settled(el);
    expect(alerts()).to.equal('The file could not be made.');
    expect(heard).to.eql(['module_failed', 'module_failed']);
    expect(downloads.saved).to.eql([]);

    worker.resetHandlers(http.all('*/nothing', () => HttpResponse.error()));
    press(el, 'export-retry');
    await waitUntil(() => downloads.saved.length === 1, 'the file', { timeout: 10_000 });
    expect(await downloads.text()).to.contain('"Billing sessions"');
  }).timeout(30_000);
});
