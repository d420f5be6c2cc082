import { expect, waitUntil } from '@open-wc/testing';

import type { InvoicePage } from '../../src/billing/types.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { invoice, invoiceList, invoicesFrom, InvoiceServer } from '../support/invoice-pages.js';
import { parts, press, settled, textOf, texts } from '../support/mount.js';
import { failing, held, serving } from '../support/serving.js';

const choosePage = async (el: InvoiceListElement): Promise<void> => {
  parts<HTMLInputElement>(el, 'choice')[0]?.click();
  await settled(el);
};

const chosen = (el: InvoiceListElement): string => texts(el, 'chosen').join(' ');

const pick = async (el: InvoiceListElement, year: string): Promise<void> => {
  const [select] = parts<HTMLSelectElement>(el, 'year-filter');
  if (!select) throw new Error('There is no choice of a year.');
  select.value = year;
  select.dispatchEvent(new Event('change'));
  await settled(el);
};

describe('The choice of invoices in <invoice-list>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  describe('of all that match', () => {
    it('is offered once the whole page is chosen and there are others', async () => {
      const el = await invoiceList(new InvoiceServer(invoicesFrom(47)).client());
      expect(parts(el, 'choose-all')).to.eql([]);
      await choosePage(el);
      expect(chosen(el)).to.contain('20 invoices chosen');
      expect(texts(el, 'choose-all')).to.eql(['Choose all that match']);
    });

    it('is not offered where one page holds them all', async () => {
      const el = await invoiceList(new InvoiceServer(invoicesFrom(12)).client());
      await choosePage(el);
      expect(chosen(el)).to.contain('12 invoices chosen');
      expect(parts(el, 'choose-all')).to.eql([]);
    });

    it('takes every page, by the filters and in the order on screen', async () => {
      const server = new InvoiceServer(invoicesFrom(247));
      const el = await invoiceList(server.client());
      el.status = 'paid';
      await settled(el);
      await choosePage(el);
      press(el, 'choose-all');
      await waitUntil(() => chosen(el).includes('247 invoices chosen'), 'all of them');
      expect(server.asked.slice(2).map(({ cursor, status }) => [cursor, status])).to.eql([
        [undefined, 'paid'],
        ['100', 'paid'],
        ['200', 'paid'],
      ]);
      expect(parts<HTMLInputElement>(el, 'choice').every(({ checked }) => checked)).to.equal(true);
      expect(el.shadowRoot?.activeElement?.part[0], 'the focus').to.equal('chosen');
    });

    it('says how far it is, and can be stopped: then what was chosen stays', async () => {
      const server = new InvoiceServer(invoicesFrom(247));
      const el = await invoiceList(server.client());
      await choosePage(el);
      const wait = held<InvoicePage>();
      server.instead.set('100', () => wait.promise);
      press(el, 'choose-all');
      await waitUntil(() => chosen(el).includes('100 so far'), 'progress');
      press(el, 'stop-choosing');
      wait.resolve({ items: invoicesFrom(1), nextCursor: null });
      await settled(el);
      expect(chosen(el)).to.contain('20 invoices chosen').and.not.to.contain('so far');
      expect(el.shadowRoot?.activeElement?.part[0], 'the focus').to.equal('chosen');
    });

    it('takes none of them where some cannot be had, and says why', async () => {
      const server = new InvoiceServer(invoicesFrom(247));
      const el = await invoiceList(server.client());
      const heard: string[] = [];
      el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
      await choosePage(el);
      server.instead.set('100', failing('upstream_unavailable'));
      press(el, 'choose-all');
      await waitUntil(() => chosen(el).includes('is not available'), 'the reason');
      expect(chosen(el)).to.contain('20 invoices chosen');
      expect(heard).to.eql(['upstream_unavailable']);
      server.instead.clear();
      press(el, 'choose-all');
      await waitUntil(() => chosen(el).includes('247 invoices chosen'), 'all of them');
      expect(chosen(el)).not.to.contain('is not available');
    });

    it('ends with the account that it was made for', async () => {
      const server = new InvoiceServer(invoicesFrom(247));
      const el = await invoiceList(server.client());
      await choosePage(el);
      const wait = held<InvoicePage>();
      server.instead.set('100', () => wait.promise);
      press(el, 'choose-all');
      await waitUntil(() => chosen(el).includes('100 so far'), 'progress');
      el.client = serving();
      await settled(el);
      wait.resolve({ items: invoicesFrom(1), nextCursor: null });
      await settled(el);
      expect(parts(el, 'chosen')).to.eql([]);
    });
  });

  describe('by year', () => {
    it('asks for all days of it, and for no others', async () => {
      const server = new InvoiceServer(invoicesFrom(30));
      const el = await invoiceList(server.client());
      await pick(el, '2025');
      expect(server.asked.at(-1)).to.include({ from: '2025-01-01', to: '2026-01-01' });
      expect([el.from, el.to]).to.eql(['2025-01-01', '2025-12-31']);
      await pick(el, '');
      expect(server.asked.at(-1)).not.to.have.any.keys('from', 'to');
    });

    it('begins with the year that the account’s days are in', async () => {
      // In New York it is still the last day of 2025.
      setClock('2026-01-01T03:00:00Z');
      const el = await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
      const [select] = parts<HTMLSelectElement>(el, 'year-filter');
      const years = [...(select?.options ?? [])].map(textOf);
      expect(years.slice(0, 3)).to.eql(['Any', '2025', '2024']);
    });

    it('follows days that the page has set, where they are a year', async () => {
      const el = await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
      const [select] = parts<HTMLSelectElement>(el, 'year-filter');
      Object.assign(el, { from: '1999-01-01', to: '1999-12-31' });
      await settled(el);
      expect(select?.value).to.equal('1999');
      el.to = '1999-12-30';
      await settled(el);
      expect(select?.value).to.equal('');
    });
  });

  it('says once what kind and description say alike', async () => {
    const same = invoice(1, { kind: 'top_up', description: 'Reload' });
    const el = await invoiceList(new InvoiceServer([same]).client());
    const [row] = parts(el, 'invoice');
    expect(row && textOf(row).match(/Reload/g)).to.have.length(1);
  });
});
