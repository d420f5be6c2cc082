/** The way to other pages of invoices: buttons in a navigation landmark, one polite voice. */
import { expect } from '@open-wc/testing';

import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import {
  focused,
  focusedNode,
  focusedPart,
  focusedText,
  keys,
  namesOf,
  nodeOf,
  nodesOf,
  saidIn,
  tabTo,
} from '../support/accessibility.js';
import { invoiceList, invoicesFrom, InvoiceServer, numbersIn } from '../support/invoice-pages.js';
import { parts, settled, texts } from '../support/mount.js';
import { failing, held } from '../support/serving.js';

interface Pages {
  readonly el: InvoiceListElement;
  readonly server: InvoiceServer;
}

/** Three pages: 20, 20 and 5. */
async function pages(): Promise<Pages> {
  const server = new InvoiceServer(invoicesFrom(45));
  return { el: await invoiceList(server.client()), server };
}

/** Presses a button below the list by a key, or the one above it where the person has gone on. */
async function turn(
  el: InvoiceListElement,
  way: 'next' | 'previous',
  key = 'Enter',
): Promise<void> {
  const [button] = parts(el, `${way}-page`);
  button?.focus();
  await keys(key);
  await settled(el);
}

const isAbove = (): boolean => focused()?.closest('.above') !== null;

const first = (el: InvoiceListElement): string | undefined => numbersIn(el)[0];

describe('Pages of invoices', () => {
  it('Pagination (WCAG 1.3.1): the way to other pages is one navigation landmark with a name', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    expect(await namesOf('navigation')).to.eql(['Pages of invoices']);
  });

  it('Pagination (WCAG 4.1.2): its buttons are named by their words', async () => {
    await pages();
    const { children = [] } = await nodeOf('navigation', 'Pages of invoices');
    const buttons = children.filter(({ role }) => role === 'button');
    expect(buttons.map(({ name }) => name)).to.eql(['Previous', 'Next']);
  });

  it('Pagination (WCAG 2.1.1): Tab leads to it after the rows', async () => {
    const { el } = await pages();
    parts(el, 'download').at(-1)?.focus();
    await keys('Tab');
    expect(focusedText()).to.equal('Previous');
    await keys('Tab');
    expect(focusedText()).to.equal('Next');
  });

  it('Pagination (APG, keyboard): Enter on "Next" shows the next page', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    expect(first(el)).to.equal('N-00025');
  });

  it('Pagination (APG, keyboard): Space on "Next" shows the next page', async () => {
    const { el } = await pages();
    await turn(el, 'next', 'Space');
    expect(first(el)).to.equal('N-00025');
  });

  it('Pagination (APG, keyboard): Enter on "Previous" shows the page before', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    await turn(el, 'previous');
    expect(first(el)).to.equal('N-00045');
  });

  it('Pagination (WCAG 4.1.2): on the first page "Previous" says that it is off, and can still be found', async () => {
    const { el } = await pages();
    expect((await nodeOf('button', 'Previous')).disabled).to.equal(true);
    parts(el, 'previous-page')[0]?.focus();
    expect(focusedPart()).to.equal('previous-page');
  });

  it('Pagination (WCAG 4.1.2): a button that is off does nothing', async () => {
    const { el, server } = await pages();
    const before = server.asked.length;
    await turn(el, 'previous');
    expect(server.asked).to.have.length(before);
    expect(first(el)).to.equal('N-00045');
  });

  it('Pagination (WCAG 2.4.3): who turns the page goes on above the list, where the next page begins', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    expect([focusedPart(), isAbove()]).to.eql(['next-page', true]);
    await tabTo((active) => active.part.contains('details'));
    expect(focusedText(), 'the first row comes next').to.equal('N-00025');
  });

  it('Pagination (WCAG 2.4.3): on the last page the focus stays on "Next", which is off', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    await keys('Enter');
    await settled(el);
    expect(first(el)).to.equal('N-00005');
    const node = await focusedNode();
    expect([node?.name, node?.disabled]).to.eql(['Next', true]);
  });

  it('Pagination (WCAG 4.1.3): one polite region says which page it is', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    expect((await saidIn('status')).filter((text) => text.startsWith('Page'))).to.eql(['Page 2']);
  });

  it('Pagination (WCAG 4.1.3): that a page is on its way is said politely', async () => {
    const { el, server } = await pages();
    const next = held<never>();
    server.instead.set('20', () => next.promise);
    await turn(el, 'next');
    expect(await saidIn('status')).to.include('Loading invoices…');
  });

  it('Pagination (WCAG 3.2.2): until the next page is there the one before stays, and says that it is busy', async () => {
    const { el, server } = await pages();
    server.instead.set('20', () => held<never>().promise);
    await turn(el, 'next');
    expect(first(el)).to.equal('N-00045');
    expect((await nodeOf('table', 'Invoices')).busy).to.equal(true);
  });

  it('Pagination (WCAG 2.4.3): where a page fails the focus stays on the button', async () => {
    const { el, server } = await pages();
    server.instead.set('20', failing('upstream_unavailable'));
    await turn(el, 'next');
    expect([focusedPart(), isAbove()]).to.eql(['next-page', true]);
    expect(texts(el, 'status')[0]).to.contain('The billing service is not available.');
  });

  it('Pagination (WCAG 2.4.4): the page that is shown is told in words between the buttons', async () => {
    const { el } = await pages();
    await turn(el, 'next');
    expect(texts(el, 'pages')).to.eql(['Previous Page 2 Next', 'Previous Page 2 Next']);
  });

  it('Pagination (WCAG 1.3.1): where there is one page only there is no way to others', async () => {
    await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
    expect(await nodesOf('navigation')).to.eql([]);
  });
});
