import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import { failuresOf, fileWords, linesOnly, listOf } from '../support/invoice-files.js';
import { invoice } from '../support/invoice-pages.js';
import { press, settled } from '../support/mount.js';

// By itself: a browser fetches a module once for a page, and here the first fetch must fail.
describe('<invoice-list> without the code that makes copies', () => {
  const worker = setupWorker(
    http.get('*/invoice-copy.*', () => new HttpResponse(null, { status: 404 })),
  );
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

  it('says so in the row, tells the page once, and makes the copy once the code is there', async () => {
    const el = await listOf(linesOnly(), invoice(1));
    const heard = failuresOf(el);
    press(el, 'download');
    await waitUntil(() => heard.length > 0, 'the failure', { timeout: 10_000 });
    await settled(el);
    expect(heard).to.eql(['invoice-list module_failed']);
    expect(fileWords(el)).to.contain('A part of this page could not be loaded.');
    expect(el.matches(':state(ready)'), 'the list is as good as before').to.equal(true);

    worker.resetHandlers(http.all('*/nothing', () => HttpResponse.error()));
    press(el, 'download');
    await waitUntil(() => downloads.saved.length === 1, 'the copy', { timeout: 10_000 });
    expect(await downloads.text()).to.match(/^%PDF-/);
  }).timeout(20_000);
});
