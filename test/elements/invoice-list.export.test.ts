import { expect, waitUntil } from '@open-wc/testing';

import type { InvoicePage } from '../../src/billing/types.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import '../../src/elements/invoice-list/list-export.js';
import '../../src/export/papaparse.vendor.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { invoiceList, invoicesFrom, InvoiceServer } from '../support/invoice-pages.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { speak } from '../support/right-to-left.js';
import { failing, held, serving } from '../support/serving.js';

let downloads: Downloads;

const untilSaved = () => waitUntil(() => downloads.saved.length === 1, 'a file');
const told = (el: InvoiceListElement): string =>
  parts(el, 'export-status')
    .map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim())
    .join(' ');
const numbersOf = (text: string): string[] =>
  text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',')[0]?.replaceAll('"', '') ?? '');

describe('the export of <invoice-list>', () => {
  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
  });
  afterEach(() => {
    restoreClock();
    downloads.stop();
  });

  it('holds every page, not just the one on screen', async () => {
    const all = invoicesFrom(247);
    const server = new InvoiceServer(all);
    const el = await invoiceList(server.client());
    press(el, 'export');
    await untilSaved();
    expect(downloads.saved[0]?.name).to.match(/^invoices.*\.csv$/);
    expect(numbersOf(await downloads.text())).to.eql(all.map(({ number }) => number));
    expect(server.asked.slice(1).map(({ cursor, limit }) => [cursor, limit])).to.eql([
      [undefined, 100],
      ['100', 100],
      ['200', 100],
    ]);
    await settled(el);
    expect(told(el)).to.contain('The file is saved.');
  });

  it('holds what the filters match, in the order of the list', async () => {
    const server = new InvoiceServer(invoicesFrom(30));
    const el = await invoiceList(server.client());
    el.order = 'asc';
    el.status = 'paid';
    el.to = '2025-12-31';
    await settled(el);
    press(el, 'export');
    await untilSaved();
    expect(server.asked.at(-1)).to.include({ order: 'asc', status: 'paid', to: '2026-01-01' });
    expect(numbersOf(await downloads.text())[0]).to.equal('N-00001');
  });

  it('speaks the language of the page, without marks that only a screen obeys', async () => {
    const el = await speak(await invoiceList(new InvoiceServer(invoicesFrom(3)).client()), 'he');
    press(el, 'export');
    await untilSaved();
    document.documentElement.removeAttribute('dir');
    const text = await downloads.text();
    expect(text).to.contain('"מספר"').and.to.contain('N-00003');
    expect(text).not.to.match(/[\u061C\u200E\u200F\u2066-\u2069]/u);
  });

  it('tells how far it is, and can be stopped: then nothing is saved', async () => {
    const server = new InvoiceServer(invoicesFrom(247));
    const el = await invoiceList(server.client());
    const wait = held<InvoicePage>();
    server.instead.set('100', () => wait.promise);
    press(el, 'export');
    await waitUntil(() => told(el).includes('100 so far'), 'progress');
    press(el, 'export-cancel');
    wait.resolve({ items: [], nextCursor: null });
    await settled(el);
    expect(downloads.saved).to.eql([]);
    expect(told(el)).not.to.contain('so far');
    expect(el.shadowRoot?.activeElement?.part[0], 'the focus').to.equal('export');
  });

  const broken: readonly (readonly [
    what: string,
    answer: (page: InvoicePage) => Promise<InvoicePage>,
  ])[] = [
    ['a page that fails half-way', failing('upstream_unavailable')],
    ['a cursor that leads round', (page) => Promise.resolve({ ...page, nextCursor: '100' })],
    ['a row that cannot be read', (page) => Promise.resolve({ ...page, setAside: 1 })],
  ];
  for (const [what, answer] of broken) {
    it(`is never handed over as complete after ${what}`, async () => {
      const server = new InvoiceServer(invoicesFrom(247));
      const el = await invoiceList(server.client());
      const heard: string[] = [];
      el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
      server.instead.set('100', answer);
      press(el, 'export');
      await waitUntil(() => told(el).includes('The export stopped'), 'the end');
      expect(downloads.saved).to.eql([]);
      expect(heard).to.have.length(1);
      server.instead.clear();
      press(el, 'export');
      await untilSaved();
      expect(numbersOf(await downloads.text()), 'once more, from the first').to.have.length(247);
    });
  }

  it('saves nothing of an account that is no longer the one on screen', async () => {
    const server = new InvoiceServer(invoicesFrom(247));
    const el = await invoiceList(server.client());
    const wait = held<InvoicePage>();
    server.instead.set('100', () => wait.promise);
    press(el, 'export');
    await waitUntil(() => told(el).includes('100 so far'), 'progress');
    el.client = serving();
    await settled(el);
    wait.resolve({ items: invoicesFrom(1), nextCursor: null });
    await settled(el);
    expect(downloads.saved).to.eql([]);
    expect(texts(el, 'export-status').join('')).not.to.contain('so far');
  });
});
