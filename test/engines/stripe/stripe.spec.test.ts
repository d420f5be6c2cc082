/** Requests as Stripe's published description judges them; answers as our contract does. */
import { expect } from 'chai';

import { stripe } from '../../../src/engines/stripe.js';
import { createBillingHandler } from '../../../src/server/index.js';
import { loadContract } from '../../support/contract.js';
import { evidenceOf } from '../support/evidence.js';
import { json } from '../../../mocks/vendors/scripted-engine.js';
import { describeOverSpec } from '../support/vendor-spec.js';
import { ofOurCustomer } from '../../../mocks/vendors/of-our-customer.js';
import { CUSTOMER, preview } from '../../../mocks/vendors/stripe/objects.js';

/** What the published description doesn't have; its requests are judged by the SDK elsewhere. */
const undescribed: typeof fetch = (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname.endsWith('/create_preview')) return Promise.resolve(json(preview()));
  if (pathname.endsWith('/credit_balance_summary')) return Promise.resolve(json({ balances: [] }));
  return Promise.resolve(json({ data: [], has_more: false }));
};

describeOverSpec("Stripe's published description", 'stripe', (mock) => {
  const evidence = evidenceOf('stripe', 'spec', 'contract');
  const contract = loadContract();
  const handler = createBillingHandler({
    basePath: '/accounts/{account}',
    authorize: () => ({ account: 'acc_1' }),
    engine: () =>
      stripe({
        apiKey: 'sk_test_of_the_tests',
        fetch: ofOurCustomer(mock(), 'price_2', undescribed),
        customer: CUSTOMER,
        currency: 'USD',
        timeZone: 'Europe/Berlin',
        plans: [{ price: 'price_2' }],
        meters: [{ id: 'mtr_1', name: 'Sessions' }],
        topUp: { options: [{ id: 'ten', amount: '10.00' }] },
      }),
  });

  const returnUrl = 'https://host.test/back';
  const order = { planId: 'price_2', paymentOptionId: 'pm_1', returnUrl };
  const asked: readonly [operation: string, method: string, path: string, body?: object][] = [
    ['getAccount', 'GET', '/account'],
    ['getSubscription', 'GET', '/subscriptions/plan'],
    ['listPlans', 'GET', '/subscriptions/plan/plans'],
    ['changePlan', 'POST', '/subscriptions/plan/change', { ...order, when: 'now' }],
    ['changePlan', 'POST', '/subscriptions/plan/change', { ...order, when: 'period_end' }],
    ['cancelSubscription', 'POST', '/subscriptions/plan/cancel', { when: 'now', reason: 'other' }],
    [
      'cancelSubscription',
      'POST',
      '/subscriptions/plan/cancel',
      { when: 'period_end', reason: 'moved away', comment: 'Bye' },
    ],
    ['resumeSubscription', 'POST', '/subscriptions/plan/resume'],
    ['topUp', 'POST', '/balances/credits/top-up', { optionId: 'ten', returnUrl }],
    ['listInvoices', 'GET', '/invoices?limit=5&status=past_due&from=2026-01-01&to=2026-03-01'],
    ['listInvoices', 'GET', '/invoices?order=asc'],
    ['getInvoice', 'GET', '/invoices/in_1'],
    ['getInvoicePdf', 'GET', '/invoices/in_1/pdf'],
    ['payInvoice', 'POST', '/invoices/in_1/pay', { paymentOptionId: 'pm_1' }],
    ['listPaymentOptions', 'GET', '/payment-options?purpose=invoice'],
    ['createPaymentSession', 'POST', '/payment-session', { purpose: 'payment_method', returnUrl }],
    ['createPaymentSession', 'POST', '/payment-session', { purpose: 'portal', returnUrl }],
  ];

  const send = (method: string, path: string, body?: object): Promise<Response> =>
    handler(
      new Request(`http://host.test/accounts/acc_1${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-Requested-With': 'XMLHttpRequest',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: method === 'GET' ? null : JSON.stringify(body ?? {}),
      }),
    );

  for (const [operation, method, path, body] of asked) {
    it(`allows what ${operation} sends for ${path} ${JSON.stringify(body ?? '')}`, async () => {
      const before = mock().requests.length;
      const response = await send(method, path, body);
      expect(mock().requests.length).to.be.greaterThan(before);
      expect(response.status, await response.clone().text()).to.equal(200);
      const { pathname } = new URL(`http://host.test/accounts/acc_1${path}`);
      expect(await contract.faultsOfResponse(method, pathname, response)).to.deep.equal([]);
      evidence.saw(operation);
    });
  }

  it('allows what getOperation sends, whatever the operation is about', async () => {
    for (const [, method, path, body] of asked.filter(([, verb]) => verb === 'POST')) {
      const { id } = (await (await send(method, path, body)).json()) as { id: string };
      const response = await send('GET', `/operations/${id}`);
      expect(response.status, path).to.equal(200);
      expect(
        await contract.faultsOfResponse('GET', `/accounts/acc_1/operations/${id}`, response),
      ).to.deep.equal([]);
    }
    evidence.saw('getOperation');
  });

  it('has judged what the table says', () => {
    evidence.verify();
  });
});
