import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { BillingEngine } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { get, handlerOver, unasked, write } from './support.js';

const account = createMemoryEngine({ world: 'standard' });
const usd = { amount: '100.00', currency: 'USD' };
const back = 'https://host.test/back';
const days = 'from=2026-03-01&to=2026-03-02';
const range = { from: '2026-03-01', to: '2026-03-02' };

/** An engine that notes what it is asked, and whose account allows everything. */
function listening() {
  const asked: unknown[][] = [];
  const methods = Object.keys(account).map((name) => [
    name,
    (...given: unknown[]) => {
      // Asking what the account allows is the handler's own doing, without options of a request.
      if (given.at(-1) !== undefined) asked.push([name, ...given]);
      if (name === 'account') return Promise.resolve({ can: everything });
      return Promise.resolve(name === 'invoicePdf' ? { kind: 'preparing' } : { id: 'answer' });
    },
  ]);
  const engine = Object.fromEntries(methods) as BillingEngine;
  return { asked, handle: handlerOver({}, { engine: () => engine }) };
}

const everything = Object.fromEntries(
  ['changePlan', 'cancelPlan', 'changeSupport', 'cancelSupport', 'topUp', 'viewInvoices']
    .concat(['payInvoice', 'managePayment'])
    .map((action) => [action, { allowed: true }]),
);

type Handed = readonly unknown[];

const reads: readonly (readonly [operation: string, path: string, ...Handed])[] = [
  ['getAccount', '/account', 'account'],
  ['getSubscription', '/subscriptions/plan', 'subscription', 'plan'],
  ['getSubscription', '/subscriptions/support', 'subscription', 'support'],
  ['listPlans', '/subscriptions/support/plans', 'plans', 'support'],
  ['listBalances', '/balances', 'balances'],
  [
    'queryUsage',
    `/usage?meter=m&granularity=day&${days}`,
    'usage',
    { meter: 'm', granularity: 'day', ...range },
  ],
  [
    'queryUsage',
    '/usage?meter=m&granularity=month&from=2026-01-01&to=2026-02-01&timeZone=Asia/Kolkata&groupBy=channel',
    'usage',
    {
      meter: 'm',
      granularity: 'month',
      from: '2026-01-01',
      to: '2026-02-01',
      timeZone: 'Asia/Kolkata',
      groupBy: 'channel',
    },
  ],
  [
    'listUsageRecords',
    `/usage/records?meter=m&${days}`,
    'usageRecords',
    { meter: 'm', ...range, limit: 1000 },
  ],
  [
    'listUsageRecords',
    `/usage/records?meter=m&${days}&limit=7&timeZone=Asia/Kolkata&cursor=c`,
    'usageRecords',
    { meter: 'm', ...range, limit: 7, timeZone: 'Asia/Kolkata', cursor: 'c' },
  ],
  ['listInvoices', '/invoices', 'invoices', { limit: 20, order: 'desc' }],
  [
    'listInvoices',
    `/invoices?limit=100&order=desc&status=paid&cursor=c&${days}`,
    'invoices',
    { limit: 100, order: 'desc', status: 'paid', cursor: 'c', ...range },
  ],
  ['getInvoice', '/invoices/a%2Fb', 'invoice', 'a/b'],
  ['getInvoicePdf', '/invoices/a%2Fb/pdf', 'invoicePdf', 'a/b'],
  ...['plan', 'support', 'top_up', 'invoice'].map(
    (purpose) =>
      [
        'listPaymentOptions',
        `/payment-options?purpose=${purpose}`,
        'paymentOptions',
        { purpose },
      ] as const,
  ),
  [
    'listPaymentOptions',
    '/payment-options?purpose=plan&currency=EUR',
    'paymentOptions',
    { purpose: 'plan', currency: 'EUR' },
  ],
  ['getOperation', '/operations/op%201', 'operation', 'op 1'],
];

type Write = readonly [
  operation: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
  ...Handed,
];

const change = { planId: 'p', when: 'now' };
const payment = { paymentOptionId: 'card', returnUrl: back };
const auto = { enabled: true, threshold: '5.00', amount: usd };
const goodbye = { when: 'period_end', reason: 'too_expensive', comment: 'Sorry.' };

/** Each body twice, with all that it may have and with the least of it. All of it is handed over. */
const keyed: readonly Write[] = [
  ['changePlan', '/subscriptions/plan/change', change, 'changePlan', 'plan'],
  [
    'changePlan',
    '/subscriptions/support/change',
    { ...change, previewId: 'x', ...payment },
    'changePlan',
    'support',
  ],
  [
    'cancelSubscription',
    '/subscriptions/plan/cancel',
    { when: 'now' },
    'cancelSubscription',
    'plan',
  ],
  ['cancelSubscription', '/subscriptions/support/cancel', goodbye, 'cancelSubscription', 'support'],
  ['topUp', '/balances/a%2Fb/top-up', { amount: usd }, 'topUp', 'a/b'],
  ['topUp', '/balances/b/top-up', { optionId: 'pack', autoTopUp: auto, ...payment }, 'topUp', 'b'],
  ['payInvoice', '/invoices/a%2Fb/pay', {}, 'payInvoice', 'a/b'],
  ['payInvoice', '/invoices/i/pay', payment, 'payInvoice', 'i'],
];

const unkeyed: readonly Write[] = [
  ['setAutoTopUp', '/balances/a%2Fb/auto-top-up', auto, 'setAutoTopUp', 'a/b'],
  ['setAutoTopUp', '/balances/b/auto-top-up', { enabled: false }, 'setAutoTopUp', 'b'],
  ...['payment_method', 'portal'].map(
    (purpose) =>
      [
        'createPaymentSession',
        '/payment-session',
        { purpose },
        'createPaymentSession',
      ] as const satisfies Write,
  ),
  [
    'createPaymentSession',
    '/payment-session',
    { purpose: 'portal', returnUrl: back },
    'createPaymentSession',
  ],
];

const methodOf = (operation: string): string =>
  routes.find((route) => route.operation === operation)?.method ?? '';

const sent = (operation: string, path: string, body: unknown, key?: string): Request =>
  write(`/billing${path}`, body, {
    method: methodOf(operation),
    ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
  });

describe('What the billing handler hands to the engine', () => {
  for (const [operation, path, ...handed] of reads) {
    it(`as ${operation}, from ${path}`, async () => {
      const { asked, handle } = listening();
      const request = get(`/billing${path}`);
      const response = await handle(request);
      expect(response.status).to.be.oneOf([200, 202]);
      expect(asked).to.eql([[...handed, { signal: request.signal, idempotencyKey: '' }]]);
    });
  }

  for (const [operation, path, body, ...handed] of keyed) {
    it(`as ${operation}, from ${JSON.stringify(body)} at ${path}`, async () => {
      const { asked, handle } = listening();
      const response = await handle(sent(operation, path, body, 'the-key-of-one-confirmation'));
      expect(await response.json()).to.eql({ id: 'answer' });
      const options = { signal: undefined, idempotencyKey: 'the-key-of-one-confirmation' };
      expect(asked).to.eql([[...handed, body, options]]);
    });
  }

  for (const [operation, path, body, ...handed] of unkeyed) {
    it(`as ${operation}, from ${JSON.stringify(body)} at ${path}, and no key`, async () => {
      const { asked, handle } = listening();
      const response = await handle(sent(operation, path, body));
      expect(await response.json()).to.eql({ id: 'answer' });
      expect(asked).to.eql([[...handed, body, { signal: undefined, idempotencyKey: '' }]]);
    });
  }

  it('as resumeSubscription, with the slot alone', async () => {
    const { asked, handle } = listening();
    await handle(sent('resumeSubscription', '/subscriptions/support/resume', ''));
    const options = { signal: undefined, idempotencyKey: 'a-key-of-the-tests' };
    expect(asked).to.eql([['resumeSubscription', 'support', options]]);
  });

  for (const slot of ['plan', 'support']) {
    for (const when of ['now', 'period_end']) {
      it(`as previewChange of ${slot}, ${when}`, async () => {
        const { asked, handle } = listening();
        const request = sent('previewChange', `/subscriptions/${slot}/preview`, {
          planId: 'p',
          when,
        });
        await handle(request);
        const options = { signal: request.signal, idempotencyKey: '' };
        expect(asked).to.eql([['previewChange', slot, { planId: 'p', when }, options]]);
      });
    }
  }

  it('is tried here for every operation', () => {
    const tried = [...reads, ...keyed, ...unkeyed].map(([operation]) => operation);
    tried.push('resumeSubscription', 'previewChange');
    expect([...new Set(tried)].sort()).to.eql(routes.map(({ operation }) => operation).sort());
  });
});

describe('A key that comes again', () => {
  const other = { previewId: 'other', comment: 'other', paymentOptionId: 'other' };
  for (const [operation, path, body] of keyed) {
    it(`with ${operation} at ${path} is refused for other content and another place`, async () => {
      const { asked, handle } = listening();
      await handle(sent(operation, path, body));
      const elsewhere = path.replace(/plan|support|a%2Fb|\bb\b|\bi\b/, (place) =>
        place === 'plan' ? 'support' : place === 'support' ? 'plan' : 'elsewhere',
      );
      const again = [
        sent(operation, path, { ...body, ...other }),
        sent(operation, elsewhere, body),
        sent(operation, path, body),
      ];
      const statuses: number[] = [];
      for (const request of again) statuses.push((await handle(request)).status);
      expect(statuses).to.eql([422, 422, 200]);
      expect(asked).to.have.length(1);
    });
  }

  it('with a resumption is refused for the other subscription', async () => {
    const { asked, handle } = listening();
    await handle(sent('resumeSubscription', '/subscriptions/plan/resume', ''));
    const response = await handle(sent('resumeSubscription', '/subscriptions/support/resume', ''));
    expect([response.status, asked.length]).to.eql([422, 1]);
  });
});

describe('An automatic top-up', () => {
  const stopped = handlerOver({
    account: async () => ({ ...(await account.account()), can: { topUp: { allowed: false } } }),
    setAutoTopUp: (_id, { enabled }) =>
      enabled ? unasked() : account.setAutoTopUp('credits', { enabled }),
  });
  for (const [enabled, status] of [
    [true, 403],
    [false, 200],
  ] as const) {
    it(`is answered ${status} where an account that may not buy asks for ${enabled}`, async () => {
      const path = '/balances/credits/auto-top-up';
      expect((await stopped(sent('setAutoTopUp', path, { enabled }))).status).to.equal(status);
    });
  }
});
