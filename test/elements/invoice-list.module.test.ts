import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import {
  failuresOf,
  fileOf,
  FileServer,
  fileWords,
  linesOnly,
  listOf,
} from '../support/invoice-files.js';
import { invoice, invoicesFrom } from '../support/invoice-pages.js';
import { press, settled, texts } from '../support/mount.js';
import { zipEntries } from '../support/zip-entries.js';

// By itself: a browser fetches a module once for a page, and here the first fetch must fail.
describe('<invoice-list> without the code that makes files', () => {
  const gone = (path: string) => http.get(path, () => new HttpResponse(null, { status: 404 }));
  const worker = setupWorker(gone('*/invoice-copy.*'), gone('*/zip.vendor.*'));
  let downloads: Downloads;
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  });
  after(() => {
    worker.stop();
  });
  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
  });
  afterEach(() => {
    downloads.stop();
    restoreClock();
  });

  it('says so once where it cannot pack them, and packs them once the code is there', async () => {
    const answer = () => Promise.resolve(fileOf('packed'));
    const el = await listOf(new FileServer(answer), ...invoicesFrom(2));
    const heard = failuresOf(el);
    press(el, 'choice');
    await settled(el);
    press(el, 'download-chosen');
    await waitUntil(() => heard.length > 0, 'the failure', { timeout: 10_000 });
    await settled(el);
    expect(heard).to.eql(['invoice-list module_failed']);
    expect(texts(el, 'archive-status').join()).to.contain('The files could not be collected.');

    worker.resetHandlers(gone('*/invoice-copy.*'));
    press(el, 'download-chosen');
    await waitUntil(() => downloads.saved.length === 1, 'the zip', { timeout: 10_000 });
    expect(await zipEntries(downloads.saved[0]?.file ?? new Blob())).to.have.length(2);
  }).timeout(20_000);

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
