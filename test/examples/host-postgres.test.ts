import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { expect } from 'chai';
import { vi } from 'vitest';

import { createHttpClient } from '../../src/api/http-client.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { runConformance } from '../../src/conformance/index.js';
import { failureOf } from '../support/transports.js';
import { install } from './support/example.js';
import type { Example, Running } from './support/example.js';

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

  const logOn = (email: string, password = madeUp): Promise<Response> =>
    fetch(`${server?.origin}/session`, {
      method: 'POST',
      body: new URLSearchParams({ email, password }),
    });

  async function cookieOf(email: string): Promise<string> {
    const [cookie = ''] = (await logOn(email)).headers.getSetCookie();
    return cookie.split(';', 1)[0] ?? '';
  }

  async function apiOf(email: string): Promise<BillingApi> {
    const Cookie = await cookieOf(email);
    const withCookie: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Cookie', Cookie);
      return fetch(input, { ...init, headers });
    };
    return createHttpClient({ apiBase: address(), fetch: withCookie });
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
