import { expect } from 'chai';

import type { BillingApi } from '../../../src/api/billing-api.js';
import { openmeter } from '../../../src/engines/openmeter.js';
import type { OpenMeterOptions } from '../../../src/engines/openmeter.js';
import { errorOf } from '../../api/support/outcome.js';
import { evidenceOf, verifyAbsent } from '../support/evidence.js';
import type { Evidence } from '../support/evidence.js';
import { clockAt, confirmed, judgedBy, servedOver } from '../support/served.js';
import type { ServedEngine } from '../support/served.js';
import { describeOverSpec } from '../support/vendor-spec.js';
import {
  FakeOpenMeter,
  other,
  own,
  ulid,
} from '../../../mocks/vendors/openmeter/fake-openmeter.js';

const now = '2026-03-18T15:30:00.000Z';
const periodEnd = '2026-04-01T00:00:00.000Z';

const options: OpenMeterOptions = {
  apiKey: 'key-of-the-test',
  baseUrl: 'https://openmeter.test',
  customer: 'acme',
  timeZone: 'America/New_York',
  plans: {
    plan: [
      { id: 'basic' },
      { id: 'pro', change: 'upgrade', recommended: true },
      { id: 'huge', name: 'By agreement', price: null, change: 'contact' },
    ],
    support: [{ id: 'help' }],
  },
  features: [
    { key: 'sessions', name: 'Sessions', unit: 'session' },
    { key: 'sso', name: 'Never measured' },
  ],
  meters: [
    {
      id: 'sessions',
      slug: 'sessions_total',
      name: 'Sessions',
      feature: 'sessions',
      dimensions: [{ id: 'channel', name: 'Channel' }],
      records: {
        eventType: 'session',
        quantity: 'count',
        columns: [
          { id: 'user', name: 'User', from: 'subject' },
          { id: 'at', name: 'At', type: 'date-time', from: 'time' },
          { id: 'channel', name: 'Channel' },
        ],
      },
    },
  ],
  hasStripe: true,
};

type Judge = (answer: typeof globalThis.fetch) => typeof globalThis.fetch;

/** What OpenMeter does for an account, whoever looks at the requests. */
function behaves(judge: Judge, evidence: Evidence): void {
  let clock: ReturnType<typeof clockAt>;
  let fake: FakeOpenMeter;
  let served: ServedEngine;
  let api: BillingApi;

  beforeEach(() => {
    clock = clockAt(now);
    fake = new FakeOpenMeter(clock.now);
    served = servedOver(openmeter({ ...options, clock, fetch: judge(fake.fetch) }));
    api = evidence.over(served.api);
  });
  afterEach(() => {
    expect(served.faults).to.deep.equal([]);
    expect(served.failures).to.deep.equal([]);
  });

  it('tells who the account is and what it may do', async () => {
    const account = await api.account();
    expect(account).to.include({
      id: own,
      name: 'Acme',
      currency: 'USD',
      timeZone: 'America/New_York',
    });
    expect(account.slots).to.deep.equal(['plan', 'support']);
    expect(Object.keys(account.can).sort()).to.deep.equal([
      'cancelPlan',
      'cancelSupport',
      'changePlan',
      'changeSupport',
      'managePayment',
      'payInvoice',
      'viewInvoices',
    ]);
    expect(account.meters[0]?.records?.columns.map(({ id }) => id)).to.deep.equal([
      'user',
      'at',
      'channel',
    ]);
  });

  it('lists the plans of the host in its order, with the price of the last phase', async () => {
    fake.subscribe('basic', '2026-01-01T00:00:00Z');
    const { items } = await api.plans('plan');
    expect(items.map(({ id, change, price }) => [id, change, price?.amount])).to.deep.equal([
      ['basic', 'current', '250.00'],
      ['pro', 'upgrade', '900.00'],
      ['huge', 'contact', undefined],
    ]);
    expect(items[0]).to.deep.include({
      interval: 'month',
      allowances: [{ meter: 'sessions', included: '1500' }],
    });
  });

  it('keeps the slots apart, and says none where one is empty', async () => {
    fake.subscribe('help', '2026-02-15T00:00:00Z');
    expect(await api.subscription('plan')).to.deep.equal({
      slot: 'plan',
      status: 'none',
      plan: null,
    });
    const support = await api.subscription('support');
    expect(support.plan).to.deep.include({
      id: 'help',
      price: { amount: '0.10', currency: 'USD' },
    });
    expect(support.period).to.deep.equal({ start: '2026-03-01T00:00:00.000Z', end: periodEnd });
    expect(support.renewsAt).to.equal(periodEnd);
  });

  it('previews a change as an estimate, for OpenMeter has no preview', async () => {
    fake.subscribe('basic', '2026-01-01T00:00:00Z');
    const atEnd = await api.previewChange('plan', { planId: 'pro', when: 'period_end' });
    expect(atEnd).to.deep.include({
      exact: false,
      effectiveAt: periodEnd,
      dueNow: { amount: '0.00', currency: 'USD' },
      next: { at: periodEnd, amount: { amount: '900.00', currency: 'USD' } },
    });
    const atOnce = await api.previewChange('plan', { planId: 'pro', when: 'now' });
    expect(atOnce).to.deep.include({ exact: false, dueNow: { amount: '900.00', currency: 'USD' } });
  });

  it('begins the first subscription, and changes it at once', async () => {
    const begun = await api.changePlan('plan', { planId: 'basic', when: 'now' }, confirmed());
    expect(begun).to.include({ status: 'completed', effectiveAt: now });
    clock.moveTo('2026-03-18T15:31:00Z');
    const changed = await api.changePlan('plan', { planId: 'pro', when: 'now' }, confirmed());
    expect(changed.status).to.equal('completed');
    expect((await api.subscription('plan')).plan?.id).to.equal('pro');
    expect(await api.operation(changed.id)).to.deep.equal(changed);
  });

  it('waits with a change until the period ends, and takes it back', async () => {
    fake.subscribe('pro', '2026-01-01T00:00:00Z');
    const change = await api.changePlan(
      'plan',
      { planId: 'basic', when: 'period_end' },
      confirmed(),
    );
    expect(change).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const waiting = await api.subscription('plan');
    expect(waiting.scheduled).to.deep.include({ type: 'change', at: periodEnd });
    expect(waiting.scheduled?.plan?.id).to.equal('basic');
    expect(waiting.renewsAt).to.equal(periodEnd);
    expect(
      (await errorOf(api.cancelSubscription('plan', { when: 'now' }, confirmed()))).code,
    ).to.equal('conflict');

    expect((await api.resumeSubscription('plan', confirmed())).status).to.equal('completed');
    const resumed = await api.subscription('plan');
    expect(resumed).to.not.have.property('scheduled');
    expect(resumed.plan?.id).to.equal('pro');
    expect((await errorOf(api.operation(change.id))).code).to.equal('not_found');
  });

  it('cancels at the end of the period, and resumes', async () => {
    fake.subscribe('pro', '2026-01-01T00:00:00Z');
    const ended = await api.cancelSubscription('plan', { when: 'period_end' }, confirmed());
    expect(ended).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const ending = await api.subscription('plan');
    expect(ending.scheduled).to.deep.equal({ type: 'cancel', at: periodEnd });
    expect(ending.renewsAt).to.equal(null);
    await api.resumeSubscription('plan', confirmed());
    expect(await api.subscription('plan')).to.not.have.property('scheduled');
    const nothing = api.resumeSubscription('plan', confirmed());
    expect((await errorOf(nothing)).code).to.equal('conflict');
  });

  it('says what is left as balance less overage, below zero too', async () => {
    const { items } = await api.balances();
    expect(items).to.deep.equal([
      {
        id: 'sessions',
        name: 'Sessions',
        kind: 'allowance',
        meter: 'sessions',
        unit: 'session',
        remaining: '-12.5',
        granted: '1500',
        used: '1512.5',
        status: 'exhausted',
        resetsAt: '2026-04-01T00:00:00Z',
        asOf: now,
      },
    ]);
  });

  it('counts days of the zone that is asked for, over a change of the clock, with zeros', async () => {
    fake.usage = { '2026-03-06': 99, '2026-03-07': 4, '2026-03-08': 2.5, '2026-03-09': 1e-7 };
    const query = {
      meter: 'sessions',
      granularity: 'day',
      from: '2026-03-07',
      to: '2026-03-12',
    } as const;
    const series = await api.usage(query);
    expect(series.timeZone).to.equal('America/New_York');
    expect(series.buckets.map(({ start, value }) => [start, value])).to.deep.equal([
      ['2026-03-07', '4'],
      ['2026-03-08', '2.5'],
      ['2026-03-09', '0.0000001'],
      ['2026-03-10', '0'],
      ['2026-03-11', '0'],
    ]);
    expect(series.total).to.equal('6.5000001');
    const sent = fake.requests.at(-1)?.url.searchParams;
    expect([sent?.get('from'), sent?.get('to'), sent?.get('filterCustomerId')]).to.deep.equal([
      '2026-03-07T05:00:00.000Z',
      '2026-03-12T04:00:00.000Z',
      own,
    ]);
  });

  it('names the day where a change of the clock takes midnight away, and has zero for a day that never was', async () => {
    fake.usage = { '2026-04-23': 1, '2026-04-24': 2, '2026-04-25': 3 };
    const cairo = { meter: 'sessions', granularity: 'day', timeZone: 'Africa/Cairo' } as const;
    const days = await api.usage({ ...cairo, from: '2026-04-23', to: '2026-04-26' });
    expect(days.buckets.map(({ value }) => value)).to.deep.equal(['1', '2', '3']);
    const apia = { ...cairo, timeZone: 'Pacific/Apia', from: '2011-12-30', to: '2011-12-31' };
    const asked = fake.requests.length;
    expect((await api.usage(apia)).buckets.map(({ value }) => value)).to.deep.equal(['0']);
    expect(fake.requests).to.have.lengthOf(asked);
  });

  it('counts months, by group, and marks the one that runs', async () => {
    fake.usage = { '2026-02-01': 20, '2026-03-01': 8 };
    const series = await api.usage({
      meter: 'sessions',
      granularity: 'month',
      from: '2026-01-01',
      to: '2026-04-01',
      groupBy: 'channel',
    });
    expect(series.buckets).to.deep.equal([
      { start: '2026-01-01', value: '0', partial: false, groups: {} },
      { start: '2026-02-01', value: '20', partial: false, groups: { web: '19', '': '1' } },
      { start: '2026-03-01', value: '8', partial: true, groups: { web: '7', '': '1' } },
    ]);
  });

  it('hands out records oldest first, page by page, and none that came in meanwhile', async () => {
    fake.events = Array.from({ length: 250 }, (_, index) => ({
      id: `e${index}`,
      time: new Date(Date.parse('2026-03-17T12:00:00Z') + index * 60_000).toISOString(),
      data: { channel: 'web', count: 2 },
    }));
    fake.events.push({ id: 'later', time: '2026-03-18T13:00:00Z', data: {} });
    const range = { meter: 'sessions', from: '2026-03-17', to: '2026-03-19', limit: 200 };
    const first = await api.usageRecords(range);
    expect(first.items).to.have.lengthOf(200);
    expect(first.items[0]).to.deep.equal({
      id: 'app#e0',
      at: '2026-03-17T12:00:00.000Z',
      quantity: '2',
      values: { user: 'acme', at: '2026-03-17T12:00:00.000Z', channel: 'web' },
    });
    fake.events.push({
      id: 'late',
      time: '2026-03-17T12:00:30Z',
      ingestedAt: '2026-03-18T16:00:00Z',
    });
    clock.moveTo('2026-03-18T17:00:00Z');
    const second = await api.usageRecords({ ...range, cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).to.have.lengthOf(251);
    expect(new Set(ids).size).to.equal(251);
    expect(ids.slice(-2)).to.deep.equal(['app#e249', 'app#later']);
    expect(second.nextCursor).to.equal(null);
  });

  it('lists invoices in both orders, to the end, while new ones are made', async () => {
    for (let day = 1; day <= 5; day += 1) fake.addInvoice(`n${day}`, `2026-03-0${day}T12:00:00Z`);
    fake.addInvoice('theirs', '2026-03-03T12:00:00Z', { customer: { id: other } });
    fake.addInvoice('gathered', '2026-03-31T12:00:00Z', { status: 'gathering' });
    const first = await api.invoices({ limit: 2 });
    expect(first.items.map(({ number }) => number)).to.deep.equal(['INV-n5', 'INV-n4']);
    clock.moveTo('2026-03-18T15:31:00Z');
    fake.addInvoice('new', '2026-03-18T15:30:30Z');
    const rest: (string | null)[] = [];
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await api.invoices({ limit: 2, cursor });
      rest.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(rest).to.deep.equal(['INV-n3', 'INV-n2', 'INV-n1']);
    const oldest = await api.invoices({ order: 'asc', from: '2026-03-02', to: '2026-03-04' });
    expect(oldest.items.map(({ number }) => number)).to.deep.equal(['INV-n2', 'INV-n3']);
    expect((await api.invoices({ status: 'refunded' })).items).to.deep.equal([]);
  });

  it('shows one invoice whose lines, taxes and credits add up, and the upcoming one', async () => {
    const id = fake.addInvoice('one', '2026-03-01T12:00:00Z');
    fake.addInvoice('gathered', '2026-03-31T12:00:00Z', { status: 'gathering' });
    const invoice = await api.invoice(id);
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    expect(invoice).to.deep.include({
      status: 'paid',
      date: '2026-03-01',
      total: usd('260.13'),
      subtotal: usd('250.00'),
      creditsApplied: usd('10.50'),
      taxes: [{ name: 'Tax', inclusive: false, amount: usd('20.63') }],
      pdf: false,
    });
    expect(invoice.lines[0]).to.deep.include({
      kind: 'plan',
      amount: usd('250.00'),
      quantity: '1',
    });
    const upcoming = await api.invoice('upcoming');
    expect(upcoming).to.include({ id: 'upcoming', status: 'draft', number: null });
  });

  it('tries a failed payment again, and tells how it went', async () => {
    const id = fake.addInvoice('owed', '2026-03-01T12:00:00Z', {
      status: 'overdue',
      statusDetails: { failed: true, availableActions: { retry: { resultingState: 'paid' } } },
    });
    const { payment } = await api.invoice(id);
    expect(payment).to.deep.equal({ failed: true, canPay: true });
    fake.invoices.splice(0, 1, {
      ...fake.invoices[0],
      statusDetails: { availableActions: { retry: {} } },
    });
    const begun = await api.payInvoice(id, {}, confirmed());
    expect(begun.status).to.equal('pending');
    expect((await api.operation(begun.id)).status).to.equal('pending');
    fake.collect(id);
    expect((await api.operation(begun.id)).status).to.equal('completed');
    const again = api.payInvoice(id, {}, confirmed());
    expect((await errorOf(again)).code).to.equal('conflict');
  });

  it('never shows what belongs to another customer', async () => {
    const invoice = fake.addInvoice('theirs', '2026-03-01T12:00:00Z', { customer: { id: other } });
    expect((await errorOf(api.invoice(invoice))).code).to.equal('not_found');
    expect((await errorOf(api.payInvoice(invoice, {}, confirmed()))).code).to.equal('not_found');
    fake.subscribe('pro', '2026-01-01T00:00:00Z', other);
    expect((await api.subscription('plan')).status).to.equal('none');
    const mine = await api.changePlan('plan', { planId: 'basic', when: 'now' }, confirmed());
    const theirs = fake.subscribe('pro', '2026-01-01T00:00:00Z', other);
    const held = fake.subscriptions.find(
      ({ plan, customerId }) => plan.key === 'basic' && customerId === own,
    );
    Object.assign(held ?? {}, { customerId: theirs.customerId });
    expect((await errorOf(api.operation(mine.id))).code).to.equal('not_found');
  });

  it('leads to the pages of the Stripe app', async () => {
    const returnUrl = 'https://host.test/billing';
    const setup = await api.createPaymentSession({ purpose: 'payment_method', returnUrl });
    expect(setup).to.include({ status: 'redirect', url: 'https://pay.test/setup' });
    const portal = await api.createPaymentSession({ purpose: 'portal', returnUrl });
    expect(portal.url).to.equal('https://pay.test/portal');
    expect((await api.operation(portal.id)).status).to.equal('pending');
  });

  it('refuses what it can tell is wrong before anything is changed', async () => {
    fake.subscribe('basic', '2026-01-01T00:00:00Z');
    for (const planId of ['basic', 'huge', 'help', 'unknown']) {
      const change = api.changePlan('plan', { planId, when: 'now' }, confirmed());
      expect((await errorOf(change)).code, planId).to.equal('invalid_request');
    }
    expect((await errorOf(api.invoice('../customers'))).code).to.equal('not_found');
    expect((await errorOf(api.operation('made-up'))).code).to.equal('not_found');
    expect((await errorOf(api.invoices({ cursor: 'made-up' }))).code).to.equal('invalid_request');
    expect(fake.requests.every(({ method }) => method === 'GET')).to.equal(true);
  });
}

describe('OpenMeter, over a stand-in', () => {
  const evidence = evidenceOf('openmeter', 'fake', 'account');
  behaves((answer) => answer, evidence);

  it('keeps what was seen', () => {
    evidence.verify();
  });

  it('leaves out of the account what it does not have', async () => {
    const fake = new FakeOpenMeter(() => Date.parse(now));
    await verifyAbsent('openmeter', openmeter({ ...options, fetch: fake.fetch }));
  });

  it('needs a currency from somewhere, and never says a number it was not told', async () => {
    const answer = (body: unknown) => (): Promise<Response> => Promise.resolve(Response.json(body));
    const without = openmeter({ ...options, fetch: answer({ id: ulid('acme') }) });
    expect((await errorOf(without.account())).code).to.equal('upstream_unavailable');
    const named = openmeter({ ...options, currency: 'EUR', fetch: answer({ id: ulid('acme') }) });
    expect((await named.account()).currency).to.equal('EUR');
    const broken = {
      items: [{ type: 'metered', featureKey: 'sessions' }],
      totalCount: 1,
      hasAccess: true,
    };
    const balances = openmeter({ ...options, fetch: answer(broken) }).balances();
    expect((await errorOf(balances)).code).to.equal('upstream_unavailable');
  });
});

describeOverSpec('OpenMeter, judged by its description', 'openmeter', (mock) => {
  const evidence = evidenceOf('openmeter', 'spec', 'account');
  behaves((answer) => judgedBy(mock(), answer), evidence);

  it('sent what the table says', () => {
    expect(mock().requests.length).to.be.greaterThan(50);
    evidence.verify();
  });
});
