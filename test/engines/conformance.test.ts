/** The conformance kit on our handler over each engine, which stands on a stand-in with state. */
import { expect } from 'chai';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Clock } from '../../src/api/clock.js';
import { addDays } from '../../src/billing/dates.js';
import { runConformance } from '../../src/conformance/index.js';
import { kore } from '../../src/engines/kore.js';
import { lago } from '../../src/engines/lago.js';
import { openmeter } from '../../src/engines/openmeter.js';
import { stripe } from '../../src/engines/stripe.js';
import { createBillingHandler } from '../../src/server/index.js';
import { FakeKore } from '../../mocks/vendors/kore/fake-kore.js';
import { FakeLago } from '../../mocks/vendors/lago/fake-lago.js';
import { FakeOpenMeter } from '../../mocks/vendors/openmeter/fake-openmeter.js';
import { FakeStripe } from './stripe/fake-stripe.js';
import { CUSTOMER, invoice } from '../../mocks/vendors/stripe/objects.js';
import { clockAt } from './support/served.js';

const instant = '2026-03-18T15:30:00.000Z';

/** Waits pass at once, and time with them; what ends a call that hangs never comes. */
function hurriedClock(): Clock {
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

const engines: Readonly<Record<string, () => BillingApi>> = {
  stripe: () => {
    const fake = new FakeStripe();
    fake.invoices = Array.from({ length: 7 }, (_, index) =>
      invoice(`in_${index + 1}`, `2026-0${(index % 3) + 1}-${10 + index}T12:00:00Z`),
    );
    return stripe({
      apiKey: 'sk_test_of_the_tests',
      customer: CUSTOMER,
      currency: 'USD',
      timeZone: 'Europe/Berlin',
      slots: ['plan', 'support'],
      plans: ['price_basic', 'price_pro', 'price_care'].map((price) => ({ price })),
      meters: [{ ...meter, id: 'mtr_1' }],
      topUp: { options: [{ id: 'ten', amount: '10.00' }] },
      fetch: fake.fetch,
      clock: fake.clock,
    });
  },
  lago: () => {
    const clock = clockAt(instant);
    return lago({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://lago.test/api/v1',
      customer: 'acme',
      subscriptions: { plan: 'acme-plan', support: 'acme-support' },
      plans: { plan: [{ id: 'basic' }, { id: 'pro' }], support: [] },
      meters: [
        {
          ...meter,
          code: 'sessions_metric',
          records: { columns: [{ id: 'channel', name: 'Channel' }], quantity: 'count' },
        },
      ],
      topUp: { options: [{ id: 'small', amount: '100' }] },
      clock,
      fetch: new FakeLago(clock.now).fetch,
    });
  },
  openmeter: () => {
    const clock = clockAt(instant);
    return openmeter({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://openmeter.test',
      customer: 'acme',
      timeZone: 'America/New_York',
      plans: { plan: [{ id: 'basic' }, { id: 'pro' }], support: [{ id: 'help' }] },
      features: [{ key: 'sessions', name: 'Sessions' }],
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
      fetch: new FakeOpenMeter(clock.now).fetch,
    });
  },
  kore: () => {
    const clock = hurriedClock();
    const fake = new FakeKore(clock.now);
    // The stand-in knows as many of a month as of its first day: none of either agree.
    for (let date = '2025-01-01'; date < '2026-04-01'; date = addDays(date, 1)) {
      fake.counts.set(date, 0);
    }
    return kore({
      token: 'jwt-of-the-test',
      baseUrl: 'https://kore.test',
      bot: 'st-1',
      currency: 'USD',
      records: { dateOrder: 'day-month', timeZone: 'Asia/Kolkata' },
      clock,
      fetch: fake.fetch,
    });
  },
};

describe('The conformance kit', () => {
  for (const [name, open] of Object.entries(engines)) {
    it(`finds nothing wrong with what is read over ${name}`, async () => {
      const engine = open();
      const handle = createBillingHandler({
        basePath: '/billing',
        authorize: () => ({ account: 'acc_a' }),
        engine: () => engine,
      });
      const report = await runConformance({
        baseUrl: 'https://host.test/billing',
        now: new Date(instant),
        fetch: (input, init) => handle(new Request(input, init)),
      });
      expect(report.results.filter(({ outcome }) => outcome === 'failed')).to.eql([]);
      expect(report.passed).to.be.above(15);
    });
  }
});
