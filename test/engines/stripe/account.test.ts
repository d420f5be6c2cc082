import { expect } from 'chai';

import { stripe } from '../../../src/engines/stripe.js';
import { errorOf } from '../../api/support/outcome.js';
import { verifyAbsent } from '../support/evidence.js';
import { json, scriptedEngine } from '../../../mocks/vendors/scripted-engine.js';
import { FakeStripe } from './fake-stripe.js';
import { codeOf, KEY, served } from './served.js';

const { over, verify } = served('account');
const yes = { allowed: true };

describe("A customer's account at Stripe", () => {
  it('is the customer, with meters, slots and actions as the options and Stripe allow', async () => {
    const api = over(new FakeStripe(), { accountId: 'acc_1', contact: { email: 'a@b.test' } });
    expect(await api.account()).to.deep.equal({
      id: 'acc_1',
      name: 'Jane',
      contact: { email: 'a@b.test' },
      currency: 'USD',
      timeZone: 'Europe/Berlin',
      meters: [
        {
          id: 'mtr_1',
          name: 'Sessions',
          unit: 'session',
          granularities: ['day', 'month'],
          timeZones: 'any',
        },
      ],
      slots: ['plan', 'support'],
      can: {
        changePlan: yes,
        cancelPlan: yes,
        changeSupport: yes,
        cancelSupport: yes,
        topUp: yes,
        viewInvoices: yes,
        payInvoice: yes,
        managePayment: yes,
      },
      paymentMethod: { label: 'Visa •••• 4242', expires: '2028-04' },
    });
  });

  it('leaves out what the options do not offer', async () => {
    const { clock, fetch } = new FakeStripe();
    const given = { apiKey: KEY, customer: 'cus_a', currency: 'EUR', clock, fetch };
    const { can, id, meters, slots, timeZone } = await stripe(given).account();
    expect({ id, meters, slots, timeZone }).to.deep.equal({
      id: 'cus_a',
      meters: [],
      slots: ['plan'],
      timeZone: 'UTC',
    });
    expect(Object.keys(can)).to.deep.equal([
      'cancelPlan',
      'viewInvoices',
      'payInvoice',
      'managePayment',
    ]);
  });

  it('has the currency of the options until there was a bill, and is gone once it is deleted', async () => {
    const stand = new FakeStripe();
    stand.customer = { id: 'cus_a', object: 'customer', currency: null };
    expect((await over(stand, { currency: 'CHF' }).account()).currency).to.equal('CHF');
    stand.customer = { id: 'cus_a', object: 'customer', deleted: true };
    expect(await codeOf(over(stand).account())).to.equal('not_found');
  });

  it('offers nothing that Stripe lacks', async () => {
    const stand = new FakeStripe();
    const { clock, fetch } = stand;
    const given = { apiKey: KEY, customer: 'cus_a', currency: 'USD', clock, fetch };
    const meters = [{ id: 'mtr_1', name: 'Sessions' }];
    const topUp = { options: [{ id: 'ten', amount: '10.00' }] };
    await verifyAbsent('stripe', stripe({ ...given, meters, topUp }));
  });
});

describe("Stripe's engine", () => {
  const over = (script: Parameters<typeof scriptedEngine>[0]) => {
    const { fetch } = scriptedEngine(script);
    return stripe({ apiKey: KEY, customer: 'cus_a', currency: 'USD', fetch });
  };

  it('never says that a person is unknown where its own key is wrong', async () => {
    const refusal = { error: { type: 'invalid_request_error', message: `Bad key: ${KEY}` } };
    const failed = await errorOf(over(() => json(refusal, 401)).account());
    expect([failed.code, failed.status]).to.deep.equal(['upstream_unavailable', 502]);
    expect(JSON.stringify([failed, failed.cause])).not.to.contain(KEY);
  });

  const refusals = [
    [400, { code: 'resource_missing' }, 'not_found'],
    [400, { type: 'idempotency_error' }, 'conflict'],
    [400, { code: 'parameter_invalid' }, 'invalid_request'],
    [402, { type: 'card_error', code: 'card_declined' }, 'payment_failed'],
    [409, { code: 'lock_timeout' }, 'conflict'],
  ] as const;
  for (const [status, error, code] of refusals) {
    it(`takes ${status} ${JSON.stringify(error)} for ${code}`, async () => {
      const api = over(() => json({ error }, status));
      expect(await codeOf(api.createPaymentSession({ purpose: 'portal' }))).to.equal(code);
    });
  }

  it('does not guess where an answer lacks what matters', async () => {
    const failed = await errorOf(over(() => json({ object: 'customer' })).account());
    expect(failed.code).to.equal('upstream_unavailable');
    expect(String(failed.cause)).to.equal('Error: customers: id');
  });

  it('refuses to start in a page', () => {
    Reflect.set(globalThis, 'document', {});
    try {
      expect(() => over(() => json({}))).to.throw(TypeError, 'Stripe is for servers');
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('has been tested as the table says', () => {
    verify();
  });
});
