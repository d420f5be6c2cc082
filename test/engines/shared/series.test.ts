import { expect } from 'chai';
import { Temporal } from 'temporal-polyfill';

import { addDays, startOfDay } from '../../../src/billing/dates.js';
import type { Meter, UsageQuery } from '../../../src/billing/types.js';
import { plannedUsage, seriesOf } from '../../../src/engines/shared/series.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
];

const sessions: Meter = {
  id: 'sessions',
  name: 'Sessions',
  granularities: ['day', 'month'],
  timeZones: 'any',
};

const query = (asked: Partial<UsageQuery>): UsageQuery => ({
  meter: 'sessions',
  granularity: 'day',
  from: '2026-03-16',
  to: '2026-03-19',
  ...asked,
});

const plan = (asked: Partial<UsageQuery>, meter: Partial<Meter> = {}) =>
  plannedUsage(query(asked), [{ ...sessions, ...meter }], 'Europe/Berlin');

describe('days of the zones that bills are made in', () => {
  for (const zone of zones) {
    it(`begin in ${zone} where Temporal lets them begin, 1994 to 2030`, () => {
      const wrong: string[] = [];
      // Every third day and each day around a change of offset.
      for (let date = '1994-01-01'; date < '2030-01-01'; date = addDays(date, 3)) {
        for (const near of changesNear(date, zone)
          ? [0, 1, 2, 3].map((d) => addDays(date, d))
          : [date]) {
          const expected = Temporal.PlainDate.from(near).toZonedDateTime(zone).epochMilliseconds;
          if (startOfDay(near, zone) !== expected) wrong.push(near);
        }
      }
      expect(wrong).to.deep.equal([]);
    });
  }
});

function changesNear(date: string, zone: string): boolean {
  const offset = (at: string) =>
    Temporal.PlainDate.from(at).toZonedDateTime(zone).offsetNanoseconds;
  return offset(date) !== offset(addDays(date, 3));
}

describe('a series', () => {
  it('has a bucket for each date in order, with zeros where nothing was counted', () => {
    const counted = new Map([
      ['2026-03-18', { value: '2.5' }],
      ['2026-03-16', { value: '1' }],
      ['2026-04-01', { value: '99' }],
    ]);
    const now = Date.parse('2026-03-18T12:00:00Z');
    const series = seriesOf(query({}), plan({}), counted, { now });
    expect(series).to.deep.equal({
      meter: 'sessions',
      granularity: 'day',
      timeZone: 'Europe/Berlin',
      from: '2026-03-16',
      to: '2026-03-19',
      total: '3.5',
      buckets: [
        { start: '2026-03-16', value: '1', partial: false },
        { start: '2026-03-17', value: '0', partial: false },
        { start: '2026-03-18', value: '2.5', partial: true },
      ],
    });
  });

  it('has groups in each bucket where they were asked for', () => {
    const meter = { dimensions: [{ id: 'bot', name: 'Bot' }] };
    const asked = { groupBy: 'bot', to: '2026-03-18' };
    const counted = new Map([['2026-03-16', { value: '1', groups: { a: '1' } }]]);
    const { buckets } = seriesOf(query(asked), plan(asked, meter), counted, { now: 0 });
    expect(buckets.map(({ groups }) => groups)).to.deep.equal([{ a: '1' }, {}]);
  });

  it('knows the days of 23, 25 and 24.5 hours, and the months around them', () => {
    const hours = (from: string, to: string, timeZone: string) =>
      plan({ from, to, timeZone }).buckets.map(({ begin, end }) => (end - begin) / 3_600_000);
    expect(hours('2026-03-28', '2026-03-31', 'Europe/Berlin')).to.deep.equal([24, 23, 24]);
    expect(hours('2026-11-01', '2026-11-02', 'America/New_York')).to.deep.equal([25]);
    expect(hours('2026-04-05', '2026-04-06', 'Australia/Lord_Howe')).to.deep.equal([24.5]);
    expect(hours('2011-12-29', '2012-01-01', 'Pacific/Apia')).to.deep.equal([24, 0, 24]);
    const months = plan({ granularity: 'month', from: '2026-03-01', to: '2026-05-01' }).buckets;
    expect(months.map(({ begin, end }) => (end - begin) / 3_600_000)).to.deep.equal([743, 720]);
  });

  it('is of the zone of the account where the meter is fixed, and says so', () => {
    const asked = { timeZone: 'Asia/Tokyo' };
    expect(plan(asked, { timeZones: 'fixed' }).timeZone).to.equal('Europe/Berlin');
    expect(plan(asked).timeZone).to.equal('Asia/Tokyo');
  });

  const refused: readonly [string, Partial<UsageQuery>, Partial<Meter>][] = [
    ['another meter', { meter: 'bots' }, {}],
    ['no zone', { timeZone: 'Mars/Olympus' }, {}],
    ['no date', { from: '2026-02-30' }, {}],
    ['an empty range', { to: '2026-03-16' }, {}],
    ['months that are not whole', { granularity: 'month' }, {}],
    ['a granularity that the meter lacks', {}, { granularities: ['month'] }],
    ['a dimension that the meter lacks', { groupBy: 'bot' }, {}],
    ['more days than the meter gives', {}, { maxRangeDays: 2 }],
    ['thousands of buckets', { from: '2000-01-01' }, {}],
  ];
  for (const [name, asked, meter] of refused) {
    it(`refuses ${name}`, () => {
      expect(() => plan(asked, meter)).to.throw('invalid_request');
    });
  }
});
