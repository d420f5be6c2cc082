import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';

import { expect } from 'chai';
import { vi } from 'vitest';

import { postgresBackend } from '../../mocks/demo-backends/postgres.js';
import { createHttpClient } from '../../src/api/http-client.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { runConformance } from '../../src/conformance/index.js';
import { itKeepsTenantsApart } from '../support/tenants/matrix.js';
import { failureOf } from '../support/transports.js';
import { install } from './support/example.js';
import type { Example, Running } from './support/example.js';
import type {
  BalancesModule,
  Charge,
  Host,
  HostModule,
  Payments,
} from './support/postgres-host.js';
import { notingProvider, postgresTenants } from './support/postgres-tenants.js';

const madeUp = 'made-up';

describe('The host on Postgres', () => {
  let example: Example | undefined;
  let server: Running | undefined;
  const address = () => `${server?.origin}/api/billing`;

  beforeAll(async () => {
    example = await install('host-postgres');
    server = await example.start('start');
  });

  afterAll(async () => {
    await server?.close();
    example?.remove();
  });

  const logOn = (
    email: string,
    password = madeUp,
    origin = server?.origin ?? '',
  ): Promise<Response> =>
    fetch(`${origin}/session`, {
      method: 'POST',
      body: new URLSearchParams({ email, password }),
    });

  async function cookieOf(email: string, origin?: string): Promise<string> {
    const [cookie = ''] = (await logOn(email, madeUp, origin)).headers.getSetCookie();
    return cookie.split(';', 1)[0] ?? '';
  }

  async function apiOf(email: string, origin = server?.origin): Promise<BillingApi> {
    const Cookie = await cookieOf(email, origin);
    const withCookie: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Cookie', Cookie);
      return fetch(input, { ...init, headers });
    };
    return createHttpClient({ apiBase: `${origin}/api/billing`, fetch: withCookie });
  }

  const wanda = 'wanda@lighthouse.example';
  const tama = 'tama@tideline.example';
  const fresh = () => ({ idempotencyKey: `a-test-${crypto.randomUUID()}` });
  const reload = { optionId: 'pack_100', paymentOptionId: 'card' };

  it('keeps every clause of the contract for both tenants, writes included', async () => {
    for (const email of [wanda, tama]) {
      const headers = { Cookie: await cookieOf(email) };
      const report = await runConformance({ baseUrl: address(), headers, writes: true });
      expect(report.results.filter(({ outcome }) => outcome === 'failed')).to.eql([]);
      expect(report.passed).to.be.above(50);
    }
  });

  it('lets in who knows the password, until they log off', async () => {
    expect((await logOn(wanda, 'guessed')).status).to.equal(403);
    expect((await logOn('nobody@lighthouse.example')).status).to.equal(403);
    const Cookie = await cookieOf(wanda);
    const ask = async () => (await fetch(`${address()}/account`, { headers: { Cookie } })).status;
    expect(await ask()).to.equal(200);
    await fetch(`${server?.origin}/session`, { method: 'DELETE', headers: { Cookie } });
    expect(await ask()).to.equal(401);
  });

  it('shows nobody what the other tenant has', async () => {
    const [ours, theirs] = [await apiOf(wanda), await apiOf(tama)];
    const [invoice] = (await theirs.invoices({})).items;
    const { id } = await theirs.topUp('credits', reload, fresh());
    expect((await failureOf(ours.invoice(invoice?.id ?? ''))).status).to.equal(404);
    expect((await failureOf(ours.payInvoice(invoice?.id ?? '', {}, fresh()))).status).to.equal(404);
    expect((await failureOf(ours.operation(id))).status).to.equal(404);
    expect((await ours.account()).id).to.equal('acc_lighthouse');
  });

  it('lets a viewer look, and not act', async () => {
    const viewer = await apiOf('viktor@lighthouse.example');
    expect((await viewer.account()).can.topUp).to.eql({ allowed: false, reason: 'no_permission' });
    expect((await viewer.invoices({})).items).not.to.eql([]);
    expect((await failureOf(viewer.topUp('credits', reload, fresh()))).status).to.equal(403);
  });

  it('charges once, however many send the same confirmation at the same time', async () => {
    const api = await apiOf(wanda);
    const remaining = async () => Number((await api.balances()).items[0]?.remaining);
    const before = await remaining();
    const key = fresh();
    const sent = Array.from({ length: 8 }, () => api.topUp('credits', reload, key));
    const ids = new Set((await Promise.all(sent)).map(({ id }) => id));
    expect([ids.size, await remaining()]).to.eql([1, before + 100]);
  });

  it('counts the days of any zone, a day of the change of clocks as well', async () => {
    const api = await apiOf(wanda);
    const range = { from: '2026-10-24', to: '2026-10-27' };
    const ask = {
      meter: 'letters',
      granularity: 'day',
      timeZone: 'Europe/Berlin',
      ...range,
    } as const;
    const { buckets } = await api.usage(ask);
    const { items } = await api.usageRecords({
      meter: 'letters',
      timeZone: 'Europe/Berlin',
      ...range,
    });
    const sum = items.reduce((total, { quantity }) => total + Number(quantity), 0);
    expect(buckets.reduce((total, { value }) => total + Number(value), 0)).to.equal(sum);
    expect(buckets).to.have.length(3);
  });

  const load = (name: string): Promise<unknown> =>
    import(/* @vite-ignore */ `${example?.folder}/${basename(name)}`);

  describe('with a provider that notes what it is asked for', () => {
    let host: Host;
    let api: BillingApi;
    let charges: Charge[];
    let accepts: boolean;
    const payments: Payments = {
      charge: (_account, charge) => {
        charges.push(charge);
        return Promise.resolve(accepts);
      },
      page: () => 'https://provider.test/pay',
    };

    beforeAll(async () => {
      const { startHost } = (await load('host.js')) as HostModule;
      host = await startHost(0, payments);
    });

    afterAll(() => host.close());

    beforeEach(async () => {
      [charges, accepts] = [[], true];
      await host.startOver();
      api = await apiOf(wanda, host.origin);
    });

    const remaining = async () => (await api.balances()).items[0]?.remaining;

    it('charges an invoice, which stays open where the card is declined', async () => {
      const [{ id, total } = { id: '', total: undefined }] = (
        await api.invoices({ status: 'open' })
      ).items;
      accepts = false;
      const declined = await api.payInvoice(id, {}, fresh());
      expect([declined.status, (await api.invoice(id)).status]).to.eql(['failed', 'open']);
      accepts = true;
      const paid = await api.payInvoice(id, { paymentOptionId: 'card' }, fresh());
      expect([paid.status, (await api.invoice(id)).status]).to.eql(['completed', 'paid']);
      expect(charges.map(({ amount }) => amount)).to.eql([total?.amount, total?.amount]);
      expect((await failureOf(api.payInvoice(id, {}, fresh()))).status).to.equal(409);
    });

    it('sells on a page and by transfer credits alone', async () => {
      const ways = async (purpose: 'plan' | 'support' | 'top_up' | 'invoice') =>
        (await api.paymentOptions({ purpose })).items.map(({ id }) => id);
      expect(await ways('top_up')).to.eql(['card', 'paypal', 'wire']);
      for (const purpose of ['plan', 'support', 'invoice'] as const) {
        expect(await ways(purpose), purpose).to.eql(['card']);
      }
      const [invoice] = (await api.invoices({ status: 'open' })).items;
      const wire = { paymentOptionId: 'wire' };
      for (const refused of [
        () => api.payInvoice(invoice?.id ?? '', wire, fresh()),
        () => api.changePlan('plan', { planId: 'advanced', when: 'now', ...wire }, fresh()),
        () => api.changePlan('plan', { planId: 'advanced', when: 'period_end', ...wire }, fresh()),
      ]) {
        const { problem, status } = await failureOf(refused());
        expect([status, problem?.errors?.[0]?.pointer]).to.eql([422, '/paymentOptionId']);
      }
      expect(charges).to.eql([]);
    });

    it('reloads by what was charged, and nobody who has no card', async () => {
      const { use } = (await load('balances.js')) as BalancesModule;
      await api.setAutoTopUp('credits', { enabled: true, threshold: '180.00' });
      accepts = false;
      await use(host.database, payments, 'acc_lighthouse', 50);
      expect(await remaining()).to.equal('174.60');
      accepts = true;
      await use(host.database, payments, 'acc_lighthouse', 5);
      expect(await remaining()).to.equal('273.60');
      expect(charges).to.eql([
        { amount: '100.00', key: 'reload_1' },
        { amount: '100.00', key: 'reload_2' },
      ]);
      await host.database.query('UPDATE accounts SET card = NULL');
      await use(host.database, payments, 'acc_lighthouse', 500);
      expect([await remaining(), charges.length]).to.eql(['173.60', 2]);
    });

    it('has one key for a confirmation, also where its commit was lost', async () => {
      await host.database.query(
        `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql
           AS $$ BEGIN RAISE EXCEPTION 'The commit is lost.'; END $$;
         CREATE CONSTRAINT TRIGGER lost AFTER INSERT ON operations
           DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lose()`,
      );
      const log = vi.spyOn(console, 'error').mockReturnValue();
      const key = fresh();
      expect((await failureOf(api.topUp('credits', reload, key))).status).to.equal(500);
      log.mockRestore();
      await host.database.query('DROP TRIGGER lost ON operations');
      expect((await api.topUp('credits', reload, key)).status).to.equal('completed');
      expect(charges.length).to.be.above(1);
      expect(new Set(charges.map((charge) => charge.key))).to.eql(new Set([key.idempotencyKey]));
      expect(await remaining()).to.equal('284.60');
    });

    it('takes whole cents within the bounds, for a purchase as for a reload', async () => {
      for (const amount of ['5.005', '4.99', '2000.01', '2000.000000000000000001', '-100.00']) {
        const sum = { amount: { amount, currency: 'USD' } };
        const bought = await failureOf(api.topUp('credits', sum, fresh()));
        const wished = await failureOf(api.setAutoTopUp('credits', { enabled: true, ...sum }));
        expect([bought.status, wished.status], amount).to.eql([422, 422]);
      }
      const sum = { amount: { amount: '5.01', currency: 'USD' } };
      expect((await api.topUp('credits', sum, fresh())).status).to.equal('completed');
      expect(charges.map(({ amount }) => amount)).to.eql(['5.01']);
    });

    it('is played by the demo for one tenant, and for nobody where there is none', async () => {
      const backend = await postgresBackend({ load, provider: () => 'http://127.0.0.1:1' });
      try {
        const demoOf = (account: string) =>
          createHttpClient({
            apiBase: `http://127.0.0.1:2/api/billing/accounts/${account}`,
            fetch: (input, init) => backend.handle(new Request(input, init)),
          });
        const [ours, theirs] = [demoOf('standard'), demoOf('huge')];
        const wire = { optionId: 'pack_100', paymentOptionId: 'wire' };
        const [mine, other] = [
          await ours.topUp('credits', wire, fresh()),
          await theirs.topUp('credits', wire, fresh()),
        ];
        for (const scene of ['use-sessions', 'clear-transfers']) await backend.play('empty', scene);
        expect((await ours.operation(mine.id)).status).to.equal('pending');
        await backend.play('standard', 'clear-transfers');
        expect((await ours.operation(mine.id)).status).to.equal('completed');
        expect((await theirs.operation(other.id)).status).to.equal('pending');
      } finally {
        await backend.close?.();
      }
    });
  });

  describe('of whose tenants each is logged on', () => {
    const provider = notingProvider();
    let host: Host | undefined;

    afterAll(() => host?.close());

    itKeepsTenantsApart({
      open: async () => {
        const { startHost } = (await load('host.js')) as HostModule;
        host ??= await startHost(0, provider);
        return postgresTenants(host, provider.charged);
      },
      isExact: false,
    });
  });

  it('leaves no server and no folder behind', async () => {
    await server?.close();
    server = undefined;
    await vi.waitFor(
      () => {
        const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
        expect(running).not.to.contain('billing-postgres-');
        const left = readdirSync(tmpdir()).filter((name) => name.startsWith('billing-postgres-'));
        expect(left).to.eql([]);
      },
      { timeout: 30_000, interval: 200 },
    );
  });
});
