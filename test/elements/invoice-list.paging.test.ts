import { expect } from '@open-wc/testing';

import type { InvoicePage } from '../../src/billing/types.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { invoiceList, invoicesFrom, InvoiceServer, numbersIn } from '../support/invoice-pages.js';
import { inState, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, held } from '../support/serving.js';

const focused = (el: InvoiceListElement): string | undefined =>
  el.shadowRoot?.activeElement?.part[0];

const turn = async (el: InvoiceListElement, way: 'next' | 'previous'): Promise<void> => {
  press(el, `${way}-page`);
  await settled(el);
};

describe('the pages of <invoice-list>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('follow each other without a gap, and the last one says that it is the last', async () => {
    const all = invoicesFrom(47);
    const el = await invoiceList(new InvoiceServer(all).client());
    const seen = numbersIn(el);
    await turn(el, 'next');
    seen.push(...numbersIn(el));
    await turn(el, 'next');
    seen.push(...numbersIn(el));
    expect(seen).to.eql(all.map(({ number }) => number));
    await turn(el, 'next');
    expect(numbersIn(el), 'there is no further page').to.eql(seen.slice(40));
    expect(texts(el, 'pages').join(' ')).to.contain('Page 3');
  });

  it('are none where one page holds all', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(1)).client());
    expect(parts(el, 'pages')).to.eql([]);
    expect(numbersIn(el)).to.eql(['N-00001']);
  });

  it('lead back by the cursors that led there', async () => {
    const server = new InvoiceServer(invoicesFrom(47));
    const el = await invoiceList(server.client());
    const first = numbersIn(el);
    await turn(el, 'next');
    await turn(el, 'next');
    await turn(el, 'previous');
    await turn(el, 'previous');
    expect(numbersIn(el)).to.eql(first);
    expect(server.asked.map(({ cursor }) => cursor)).to.eql([
      undefined,
      '20',
      '40',
      '20',
      undefined,
    ]);
  });

  it('begin anew in the other order, and the heading of dates says which one holds', async () => {
    const all = invoicesFrom(47);
    const server = new InvoiceServer(all);
    const el = await invoiceList(server.client());
    await turn(el, 'next');
    press(el, 'sort');
    await settled(el);
    expect(el.order).to.equal('asc');
    expect(server.asked.at(-1))
      .to.include({ order: 'asc', limit: 20 })
      .and.not.have.property('cursor');
    expect(numbersIn(el)[0]).to.equal('N-00001');
    const sorted = el.shadowRoot?.querySelectorAll('[aria-sort]') ?? [];
    expect([...sorted].map((head) => head.getAttribute('aria-sort'))).to.eql(['ascending']);
  });

  it('keep the focus on the button that turns the order, while the answer is on its way', async () => {
    const server = new InvoiceServer(invoicesFrom(47));
    const el = await invoiceList(server.client());
    const wait = held<InvoicePage>();
    server.instead.set(undefined, () => wait.promise);
    press(el, 'sort');
    await settled(el);
    expect(focused(el), 'on its way').to.equal('sort');
    wait.resolve({ items: invoicesFrom(3), nextCursor: null });
    await settled(el);
    expect(focused(el), 'there').to.equal('sort');
  });

  it('cannot be chosen before they are there', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    const isDisabled = (): boolean => parts(el, 'choice')[0]?.matches(':disabled') ?? false;
    expect(isDisabled(), 'with rows').to.equal(false);
    const wait = held<InvoicePage>();
    server.instead.set(undefined, () => wait.promise);
    press(el, 'sort');
    await el.updateComplete;
    expect(isDisabled(), 'without').to.equal(true);
  });

  it('tell of the one that failed, keep the one before, and go on with "Try again"', async () => {
    const all = invoicesFrom(60);
    const server = new InvoiceServer(all);
    const el = await invoiceList(server.client());
    const first = numbersIn(el);
    server.instead.set('20', failing('upstream_unavailable'));
    await turn(el, 'next');
    await inState(el, 'stale');
    expect(numbersIn(el)).to.eql(first);
    expect(shownIn(el)).to.contain('The billing service is not available.');
    server.instead.clear();
    press(el, 'retry');
    await settled(el);
    expect(numbersIn(el)).to.eql(all.slice(20, 40).map(({ number }) => number));
    expect(el.matches(':state(ready)')).to.equal(true);
  });

  it('go on after a failure by the same button as well, without losing count', async () => {
    const all = invoicesFrom(60);
    const server = new InvoiceServer(all);
    const el = await invoiceList(server.client());
    server.instead.set('20', failing('upstream_unavailable'));
    await turn(el, 'next');
    server.instead.clear();
    await turn(el, 'next');
    expect(numbersIn(el)).to.eql(all.slice(20, 40).map(({ number }) => number));
    expect(texts(el, 'pages').join(' ')).to.contain('Page 2');
  });

  it('never go round: a cursor that was followed before is no answer', async () => {
    const server = new InvoiceServer(invoicesFrom(60));
    const el = await invoiceList(server.client());
    server.instead.set('20', (page) => Promise.resolve({ ...page, nextCursor: '20' }));
    await turn(el, 'next');
    expect(shownIn(el)).to.contain('gave an answer that could not be read');
  });

  it('draw no more rows than two hundred, whatever comes, and tell of the others', async () => {
    const all = invoicesFrom(2_000);
    const server = new InvoiceServer(all);
    server.instead.set(undefined, () => Promise.resolve({ items: all, nextCursor: null }));
    const el = await invoiceList(server.client());
    expect(numbersIn(el)).to.eql(all.slice(0, 200).map(({ number }) => number));
    expect(shownIn(el)).to.contain('1,800 entries could not be shown.');
    expect(el.matches(':state(partial)')).to.equal(true);
  });

  it('lead to the top of the list, for that is where reading goes on', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(60)).client());
    const [below] = parts(el, 'next-page');
    expect(below?.getBoundingClientRect().top).to.be.above(innerHeight);
    await turn(el, 'next');
    const [above] = parts(el, 'next-page');
    expect(el.shadowRoot?.activeElement).to.equal(above).and.not.equal(below);
    const top = parts(el, 'table')[0]?.getBoundingClientRect().top;
    expect(top).to.be.within(0, innerHeight);
  });

  it('hold the rows of one page only', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(10_000)).client());
    for (let page = 0; page < 5; page += 1) await turn(el, 'next');
    expect(parts(el, 'invoice')).to.have.length(20);
  });
});
