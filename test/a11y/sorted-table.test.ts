/** https://www.w3.org/WAI/ARIA/apg/patterns/table/ with a sortable column: invoices, their lines, usage, costs, plans. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { below, focusedPart, keys, namesOf, nodeOf, nodesOf } from '../support/accessibility.js';
import type { AccessibleNode } from '../support/browser-commands.js';
import { readyCheckout, shop, upgrade } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import {
  invoice,
  invoiceList,
  invoicesFrom,
  InvoiceServer,
  numbersIn,
} from '../support/invoice-pages.js';
import { parts, press, settled } from '../support/mount.js';
import { openDialog, planUsage } from '../support/plan-usage.js';
import { held, serving } from '../support/serving.js';
import { chartOf } from '../support/usage-chart.js';

const listed = (count = 3): Promise<InvoiceListElement> =>
  invoiceList(new InvoiceServer(invoicesFrom(count)).client());

const sortButton = (el: InvoiceListElement): HTMLElement => {
  const [button] = parts(el, 'sort');
  if (!button) throw new Error('Nothing sorts.');
  return button;
};

async function pressed(el: InvoiceListElement, key: string): Promise<InvoiceListElement> {
  sortButton(el).focus();
  await keys(key);
  await settled(el);
  return el;
}

const sortOf = (el: InvoiceListElement): (string | null)[] =>
  [...(el.shadowRoot?.querySelectorAll('[part~="table"] thead th') ?? [])].map((head) =>
    head.getAttribute('aria-sort'),
  );

const rolesIn = (node: AccessibleNode, ...roles: string[]): string[] =>
  below(node)
    .filter(({ role }) => roles.includes(role))
    .map(({ role, name = '' }) => `${role} ${name}`.trim());

/** Where the table has its heads, in the order in which they are read. */
const heads = ['Number', 'Date', 'Kind', 'Amount', 'Payment method', 'Status', 'Actions'];

describe('Tables', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(async () => {
    time.release();
    localStorage.clear();
    await setViewport({ width: 1024, height: 768 });
  });

  it('Sorted table (APG, properties): the sorted column says that the newest come first', async () => {
    const sorted = sortOf(await listed());
    expect(sorted.filter((sort) => sort !== null)).to.eql(['descending']);
    expect(sorted.indexOf('descending')).to.equal(2);
  });

  it('Sorted table (APG, roles): a button in the head of the column turns the order', async () => {
    const el = await listed();
    expect(sortButton(el).closest('th')?.getAttribute('scope')).to.equal('col');
    expect((await nodeOf('button', 'Date')).role).to.equal('button');
  });

  it('Sorted table (APG, keyboard): Enter turns the order, and the column says so', async () => {
    const el = await pressed(await listed(), 'Enter');
    expect(numbersIn(el)).to.eql(['N-00001', 'N-00002', 'N-00003']);
    expect(sortOf(el)).to.include('ascending');
  });

  it('Sorted table (APG, keyboard): Space turns the order too', async () => {
    const el = await pressed(await listed(), 'Space');
    expect(numbersIn(el)).to.eql(['N-00001', 'N-00002', 'N-00003']);
    expect(sortOf(el)).to.include('ascending');
  });

  it('Sorted table (APG, keyboard): the same key turns it back', async () => {
    const el = await pressed(await pressed(await listed(), 'Enter'), 'Enter');
    expect(numbersIn(el)).to.eql(['N-00003', 'N-00002', 'N-00001']);
    expect(sortOf(el)).to.include('descending').and.not.include('ascending');
  });

  it('Sorted table (WCAG 2.4.3): the focus stays on the button while rows are on their way, and after', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    const rows = held<undefined>();
    server.instead.set(undefined, async (page) => {
      await rows.promise;
      return page;
    });
    await pressed(el, 'Enter');
    const onTheWay = focusedPart();
    rows.resolve(undefined);
    await settled(el);
    expect([onTheWay, focusedPart()]).to.eql(['sort', 'sort']);
  });

  it('Sorted table (WCAG 4.1.2): while rows are on their way the table says that it is busy', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    server.instead.set(undefined, () => held<never>().promise);
    await pressed(el, 'Enter');
    expect((await nodeOf('table', 'Invoices')).busy).to.equal(true);
  });

  it('Sorted table (WCAG 1.4.1): the order is shown by where the arrow points, which is not read', async () => {
    const el = await listed();
    const arrow = () => sortButton(el).querySelector('svg');
    const down = arrow() && getComputedStyle(arrow() ?? el).transform;
    await pressed(el, 'Enter');
    expect(getComputedStyle(arrow() ?? el).transform).not.to.equal(down);
    expect(arrow()?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('Sorted table (WCAG 1.3.1): only the column that can be sorted says how', async () => {
    const sorted = sortOf(await listed());
    expect(sorted).to.have.length(8);
    expect(sorted.filter((sort) => sort === null)).to.have.length(7);
  });

  it('Sorted table (WCAG 3.2.2): nothing is sorted before the button is pressed', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    const before = server.asked.length;
    sortButton(el).focus();
    await settled(el);
    expect(server.asked).to.have.length(before);
  });

  it('Table (WCAG 1.3.1): the invoices are a table with a name', async () => {
    await listed();
    expect(await namesOf('table')).to.eql(['Invoices']);
  });

  it('Table (WCAG 1.3.1): every column has a head with a name', async () => {
    await listed();
    const table = await nodeOf('table', 'Invoices');
    expect(rolesIn(table, 'columnheader').slice(1)).to.eql(
      heads.map((name) => `columnheader ${name}`),
    );
    expect(rolesIn(table, 'columnheader')[0], 'the choice').to.match(/columnheader \S/);
  });

  it('Table (WCAG 1.3.1): every row is headed by the number of its invoice', async () => {
    await listed();
    const rows = rolesIn(await nodeOf('table', 'Invoices'), 'rowheader');
    expect(rows.map((row) => /N-\d+/.exec(row)?.[0])).to.eql(['N-00003', 'N-00002', 'N-00001']);
  });

  it('Table (WCAG 1.3.1): laid out as cards at 320 px it is still a table, row by row', async () => {
    await listed();
    const wide = rolesIn(
      await nodeOf('table', 'Invoices'),
      'row',
      'rowheader',
      'cell',
      'columnheader',
    );
    await setViewport({ width: 320, height: 640 });
    const narrow = rolesIn(
      await nodeOf('table', 'Invoices'),
      'row',
      'rowheader',
      'cell',
      'columnheader',
    );
    expect(narrow).to.eql(wide);
  });

  it('Table (WCAG 2.4.6): what a row can do is named with its invoice, from the words on screen on', async () => {
    const el = await invoiceList(serving({}, 'past-due'));
    const names = await namesOf('button');
    const shown = [...parts(el, 'download'), ...parts(el, 'pay')].map(({ innerText }) => innerText);
    expect(names).to.include('Download PDF, invoice INV-2026-0007');
    expect(names).to.include('Pay, invoice INV-2026-0007');
    expect(shown).to.include('Download PDF').and.include('Pay');
  });

  it('Table (WCAG 4.1.2): the box that chooses all says where only some are chosen', async () => {
    const el = await listed();
    parts<HTMLInputElement>(el, 'choice')[1]?.click();
    await settled(el);
    expect((await nodeOf('checkbox', 'Choose all on this page')).checked).to.equal('mixed');
  });

  it('Table (WCAG 4.1.2): each box that chooses is named with its invoice', async () => {
    await listed(2);
    expect((await namesOf('checkbox')).slice(1)).to.eql([
      'Choose invoice N-00002',
      'Choose invoice N-00001',
    ]);
  });

  it('Table (WCAG 1.1.1): a dash says in words that something is not available', async () => {
    const { paymentMethod: _, ...bare } = invoice(1);
    await invoiceList(new InvoiceServer([bare]).client());
    const cells = (await nodesOf('cell')).map((cell) =>
      below(cell)
        .map(({ name }) => name)
        .join(' '),
    );
    expect(cells.some((cell) => cell.includes('not available'))).to.equal(true);
    expect(cells.join()).not.to.include('—');
  });

  it('Table (WCAG 1.3.1): the lines of an invoice are a table with a name, heads and rows', async () => {
    const el = await invoiceList(serving());
    press(el, 'details');
    await settled(el);
    const table = await nodeOf('table', /^Lines of invoice /);
    expect(rolesIn(table, 'columnheader')).to.eql([
      'columnheader Item',
      'columnheader Quantity',
      'columnheader Unit price',
      'columnheader Amount',
    ]);
    expect(rolesIn(table, 'rowheader')).to.have.length(1);
  });

  it('Table (WCAG 1.3.1): the usage is a table with a name, heads, rows and a foot', async () => {
    await chartOf(serving(), { range: '1w', view: 'table' });
    const table = await nodeOf('table', 'Billing sessions, Mar 12 – 18, 2026');
    expect(rolesIn(table, 'columnheader')).to.eql([
      'columnheader Date',
      'columnheader Billing sessions',
    ]);
    expect(rolesIn(table, 'rowheader')).to.have.length(8).and.include('rowheader Total');
  });

  it('Table (WCAG 2.1.1): a table that scrolls by itself is reached by Tab, and named', async () => {
    const el = await chartOf(serving(), { range: '4w', view: 'table' });
    parts(el, 'table')[0]?.focus();
    expect(focusedPart()).to.equal('table');
    expect(await namesOf('region')).to.include('Billing sessions, Feb 19 – Mar 18, 2026');
  });

  it('Table (WCAG 1.3.1): what a purchase costs is a table with a name, heads and rows', async () => {
    await readyCheckout(time, shop().client, upgrade);
    const table = await nodeOf('table', 'What it costs');
    expect(rolesIn(table, 'columnheader')).to.eql(['columnheader Item', 'columnheader Amount']);
    expect(rolesIn(table, 'rowheader')).to.include('rowheader Due now');
  });

  it('Table (WCAG 1.3.1): the comparison of plans is a table with a plan a column and a feature a row', async () => {
    await openDialog(await planUsage(serving()), 'change');
    const table = await nodeOf('table', 'Compare features');
    expect(rolesIn(table, 'columnheader')).to.eql([
      'columnheader Feature',
      'columnheader Standard Current plan',
      'columnheader Essential',
      'columnheader Advanced',
      'columnheader Enterprise',
    ]);
    expect(rolesIn(table, 'rowheader')).to.include('rowheader Single sign-on');
  });

  it('Table (WCAG 1.1.1): a tick and a cross in the comparison are read as words', async () => {
    await openDialog(await planUsage(serving()), 'change');
    const words = below(await nodeOf('table', 'Compare features')).map(({ name }) => name);
    expect(words).to.include('Included').and.include('Not included');
  });
});
