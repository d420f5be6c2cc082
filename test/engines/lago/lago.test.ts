import { expect } from 'chai';

import type { BillingApi } from '../../../src/api/billing-api.js';
import { lago } from '../../../src/engines/lago.js';
import type { LagoOptions } from '../../../src/engines/lago.js';
import { errorOf } from '../../api/support/outcome.js';
import { evidenceOf, verifyAbsent } from '../support/evidence.js';
import type { Evidence } from '../support/evidence.js';
import { clockAt, confirmed, judgedBy, servedOver } from '../support/served.js';
import type { ServedEngine } from '../support/served.js';
import { describeOverSpec } from '../support/vendor-spec.js';
import { FakeLago, periodEnd, uuid } from '../../../mocks/vendors/lago/fake-lago.js';

const now = '2026-03-18T15:30:00.000Z';
const usd = (amount: string) => ({ amount, currency: 'USD' });

const options: LagoOptions = {
  apiKey: 'key-of-the-test',
  baseUrl: 'https://lago.test/api/v1',
  customer: 'acme',
  subscriptions: { plan: 'acme-plan', support: 'acme-support' },
  plans: {
    plan: [{ id: 'basic' }, { id: 'pro', recommended: true }, { id: 'yearly' }],
    support: [],
  },
  meters: [
    {
      id: 'sessions',
      code: 'sessions_metric',
      name: 'Sessions',
      records: {
        columns: [
          { id: 'channel', name: 'Channel' },
          { id: 'user', name: 'User', property: 'user_id' },
        ],
        quantity: 'count',
      },
    },
  ],
  topUp: { options: [{ id: 'small', amount: '100' }] },
  lowAt: '50',
  hasPortal: true,
};

type Judge = (answer: typeof globalThis.fetch) => typeof globalThis.fetch;

/** What Lago does for an account, whoever looks at the requests. */
function behaves(judge: Judge, evidence: Evidence): void {
  let clock: ReturnType<typeof clockAt>;
  let fake: FakeLago;
  let served: ServedEngine;
  let api: BillingApi;

  beforeEach(() => {
    clock = clockAt(now);
    fake = new FakeLago(clock.now);
    served = servedOver(lago({ ...options, clock, fetch: judge(fake.fetch) }));
    api = evidence.over(served.api);
  });
  afterEach(() => {
    expect(served.faults).to.deep.equal([]);
    expect(served.failures).to.deep.equal([]);
  });

  it('tells who the account is, in the zone of its bills, and that usage is counted in another', async () => {
    const account = await api.account();
    expect(account).to.include({ id: 'acme', currency: 'USD', timeZone: 'America/New_York' });
    expect(account.meters[0]?.timeZones).to.equal('fixed');
    expect(Object.keys(account.can).sort()).to.deep.equal([
      'cancelPlan',
      'cancelSupport',
      'changePlan',
      'managePayment',
      'payInvoice',
      'topUp',
      'viewInvoices',
    ]);
  });

  it('shows the plan that is held, until the second after its period', async () => {
    fake.subscribe('acme-plan', 'basic');
    const held = await api.subscription('plan');
    expect(held).to.deep.include({
      status: 'active',
      period: { start: '2026-03-01T05:00:00Z', end: periodEnd },
      renewsAt: periodEnd,
    });
    expect(held.plan).to.deep.include({
      id: 'basic',
      change: 'current',
      price: usd('250.00'),
      interval: 'month',
      allowances: [{ meter: 'sessions', included: '0', overagePrice: usd('0.18') }],
    });
    expect((await api.subscription('support')).status).to.equal('none');
  });

  it('says which change goes up, by what a year costs', async () => {
    fake.subscribe('acme-plan', 'basic');
    const { items } = await api.plans('plan');
    expect(items.map(({ id, change }) => [id, change])).to.deep.equal([
      ['basic', 'current'],
      ['pro', 'upgrade'],
      ['yearly', 'upgrade'],
    ]);
  });

  it('upgrades at once, whatever was asked for, as its preview says', async () => {
    fake.subscribe('acme-plan', 'basic');
    const change = { planId: 'pro', when: 'period_end' } as const;
    const preview = await api.previewChange('plan', change);
    expect(preview).to.deep.include({ effectiveAt: now, dueNow: usd('703.63'), tax: usd('53.63') });
    expect(preview.lines).to.deep.include({
      description: 'Pro',
      kind: 'plan',
      quantity: '1.0',
      amount: usd('650.00'),
    });
    const done = await api.changePlan('plan', change, confirmed());
    expect(done).to.include({ status: 'completed', effectiveAt: now });
    expect((await api.subscription('plan')).plan?.id).to.equal('pro');
    expect(await api.operation(done.id)).to.deep.equal(done);
  });

  it('downgrades when the period ends, and takes that back', async () => {
    fake.subscribe('acme-plan', 'pro');
    const change = { planId: 'basic', when: 'now' } as const;
    const preview = await api.previewChange('plan', change);
    expect(preview).to.deep.include({ effectiveAt: periodEnd, dueNow: usd('0.00'), exact: false });
    const waits = await api.changePlan('plan', change, confirmed());
    expect(waits).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const { scheduled, renewsAt } = await api.subscription('plan');
    expect(scheduled).to.deep.include({ type: 'change', at: periodEnd });
    expect(scheduled?.plan?.id).to.equal('basic');
    expect(renewsAt).to.equal(periodEnd);
    expect(await api.operation(waits.id)).to.deep.equal(waits);
    const cancel = api.cancelSubscription('plan', { when: 'period_end' }, confirmed());
    expect((await errorOf(cancel)).code).to.equal('conflict');

    const resumed = await api.resumeSubscription('plan', confirmed());
    expect(resumed.status).to.equal('completed');
    expect(await api.subscription('plan')).to.not.have.property('scheduled');
    expect((await errorOf(api.operation(waits.id))).code).to.equal('not_found');
  });

  it('has changed when the period is over, and its operation says so', async () => {
    fake.subscribe('acme-plan', 'pro');
    const down = { planId: 'basic', when: 'period_end' } as const;
    const waits = await api.changePlan('plan', down, confirmed());
    clock.moveTo(periodEnd);
    const { plan, scheduled } = await api.subscription('plan');
    expect([plan?.id, scheduled]).to.deep.equal(['basic', undefined]);
    expect((await api.operation(waits.id)).status).to.equal('completed');
  });

  it('begins the first subscription of a slot', async () => {
    const preview = await api.previewChange('plan', { planId: 'pro', when: 'now' });
    expect(preview.dueNow).to.deep.equal(usd('703.63'));
    const begun = await api.changePlan('plan', { planId: 'pro', when: 'now' }, confirmed());
    expect(begun.status).to.equal('completed');
    expect((await api.subscription('plan')).plan?.id).to.equal('pro');
  });

  it('cancels at the end of the period, and resumes; or cancels at once', async () => {
    fake.subscribe('acme-plan', 'pro');
    const ends = await api.cancelSubscription('plan', { when: 'period_end' }, confirmed());
    expect(ends).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const ending = await api.subscription('plan');
    expect(ending.renewsAt).to.equal(null);
    expect(ending.scheduled).to.deep.equal({ type: 'cancel', at: periodEnd });
    expect(await api.operation(ends.id)).to.deep.equal(ends);
    await api.resumeSubscription('plan', confirmed());
    expect(await api.subscription('plan')).to.not.have.property('scheduled');
    const again = api.resumeSubscription('plan', confirmed());
    expect((await errorOf(again)).code).to.equal('conflict');
    const ended = await api.cancelSubscription('plan', { when: 'now' }, confirmed());
    expect(ended).to.include({ status: 'completed', effectiveAt: now });
    expect((await api.subscription('plan')).status).to.equal('none');
  });

  it('shows wallets of money and of credits, with what is to be bought', async () => {
    fake.addWallet();
    fake.addWallet({ rate_amount: '0.25', credits_ongoing_balance: '-3.50', name: null });
    fake.addWallet({ status: 'terminated' });
    const { items } = await api.balances();
    expect(
      items.map(({ kind, name, remaining, status }) => [kind, name, remaining, status]),
    ).to.deep.equal([
      ['money', 'Prepaid', '184.60', 'ok'],
      ['credits', 'Credits', '-3.5', 'exhausted'],
    ]);
    expect(items[0]?.topUp).to.deep.equal({
      options: [{ id: 'small', price: usd('100.00') }],
      custom: { min: usd('100.00'), max: usd('20000.00'), step: '0.01' },
    });
    expect(items[1]?.topUp).to.deep.include({
      options: [{ id: 'small', price: usd('100.00'), units: '400' }],
      unitPrice: usd('0.25'),
    });
    expect(items[0]?.autoTopUp?.status).to.equal('off');
  });

  it('sells credits: a transaction, the page to pay it on, and how it went', async () => {
    const wallet = fake.addWallet({ rate_amount: '0.25' });
    const bought = await api.topUp(wallet, { amount: usd('150.00') }, confirmed());
    expect(bought).to.include({ status: 'redirect', url: 'https://pay.test/credits' });
    expect(fake.transactions[0]?.['credit_amount']).to.equal('600');
    expect((await api.operation(bought.id)).status).to.equal('pending');
    const remaining = async () => (await api.balances()).items[0]?.remaining;
    expect(await remaining()).to.equal('184.6');
    fake.settle(fake.transactions[0], 'settled');
    expect((await api.operation(bought.id)).status).to.equal('completed');
    expect(await remaining()).to.equal('784.6');
    const other = await api.topUp(wallet, { optionId: 'small' }, confirmed());
    fake.settle(fake.transactions[1], 'failed');
    expect((await api.operation(other.id)).status).to.equal('failed');
    expect(await remaining()).to.equal('784.6');
  });

  it('refuses purchases outside of the bounds, in other money, or that no credits express', async () => {
    const wallet = fake.addWallet({ rate_amount: '3' });
    const amounts = [
      usd('99.99'),
      usd('20000.01'),
      { amount: '100.00', currency: 'EUR' },
      usd('100.00'),
    ];
    for (const amount of amounts) {
      const order = api.topUp(wallet, { amount }, confirmed());
      expect((await errorOf(order)).code, amount.amount).to.equal('invalid_request');
    }
    const both = api.topUp(wallet, { amount: usd('150.00'), optionId: 'small' }, confirmed());
    expect((await errorOf(both)).code).to.equal('invalid_request');
    expect((await errorOf(api.topUp(uuid(1), { optionId: 'small' }, confirmed()))).code).to.equal(
      'not_found',
    );
    expect(fake.transactions).to.deep.equal([]);
  });

  it('sets the automatic top-up, changes it and ends it', async () => {
    const wallet = fake.addWallet();
    const on = await api.setAutoTopUp(wallet, {
      enabled: true,
      threshold: '50.00',
      amount: usd('100.00'),
    });
    expect(on.autoTopUp).to.deep.include({
      status: 'active',
      threshold: '50.00',
      amount: usd('100.00'),
    });
    expect(on.lowAt).to.equal('50.00');
    const changed = await api.setAutoTopUp(wallet, { enabled: true, amount: usd('250.00') });
    expect(changed.autoTopUp).to.deep.include({ threshold: '50.00', amount: usd('250.00') });
    const off = await api.setAutoTopUp(wallet, { enabled: false });
    expect(off.autoTopUp?.status).to.equal('off');
    const bare = api.setAutoTopUp(wallet, { enabled: true });
    expect((await errorOf(bare)).code).to.equal('invalid_request');
  });

  it('leaves a rule of another kind alone', async () => {
    const rule = { lago_id: uuid(501), trigger: 'interval', method: 'target', status: 'active' };
    const wallet = fake.addWallet({ recurring_transaction_rules: [rule] });
    expect((await api.balances()).items[0]?.autoTopUp).to.deep.equal({ status: 'unavailable' });
    const set = api.setAutoTopUp(wallet, { enabled: false });
    expect((await errorOf(set)).code).to.equal('conflict');
  });

  it('sums several rows of a day, fills the days without one, drops those that were not asked for', async () => {
    const row = (start_of_period_dt: string, units: string, code = 'sessions_metric') => ({
      start_of_period_dt,
      units,
      billable_metric_code: code,
    });
    fake.usages = [
      row('2026-03-08', '1.5'),
      row('2026-03-08', '2'),
      row('2026-03-09', '7', 'another'),
      row('2026-03-10', '00.5'),
      row('2026-02-01', '99'),
    ];
    const query = { meter: 'sessions', granularity: 'day', timeZone: 'Asia/Tokyo' } as const;
    const series = await api.usage({ ...query, from: '2026-03-07', to: '2026-03-11' });
    expect(series.timeZone).to.equal('UTC');
    expect(series.buckets.map(({ value }) => value)).to.deep.equal(['0', '3.5', '0', '0.5']);
    expect(fake.requests.at(-1)?.url.searchParams.get('to_date')).to.equal('2026-03-10');
    fake.usages = [row('2026-02-01', '9'), row('2026-03-01', '4')];
    const months = await api.usage({
      ...query,
      granularity: 'month',
      from: '2026-01-01',
      to: '2026-04-01',
    });
    expect(months.buckets.map(({ value, partial }) => [value, partial])).to.deep.equal([
      ['0', false],
      ['9', false],
      ['4', true],
    ]);
  });

  it('hands out events oldest first, page by page', async () => {
    fake.subscribe('acme-plan', 'basic');
    fake.events = Array.from({ length: 130 }, (_, index) => ({
      transaction_id: `t${index}`,
      code: 'sessions_metric',
      timestamp: new Date(Date.parse('2026-03-17T12:00:00Z') + index * 60_000).toISOString(),
      properties: { channel: 'web', user_id: 'u1', count: 2 },
    })).reverse();
    // Midnight belongs to the day that begins, though Lago's end takes it in.
    fake.events.push({
      transaction_id: 'midnight',
      code: 'sessions_metric',
      timestamp: '2026-03-18T00:00:00Z',
    });
    const range = { meter: 'sessions', from: '2026-03-17', to: '2026-03-19', limit: 100 };
    const first = await api.usageRecords(range);
    expect(first.items[0]).to.deep.equal({
      id: 't0',
      at: '2026-03-17T12:00:00.000Z',
      quantity: '2',
      values: { channel: 'web', user: 'u1' },
    });
    const second = await api.usageRecords({ ...range, cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).to.have.lengthOf(131);
    expect(new Set(ids).size).to.equal(131);
    expect(ids.at(-1)).to.equal('midnight');
    expect(second.nextCursor).to.equal(null);
  });

  it('lists invoices newest first page by page, and the other way as a whole', async () => {
    for (let day = 1; day <= 5; day += 1) fake.addInvoice(day, `2026-03-0${day}`);
    fake.addInvoice(6, '2026-03-05', { customer: { external_id: 'rival' } });
    const numbers = async (query: Parameters<BillingApi['invoices']>[0]): Promise<unknown[]> => {
      const all: unknown[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await api.invoices({
          ...query,
          limit: 2,
          ...(typeof cursor === 'string' && { cursor }),
        });
        all.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all;
    };
    expect(await numbers({})).to.deep.equal(['INV-5', 'INV-4', 'INV-3', 'INV-2', 'INV-1']);
    expect(await numbers({ order: 'asc' })).to.deep.equal([
      'INV-1',
      'INV-2',
      'INV-3',
      'INV-4',
      'INV-5',
    ]);
    expect(await numbers({ from: '2026-03-02', to: '2026-03-04' })).to.deep.equal([
      'INV-3',
      'INV-2',
    ]);
    const { nextCursor } = await api.invoices({ limit: 2 });
    const mixed = api.invoices({ order: 'asc', cursor: nextCursor ?? '' });
    expect((await errorOf(mixed)).code).to.equal('invalid_request');
  });

  it('says how an invoice stands, whatever Lago says it by', async () => {
    const open = { payment_status: 'pending' };
    fake.addInvoice(1, '2026-03-01', { status: 'voided', payment_status: 'pending' });
    fake.addInvoice(2, '2026-03-02', { status: 'draft', payment_status: 'pending' });
    fake.addInvoice(3, '2026-03-03', open);
    fake.addInvoice(4, '2026-03-04', { payment_status: 'failed', payment_overdue: true });
    fake.addInvoice(5, '2026-03-05', { invoice_type: 'credit' });
    fake.addInvoice(6, '2026-03-06', { status: 'failed', payment_status: 'pending' });
    const { items } = await api.invoices({ order: 'asc' });
    expect(items.map(({ status, kind, pdf }) => [status, kind, pdf])).to.deep.equal([
      ['void', 'plan', true],
      ['draft', 'plan', false],
      ['open', 'plan', true],
      ['past_due', 'plan', true],
      ['paid', 'top_up', true],
      ['draft', 'plan', false],
    ]);
    expect(items[3]?.payment).to.deep.equal({ failed: true, canPay: true });
    const some = await api.invoices({ status: 'past_due' });
    expect(some.items.map(({ number }) => number)).to.deep.equal(['INV-4']);
  });

  it('shows one invoice whose lines, taxes and credits add up, and the upcoming one', async () => {
    const invoice = await api.invoice(fake.addInvoice(1, '2026-03-01'));
    expect(invoice).to.deep.include({
      total: usd('254.80'),
      subtotal: usd('240.00'),
      taxes: [{ name: 'Sales tax', rate: '8.25', amount: usd('19.80') }],
      creditsApplied: usd('5.00'),
      buyer: { name: 'Acme', address: ['1 Road', 'Town'] },
    });
    expect(invoice.lines).to.deep.equal([
      {
        description: 'Basic',
        kind: 'plan',
        quantity: '1.0',
        unitPrice: usd('250.00'),
        amount: usd('250.00'),
        period: { start: '2026-02-01T00:00:00Z', end: '2026-03-01T00:00:00.000Z' },
      },
      { description: 'Ten off', kind: 'discount', amount: usd('-10.00') },
    ]);
    expect((await errorOf(api.invoice('upcoming'))).code).to.equal('not_found');
    fake.subscribe('acme-plan', 'basic');
    const next = await api.invoice('upcoming');
    expect(next).to.deep.include({
      id: 'upcoming',
      status: 'draft',
      number: null,
      total: usd('270.63'),
    });
  });

  it('counts in the minor units of each currency', async () => {
    const total = async (currency: string): Promise<string> => {
      const id = fake.addInvoice(fake.invoices.length, '2026-03-01', {
        currency,
        total_amount_cents: 12_345,
      });
      return (await api.invoice(id)).total.amount;
    };
    expect(await total('JPY')).to.equal('12345');
    expect(await total('KWD')).to.equal('12.345');
    expect(await total('HUF')).to.equal('123.45');
  });

  it('waits for the file of an invoice, and has none of a draft', async () => {
    const id = fake.addInvoice(1, '2026-03-01');
    expect(await api.invoicePdf(id)).to.deep.equal({ kind: 'preparing', retryAfter: 2 });
    expect(await api.invoicePdf(id)).to.deep.equal({
      kind: 'link',
      url: 'https://files.test/invoice.pdf',
    });
    const draft = fake.addInvoice(2, '2026-03-02', { status: 'draft' });
    expect((await errorOf(api.invoicePdf(draft))).code).to.equal('not_found');
  });

  it('pays on the page or by a saved way, and tells how it went', async () => {
    fake.methods = [
      {
        lago_id: uuid(9),
        is_default: true,
        payment_provider_type: 'stripe',
        payment_provider_name: 'Card',
      },
    ];
    const id = fake.addInvoice(1, '2026-03-01', { payment_status: 'failed' });
    const { items } = await api.paymentOptions({ purpose: 'invoice' });
    expect(items.map(({ kind, label }) => [kind, label])).to.deep.equal([
      ['saved', 'Card'],
      ['hosted', 'Payment page'],
    ]);
    const page = await api.payInvoice(id, { paymentOptionId: 'hosted' }, confirmed());
    expect(page).to.include({ status: 'redirect', url: 'https://pay.test/invoice' });
    expect((await api.operation(page.id)).status).to.equal('pending');
    const saved = await api.payInvoice(id, { paymentOptionId: uuid(9) }, confirmed());
    expect(saved.status).to.equal('pending');
    expect(fake.requests.at(-1)?.url.pathname).to.match(/retry_payment$/);
    const unknown = api.payInvoice(id, { paymentOptionId: uuid(8) }, confirmed());
    expect((await errorOf(unknown)).code).to.equal('invalid_request');
    Object.assign(fake.invoices[0] ?? {}, { payment_status: 'succeeded' });
    expect((await api.operation(page.id)).status).to.equal('completed');
    expect((await errorOf(api.payInvoice(id, {}, confirmed()))).code).to.equal('conflict');
  });

  it('leads to the pages of the provider and of Lago', async () => {
    const setup = await api.createPaymentSession({ purpose: 'payment_method' });
    expect(setup).to.include({ status: 'redirect', url: 'https://pay.test/checkout' });
    const portal = await api.createPaymentSession({ purpose: 'portal' });
    expect(portal.url).to.equal('https://pay.test/portal');
    expect((await api.operation(portal.id)).status).to.equal('pending');
  });

  it('never shows what belongs to another customer', async () => {
    const theirs = fake.addInvoice(1, '2026-03-01', { customer: { external_id: 'rival' } });
    for (const ask of [
      () => api.invoice(theirs),
      () => api.invoicePdf(theirs),
      () => api.payInvoice(theirs, {}, confirmed()),
      () => api.invoice('../customers'),
    ]) {
      expect((await errorOf(ask())).code).to.equal('not_found');
    }
    const wallet = fake.addWallet({ external_customer_id: 'rival' });
    const bought = api.topUp(wallet, { optionId: 'small' }, confirmed());
    expect((await errorOf(bought)).code).to.equal('not_found');
    expect((await errorOf(api.setAutoTopUp(wallet, { enabled: false }))).code).to.equal(
      'not_found',
    );
    const mine = fake.addWallet();
    const operation = await api.topUp(mine, { optionId: 'small' }, confirmed());
    Object.assign(fake.transactions[0] ?? {}, { lago_wallet_id: wallet });
    expect((await errorOf(api.operation(operation.id))).code).to.equal('not_found');
    fake.subscribe('acme-plan', 'pro', 'rival');
    expect((await api.subscription('plan')).status).to.equal('none');
  });
}

describe('Lago, over a stand-in', () => {
  const evidence = evidenceOf('lago', 'fake', 'account');
  behaves((answer) => answer, evidence);

  it('keeps what was seen', () => {
    evidence.verify();
  });

  it('leaves out of the account what it does not have', async () => {
    const fake = new FakeLago(() => Date.parse(now));
    await verifyAbsent('lago', lago({ ...options, fetch: fake.fetch }));
  });

  it('offers nothing that its options leave out', async () => {
    const fake = new FakeLago(() => Date.parse(now));
    const { topUp: _, subscriptions: __, hasPortal: ___, ...rest } = options;
    const api = lago({ ...rest, fetch: fake.fetch });
    expect(Object.keys((await api.account()).can).sort()).to.deep.equal([
      'managePayment',
      'payInvoice',
      'viewInvoices',
    ]);
    const wallet = fake.addWallet();
    for (const ask of [
      () => api.topUp(wallet, { optionId: 'small' }, confirmed()),
      () => api.subscription('plan'),
      () => api.createPaymentSession({ purpose: 'portal' }),
    ]) {
      expect((await errorOf(ask())).code).to.equal('not_supported');
    }
  });
});

describeOverSpec('Lago, judged by its description', 'lago', (mock) => {
  const evidence = evidenceOf('lago', 'spec', 'account');
  behaves((answer) => judgedBy(mock(), answer), evidence);

  it('sent what the table says', () => {
    expect(mock().requests.length).to.be.greaterThan(50);
    evidence.verify();
  });
});
