import { expect } from 'chai';
import { vi } from 'vitest';

import { createDemoApi } from '../../mocks/demo-api.js';
import { demoEngineNamed } from '../../mocks/demo-backends/index.js';
import type { DemoSurroundings } from '../../mocks/demo-backends/demo-backend.js';
import { listen } from '../../mocks/node-server.js';
import { paymentPage } from '../../mocks/payment-page.js';
import type { Invoice, InvoiceDetail, Subscription } from '../../src/billing/types.js';

const provider = 'http://127.0.0.1:9999';
const surroundings: DemoSurroundings = {
  provider: () => provider,
  load: () => Promise.reject(new Error('No module is needed.')),
};
const origin = 'http://127.0.0.1:5173';
const base = `${origin}/api/none/billing/accounts/standard`;

interface Placed {
  readonly id: string;
  readonly status: string;
  readonly url: string;
}

/** The demo on a vendor's stand-in, as its pages reach it. */
async function opened(engine: string) {
  const backend = await demoEngineNamed(engine)(surroundings);
  const api = createDemoApi(backend);
  const get = async <Answer>(path: string): Promise<Answer> =>
    (await (await api(new Request(base + path))).json()) as Answer;
  return {
    get,
    page: paymentPage(backend.payments),
    post: async (path: string, body: object): Promise<Placed> => {
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': `a-test-${crypto.randomUUID()}`,
        'X-Requested-With': 'XMLHttpRequest',
      };
      const request = new Request(base + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await (await api(request)).json()) as Placed;
    },
    remaining: async () => {
      const { items } = await get<{ readonly items: { id: string; remaining: string }[] }>(
        '/balances',
      );
      return items[0];
    },
  };
}

describe('The word for what the demo stands on', () => {
  it('is one of those that the demo knows, or is told which these are', () => {
    expect(() => demoEngineNamed('polar')).to.throw(
      'BILLING_ENGINE=polar: the demo knows memory, postgres, stripe, lago, openmeter, kore, stripe-spec, lago-spec, openmeter-spec.',
    );
  });

  it('may name a description, and is told where that should lie if it is absent', async () => {
    vi.stubEnv('BILLING_SPECS', '/nowhere');
    const failure = await Promise.resolve(demoEngineNamed('lago-spec')(surroundings)).catch(String);
    vi.unstubAllEnvs();
    expect(failure).to.match(
      /^Error: .*nowhere.lago\.openapi\.yaml is absent: BILLING_SPECS names/,
    );
  });
});

describe("A vendor's stand-in behind the demo", () => {
  for (const [engine, optionId] of [
    ['stripe', 'pack_100.00'],
    ['lago', 'pack_100'],
  ] as const) {
    it(`sells credits of ${engine} on a page of this machine`, async () => {
      const { get, page, post, remaining } = await opened(engine);
      const credits = await remaining();
      const order = { optionId, returnUrl: `${origin}/` };
      const placed = await post(`/balances/${credits?.id ?? ''}/top-up`, order);
      expect(placed.status).to.equal('redirect');
      expect(new URL(placed.url).origin).to.equal(provider);
      const approval = { method: 'POST', body: new URLSearchParams({ step: 'approve' }) };
      expect((await page(new Request(placed.url))).status).to.equal(200);
      expect((await page(new Request(placed.url, approval))).status).to.equal(303);
      expect(await get(`/operations/${placed.id}`)).to.include({ status: 'completed' });
      expect((await remaining())?.remaining).to.equal('284.60');
    });
  }

  for (const engine of ['stripe', 'lago']) {
    it(`has the files of ${engine}'s invoices on this machine`, async () => {
      const { get, page } = await opened(engine);
      const { items } = await get<{ readonly items: { id: string }[] }>('/invoices');
      const { url } = await get<{ readonly url: string }>(`/invoices/${items[0]?.id ?? ''}/pdf`);
      expect(new URL(url).origin).to.equal(provider);
      const file = await page(new Request(url));
      expect(file.headers.get('content-type')).to.equal('application/pdf');
      expect(await file.text()).to.match(/^%PDF[^]*%%EOF\n$/);
    });
  }

  for (const engine of ['stripe', 'lago', 'openmeter', 'kore']) {
    it(`has no file of an invoice that ${engine} does not know`, async () => {
      const { get, page } = await opened(engine);
      await get('/account');
      const file = await page(new Request(`${provider}/files/standard/nope.pdf`));
      expect(file.status).to.equal(404);
    });
  }

  it('keeps what is held of Lago until the period that runs is over', async () => {
    const { get, post } = await opened('lago');
    await post('/subscriptions/plan/change', { planId: 'standard', when: 'period_end' });
    const { plan, scheduled } = await get<Subscription>('/subscriptions/plan');
    expect([plan?.id, scheduled?.type]).to.eql(['essential', 'change']);
  });

  it('bills at Stripe for the time that an invoice is about', async () => {
    const { get } = await opened('stripe');
    const { items } = await get<{ readonly items: Invoice[] }>('/invoices');
    const days = 86_400_000;
    for (const { date, period } of items) {
      const from = Date.parse(period?.start ?? '') - Date.parse(date);
      expect(Math.abs(from), `${date}: ${period?.start}`).to.be.below(32 * days);
    }
    const { period } = await get<Subscription>('/subscriptions/plan');
    const { lines } = await get<InvoiceDetail>('/invoices/upcoming');
    expect(lines.map((line) => line.period?.start)).to.eql([period?.end]);
  });

  it('says until when an open invoice of Stripe is paid, and what was paid of it', async () => {
    const { get, page, post } = await opened('stripe');
    const { items } = await get<{ readonly items: Invoice[] }>('/invoices?status=open');
    const { date = '', dueDate, id = '', total } = items[0] ?? {};
    expect(dueDate && dueDate > date).to.equal(true);
    const { url } = await post(`/invoices/${id}/pay`, { paymentOptionId: 'hosted' });
    const approval = { method: 'POST', body: new URLSearchParams({ step: 'approve' }) };
    expect((await page(new Request(url, approval))).status).to.equal(303);
    const { amountPaid, status } = await get<InvoiceDetail>(`/invoices/${id}`);
    expect([status, amountPaid]).to.eql(['paid', total]);
  });

  it('is empty for the account that has bought nothing', async () => {
    for (const engine of ['stripe', 'lago', 'openmeter']) {
      const api = createDemoApi(await demoEngineNamed(engine)(surroundings));
      const empty = `${origin}/api/billing/accounts/empty`;
      const held: unknown = await (await api(new Request(`${empty}/subscriptions/plan`))).json();
      expect(held, engine).to.include({ status: 'none' });
      const list: unknown = await (await api(new Request(`${empty}/invoices`))).json();
      expect(list, engine).to.deep.include({ items: [] });
    }
  });
});

describe('The server of the demo', () => {
  it('breaks the line where a handler fails, and logs why', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const failure = new Error('Nobody expected that.');
    const { close, origin: address } = await listen(() => Promise.reject(failure));
    const asked = await fetch(address).catch(() => 'no answer');
    await close();
    expect([asked, log.mock.calls]).to.eql(['no answer', [[failure]]]);
    log.mockRestore();
  });
});
