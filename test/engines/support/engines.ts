/** Each engine over its stand-in, with something of everything in it. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import type { Clock } from '../../../src/api/clock.js';
import { addDays } from '../../../src/billing/dates.js';
import { kore } from '../../../src/engines/kore.js';
import { lago } from '../../../src/engines/lago.js';
import { openmeter } from '../../../src/engines/openmeter.js';
import { stripe } from '../../../src/engines/stripe.js';
import type { Through } from '../../../mocks/demo-backends/vendor-backend.js';
import { FakeKore } from '../../../mocks/vendors/kore/fake-kore.js';
import { FakeLago } from '../../../mocks/vendors/lago/fake-lago.js';
import { FakeOpenMeter } from '../../../mocks/vendors/openmeter/fake-openmeter.js';
import { CUSTOMER, invoice, price, subscription } from '../../../mocks/vendors/stripe/objects.js';
import { now } from '../../conformance/support.js';
import { FakeStripe } from '../stripe/fake-stripe.js';
import { clockAt } from './served.js';

/** Opens an engine over a stand-in of its own. */
type Open = (through?: Through) => BillingApi;

const itself: Through = (answer) => answer;

const instant = now.toISOString();

/** Waits pass at once, and time with them; what ends a call that hangs never comes. */
export function hurriedClock(): Clock {
  const clock = clockAt(instant);
  return {
    ...clock,
    after: (milliseconds, run) => {
      if (milliseconds >= 10_000) return () => undefined;
      clock.moveTo(new Date(clock.now() + milliseconds).toISOString());
      queueMicrotask(run);
      return () => undefined;
    },
  };
}

const meter = { id: 'sessions', name: 'Sessions' };

/** Moments of the last days, as many as pages are made of. */
const moments = Array.from({ length: 9 }, (_, index) =>
  new Date(Date.parse('2026-03-16T14:00:00Z') + index * 3_600_000).toISOString(),
);

/** A customer of a vendor's, and how its stand-in is reached. */
interface Reached {
  readonly customer: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

export const engineOf = {
  stripe: ({ customer, fetch, clock }) =>
    stripe({
      apiKey: 'sk_test_of_the_tests',
      customer,
      currency: 'USD',
      timeZone: 'Europe/Berlin',
      slots: ['plan', 'support'],
      plans: ['price_basic', 'price_pro', 'price_care'].map((one) => ({ price: one })),
      meters: [{ ...meter, id: 'mtr_1' }],
      topUp: {
        options: [
          { id: 'ten', amount: '10.00' },
          { id: 'fifty', amount: '50.00' },
        ],
      },
      fetch,
      clock,
    }),
  lago: ({ customer, fetch, clock }) =>
    lago({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://lago.test/api/v1',
      customer,
      subscriptions: { plan: `${customer}-plan` },
      plans: { plan: [{ id: 'basic' }, { id: 'pro' }] },
      meters: [
        {
          ...meter,
          code: 'sessions_metric',
          records: { columns: [{ id: 'channel', name: 'Channel' }], quantity: 'count' },
        },
      ],
      topUp: {
        options: [
          { id: 'small', amount: '100' },
          { id: 'large', amount: '500' },
        ],
      },
      clock,
      fetch,
    }),
  openmeter: ({ customer, fetch, clock }) =>
    openmeter({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://openmeter.test',
      customer,
      timeZone: 'America/New_York',
      plans: { plan: [{ id: 'basic' }, { id: 'pro' }] },
      features: [{ key: 'sessions', name: 'Sessions' }],
      hasStripe: true,
      meters: [
        {
          ...meter,
          slug: 'sessions_total',
          feature: 'sessions',
          dimensions: [{ id: 'channel', name: 'Channel' }],
          records: {
            eventType: 'session',
            quantity: 'count',
            columns: [{ id: 'channel', name: 'Channel' }],
          },
        },
      ],
      clock,
      fetch,
    }),
  kore: ({ customer, fetch, clock }) =>
    kore({
      token: 'jwt-of-the-test',
      baseUrl: 'https://kore.test',
      bot: customer,
      currency: 'USD',
      records: { dateOrder: 'day-month', timeZone: 'Asia/Kolkata' },
      clock,
      fetch,
    }),
} as const satisfies Readonly<Record<string, (reached: Reached) => BillingApi>>;

const overStripe: Open = (through = itself) => {
  const fake = new FakeStripe();
  fake.subscriptions = [
    subscription('sub_plan', price('price_pro', 'pro', 5000)),
    subscription('sub_care', price('price_care', 'care', 900)),
  ];
  fake.invoices = Array.from({ length: 7 }, (_, index) =>
    invoice(`in_${index + 1}`, `2026-0${(index % 3) + 1}-${10 + index}T12:00:00Z`),
  );
  fake.invoices.push(
    invoice('in_open', '2026-03-17T12:00:00Z', { status: 'open', amount_paid: 0 }),
    invoice('in_draft', '2026-03-18T12:00:00Z', { status: 'draft', invoice_pdf: null }),
  );
  fake.events = moments.map((at) => ({ at: Date.parse(at) / 1000, value: 2 }));
  return engineOf.stripe({ customer: CUSTOMER, fetch: through(fake.fetch), clock: fake.clock });
};

const overLago: Open = (through = itself) => {
  const clock = clockAt(instant);
  const fake = new FakeLago(clock.now);
  fake.subscribe('acme-plan', 'pro');
  fake.addWallet();
  for (let month = 1; month <= 3; month += 1) fake.addInvoice(month, `2026-0${month}-05`);
  fake.addInvoice(4, '2026-03-15', { payment_status: 'pending' });
  fake.addInvoice(5, '2026-03-16', { status: 'draft', payment_status: 'pending' });
  fake.events = moments.map((timestamp, index) => ({
    transaction_id: `t${index}`,
    code: 'sessions_metric',
    timestamp,
    properties: { channel: 'web', count: 2 },
  }));
  return engineOf.lago({ customer: 'acme', fetch: through(fake.fetch), clock });
};

const overOpenMeter: Open = (through = itself) => {
  const clock = clockAt(instant);
  const fake = new FakeOpenMeter(clock.now);
  fake.subscribe('pro', '2026-01-01T00:00:00Z');
  for (let month = 1; month <= 3; month += 1) {
    fake.addInvoice(`m${month}`, `2026-0${month}-05T12:00:00Z`);
  }
  fake.addInvoice('owed', '2026-03-15T12:00:00Z', {
    status: 'overdue',
    statusDetails: { failed: true, availableActions: { retry: { resultingState: 'paid' } } },
  });
  fake.usage = { '2026-03-16': 3, '2026-03-17': 2.5 };
  fake.events = moments.map((time, index) => ({
    id: `e${index}`,
    time,
    data: { channel: 'web', count: 2 },
  }));
  return engineOf.openmeter({ customer: 'acme', fetch: through(fake.fetch), clock });
};

const overKore: Open = (through = itself) => {
  const clock = hurriedClock();
  const fake = new FakeKore(clock.now);
  // The stand-in knows as many of a month as of its first day: none of either agree.
  for (let date = '2025-01-01'; date < '2026-04-01'; date = addDays(date, 1)) {
    fake.counts.set(date, 0);
  }
  fake.sessions = moments.map((at, index) => ({ id: `b${index}`, start: at, at }));
  return engineOf.kore({ customer: 'st-1', fetch: through(fake.fetch), clock });
};

export const openEngine = {
  stripe: overStripe,
  lago: overLago,
  openmeter: overOpenMeter,
  kore: overKore,
} as const satisfies Readonly<Record<string, Open>>;

export type EngineName = keyof typeof openEngine;

export const engineNames = Object.keys(openEngine) as readonly EngineName[];
