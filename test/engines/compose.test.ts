import { expect } from 'chai';

import type { Account, Operation } from '../../src/billing/types.js';
import { compose } from '../../src/engines/compose.js';
import type { EnginePart } from '../../src/engines/compose.js';
import { errorOf } from '../api/support/outcome.js';

const yes = { allowed: true };
const meter = (id: string): Account['meters'][number] => ({
  id,
  name: id,
  granularities: ['day'],
  timeZones: 'any',
});
const codeOf = async (work: Promise<unknown>) => (await errorOf(work)).code;
const options = { idempotencyKey: 'a-key-of-the-tests' };

function account(id: string, others: Partial<Account> = {}): Account {
  const can = {
    changePlan: yes,
    changeSupport: yes,
    topUp: yes,
    viewInvoices: yes,
    payInvoice: yes,
  };
  return {
    id,
    currency: 'USD',
    timeZone: 'UTC',
    meters: [meter(`${id}-meter`)],
    slots: ['plan'],
    can: { ...can, managePayment: { allowed: false, reason: 'no_permission' } },
    ...others,
  };
}

/** An engine that answers with its own name. */
function part(name: string, others: Partial<Account> = {}): EnginePart & { asked: string[] } {
  const asked: string[] = [];
  const write = async (): Promise<Operation> => ({ id: `${name}.1`, status: 'pending' });
  return {
    asked,
    account: async () => {
      asked.push('account');
      return account(name, others);
    },
    subscription: async (slot) => ({ slot, id: name, status: 'none', plan: null }),
    changePlan: write,
    topUp: write,
    payInvoice: write,
    createPaymentSession: write,
    balances: async () => ({
      items: [{ id: name, name, kind: 'credits', remaining: '1', status: 'ok' }],
    }),
    usage: async (query) => ({ ...query, timeZone: name, buckets: [] }),
    invoices: async () => ({ items: [], nextCursor: name }),
    paymentOptions: async () => ({ items: [] }),
    operation: async (id) => {
      asked.push(`operation ${id}`);
      return { id, status: 'completed' };
    },
  };
}

const usageQuery = {
  meter: 'm',
  granularity: 'day',
  from: '2026-03-01',
  to: '2026-03-02',
} as const;

describe('compose', () => {
  it('asks each part for what it serves', async () => {
    const api = compose({
      subscriptions: part('stripe'),
      support: part('own'),
      balances: part('lago'),
      usage: part('meters'),
      invoices: part('stripe'),
    });
    expect((await api.subscription('plan')).id).to.equal('stripe');
    expect((await api.subscription('support')).id).to.equal('own');
    expect((await api.balances()).items[0]?.id).to.equal('lago');
    expect((await api.usage(usageQuery)).timeZone).to.equal('meters');
    expect((await api.invoices({})).nextCursor).to.equal('stripe');
  });

  it('takes meters, slots, actions and the way to pay from whoever serves them', async () => {
    const api = compose({
      account: part('crm', { name: 'Acme' }),
      subscriptions: part('stripe', { slots: ['plan', 'support'] }),
      support: part('own', { slots: ['support'], can: { changeSupport: { allowed: false } } }),
      usage: part('meters'),
      payments: part('pay', { paymentMethod: { label: 'Visa' } }),
    });
    expect(await api.account()).to.deep.equal({
      id: 'crm',
      name: 'Acme',
      currency: 'USD',
      timeZone: 'UTC',
      meters: [meter('meters-meter')],
      slots: ['plan', 'support'],
      can: {
        changePlan: yes,
        changeSupport: { allowed: false },
        managePayment: { allowed: false, reason: 'no_permission' },
      },
      paymentMethod: { label: 'Visa' },
    });
  });

  it('asks an engine that is several parts once who the account is', async () => {
    const stripe = part('stripe');
    await compose({ subscriptions: stripe, invoices: stripe, payments: stripe }).account();
    expect(stripe.asked).to.deep.equal(['account']);
  });

  it('serves the support slot from the subscriptions unless it has a part of its own', async () => {
    const api = compose({ subscriptions: part('stripe', { slots: ['plan', 'support'] }) });
    expect((await api.subscription('support')).id).to.equal('stripe');
    expect((await api.account()).slots).to.deep.equal(['plan', 'support']);
  });

  it('finds the way back from the id of an operation to the part that began it', async () => {
    const [stripe, lago] = [part('stripe'), part('lago')];
    const parts = { subscriptions: stripe, support: lago, balances: lago, invoices: stripe };
    const api = compose({ ...parts, payments: stripe });
    const begun = [
      await api.changePlan('plan', { planId: 'p', when: 'now' }, options),
      await api.changePlan('support', { planId: 'p', when: 'now' }, options),
      await api.topUp('b', { optionId: 'o' }, options),
      await api.payInvoice('i', {}, options),
      await api.createPaymentSession({ purpose: 'portal' }),
    ];
    for (const { id } of begun) expect((await api.operation(id)).id).to.equal(id);
    expect(stripe.asked).to.deep.equal(Array(3).fill('operation stripe.1'));
    expect(lago.asked).to.deep.equal(Array(2).fill('operation lago.1'));
    // The same engine after a restart, or another process of it.
    expect((await compose({ balances: lago }).operation(begun[2]?.id ?? '')).status).to.equal(
      'completed',
    );
  });

  it('does not know an operation of nobody, or of a part that is no longer there', async () => {
    const api = compose({ invoices: part('stripe') });
    for (const id of ['', 'stripe.1', 'account.1', 'constructor.1', 'invoices']) {
      expect(await codeOf(api.operation(id)), id).to.equal('not_found');
    }
    expect(await codeOf(api.operation('usage.1'))).to.equal('not_supported');
  });

  it('says of what no part serves that it is not there', async () => {
    const api = compose({ invoices: { invoices: part('stripe').invoices } as EnginePart });
    expect(await codeOf(api.account())).to.equal('not_supported');
    expect(await codeOf(api.usage(usageQuery))).to.equal('not_supported');
    expect(await codeOf(api.invoicePdf('in_1'))).to.equal('not_supported');
    expect((await api.invoices({})).nextCursor).to.equal('stripe');
  });

  it('counts usage in the zone of the account, unless another one is asked for', async () => {
    const zones: (string | undefined)[] = [];
    const usage: EnginePart = {
      account: async () => account('usage', { timeZone: 'America/New_York' }),
      usage: async (query) => {
        zones.push(query.timeZone);
        return { ...query, timeZone: query.timeZone ?? 'America/New_York', buckets: [] };
      },
      usageRecords: async ({ timeZone }) => {
        zones.push(timeZone);
        return { items: [], nextCursor: null };
      },
    };
    const money = part('money', { timeZone: 'Europe/Berlin' });
    const whole = compose({ account: money, usage });
    await whole.usage(usageQuery);
    await whole.usageRecords(usageQuery);
    await whole.usage({ ...usageQuery, timeZone: 'Asia/Tokyo' });
    // Who says the account's zone counts in it.
    await compose({ usage }).usage(usageQuery);
    expect(zones).to.deep.equal(['Europe/Berlin', 'Europe/Berlin', 'Asia/Tokyo', undefined]);
  });
});
