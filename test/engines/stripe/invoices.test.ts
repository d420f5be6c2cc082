import { expect } from 'chai';

import type { InvoiceQuery } from '../../../src/billing/types.js';
import { confirmed } from '../support/served.js';
import { FakeStripe } from './fake-stripe.js';
import {
  invoice,
  line,
  listOf,
  preview,
  price,
  subscription,
} from '../../../mocks/vendors/stripe/objects.js';
import { codeOf, served } from './served.js';

const { over, verify } = served('invoices');

/** A Stripe with so many invoices, one a day, the newest last in time. */
function billed(count: number): FakeStripe {
  const stand = new FakeStripe();
  const first = Date.parse('2025-01-01T12:00:00Z');
  stand.invoices = Array.from({ length: count }, (_, index) =>
    invoice(`in_${index + 1}`, new Date(first + index * 86_400_000).toISOString()),
  );
  return stand;
}

/** All pages of a question, as lists of ids. */
async function pagesOf(stand: FakeStripe, query: InvoiceQuery): Promise<string[][]> {
  const api = over(stand);
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.invoices({ ...query, ...(cursor && { cursor }) });
    pages.push(page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

describe('Invoices at Stripe', () => {
  it('come newest first, page after page, to the end', async () => {
    expect(await pagesOf(billed(5), { limit: 2 })).to.deep.equal([
      ['in_5', 'in_4'],
      ['in_3', 'in_2'],
      ['in_1'],
    ]);
    expect(await pagesOf(billed(4), { limit: 2 })).to.deep.equal([
      ['in_4', 'in_3'],
      ['in_2', 'in_1'],
    ]);
    expect(await pagesOf(billed(0), { limit: 2 })).to.deep.equal([[]]);
  });

  it('come oldest first where that was asked for, in pages that new ones do not move', async () => {
    const stand = billed(5);
    const query = { limit: 2, order: 'asc' } as const;
    expect(await pagesOf(stand, query)).to.deep.equal([
      ['in_1', 'in_2'],
      ['in_3', 'in_4'],
      ['in_5'],
    ]);
    const api = over(stand);
    const { nextCursor } = await api.invoices(query);
    stand.invoices.push(invoice('in_new', '2026-01-01'));
    const second = await api.invoices({ ...query, cursor: nextCursor ?? '' });
    expect(second.items.map(({ id }) => id)).to.deep.equal(['in_3', 'in_4']);
  });

  it('are not put in order by halves where there are too many', async () => {
    expect((await pagesOf(billed(1000), { order: 'asc', limit: 100 })).length).to.equal(10);
    expect(await codeOf(over(billed(1001)).invoices({ order: 'asc' }))).to.equal('invalid_request');
    expect((await over(billed(1001)).invoices({})).items[0]?.id).to.equal('in_1001');
  });

  it('are of the days that they bear in the zone of the account', async () => {
    const stand = billed(0);
    // 31 March, 23:30 UTC is 1 April in Berlin.
    stand.invoices = [
      invoice('in_a', '2026-03-31T21:59:00Z'),
      invoice('in_b', '2026-03-31T22:00:00Z'),
    ];
    const api = over(stand);
    const march = await api.invoices({ from: '2026-03-01', to: '2026-04-01' });
    expect(march.items.map(({ date, id }) => [id, date])).to.deep.equal([['in_a', '2026-03-31']]);
    const april = await api.invoices({ from: '2026-04-01', to: '2026-05-01' });
    expect(april.items.map(({ date, id }) => [id, date])).to.deep.equal([['in_b', '2026-04-01']]);
  });

  it('are past due, or refunded, where Stripe only knows open and paid', async () => {
    const stand = billed(0);
    const due = (day: string) => Date.parse(day) / 1000;
    const unpaid = { status: 'open', amount_paid: 0 } as const;
    stand.invoices = [
      invoice('in_late', '2026-02-01', { ...unpaid, due_date: due('2026-03-01') }),
      invoice('in_open', '2026-02-02', { ...unpaid, due_date: due('2026-04-01') }),
      invoice('in_back', '2026-02-03', { post_payment_credit_notes_amount: 2000 }),
      invoice('in_part', '2026-02-04', { post_payment_credit_notes_amount: 500 }),
      invoice('in_void', '2026-02-05', { status: 'void' }),
    ];
    const { items } = await over(stand).invoices({});
    expect(items.map(({ amountDue, status }) => [status, amountDue?.amount])).to.deep.equal([
      ['void', '0.00'],
      ['paid', '0.00'],
      ['refunded', '0.00'],
      ['open', '20.00'],
      ['past_due', '20.00'],
    ]);
    for (const [status, id] of [
      ['past_due', 'in_late'],
      ['open', 'in_open'],
      ['refunded', 'in_back'],
      ['paid', 'in_part'],
    ] as const) {
      const found = await over(stand).invoices({ status });
      expect(
        found.items.map((each) => each.id),
        status,
      ).to.deep.equal([id]);
    }
  });

  it('go on behind a cursor where a status is rare, and end', async () => {
    const stand = billed(12);
    const [oldest] = stand.invoices;
    if (oldest) Object.assign(oldest, { post_payment_credit_notes_amount: 2000 });
    const pages = await pagesOf(stand, { status: 'refunded', limit: 2 });
    expect(pages.flat()).to.deep.equal(['in_1']);
    expect(pages.length).to.equal(2);
  });

  it('take no cursor but their own', async () => {
    const api = over(billed(3));
    const { nextCursor } = await api.invoices({ limit: 1 });
    const asc = { order: 'asc', cursor: nextCursor ?? '' } as const;
    expect(await codeOf(api.invoices(asc))).to.equal('invalid_request');
    expect(await codeOf(api.invoices({ cursor: 'in_2' }))).to.equal('invalid_request');
  });
});

describe('One invoice at Stripe', () => {
  it('has lines, taxes by name, what was credited, seller and buyer', async () => {
    const stand = billed(0);
    stand.invoices = [
      invoice('in_a', '2026-03-01', {
        subtotal: 2000,
        total: 2178,
        starting_balance: -500,
        ending_balance: 0,
        total_taxes: [
          { amount: 178, tax_behavior: 'exclusive', tax_rate_details: { tax_rate: 'txr_1' } },
        ],
        account_name: 'Seller',
        customer_name: 'Jane',
        customer_email: 'jane@host.test',
        customer_address: { line1: '1 Way', city: 'Berlin', postal_code: '10115', country: 'DE' },
        customer_tax_ids: [{ type: 'eu_vat', value: 'DE1' }],
        footer: 'Thank you',
        lines: listOf([line(2000, { pricing: { type: 'price_details' }, quantity: 2 })]),
      }),
    ];
    const found = await over(stand).invoice('in_a');
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    expect(found).to.deep.include({
      seller: { name: 'Seller' },
      buyer: {
        name: 'Jane',
        address: ['1 Way', '10115 Berlin', 'DE'],
        taxId: 'DE1',
        email: 'jane@host.test',
      },
      notes: 'Thank you',
      subtotal: usd('20.00'),
      total: usd('21.78'),
      creditsApplied: usd('5.00'),
      amountPaid: usd('20.00'),
      taxes: [{ name: 'VAT', rate: '8.875', inclusive: false, amount: usd('1.78') }],
    });
    expect(found.lines).to.deep.equal([
      {
        description: 'Pro',
        kind: 'plan',
        quantity: '2',
        amount: usd('20.00'),
        period: { start: '2026-03-01T00:00:00.000Z', end: '2026-04-01T00:00:00.000Z' },
      },
    ]);
  });

  it('is complete where Stripe sends its lines in pages', async () => {
    const stand = billed(1);
    stand.lines = Array.from({ length: 250 }, (_, index) => line(index + 1));
    Object.assign(stand.invoices[0] ?? {}, { lines: listOf([line(1)], true) });
    const { lines } = await over(stand).invoice('in_1');
    expect(lines.length).to.equal(250);
    expect(lines.at(-1)?.amount.amount).to.equal('2.50');
  });

  it('that is to come is a draft of the next bill', async () => {
    const stand = billed(0);
    expect(await codeOf(over(stand).invoice('upcoming'))).to.equal('not_found');
    stand.subscriptions = [subscription('sub_a', price('price_pro', 'pro', 5000))];
    stand.nextBill = preview({ total: 5000, amount_due: 5000, lines: listOf([line(5000)]) });
    const next = await over(stand).invoice('upcoming');
    expect(next).to.deep.include({ id: 'upcoming', number: null, status: 'draft', pdf: false });
    expect(next.amountDue).to.deep.equal({ amount: '50.00', currency: 'USD' });
  });

  it('of another customer is not there, nor are its file and its payment', async () => {
    const stand = billed(1);
    Object.assign(stand.invoices[0] ?? {}, { customer: 'cus_b' });
    const api = over(stand);
    expect(await codeOf(api.invoice('in_1'))).to.equal('not_found');
    expect(await codeOf(api.invoicePdf('in_1'))).to.equal('not_found');
    expect(await codeOf(api.payInvoice('in_1', {}, confirmed()))).to.equal('not_found');
    expect(await codeOf(api.invoice('in_2'))).to.equal('not_found');
  });

  it('has amounts in the minor units that Stripe has', async () => {
    const shown = {
      isk: '200',
      ugx: '200',
      jpy: '20000',
      kwd: '20.000',
      mga: '20000.00',
      huf: '200.00',
    };
    for (const [currency, amount] of Object.entries(shown)) {
      const stand = billed(0);
      stand.invoices = [invoice('in_a', '2026-03-01', { currency, total: 20_000 })];
      const [found] = (await over(stand).invoices({})).items;
      expect(found?.total, currency).to.deep.equal({ amount, currency: currency.toUpperCase() });
    }
  });

  it('has its file behind a link, later, or never', async () => {
    const stand = billed(1);
    const api = over(stand);
    const link = { kind: 'link', url: 'https://pay.stripe.com/in_1/pdf' };
    expect(await api.invoicePdf('in_1')).to.deep.equal(link);
    const found = stand.invoices[0] ?? { id: '' };
    found.invoice_pdf = 'http://pay.stripe.com/in_1/pdf';
    expect((await api.invoicePdf('in_1')).kind).to.equal('preparing');
    Object.assign(found, { invoice_pdf: null, status: 'draft' });
    expect(await codeOf(api.invoicePdf('in_1'))).to.equal('not_found');
    expect((await api.invoice('in_1')).pdf).to.equal(false);
  });

  it('has been tested as the table says', () => {
    verify();
  });
});
