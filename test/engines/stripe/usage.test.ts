import { expect } from 'chai';
import type { Stripe } from 'stripe';

import type { UsageQuery } from '../../../src/billing/types.js';
import { errorOf } from '../../api/support/outcome.js';
import { FakeStripe } from './fake-stripe.js';
import { seconds } from '../../../mocks/vendors/stripe/objects.js';
import { codeOf, served } from './served.js';
import { pairsOf } from '../../../mocks/vendors/stripe/typed.js';

const { over, verify } = served('usage');

const path = '/v1/billing/meters/mtr_1/event_summaries';

const days = (from: string, to: string, timeZone: string): UsageQuery => ({
  meter: 'mtr_1',
  granularity: 'day',
  from,
  to,
  timeZone,
});

/** A Stripe where something of value 1 happened every half hour of a time. */
function busy(from: string, to: string): FakeStripe {
  const stand = new FakeStripe();
  for (let at = seconds(from); at < seconds(to); at += 1800) stand.events.push({ at, value: 1 });
  return stand;
}

const valuesOf = async (stand: FakeStripe, query: UsageQuery): Promise<string[]> =>
  (await over(stand).usage(query)).buckets.map(({ value }) => value);

describe('Usage at Stripe', () => {
  it('is counted by days of UTC in one request', async () => {
    const stand = busy('2026-03-01T00:00:00Z', '2026-03-03T12:00:00Z');
    const query = days('2026-03-01', '2026-03-05', 'UTC');
    const series = await over(stand).usage(query);
    expect(series).to.deep.include({ timeZone: 'UTC', total: '120' });
    expect(series.buckets.map(({ value }) => value)).to.deep.equal(['48', '48', '24', '0']);
    const sent = {
      customer: 'cus_a',
      start_time: seconds('2026-03-01T00:00:00Z'),
      end_time: seconds('2026-03-05T00:00:00Z'),
      value_grouping_window: 'day',
      limit: 100,
    } satisfies Stripe.Billing.MeterListEventSummariesParams;
    expect(stand.sentTo(path)).to.deep.equal(pairsOf(sent));
    expect(stand.engine.requests.length).to.equal(1);
  });

  it('is counted by local days of 23 and 25 hours', async () => {
    const spring = busy('2026-03-06T00:00:00Z', '2026-03-12T00:00:00Z');
    expect(
      await valuesOf(spring, days('2026-03-07', '2026-03-10', 'America/New_York')),
    ).to.deep.equal(['48', '46', '48']);
    const autumn = busy('2025-10-31T00:00:00Z', '2025-11-05T00:00:00Z');
    expect(
      await valuesOf(autumn, days('2025-11-01', '2025-11-04', 'America/New_York')),
    ).to.deep.equal(['48', '50', '48']);
  });

  it('is counted by days that begin at half hours, or never came, each in a request of its own', async () => {
    const india = busy('2026-03-01T00:00:00Z', '2026-03-10T00:00:00Z');
    expect(await valuesOf(india, days('2026-03-02', '2026-03-04', 'Asia/Kolkata'))).to.deep.equal([
      '48',
      '48',
    ]);
    expect(india.engine.requests.length).to.equal(2);
    expect(india.sentTo(path)).to.not.include('value_grouping_window=hour');
    const island = busy('2025-10-01T00:00:00Z', '2025-10-10T00:00:00Z');
    const change = days('2025-10-04', '2025-10-07', 'Australia/Lord_Howe');
    expect(await valuesOf(island, change)).to.deep.equal(['48', '47', '48']);
    const skipped = busy('2011-12-28T00:00:00Z', '2012-01-03T00:00:00Z');
    const missing = days('2011-12-29', '2012-01-01', 'Pacific/Apia');
    expect(await valuesOf(skipped, missing)).to.deep.equal(['48', '0', '48']);
  });

  it('takes 4 weeks of hours in 7 requests, to the last page', async () => {
    const stand = busy('2026-02-01T00:00:00Z', '2026-03-18T00:00:00Z');
    const query = days('2026-02-01', '2026-03-01', 'America/New_York');
    const values = await valuesOf(stand, query);
    expect(values).to.deep.equal(Array(28).fill('48'));
    expect(stand.engine.requests.length).to.equal(7);
  });

  it('is counted by months of the zone, each in a request of its own', async () => {
    const stand = busy('2025-12-01T00:00:00Z', '2026-03-18T15:30:00Z');
    const series = await over(stand).usage({
      ...days('2026-01-01', '2026-05-01', 'Europe/Berlin'),
      granularity: 'month',
    });
    expect(series.buckets).to.deep.equal([
      { start: '2026-01-01', value: '1488', partial: false },
      { start: '2026-02-01', value: '1344', partial: false },
      { start: '2026-03-01', value: '849', partial: true },
      { start: '2026-04-01', value: '0', partial: true },
    ]);
    // Of April, which lies ahead, nothing was asked.
    expect(stand.engine.requests.length).to.equal(3);
  });

  it('says how much is too much before it asks', async () => {
    const stand = new FakeStripe();
    const ask = (from: string, zone: string) => over(stand).usage(days(from, '2026-03-15', zone));
    expect((await ask('2026-02-15', 'Asia/Kolkata')).buckets.length).to.equal(28);
    const asked = stand.engine.requests.length;
    expect(asked).to.equal(28);
    for (const [from, zone] of [
      ['2026-02-14', 'Asia/Kolkata'],
      ['2025-10-01', 'America/New_York'],
    ] as const) {
      const { problem } = await errorOf(ask(from, zone));
      expect(problem).to.deep.include({ status: 422, code: 'invalid_request' });
    }
    expect(stand.engine.requests.length).to.equal(asked);
  });

  it('never adds up hours of a last value', async () => {
    const stand = busy('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');
    const meters = [{ id: 'mtr_1', name: 'Seats', formula: 'last' }] as const;
    const series = await over(stand, { meters }).usage(days('2026-03-01', '2026-03-03', 'UTC'));
    expect(stand.engine.requests.length).to.equal(2);
    expect(series).not.to.have.property('total');
  });

  it('adds up fractions exactly', async () => {
    const stand = new FakeStripe();
    stand.events = [0.1, 0.2].map((value, hour) => ({
      at: seconds('2026-03-01T06:00:00Z') + hour * 3600,
      value,
    }));
    expect(await valuesOf(stand, days('2026-03-01', '2026-03-02', 'Europe/Berlin'))).to.deep.equal([
      '0.3',
    ]);
  });

  it('is not there without meters, nor by a dimension', async () => {
    const query = days('2026-03-01', '2026-03-02', 'UTC');
    expect(await codeOf(over(new FakeStripe(), { meters: [] }).usage(query))).to.equal(
      'not_supported',
    );
    expect(await codeOf(over(new FakeStripe()).usage({ ...query, groupBy: 'bot' }))).to.equal(
      'invalid_request',
    );
  });

  it('has been tested as the table says', () => {
    verify();
  });
});
