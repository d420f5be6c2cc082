import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import { unitsAvailable } from '../../src/billing/balances.js';
import { sumDecimals } from '../../src/billing/decimal.js';
import type { Balance, UsageQuery } from '../../src/billing/types.js';

const engine = (world: WorldName) => createMemoryEngine({ world });
const halfYear: UsageQuery = {
  meter: 'sessions',
  granularity: 'month',
  from: '2025-10-01',
  to: '2026-04-01',
};

async function balance(world: WorldName, kind: Balance['kind']): Promise<Balance> {
  const { items } = await engine(world).balances();
  const found = items.find((item) => item.kind === kind);
  if (!found) throw new Error(`${world} has no ${kind}.`);
  return found;
}

const reasons = async (world: WorldName) => {
  const { can } = await engine(world).account();
  return Object.fromEntries(
    Object.entries(can).map(([action, { allowed, reason }]) => [action, allowed || reason]),
  );
};

describe('The standard world', () => {
  it('was used as much as the story says, month by month', async () => {
    const { asOf, buckets, total } = await engine('standard').usage(halfYear);
    expect(buckets.map(({ value }) => value)).to.eql(['722', '761', '760', '862', '871', '601']);
    expect(buckets.map(({ partial }) => partial)).to.eql([false, false, false, false, false, true]);
    expect([total, asOf]).to.eql(['4577', '2026-03-18T15:00:00Z']);
  });

  it('counts weekends at about a third of weekdays', async () => {
    const { buckets } = await engine('standard').usage({
      ...halfYear,
      granularity: 'day',
      from: '2026-02-02',
      to: '2026-03-02',
    });
    const values = buckets.map(({ value }) => Number(value));
    const isWeekend = (index: number) => index % 7 >= 5;
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const ratio =
      mean(values.filter((_, index) => isWeekend(index))) /
      mean(values.filter((_, index) => !isWeekend(index)));
    expect(ratio).to.be.within(0.28, 0.39);
  });

  it('is used through its channels in their shares', async () => {
    const { buckets, total = '0' } = await engine('standard').usage({
      ...halfYear,
      groupBy: 'channel',
    });
    const share = (channel: string) => {
      const sessions = sumDecimals(buckets.map(({ groups }) => groups?.[channel] ?? '0'));
      return [channel, Math.round((Number(sessions) / Number(total)) * 100)];
    };
    expect(Object.keys(buckets[0]?.groups ?? {}).map(share)).to.eql([
      ['Web and mobile client', 34],
      ['IVR', 18],
      ['WhatsApp', 16],
      ['Microsoft Teams', 11],
      ['Facebook', 9],
      ['Slack', 7],
      ['SMS', 3],
      ['Email', 2],
    ]);
  });

  it('has credits that add up, and pay for 923 sessions', async () => {
    const credits = await balance('standard', 'money');
    const { granted, used, remaining, status, lowAt, grants = [], topUp, autoTopUp } = credits;
    expect([granted, used, remaining, status, lowAt]).to.eql([
      '800.00',
      '615.40',
      '184.60',
      'ok',
      '50.00',
    ]);
    expect(sumDecimals(grants.map((grant) => grant.remaining))).to.equal(remaining);
    expect(grants.map(({ name, expiresAt }) => [name, expiresAt])).to.eql([
      ['Free credits', '2026-03-28T04:00:00Z'],
      ['Reload of 1 Dec 2025', undefined],
    ]);
    expect(unitsAvailable([credits], 'sessions')).to.equal('923');
    expect(topUp?.options?.map(({ units, price }) => [price.amount, units])).to.eql([
      ['100.00', '500'],
      ['250.00', '1250'],
      ['500.00', '2500'],
      ['1000.00', '5000'],
    ]);
    expect(autoTopUp?.status).to.equal('off');
  });

  it('holds its plan and its support plan', async () => {
    const plan = await engine('standard').subscription('plan');
    expect([plan.plan?.name, plan.status, plan.period, plan.renewsAt]).to.eql([
      'Standard',
      'active',
      { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z' },
      '2026-04-01T04:00:00Z',
    ]);
    const support = await engine('standard').subscription('support');
    expect([support.plan?.name, support.renewsAt]).to.eql([
      'Standard Support',
      '2026-04-05T04:00:00Z',
    ]);
  });

  it('is offered the plans, and Essential with a reason', async () => {
    const { items } = await engine('standard').plans('plan');
    expect(items.map(({ name, price, change }) => [name, price?.amount, change])).to.eql([
      ['Standard', '0.00', 'current'],
      ['Essential', '250.00', 'upgrade'],
      ['Advanced', '900.00', 'upgrade'],
      ['Enterprise', undefined, 'contact'],
    ]);
    expect(
      items.filter(({ recommended }) => recommended).map((plan) => plan.recommendedReason),
    ).to.eql(['Covers your use of the last 30 days']);
    const names = items.map(({ features = [] }) => features.map(({ name }) => name));
    expect(new Set(names.map(String)).size, 'the same features over all plans').to.equal(1);
  });

  it('lists its invoices by date and number', async () => {
    const { items } = await engine('standard').invoices({});
    expect(
      items.map(({ number, date, kind, total, status }) =>
        [number, date, kind, total.amount, status].join(' '),
      ),
    ).to.eql([
      ' 2026-04-05 support 1000.00 draft',
      'INV-2026-0009 2026-03-16 top_up 500.00 open',
      'INV-2026-0008 2026-03-05 support 1000.00 paid',
      'INV-2026-0005 2026-02-05 support 1000.00 paid',
      'INV-2026-0002 2026-01-05 support 1000.00 paid',
      'INV-2025-0031 2025-12-05 support 1000.00 paid',
      'INV-2025-0030 2025-12-02 top_up 300.00 refunded',
      'INV-2025-0029 2025-12-01 top_up 300.00 paid',
      'INV-2025-0025 2025-11-05 support 1000.00 paid',
      'INV-2025-0024 2025-11-05 support 1000.00 void',
      'INV-2025-0021 2025-10-28 top_up 200.00 paid',
      'INV-2025-0018 2025-10-01 top_up 100.00 paid',
    ]);
    const wire = items[1];
    expect([wire?.dueDate, wire?.paymentMethod, wire?.payment?.canPay]).to.eql([
      '2026-03-26',
      'Wire transfer',
      false,
    ]);
  });

  it('filters its invoices by status and by half-open dates', async () => {
    const numbers = async (query: Parameters<ReturnType<typeof engine>['invoices']>[0]) =>
      (await engine('standard').invoices(query)).items.map(({ number }) => number);
    expect(await numbers({ status: 'refunded' })).to.eql(['INV-2025-0030']);
    expect(await numbers({ from: '2025-12-01', to: '2025-12-05' })).to.eql([
      'INV-2025-0030',
      'INV-2025-0029',
    ]);
  });
});

describe('The other worlds', () => {
  it('let a contract account act through people alone', async () => {
    const permissions = await reasons('enterprise');
    expect(new Set(Object.values(permissions))).to.eql(new Set(['contact_support']));
    expect(permissions).not.to.have.property('payInvoice');
    expect((await engine('enterprise').subscription('plan')).plan?.price).to.equal(null);
    const { granted, remaining, resetsAt, topUp } = await balance('enterprise', 'allowance');
    expect([remaining, granted, resetsAt, topUp]).to.eql([
      '181204',
      '250000',
      '2027-01-01T05:00:00Z',
      undefined,
    ]);
  });

  it('try it out for fourteen days', async () => {
    const { plan, status, trialEndsAt, renewsAt } = await engine('trial').subscription('plan');
    expect([plan?.name, status, trialEndsAt, renewsAt]).to.eql([
      'Trial',
      'trialing',
      '2026-03-23T04:00:00Z',
      null,
    ]);
    expect((await engine('trial').subscription('support')).status).to.equal('none');
    const { granted, remaining } = await balance('trial', 'allowance');
    expect([remaining, granted]).to.eql(['1614', '2000']);
    expect((await engine('trial').usage(halfYear)).total).to.equal('386');
    expect(await reasons('trial'))
      .to.include({ changePlan: true })
      .and.not.have.property('topUp');
  });

  it('owe money, with nothing left and an automatic reload that fails', async () => {
    expect((await engine('past-due').subscription('plan')).status).to.equal('past_due');
    const { remaining, granted } = await balance('past-due', 'allowance');
    const credits = await balance('past-due', 'money');
    expect([remaining, granted]).to.eql(['0', '1500']);
    expect([credits.remaining, credits.status]).to.eql(['-3.40', 'exhausted']);
    expect(credits.autoTopUp).to.include({ status: 'failing', reason: 'payment_failed' });
    const { items } = await engine('past-due').invoices({});
    expect(items.map(({ number, status, total }) => [number, status, total.amount])).to.eql([
      ['INV-2026-0007', 'past_due', '270.63'],
      ['INV-2025-0011', 'uncollectible', '41.40'],
    ]);
    expect(items[0]?.payment).to.eql({
      failed: true,
      nextAttemptAt: '2026-03-21T04:00:00Z',
      canPay: true,
    });
    expect(await reasons('past-due')).to.include({ changePlan: 'past_due', payInvoice: true });
  });

  it('give who pays the basic support plan, which cannot be cancelled', async () => {
    const { plan, renewsAt, status } = await engine('past-due').subscription('support');
    expect([plan?.name, plan?.price?.amount, status, renewsAt]).to.eql([
      'Basic',
      '0.00',
      'active',
      null,
    ]);
    expect(await reasons('past-due')).not.to.have.property('cancelSupport');
  });

  it('begin with nothing', async () => {
    const credits = await balance('empty', 'money');
    expect([credits.remaining, credits.status]).to.eql(['0.00', 'exhausted']);
    expect(credits.autoTopUp).to.include({ status: 'unavailable', reason: 'first_top_up_needed' });
    expect((await engine('empty').invoices({})).items).to.eql([]);
    expect((await engine('empty').usage(halfYear)).total).to.equal('0');
    expect((await engine('empty').subscription('support')).status).to.equal('none');
  });

  it('run low below fifty', async () => {
    const { remaining, status, granted, used } = await balance('low-balance', 'money');
    expect([remaining, granted, used, status]).to.eql(['34.20', '800.00', '765.80', 'low']);
  });

  it('hold 250,000 rows and 10,000 invoices, each once', async () => {
    const huge = engine('huge');
    const year = { meter: 'sessions', from: '2025-03-18', to: '2026-03-19' };
    const { total } = await huge.usageRecords({ ...year, limit: 1 });
    expect(total).to.equal(250_000);
    const numbers = new Set<string | null>();
    let cursor: string | null | undefined;
    do {
      const page = await huge.invoices({
        limit: 100,
        ...(typeof cursor === 'string' && { cursor }),
      });
      for (const { number } of page.items) numbers.add(number);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(numbers.size).to.equal(10_000);
    expect((await huge.account()).name).to.have.length(200);
    expect((await balance('huge', 'allowance')).remaining).to.equal(null);
    expect((await balance('huge', 'money')).remaining).to.equal('1234567.89');
  });

  it('know their own accounts by the id that they were given', async () => {
    const { id } = await createMemoryEngine({ world: 'standard', id: 'acc_1' }).account();
    expect(id).to.equal('acc_1');
  });
});

describe('A world on another day', () => {
  const november = () => Date.parse('2026-11-22T22:55:00Z');
  const moved = () => createMemoryEngine({ world: 'standard', now: november });

  it('keeps its figures, as far from today as in the story', async () => {
    const { buckets, total } = await moved().usage({
      meter: 'sessions',
      granularity: 'day',
      from: '2026-05-01',
      to: '2026-11-23',
    });
    expect(total).to.equal('4577');
    expect(buckets.at(-1)).to.include({ start: '2026-11-22', partial: true });
    const [credits] = (await moved().balances()).items;
    expect(credits?.grants?.map(({ name }) => name)[1]).to.equal('Reload of 7 Aug 2026');
    expect(credits?.grants?.[0]?.expiresAt).to.equal('2026-12-02T05:00:00Z');
  });

  it('numbers its invoices upwards, in the year of their date', async () => {
    const { items } = await moved().invoices({ order: 'asc' });
    const numbers = items.flatMap(({ number }) => number ?? []);
    expect(numbers).to.eql([...numbers].sort());
    expect(new Set(numbers).size).to.equal(11);
    for (const { date, number } of items) {
      if (number) expect(number.slice(4, 8)).to.equal(date.slice(0, 4));
    }
  });

  it('puts its weekends on real ones', async () => {
    const { buckets } = await moved().usage({
      meter: 'sessions',
      granularity: 'day',
      from: '2026-11-09',
      to: '2026-11-16',
    });
    const values = buckets.map(({ value }) => Number(value));
    expect(Math.max(...values.slice(5))).to.be.below(Math.min(...values.slice(0, 5)));
  });
});
