/**
 * What Stripe's published description is too old for, judged by Stripe's own SDK: its call for the
 * same question must send the same, and its types hold what the call is made with.
 */
import { expect } from 'chai';
import { Stripe } from 'stripe';

import { isUndescribed } from '../../../mocks/vendors/described-vendor.js';
import { json } from '../../../mocks/vendors/scripted-engine.js';
import { CUSTOMER, seconds } from '../../../mocks/vendors/stripe/objects.js';
import { sentPairs } from '../../../mocks/vendors/stripe/typed.js';
import type { BillingApi } from '../../../src/api/billing-api.js';
import { openEngine } from '../support/engines.js';

/** A request in the words of HTTP. */
async function wireOf(request: Request) {
  const { method, headers } = request;
  const { pathname, search } = new URL(request.url);
  return {
    method,
    pathname,
    query: sentPairs(search),
    form: sentPairs(await request.text()),
    version: headers.get('Stripe-Version'),
    key: headers.get('Authorization'),
    type: method === 'POST' ? headers.get('Content-Type')?.split(';')[0] : undefined,
  };
}
type Wire = Awaited<ReturnType<typeof wireOf>>;

/** Two that are asked at once come in either order. */
const inOrder = (wires: readonly Wire[]): Wire[] =>
  wires.toSorted((one, other) => one.pathname.localeCompare(other.pathname));

/** What the engine asks that the description does not know. */
async function sentByEngine(ask: (api: BillingApi) => Promise<unknown>): Promise<Wire[]> {
  const wires: Wire[] = [];
  const api = openEngine.stripe((answer) => async (input, init) => {
    const wire = await wireOf(new Request(input, init));
    if (isUndescribed('stripe', wire.pathname)) wires.push(wire);
    return answer(input, init);
  });
  await ask(api);
  return inOrder(wires);
}

async function sentBySdk(ask: (sdk: Stripe) => readonly PromiseLike<unknown>[]): Promise<Wire[]> {
  const wires: Wire[] = [];
  const httpClient = Stripe.createFetchHttpClient(async (input: RequestInfo | URL, init) => {
    wires.push(await wireOf(new Request(input, init)));
    return json({ object: 'list', data: [], has_more: false });
  });
  const sdk = new Stripe('sk_test_of_the_tests', { httpClient, telemetry: false });
  await Promise.all(ask(sdk));
  return inOrder(wires);
}

const customer = CUSTOMER;
const limit = 100;

const questions: readonly [
  title: string,
  ofEngine: (api: BillingApi) => Promise<unknown>,
  ofSdk: (sdk: Stripe) => readonly PromiseLike<unknown>[],
][] = [
  [
    'usage by the hour, of which days are made',
    (api) =>
      api.usage({ meter: 'mtr_1', granularity: 'day', from: '2026-03-01', to: '2026-03-04' }),
    ({ billing }) => [
      billing.meters.listEventSummaries('mtr_1', {
        customer,
        start_time: seconds('2026-02-28T23:00:00Z'),
        end_time: seconds('2026-03-03T23:00:00Z'),
        value_grouping_window: 'hour',
        limit,
      }),
    ],
  ],
  [
    'usage of a month',
    (api) =>
      api.usage({ meter: 'mtr_1', granularity: 'month', from: '2026-02-01', to: '2026-03-01' }),
    ({ billing }) => [
      billing.meters.listEventSummaries('mtr_1', {
        customer,
        start_time: seconds('2026-01-31T23:00:00Z'),
        end_time: seconds('2026-02-28T23:00:00Z'),
        limit,
      }),
    ],
  ],
  [
    'what is left of credits, and the grants behind it',
    (api) => api.balances(),
    ({ billing }) => [
      billing.creditBalanceSummaries.retrieve({
        customer,
        filter: {
          type: 'applicability_scope',
          applicability_scope: { price_type: 'metered' },
        },
      }),
      billing.creditGrants.list({ customer, limit }),
    ],
  ],
  [
    'the next bill',
    (api) => api.invoice('upcoming'),
    ({ invoices }) => [invoices.createPreview({ customer, subscription: 'sub_plan' })],
  ],
  [
    'the figures of a change',
    (api) => api.previewChange('plan', { planId: 'price_basic', when: 'now' }),
    ({ invoices }) => [
      invoices.createPreview({
        customer,
        subscription: 'sub_plan',
        subscription_details: {
          items: [{ id: 'si_sub_plan', price: 'price_basic' }],
          proration_behavior: 'always_invoice',
          proration_date: seconds('2026-03-18T15:30:00Z'),
        },
      }),
    ],
  ],
];

describe("Stripe's own SDK, where its description is too old", () => {
  const judged = new Set<string>();

  for (const [title, ofEngine, ofSdk] of questions) {
    it(`sends the same as the engine: ${title}`, async () => {
      const sent = await sentByEngine(ofEngine);
      expect(sent).to.deep.equal(await sentBySdk(ofSdk));
      for (const { pathname } of sent) judged.add(pathname.split('/').at(-1) ?? '');
    });
  }

  it('was asked about everything that the description lacks', () => {
    expect([...judged].sort()).to.deep.equal([
      'create_preview',
      'credit_balance_summary',
      'credit_grants',
      'event_summaries',
    ]);
  });
});
