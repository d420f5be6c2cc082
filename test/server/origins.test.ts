import { expect } from 'chai';

import type { BillingHandlerOptions, BillingAccess } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { get, handlerOver, problemOf, refusalOf, unasked, without, write } from './support.js';

const friend = 'https://console.example';
const evil = 'https://evil.example';
const path = '/billing/balances/credits/top-up';
const reload = { optionId: 'pack_100' };

type Settings = Partial<BillingHandlerOptions<BillingAccess>>;

const statusOf = async (headers: Record<string, string>, settings: Settings = {}) =>
  (await handlerOver({}, settings)(write(path, reload, { headers }))).status;

describe('A write from another site', () => {
  const cases: readonly (readonly [string, Record<string, string>, number])[] = [
    ['a page of the host', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['a page of the host, said by its origin', { Origin: 'http://host.test' }, 200],
    ['what is no browser', {}, 200],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister of the host', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://a.host.test' }, 403],
    ['an address typed in', { 'Sec-Fetch-Site': 'none' }, 403],
    ['another origin, by a browser that says no more', { Origin: evil }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['the origin with another port', { Origin: 'http://host.test:81' }, 403],
    [
      'a liar about its origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://host.test' },
      403,
    ],
    ['another site with a token', { Origin: evil, Authorization: 'Bearer x' }, 403],
  ];
  for (const [whose, headers, status] of cases) {
    it(`is answered ${status} where it is sent by ${whose}`, async () => {
      expect(await statusOf(headers)).to.equal(status);
    });
  }

  it('is taken from an origin that the host allows, and from no other', async () => {
    const settings = { allowedOrigins: [friend] };
    const from = (origin: string) =>
      statusOf({ 'Sec-Fetch-Site': 'cross-site', Origin: origin }, settings);
    expect(await from(friend)).to.equal(200);
    for (const other of [
      evil,
      `${friend}.evil.example`,
      `${friend}:444`,
      'http://console.example',
    ]) {
      expect(await from(other), other).to.equal(403);
    }
  });

  for (const { method, operation, path: place } of routes.filter((one) => one.method !== 'GET')) {
    it(`never reaches the host's session or engine as ${operation}`, async () => {
      const handle = handlerOver({}, { authorize: unasked, engine: unasked });
      const address = `/billing${place.replace('{slot}', 'plan').replace(/\{\w+\}/, 'x')}`;
      const request = write(address, {}, { method, headers: { Origin: evil } });
      expect(await refusalOf(await handle(request))).to.eql([403, 'forbidden', undefined]);
    });
  }

  it('needs the proof that no form sent it also from an allowed origin', async () => {
    const handle = handlerOver({ topUp: unasked }, { allowedOrigins: [friend] });
    const request = write(path, reload, { headers: { Origin: friend } });
    expect((await handle(without('X-Requested-With', request))).status).to.equal(403);
  });
});

describe('A read from another site', () => {
  it('is answered, for no page of it can see the answer', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: evil };
    const response = await handlerOver()(get('/billing/account', headers));
    expect(response.status).to.equal(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).to.equal(null);
  });
});

describe('A page of another origin', () => {
  const asking = (origin: string) =>
    new Request(`http://host.test${path}`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it('is told what it may send, without anybody being asked who it is', async () => {
    const handle = handlerOver({}, { allowedOrigins: [friend], authorize: unasked });
    const { status, headers } = await handle(asking(friend));
    expect(status).to.equal(204);
    expect(headers.get('Access-Control-Allow-Origin')).to.equal(friend);
    expect(headers.get('Access-Control-Allow-Credentials')).to.equal('true');
    expect(headers.get('Access-Control-Allow-Methods')).to.equal('GET, POST, PUT');
    const allowed = headers.get('Access-Control-Allow-Headers')?.split(', ');
    expect(allowed).to.include.members(['Authorization', 'Idempotency-Key', 'X-Requested-With']);
    expect(headers.get('Vary')).to.contain('Origin');
    // What another origin is told must not be kept for this one.
    expect(headers.get('Cache-Control')).to.equal('no-store');
  });

  it('is told nothing where the host does not allow it', async () => {
    const handle = handlerOver({}, { allowedOrigins: [friend] });
    for (const request of [asking(evil), get('/billing/account', { Origin: evil })]) {
      const { headers } = await handle(request);
      expect(headers.get('Access-Control-Allow-Origin')).to.equal(null);
      expect(headers.get('Access-Control-Allow-Credentials')).to.equal(null);
      expect(headers.get('Vary')).to.contain('Origin');
    }
    expect(await refusalOf(await handle(asking(evil)))).to.eql([403, 'forbidden', undefined]);
  });

  it('is told nothing where the host allows none', async () => {
    const response = await handlerOver()(asking(friend));
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).to.eql([
      405,
      null,
    ]);
  });

  it('may read answers and problems, with their tag and their wait', async () => {
    const handle = handlerOver({}, { allowedOrigins: [friend] });
    for (const place of ['/billing/account', '/billing/nothing']) {
      const { headers } = await handle(get(place, { Origin: friend }));
      expect(headers.get('Access-Control-Allow-Origin')).to.equal(friend);
      expect(headers.get('Access-Control-Expose-Headers')).to.equal(
        'ETag, Retry-After, X-Request-Id',
      );
    }
  });

  it('must be named exactly', () => {
    for (const origin of ['*', 'https://*.example', 'console.example', `${friend}/`, 'null']) {
      const opening = () => handlerOver({}, { allowedOrigins: [origin] });
      expect(opening, origin).to.throw(TypeError, 'allowedOrigins');
      expect(() => handlerOver({}, { returnOrigins: [origin] })).to.throw('returnOrigins');
    }
  });
});

describe('The way back from a provider', () => {
  const orders: readonly (readonly [string, Record<string, unknown>])[] = [
    [path, reload],
    ['/billing/subscriptions/plan/change', { planId: 'plan_essential', when: 'now' }],
    ['/billing/invoices/inv-2026-0007/pay', {}],
    ['/billing/payment-session', { purpose: 'portal' }],
  ];
  const answers = async (returnUrl: string, settings: Settings = {}) => {
    const seen = new Set<string>();
    const engine = { topUp: unasked, changePlan: unasked, payInvoice: unasked };
    const handle = handlerOver({ ...engine, createPaymentSession: unasked }, settings);
    for (const [place, order] of orders) {
      const response = await handle(write(place, { ...order, returnUrl }));
      seen.add((await refusalOf(response)).join(' '));
    }
    return [...seen];
  };

  const foreign = [
    evil,
    `${evil}/https://host.test/`,
    'https://host.test@evil.example/',
    'https://user:word@host.test/',
    'https://host.test.evil.example/',
    'https://host.test:444/',
    'http://host.test/',
    'javascript:alert(1)',
    'ftp://host.test/',
    '//host.test/',
  ];
  for (const returnUrl of foreign) {
    it(`never leads to ${returnUrl}`, async () => {
      expect(await answers(returnUrl)).to.eql(['422 invalid_request /returnUrl']);
    });
  }

  it('is refused with a word on why', async () => {
    const response = await handlerOver()(write(path, { ...reload, returnUrl: evil }));
    expect((await problemOf(response)).errors?.[0]?.detail).to.contain('allowed origin');
  });

  it("leads to the request's own origin", async () => {
    const returnUrl = 'https://host.test/billing?back=1#here';
    // Each goes on to the engine, which fails here.
    expect(await answers(returnUrl)).to.eql(['500 upstream_unavailable ']);
  });

  it('leads to the origins that the host names, and then to no other', async () => {
    const settings = { returnOrigins: [friend] };
    expect(await answers(`${friend}/back`, settings)).not.to.include(
      '422 invalid_request /returnUrl',
    );
    expect(await answers('https://host.test/', settings)).to.eql([
      '422 invalid_request /returnUrl',
    ]);
  });

  it('leads over a plain line only on one machine', async () => {
    const handle = handlerOver({}, { returnOrigins: ['http://localhost:5173'] });
    const order = { ...reload, paymentOptionId: 'paypal', returnUrl: 'http://localhost:5173/' };
    const here = new Request(write(path, order));
    expect((await handle(here)).status).to.equal(422);
    const local = new Request(`http://127.0.0.1:8080${path}`, write(path, order));
    expect((await handle(local)).status).to.equal(200);
  });

  it('is not filled in', async () => {
    const orders: unknown[] = [];
    const handle = handlerOver({
      topUp: (_id, order) => {
        orders.push(order);
        return Promise.resolve({ id: 'op_1', status: 'completed' });
      },
    });
    await handle(write(path, reload));
    expect(orders).to.eql([reload]);
  });
});
