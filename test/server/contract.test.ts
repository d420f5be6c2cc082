import { expect } from 'chai';

import { worlds } from '../../mocks/worlds/index.js';
import { addDays } from '../../src/billing/dates.js';
import { addDecimals, sumDecimals } from '../../src/billing/decimal.js';
import type { UsageQuery } from '../../src/billing/types.js';
import { contract, failureOf, issueOf, transports, violations } from '../support/transports.js';
import type { Transport } from '../support/transports.js';

const worldNames = Object.values(worlds).map(({ name }) => name);
const march: UsageQuery = {
  meter: 'sessions',
  granularity: 'day',
  from: '2026-03-01',
  to: '2026-04-01',
};

for (const [name, open] of Object.entries(transports)) {
  describe(`The contract's reads, over ${name}`, () => {
    let transport: Transport;
    const api = (account = 'standard') => transport.api(account);

    beforeEach(async () => {
      violations.length = 0;
      transport = await open();
    });
    afterEach(async () => {
      await transport.close();
      expect(violations).to.eql([]);
    });

    for (const world of worldNames) {
      it(`answers every read of ${world} in the shape that is written`, async () => {
        const client = api(world);
        const month = { ...march, granularity: 'month', groupBy: 'channel' } as const;
        const reads: readonly (readonly [string, () => Promise<unknown>])[] = [
          ['getAccount', () => client.account()],
          ['getSubscription', () => client.subscription('plan')],
          ['getSubscription', () => client.subscription('support')],
          ['listPlans', () => client.plans('plan')],
          ['listPlans', () => client.plans('support')],
          ['listBalances', () => client.balances()],
          ['queryUsage', () => client.usage(march)],
          ['queryUsage', () => client.usage(month)],
          ['listUsageRecords', () => client.usageRecords({ ...march, limit: 50 })],
          ['listPaymentOptions', () => client.paymentOptions({ purpose: 'top_up' })],
        ];
        const invoices = () => client.invoices({ limit: 50 });
        // A contract account may not see them, which is a test of its own.
        const all =
          world === 'enterprise' ? reads : [...reads, ['listInvoices', invoices] as const];
        for (const [operation, read] of all) {
          const answer = await read();
          expect(contract.faultsOf(operation, answer), operation).to.eql([]);
          expect(answer).not.to.have.property('setAside');
        }
      });
    }

    it('says the same as the engine behind it', async () => {
      const [client, engine] = [api(), transport.backend.engine('standard')];
      expect(await client.account()).to.eql(await engine.account());
      expect(await client.balances()).to.eql(await engine.balances());
      expect(await client.usage(march)).to.eql(await engine.usage(march));
      const page = { ...march, limit: 7 };
      expect(await client.usageRecords(page)).to.eql(await engine.usageRecords(page));
      expect(await client.invoices({})).to.eql(await engine.invoices({}));
      expect(await client.subscription('support')).to.eql(await engine.subscription('support'));
    });

    it('gives one bucket for each day of a half-open range, without gaps', async () => {
      const { buckets, from, to, total } = await api().usage(march);
      expect([from, to]).to.eql(['2026-03-01', '2026-04-01']);
      expect(buckets.map(({ start }) => start)).to.eql(
        Array.from({ length: 31 }, (_, day) => addDays('2026-03-01', day)),
      );
      expect(sumDecimals(buckets.map(({ value }) => value))).to.equal(total);
    });

    it('names the zone that it really counted in', async () => {
      const inKolkata = { ...march, timeZone: 'Asia/Kolkata' };
      const left = await api().usage(march);
      const asked = await api().usage(inKolkata);
      const fixed = await api().usage({ ...inKolkata, meter: 'conversations' });
      expect([left.timeZone, asked.timeZone, fixed.timeZone]).to.eql([
        'America/New_York',
        'Asia/Kolkata',
        'America/New_York',
      ]);
      expect((await api().usageRecords(inKolkata)).timeZone).to.equal('Asia/Kolkata');
    });

    it('adds the groups of each bucket up to its value', async () => {
      const { buckets } = await api().usage({ ...march, groupBy: 'channel' });
      for (const { groups, value } of buckets) {
        expect(sumDecimals(Object.values(groups ?? {}))).to.equal(value);
      }
    });

    it('pages through the rows of a range in order, once each, up to its total', async () => {
      const ids: string[] = [];
      const times: number[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await api().usageRecords({
          ...march,
          limit: 250,
          ...(typeof cursor === 'string' && { cursor }),
        });
        expect(page.total).to.equal(601);
        ids.push(...page.items.map(({ id }) => id));
        times.push(...page.items.map(({ at }) => Date.parse(at)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(ids).size).to.equal(601);
      expect(times).to.eql([...times].sort((a, b) => a - b));
    });

    it('pages through the invoices in both directions', async () => {
      for (const order of ['desc', 'asc'] as const) {
        const dates: string[] = [];
        let cursor: string | null | undefined;
        do {
          const page = await api().invoices({
            order,
            limit: 5,
            ...(typeof cursor === 'string' && { cursor }),
          });
          expect(page.items.length).to.be.at.most(5);
          dates.push(...page.items.map(({ date }) => date));
          cursor = page.nextCursor;
        } while (cursor !== null);
        const rising = [...dates].sort();
        expect(dates).to.eql(order === 'asc' ? rising : rising.reverse());
        expect(dates).to.have.length(12);
      }
    });

    it('answers a lone invoice with lines and taxes that add up', async () => {
      for (const [account, id] of [
        ['past-due', 'inv-2026-0007'],
        ['standard', 'inv-2025-0029'],
        ['standard', 'upcoming'],
        ['huge', 'inv-004711'],
      ] as const) {
        const invoice = await api(account).invoice(id);
        expect(contract.faultsOf('getInvoice', invoice)).to.eql([]);
        const lines = sumDecimals(invoice.lines.map(({ amount }) => amount.amount));
        const taxes = sumDecimals((invoice.taxes ?? []).map(({ amount }) => amount.amount));
        expect(lines).to.equal(invoice.subtotal?.amount);
        expect(addDecimals(lines, taxes)).to.equal(invoice.total.amount);
      }
    });

    it("hands the invoice's file over whole", async () => {
      const pdf = await api().invoicePdf('inv-2025-0029');
      const text = pdf.kind === 'file' ? await pdf.file.text() : '';
      expect(text.startsWith('%PDF-')).to.equal(true);
      expect(text.trimEnd().endsWith('%%EOF')).to.equal(true);
      expect((await failureOf(api().invoicePdf('upcoming'))).code).to.equal('not_supported');
    });

    const refusedQueries: readonly (readonly [string, Partial<UsageQuery>, string])[] = [
      ['an unknown meter', { meter: 'pigeons' }, 'meter'],
      ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
      ['an end before the start', { to: '2026-03-01' }, 'to'],
      ['a date that does not exist', { from: '2026-02-30' }, 'from'],
      ['a day more than may be asked for', { from: '2025-03-01', to: '2026-03-03' }, 'to'],
      ['half a month', { granularity: 'month', from: '2026-03-02' }, 'from'],
      ['an unknown dimension', { groupBy: 'mood' }, 'groupBy'],
    ];
    for (const [what, query, parameter] of refusedQueries) {
      it(`refuses ${what}, and says which parameter it is`, async () => {
        const error = await failureOf(api().usage({ ...march, ...query }));
        expect([error.status, error.code, issueOf(error)]).to.eql([
          400,
          'invalid_request',
          parameter,
        ]);
      });
    }

    it('serves as many days as the meter allows', async () => {
      const { buckets } = await api().usage({ ...march, from: '2025-03-01', to: '2026-03-02' });
      expect(buckets).to.have.length(366);
    });

    it('refuses a cursor of another range', async () => {
      const { nextCursor } = await api().usageRecords({ ...march, limit: 5 });
      const error = await failureOf(
        api().usageRecords({ ...march, from: '2026-03-02', cursor: nextCursor ?? '' }),
      );
      expect([error.status, issueOf(error)]).to.eql([400, 'cursor']);
    });

    it('knows no rows of a meter that has none', async () => {
      const error = await failureOf(api().usageRecords({ ...march, meter: 'conversations' }));
      expect(error.code).to.equal('not_supported');
    });

    it('does not know what is not there', async () => {
      expect((await failureOf(api().invoice('inv-1999-0001'))).status).to.equal(404);
      expect((await failureOf(api().operation('op_999999'))).status).to.equal(404);
    });

    it('refuses the invoices of a contract account', async () => {
      const error = await failureOf(api('enterprise').invoices({}));
      expect([error.status, error.code]).to.eql([403, 'forbidden']);
    });
  });
}
