import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Invoice } from '../../src/billing/types.js';
import type {
  InvoiceListElement,
  InvoicePayRequestEvent,
} from '../../src/elements/invoice-list/invoice-list.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import {
  invoice,
  invoiceList,
  invoicesFrom,
  InvoiceServer,
  numbersIn,
} from '../support/invoice-pages.js';
import { parts, press, settled, shownIn, textOf, texts } from '../support/mount.js';
import { failing, serving } from '../support/serving.js';

const focused = (el: InvoiceListElement): string | undefined =>
  el.shadowRoot?.activeElement?.part[0];

const listOf = (...invoices: readonly Invoice[]): Promise<InvoiceListElement> =>
  invoiceList(new InvoiceServer(invoices).client());

/** The one row of a list, as it is read. */
const rowOf = async (change: Partial<Invoice>): Promise<string> => {
  const el = await listOf(invoice(1, change));
  const [row] = parts(el, 'invoice');
  return row ? textOf(row) : '';
};

describe('the rows of <invoice-list>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(async () => {
    restoreClock();
    await setViewport({ width: 1024, height: 768 });
  });

  it('tell number, date, kind, amount, method and status in words', async () => {
    const row = await rowOf({ kind: 'top_up', date: '2026-03-16', description: 'Reload' });
    for (const word of ['N-00001', 'Mar 16, 2026', 'Reload', '$1.00', 'PayPal', 'Paid']) {
      expect(row).to.contain(word);
    }
  });

  it('show a status and a kind that nobody knows yet as they were sent', async () => {
    const row = await rowOf({ status: 'in_collection', kind: 'roaming' });
    expect(row).to.contain('in_collection').and.to.contain('roaming');
  });

  const amounts: readonly (readonly [amount: string, currency: string, shown: string])[] = [
    ['-12.50', 'EUR', '-€12.50'],
    ['1500', 'JPY', '¥1,500'],
    ['5.125', 'KWD', 'KWD 5.125'],
    ['1000.00', 'INR', '₹1,000.00'],
    ['-0.00012', 'XYZ', '-XYZ 0.00012'],
  ];
  for (const [amount, currency, shown] of amounts) {
    it(`show ${amount} ${currency} with its sign, its currency and all of its digits`, async () => {
      const el = await listOf(invoice(1, { total: { amount, currency } }));
      expect(texts(el, 'amount')).to.eql([shown]);
    });
  }

  it('tell when an open one is due', async () => {
    expect(await rowOf({ status: 'open', dueDate: '2026-03-26' })).to.contain(
      'Due on Mar 26, 2026',
    );
    expect(await rowOf({ status: 'paid', dueDate: '2026-03-26' })).not.to.contain('Due');
  });

  it('tell of a payment that failed, and when it is tried again', async () => {
    const el = await invoiceList(serving({}, 'past-due'));
    const [row] = parts(el, 'invoice');
    expect(row && textOf(row))
      .to.contain('Overdue')
      .and.to.contain('The payment failed. Next attempt on March 21, 2026.');
  });

  describe('offer to pay', () => {
    const cases: readonly (readonly [
      what: string,
      change: Partial<Invoice>,
      isPayable: boolean,
    ])[] = [
      ['an open one', { status: 'open' }, true],
      ['an overdue one', { status: 'past_due' }, true],
      ['one that the server lets be paid', { status: 'draft', payment: { canPay: true } }, true],
      ['not one that is paid already', { status: 'paid' }, false],
      [
        'not one whose transfer is under way',
        { status: 'open', payment: { canPay: false } },
        false,
      ],
      ['not a credit note', { status: 'open', total: { amount: '-5.00', currency: 'USD' } }, false],
      [
        'not one of which nothing is due',
        { status: 'open', amountDue: { amount: '0.00', currency: 'USD' } },
        false,
      ],
    ];
    for (const [what, change, isPayable] of cases) {
      it(what, async () => {
        const el = await listOf(invoice(1, change));
        expect(parts(el, 'pay')).to.have.length(isPayable ? 1 : 0);
      });
    }

    it('to nobody where the page wants it read only', async () => {
      const el = await listOf(invoice(1, { status: 'open' }));
      el.readOnly = true;
      await settled(el);
      expect(parts(el, 'pay')).to.eql([]);
    });

    it('asking the page first, which may take over', async () => {
      const el = await listOf(invoice(1, { status: 'open' }));
      el.addEventListener('invoice-pay-request', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        press(el, 'pay');
      });
      const event = await oneEvent<InvoicePayRequestEvent>(el, 'invoice-pay-request');
      await settled(el);
      expect(event.invoiceId).to.equal('n-00001');
      expect(parts(el, 'dialog')).to.eql([]);
    });

    it('on the payment page of that invoice', async () => {
      const el = await invoiceList(serving({}, 'past-due'));
      press(el, 'pay');
      await waitUntil(() => parts(el, 'checkout').length === 1, 'the payment page');
      const [checkout] = parts(el, 'checkout');
      expect(checkout?.getAttribute('purpose')).to.equal('invoice');
      expect(checkout?.getAttribute('invoice-id')).to.equal('inv-2026-0007');
    });
  });

  describe('open their lines', () => {
    it('on demand, with taxes and every sum as the server sent it', async () => {
      const el = await invoiceList(serving({}, 'past-due'));
      expect(parts(el, 'lines')).to.eql([]);
      press(el, 'details');
      await settled(el);
      const [lines] = parts(el, 'lines');
      expect(lines && textOf(lines))
        .to.contain('Essential, monthly')
        .and.to.contain('Subtotal $250.00')
        .and.to.contain('Sales tax (8.25%) $20.63')
        .and.to.contain('Total $270.63');
      expect(parts(el, 'details')[0]?.getAttribute('aria-expanded')).to.equal('true');
      press(el, 'details');
      await settled(el);
      expect(parts(el, 'lines')).to.eql([]);
    });

    it('or say why not, and go on with "Try again", while the list stays as it is', async () => {
      const engine = createMemoryEngine({ world: 'past-due', now: () => Date.parse(storyTime) });
      let isDown = true;
      const el = await invoiceList({
        ...engine,
        invoice: (id, options) =>
          isDown && id !== 'upcoming'
            ? Promise.reject(new BillingError('upstream_unavailable', { status: 503 }))
            : engine.invoice(id, options),
      });
      press(el, 'details');
      await settled(el);
      expect(el.matches(':state(ready)')).to.equal(true);
      expect(shownIn(el)).to.contain('The billing service is not available.');
      isDown = false;
      press(el, 'retry');
      await settled(el);
      expect(parts(el, 'lines')).to.have.length(1);
      expect(focused(el)).to.equal('details');
    });

    it('by the keyboard', async () => {
      const el = await invoiceList(serving({}, 'past-due'));
      parts(el, 'details')[0]?.focus();
      await sendKeys({ press: 'Enter' });
      await settled(el);
      expect(parts(el, 'lines')).to.have.length(1);
      expect(focused(el)).to.equal('details');
    });
  });

  describe('above them the next invoice', () => {
    it('stands where the server tells of one, and is no row of the list', async () => {
      const el = await invoiceList(serving());
      expect(texts(el, 'upcoming').join(' '))
        .to.contain('$1,000.00')
        .and.to.contain('April 5, 2026');
      expect(numbersIn(el)[0]).to.equal('INV-2026-0009');
    });

    for (const code of ['not_found', 'not_supported']) {
      it(`is missing without a word where the server answers ${code}`, async () => {
        const server = new InvoiceServer(invoicesFrom(3));
        const status = code === 'not_found' ? 404 : 501;
        const el = await invoiceList(server.client({ invoice: failing(code, { status }) }));
        expect(el.matches(':state(ready)')).to.equal(true);
        expect(parts(el, 'upcoming')).to.eql([]);
        expect(texts(el, 'status')).to.eql(['']);
      });
    }
  });

  describe('are a table', () => {
    const treeOf = async (): Promise<string[]> =>
      (await accessibleNodes()).map(({ name = '', role }) => `${role} ${name}`.trim());

    for (const width of [1024, 360]) {
      it(`with a caption, headers and cells at ${width} px`, async () => {
        await setViewport({ width, height: 768 });
        await listOf(invoice(2, { status: 'open' }), invoice(1));
        const tree = await treeOf();
        expect(tree)
          .to.include('table Invoices')
          .and.to.include('rowheader N-00002 Details of invoice N-00002'.replace(/ N-00002 /, ' '));
        const roles = tree.map((node) => node.split(' ')[0]);
        const count = (role: string): number => roles.filter((found) => found === role).length;
        expect(count('row'), 'rows').to.equal(3);
        expect(count('rowheader'), 'row headers').to.equal(2);
        expect(count('columnheader'), 'column headers').to.equal(8);
      });
    }

    it('whose controls each say which invoice they are for', async () => {
      await listOf(invoice(2, { status: 'open' }), invoice(1));
      const tree = await treeOf();
      expect(tree)
        .to.include('button Download PDF, invoice N-00002')
        .and.to.include('button Pay, invoice N-00002')
        .and.to.include('button Download PDF, invoice N-00001')
        .and.not.to.include('button Pay, invoice N-00001');
    });

    it('that does not run out of its place at 320 px', async () => {
      await setViewport({ width: 320, height: 768 });
      await invoiceList(serving({}, 'huge'));
      expect(document.scrollingElement?.scrollWidth).to.be.at.most(320);
    });
  });
});
