import { expect } from 'chai';

import type { BillingApi } from '../../../src/api/billing-api.js';
import type { Clock } from '../../../src/api/clock.js';
import { addDays } from '../../../src/billing/dates.js';
import { compose } from '../../../src/engines/compose.js';
import { kore } from '../../../src/engines/kore.js';
import type { KoreOptions } from '../../../src/engines/kore.js';
import { errorOf, reasonOf } from '../../api/support/outcome.js';
import { evidenceOf, verifyAbsent } from '../support/evidence.js';
import { clockAt, servedOver } from '../support/served.js';
import type { ServedEngine } from '../support/served.js';
import { FakeKore } from '../../../mocks/vendors/kore/fake-kore.js';

const options: KoreOptions = {
  token: 'jwt-of-the-test',
  baseUrl: 'https://kore.test',
  bot: 'st-1',
  currency: 'USD',
  records: { dateOrder: 'day-month', timeZone: 'Asia/Kolkata' },
};
const days = { meter: 'sessions', granularity: 'day' } as const;
const months = { meter: 'sessions', granularity: 'month' } as const;

/** Waits pass at once, and time with them; what ends a call that hangs never comes. */
function hurriedClock(instant: string): Clock {
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

describe('Kore.ai, over a stand-in made from its documentation', () => {
  const evidence = evidenceOf('kore', 'fake', 'usage');
  let clock: Clock;
  let fake: FakeKore;
  let served: ServedEngine;
  let api: BillingApi;
  const engine = (more: Partial<KoreOptions> = {}): BillingApi =>
    kore({ ...options, clock, fetch: fake.fetch, ...more });

  beforeEach(() => {
    clock = hurriedClock('2026-03-18T15:30:00.000Z');
    fake = new FakeKore(clock.now);
    served = servedOver(engine());
    api = evidence.over(served.api);
  });
  afterEach(() => {
    expect(served.faults).to.deep.equal([]);
    expect(served.failures).to.deep.equal([]);
  });

  it('tells five meters of fixed zone, and offers nothing to do', async () => {
    const account = await api.account();
    expect(account).to.deep.include({ id: 'st-1', timeZone: 'UTC', slots: [], can: {} });
    expect(account.meters.map(({ id, timeZones }) => `${id} ${timeZones}`)).to.deep.equal([
      'sessions fixed',
      'conversations fixed',
      'requests fixed',
      'alert_notifications fixed',
      'proactive_notifications fixed',
    ]);
    expect(account.meters[0]?.records?.columns).to.have.lengthOf(11);
    expect(account.meters[1]).to.not.have.property('records');
  });

  it('counts days of UTC, whatever zone is asked for, and asks until they are counted', async () => {
    fake.counts.set('2026-03-16', 0).set('2026-03-18', 7);
    fake.pollsToWait = 3;
    const query = { ...days, timeZone: 'Asia/Tokyo', from: '2026-03-15', to: '2026-03-20' };
    const series = await api.usage(query);
    expect(series.timeZone).to.equal('UTC');
    expect(series.buckets).to.deep.equal([
      { start: '2026-03-15', value: '1', partial: false },
      { start: '2026-03-16', value: '0', partial: false },
      { start: '2026-03-17', value: '1', partial: false },
      { start: '2026-03-18', value: '7', partial: true },
      { start: '2026-03-19', value: '0', partial: true },
    ]);
    expect(fake.questions).to.deep.equal([
      {
        fromDate: '2026-03-15T00:00:00.000Z',
        toDate: '2026-03-18T15:29:59.999Z',
        unitType: ['session'],
        groupByBot: 'no',
        groupByPeriod: 'date_day',
      },
    ]);
  });

  it('splits six months into three queries, and days at ninety', async () => {
    fake.counts.set('2025-12-01', 760);
    const half = await api.usage({ ...months, from: '2025-10-01', to: '2026-04-01' });
    expect(half.buckets.map(({ value }) => value)).to.deep.equal(['1', '1', '760', '1', '1', '1']);
    const ranges = () =>
      fake.questions.map(
        ({ fromDate, toDate }) => `${fromDate.slice(0, 10)} ${toDate.slice(0, 10)}`,
      );
    expect(ranges()).to.deep.equal([
      '2025-10-01 2025-11-30',
      '2025-12-01 2026-01-31',
      '2026-02-01 2026-03-18',
    ]);
    fake.questions.length = 0;
    const year = await api.usage({ ...days, from: '2025-09-01', to: '2026-01-01' });
    expect(year.buckets).to.have.lengthOf(122);
    expect(ranges()).to.deep.equal(['2025-09-01 2025-11-29', '2025-11-30 2025-12-31']);
  });

  it('asks for one thing at a time, so that nobody gets the answer of another', async () => {
    fake.counts.set('2026-03-01', 3).set('2026-02-01', 2);
    const [a, b, failed] = await Promise.all([
      api.usage({ ...days, from: '2026-03-01', to: '2026-03-02' }),
      engine().usage({ ...days, from: '2026-02-01', to: '2026-02-02' }),
      errorOf(api.usage({ ...days, meter: 'unknown', from: '2026-02-01', to: '2026-02-02' })),
    ]);
    expect([a.total, b.total]).to.deep.equal(['3', '2']);
    expect(failed.code).to.equal('invalid_request');
    const posts = fake.requests.map(({ method }) => method).join(' ');
    expect(posts).to.equal('POST GET GET POST GET GET');
  });

  it('takes no answer to the question of another process for its own', async () => {
    const asked = { ...days, from: '2026-03-01', to: '2026-03-05' };
    const base = { unitType: ['session'], groupByPeriod: 'date_day' } as const;
    const others = [
      { ...base, fromDate: '2026-01-01', toDate: '2026-01-05' },
      { ...base, fromDate: '2026-03-01', toDate: '2026-03-05' },
      { ...base, fromDate: '2026-03-02', toDate: '2026-03-03' },
      { ...base, unitType: ['alert'], fromDate: '2026-03-01', toDate: '2026-03-04' },
    ];
    for (const other of others) {
      fake.intruder = other;
      expect((await errorOf(engine().usage(asked))).code).to.equal('upstream_unavailable');
    }
    fake.intruder = {
      ...base,
      groupByPeriod: 'date_day',
      fromDate: '2026-03-01',
      toDate: '2026-03-04',
    };
    const month = engine().usage({ ...months, from: '2026-03-01', to: '2026-04-01' });
    expect((await errorOf(month)).code).to.equal('upstream_unavailable');
  });

  it('takes a missing day for one without use only where the answer is named as the question was', async () => {
    fake.counts.set('2026-03-02', 0);
    fake.isSparse = true;
    const asked = { ...days, from: '2026-03-01', to: '2026-03-04' };
    expect((await errorOf(engine().usage(asked))).code).to.equal('upstream_unavailable');
    fake.answerId = 'ds-1';
    expect((await api.usage(asked)).buckets.map(({ value }) => value)).to.deep.equal([
      '1',
      '0',
      '1',
    ]);
  });

  it('waits on where the answer is older than the question', async () => {
    fake.staleAnswers = 2;
    const series = await api.usage({ ...days, from: '2026-03-01', to: '2026-03-03' });
    expect(series.total).to.equal('2');
  });

  it('gives up on a summary that fails or never comes, and when the asker leaves', async () => {
    const asked = { ...days, from: '2026-03-01', to: '2026-03-03' };
    fake.pollsToWait = Infinity;
    expect((await errorOf(engine().usage(asked))).code).to.equal('upstream_unavailable');
    fake.pollsToWait = 0;
    fake.status = 'FAILED';
    expect((await errorOf(engine().usage(asked))).code).to.equal('upstream_unavailable');
    fake.status = 'success';
    const left = new Error('left');
    const signal = AbortSignal.abort(left);
    expect(await reasonOf(engine().usage(asked, { signal }))).to.equal(left);
    expect((await api.usage(asked)).total).to.equal('2');
  });

  it('takes the one bot out of what the admin console answers', async () => {
    const admin = engine({ scope: 'admin', groupKey: 'groupByApp' });
    const asked = { ...days, from: '2026-03-01', to: '2026-03-03' };
    fake.bots = ['st-2', 'st-1'];
    expect((await admin.usage(asked)).total).to.equal('2');
    expect(fake.questions[0]).to.deep.include({ streamIds: ['st-1'], groupByApp: 'yes' });
    expect(fake.requests[0]?.url.pathname).to.equal('/api/public/bots/billingsessionsummary');
    fake.bots = ['st-2'];
    expect((await errorOf(admin.usage(asked))).code).to.equal('upstream_unavailable');
  });

  it('hands out billing sessions oldest first, with the instants that the host says they mean', async () => {
    fake.atOnce = 2;
    fake.sessions = [
      { id: 'b3', start: '18-03-2026 1:00:00 am', at: '2026-03-17T19:30:00.000Z' },
      { id: 'b1', start: '17-03-2026 12:05:03 pm', at: '2026-03-17T06:35:03.000Z' },
      { id: 'b2', start: '17-03-2026 2:05:03 pm', at: '2026-03-17T08:35:03.000Z' },
      { id: 'b4', start: '2026-03-18T05:00:00Z', at: '2026-03-18T05:00:00.000Z' },
    ];
    const range = { meter: 'sessions', from: '2026-03-17', to: '2026-03-19', limit: 2 };
    const first = await api.usageRecords(range);
    expect(first.items.map(({ id, at }) => [id, at])).to.deep.equal([
      ['b1', '2026-03-17T06:35:03.000Z'],
      ['b2', '2026-03-17T08:35:03.000Z'],
    ]);
    expect(first.items[0]).to.deep.include({ quantity: '1' });
    expect(first.items[0]?.values).to.include({
      channelUserId: '+14155550123',
      billingSessionStartDateTime: '2026-03-17T06:35:03.000Z',
      koreUserId: null,
    });
    const second = await api.usageRecords({ ...range, cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ id }) => id)).to.deep.equal(['b3', 'b4']);
    expect(second.nextCursor).to.equal(null);
  });

  it('never guesses what a date means', async () => {
    fake.sessions = [{ id: 'b1', start: '17-03-2026 2:05:03 pm', at: '2026-03-17T08:35:03.000Z' }];
    const range = { meter: 'sessions', from: '2026-03-17', to: '2026-03-18' };
    const swapped = engine({ records: { dateOrder: 'month-day', timeZone: 'UTC' } });
    expect((await errorOf(swapped.usageRecords(range))).code).to.equal('upstream_unavailable');
    const { records: _, ...without } = options;
    const bare = kore({ ...without, clock, fetch: fake.fetch });
    expect((await errorOf(bare.usageRecords(range))).code).to.equal('not_supported');
    expect((await bare.account()).meters[0]).to.not.have.property('records');
  });

  it('signs each request anew where the host does, and says nothing of it', async () => {
    let signed = 0;
    const token = async (): Promise<string> => {
      signed += 1;
      return 'jwt-of-the-test';
    };
    await engine({ token }).usage({ ...days, from: '2026-03-01', to: '2026-03-03' });
    expect(signed).to.equal(3);
    const failed = engine({
      token: () => 'jwt-that-is-old',
      fetch: async () => new Response('bad jwt-that-is-old', { status: 401 }),
    });
    const error = await errorOf(
      failed.usage({ ...days, from: '2026-03-01', to: addDays('2026-03-01', 1) }),
    );
    expect(error.code).to.equal('upstream_unavailable');
    expect(JSON.stringify([error, error.cause])).to.not.contain('jwt-that-is-old');
  });

  it('gives usage to a billing whose plans come from elsewhere', async () => {
    const whole = compose({
      account: { account: async () => ({ ...(await engine().account()), name: 'Acme' }) },
      usage: engine(),
    });
    const account = await whole.account();
    expect([account.name, account.meters.length]).to.deep.equal(['Acme', 5]);
    expect((await whole.usage({ ...days, from: '2026-03-01', to: '2026-03-03' })).total).to.equal(
      '2',
    );
  });

  it('keeps what was seen', () => {
    evidence.verify();
  });

  it('leaves out of the account what it does not have', async () => {
    await verifyAbsent('kore', engine());
  });
});
