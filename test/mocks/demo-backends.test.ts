import { expect } from 'chai';

import { createDemoApi } from '../../mocks/demo-api.js';
import { demoEngineNamed } from '../../mocks/demo-backends/index.js';
import type { DemoSurroundings } from '../../mocks/demo-backends/demo-backend.js';
import { paymentPage } from '../../mocks/payment-page.js';

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
      'BILLING_ENGINE=polar: the demo knows memory, postgres, stripe, lago, openmeter, kore.',
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
