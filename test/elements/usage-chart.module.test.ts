import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { parts, press, shownIn } from '../support/mount.js';
import { serving } from '../support/serving.js';
import { chartOf } from '../support/usage-chart.js';

// By itself: a browser fetches a module once for a page, and here the first fetch must fail.
describe('<usage-chart> without the code of its chart', () => {
  const worker = setupWorker(
    http.get('*/echarts.vendor.*', () => new HttpResponse(null, { status: 404 })),
  );
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  });
  after(() => {
    worker.stop();
  });
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('shows the table instead, says why, and draws once the code is there', async () => {
    const el = await chartOf(serving(), { range: '6m' });
    await waitUntil(() => el.matches(':state(partial)'), 'partial');
    expect(shownIn(el)).to.contain('A part of this page could not be loaded.');
    expect(shownIn(el)).to.contain('October 2025');
    expect(parts(el, 'chart')).to.eql([]);
    await expect(el).to.be.accessible();

    worker.resetHandlers(http.all('*/nothing', () => HttpResponse.error()));
    press(el, 'retry');
    const isDrawn = () => el.shadowRoot?.querySelector('.plot svg') !== null;
    await waitUntil(isDrawn, 'the chart', { timeout: 10_000 });
    expect(el.matches(':state(ready)')).to.equal(true);
  }).timeout(20_000);
});
