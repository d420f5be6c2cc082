import { expect } from 'chai';

import { sessionColumns } from '../../mocks/generate/records.js';
import { sessionCount } from '../../mocks/generate/talks.js';
import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { addDays, addMonths, startOfDay } from '../../src/billing/dates.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import type { UsageRecord, UsageRecordQuery } from '../../src/billing/types.js';

const minute = 60_000;
const standard = () => createMemoryEngine({ world: 'standard' });

async function rowsOf(api: BillingApi, query: UsageRecordQuery): Promise<UsageRecord[]> {
  const page = await api.usageRecords(query);
  if (page.nextCursor === null) return page.items;
  return [...page.items, ...(await rowsOf(api, { ...query, cursor: page.nextCursor }))];
}

const sessions = (from: string, to: string, timeZone?: string): UsageRecordQuery => ({
  meter: 'sessions',
  from,
  to,
  ...(timeZone !== undefined && { timeZone }),
});

const timeOf = ({ values }: UsageRecord, column: string) => Date.parse(String(values[column]));

describe('Counting sessions', () => {
  const counted: readonly (readonly [string, number, number])[] = [
    ['31 minutes', 31 * minute, 3],
    ['15:00', 15 * minute, 1],
    ['15:01', 15 * minute + 1000, 2],
    ['30:00', 30 * minute, 2],
    ['0:27', 27_000, 1],
  ];
  for (const [length, milliseconds, expected] of counted) {
    it(`makes ${expected} of ${length}`, () => {
      expect(sessionCount(milliseconds)).to.equal(expected);
    });
  }

  it('is what every talk of the standard world is rowed by', async () => {
    const rows = await rowsOf(standard(), sessions('2025-10-01', '2026-04-01'));
    const talks = byTalk(rows);
    expect(rows).to.have.length(4577);
    for (const talk of talks.values()) {
      const [first] = talk;
      if (!first) throw new Error('A talk without rows.');
      const start = timeOf(first, 'conversationSessionStartDateTime');
      const end = timeOf(first, 'conversationSessionEndDateTime');
      expect(talk.length).to.equal(sessionCount(end - start));
      for (const [block, row] of talk.entries()) {
        const blockStart = start + block * 15 * minute;
        expect(timeOf(row, 'billingSessionStartDateTime')).to.equal(blockStart);
        expect(timeOf(row, 'billingSessionEndDateTime')).to.equal(
          Math.min(blockStart + 15 * minute, end),
        );
      }
    }
  });

  function byTalk(rows: readonly UsageRecord[]): Map<unknown, UsageRecord[]> {
    const groups = new Map<unknown, UsageRecord[]>();
    for (const row of rows) {
      const talk = row.values['conversationSessionId'];
      groups.set(talk, [...(groups.get(talk) ?? []), row]);
    }
    return groups;
  }

  it('lets the start of a block decide its day, in the zone asked for', async () => {
    const night = async (from: string, timeZone: string) =>
      (await rowsOf(standard(), sessions(from, addDays(from, 1), timeZone)))
        .filter(({ values }) => values['conversationSessionId'] === '615f0c2e9b')
        .map(({ at }) => new Date(at).toISOString().slice(11, 16));
    expect(await night('2026-03-17', 'America/New_York')).to.eql(['03:58']);
    expect(await night('2026-03-18', 'America/New_York')).to.eql(['04:13', '04:28']);
    expect(await night('2026-03-17', 'UTC')).to.eql([]);
    expect(await night('2026-03-18', 'UTC')).to.eql(['03:58', '04:13', '04:28']);
  });
});

describe('A row', () => {
  it('is the one that the product documents', async () => {
    const rows = await rowsOf(standard(), sessions('2026-03-18', '2026-03-19'));
    expect(rows.find(({ id }) => id === '615f0c2ea1')).to.eql({
      id: '615f0c2ea1',
      at: '2026-03-18T00:13:04-04:00',
      quantity: '1',
      values: {
        botId: 'st-7d0c3f51-9a1e',
        channel: 'IVR',
        koreUserId: 'u-40b3eafc-55f2',
        channelUserId: '+14155550123',
        billingSessionType: 'Conversations',
        conversationSessionId: '615f0c2e9b',
        conversationSessionStartDateTime: '2026-03-17T23:58:04-04:00',
        conversationSessionEndDateTime: '2026-03-18T00:29:04-04:00',
        billingSessionId: '615f0c2ea1',
        billingSessionStartDateTime: '2026-03-18T00:13:04-04:00',
        billingSessionEndDateTime: '2026-03-18T00:28:04-04:00',
        messageId: 'ms-19c2aa07',
      },
    });
  });

  it('has the twelve columns that the meter names, and no others', async () => {
    const { meters } = await standard().account();
    const columns = meters[0]?.records?.columns.map(({ id }) => id) ?? [];
    expect(columns).to.have.length(12);
    expect(columns).to.eql(sessionColumns.map(({ id }) => id));
    const [row] = await rowsOf(standard(), sessions('2026-03-18', '2026-03-19'));
    expect(Object.keys(row?.values ?? {})).to.eql(columns);
  });

  it('shows its times as the clock of the zone', async () => {
    const [kolkata] = await rowsOf(
      standard(),
      sessions('2026-03-18', '2026-03-19', 'Asia/Kolkata'),
    );
    const [utc] = await rowsOf(standard(), sessions('2026-03-18', '2026-03-19', 'UTC'));
    expect(kolkata?.at).to.match(/^2026-03-18T\d\d:\d\d:\d\d\+05:30$/);
    expect(utc?.at).to.match(/^2026-03-18T\d\d:\d\d:\d\dZ$/);
  });
});

describe('A quarter of a million rows', () => {
  const huge = createMemoryEngine({ world: 'huge' });
  const ids = new Set<string>();
  const months = Array.from({ length: 12 }, (_, index) => addMonths('2025-04-01', index));
  for (const month of months) {
    it(`come in order in the month of ${month}`, async () => {
      const rows = await rowsOf(huge, sessions(month, addMonths(month, 1)));
      const times = rows.map(({ at }) => Date.parse(at));
      expect(times.every((time, index) => time >= (times[index - 1] ?? 0))).to.equal(true);
      for (const { id } of rows) ids.add(id);
    });
  }

  it('come once each', () => {
    expect(ids.size).to.equal(250_000);
  });
});

describe('Days that are not 24 hours', () => {
  // Zone, date, first instant, hours: domain rules, tz data 2025c.
  const days: readonly (readonly [string, string, string, number])[] = [
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00Z', 24],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    ['Asia/Kolkata', '2026-03-18', '2026-03-17T18:30:00Z', 24],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 23],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', 23],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
  ];
  for (const [timeZone, date, firstInstant, hours] of days) {
    it(`counts what ${date} really holds in ${timeZone}`, async () => {
      const start = Date.parse(firstInstant);
      const end = start + hours * 60 * minute;
      // A month later, so that the day lies among those that were used.
      const now = () => start + 30 * 24 * 60 * minute;
      const engine = createMemoryEngine({ world: 'huge', now });
      const query = { ...sessions(date, addDays(date, 1), timeZone), granularity: 'day' } as const;
      const around = await rowsOf(engine, {
        ...sessions(addDays(date, -2), addDays(date, 3), 'UTC'),
      });
      const inside = around.filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < end);
      const { buckets } = await engine.usage(query);
      expect(buckets).to.eql([{ start: date, value: String(inside.length), partial: false }]);
      expect((await rowsOf(engine, query)).map(({ id }) => id)).to.eql(inside.map(({ id }) => id));
      expect(hours === 0 || inside.length > 0).to.equal(true);
      expect(startOfDay(date, timeZone)).to.equal(start);
    });
  }
});

describe('Ranges', () => {
  const today = '2026-03-18';
  const after = addDays(today, 1);
  const ranges: readonly (readonly [string, 'day' | 'month', string, string, number, number])[] = [
    ['1w', 'day', '2026-03-12', after, 7, 1],
    ['2w', 'day', '2026-03-05', after, 14, 1],
    ['4w', 'day', '2026-02-19', after, 28, 1],
    ['1w complete', 'day', '2026-03-11', today, 7, 0],
    ['1m', 'month', '2026-03-01', '2026-04-01', 1, 1],
    ['2m', 'month', '2026-02-01', '2026-04-01', 2, 1],
    ['3m', 'month', '2026-01-01', '2026-04-01', 3, 1],
    ['6m', 'month', '2025-10-01', '2026-04-01', 6, 1],
    ['6m complete', 'month', '2025-09-01', '2026-03-01', 6, 0],
    ['March by day', 'day', '2026-03-01', '2026-04-01', 31, 14],
    ['one day', 'day', '2026-03-10', '2026-03-11', 1, 0],
  ];
  for (const [name, granularity, from, to, length, partial] of ranges) {
    it(`gives ${name} ${length} buckets, ${partial} of them not over`, async () => {
      const { buckets } = await standard().usage({ meter: 'sessions', granularity, from, to });
      expect(buckets).to.have.length(length);
      expect(buckets.filter((bucket) => bucket.partial)).to.have.length(partial);
    });
  }

  it('end with whatever day it is in the zone', async () => {
    const night = createMemoryEngine({
      world: 'standard',
      now: () => Date.parse('2026-03-18T02:00:00Z'),
    });
    const partialDays = async (timeZone: string) => {
      const query = {
        ...sessions('2026-03-15', '2026-03-21', timeZone),
        granularity: 'day',
      } as const;
      const { buckets } = await night.usage(query);
      return buckets.find(({ partial }) => partial)?.start;
    };
    expect(await partialDays('America/New_York')).to.equal('2026-03-17');
    expect(await partialDays('UTC')).to.equal('2026-03-18');
  });
});
