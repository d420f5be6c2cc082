import { expect } from 'chai';

import type { BillingApi } from '../../src/api/billing-api.js';
import { createHttpClientWith } from '../../src/api/http-client.js';
import type { HttpClientSettings } from '../../src/api/http-client.js';
import { account, balance, completed, invoice, series } from './support/answers.js';
import { ManualClock } from './support/manual-clock.js';
import { errorOf } from './support/outcome.js';
import { failing, json, problem, scriptedFetch } from './support/scripted-fetch.js';

const apiBase = 'https://host.example/api/accounts/acc_1';
const options = { idempotencyKey: 'confirmation-0001' };

function clientOf(fetch: typeof globalThis.fetch, more: Partial<HttpClientSettings> = {}) {
  return createHttpClientWith({ apiBase, fetch, ...more }, new ManualClock());
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const slot = 'support';
const range = { from: '2026-03-12', to: '2026-03-19' };
const page = { items: [], nextCursor: null };
const preview = {
  effectiveAt: '2026-03-18T15:30:00Z',
  dueNow: { amount: '1.00', currency: 'USD' },
  lines: [],
};

describe('createHttpClient', () => {
  const calls: [string, object, (api: BillingApi) => Promise<unknown>][] = [
    ['GET /account', account, (api) => api.account()],
    [
      'GET /subscriptions/support',
      { slot, status: 'none', plan: null },
      (api) => api.subscription(slot),
    ],
    ['GET /subscriptions/support/plans', page, (api) => api.plans(slot)],
    [
      'POST /subscriptions/support/preview',
      preview,
      (api) => api.previewChange(slot, { planId: 'p', when: 'now' }),
    ],
    [
      'POST /subscriptions/support/change',
      completed,
      (api) => api.changePlan(slot, { planId: 'p', when: 'now' }, options),
    ],
    [
      'POST /subscriptions/support/cancel',
      completed,
      (api) => api.cancelSubscription(slot, { when: 'period_end' }, options),
    ],
    [
      'POST /subscriptions/support/resume',
      completed,
      (api) => api.resumeSubscription(slot, options),
    ],
    ['GET /balances', page, (api) => api.balances()],
    [
      'POST /balances/b%2F1/top-up',
      completed,
      (api) => api.topUp('b/1', { optionId: 'o' }, options),
    ],
    ['PUT /balances/b1/auto-top-up', balance, (api) => api.setAutoTopUp('b1', { enabled: true })],
    [
      'GET /usage?meter=sessions&granularity=day&from=2026-03-12&to=2026-03-19',
      series,
      (api) => api.usage({ meter: 'sessions', granularity: 'day', ...range }),
    ],
    [
      'GET /usage/records?meter=a+b&from=2026-03-12&to=2026-03-19&limit=1000',
      page,
      (api) => api.usageRecords({ meter: 'a b', ...range, limit: 1000 }),
    ],
    ['GET /invoices?order=asc', page, (api) => api.invoices({ order: 'asc' })],
    ['GET /invoices/upcoming', { ...invoice, lines: [] }, (api) => api.invoice('upcoming')],
    ['GET /invoices/in_1/pdf', { url: 'https://files.example/1' }, (api) => api.invoicePdf('in_1')],
    ['POST /invoices/in_1/pay', completed, (api) => api.payInvoice('in_1', {}, options)],
    ['GET /payment-options?purpose=plan', page, (api) => api.paymentOptions({ purpose: 'plan' })],
    ['POST /payment-session', completed, (api) => api.createPaymentSession({ purpose: 'portal' })],
    ['GET /operations/op%3F1', completed, (api) => api.operation('op?1')],
  ];
  for (const [request, answer, call] of calls) {
    it(`asks ${request}`, async () => {
      const fetch = scriptedFetch(json(answer));
      await call(clientOf(fetch));
      const [asked] = fetch.asked;
      expect(`${asked?.method} ${asked?.url.href.replace(apiBase, '')}`).to.equal(request);
      expect(asked?.init).to.include({
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    });
  }

  it('sends what is asked as JSON, under the key of the confirmation', async () => {
    const fetch = scriptedFetch(json(completed));
    await clientOf(fetch).topUp('b1', { amount: { amount: '100.00', currency: 'USD' } }, options);
    expect(fetch.asked[0]?.init.body).to.equal('{"amount":{"amount":"100.00","currency":"USD"}}');
    expect(fetch.asked[0]?.headers.get('Content-Type')).to.equal('application/json');
    expect(fetch.asked[0]?.headers.get('Idempotency-Key')).to.equal(options.idempotencyKey);
  });

  it('goes with the cookies of the same origin where there is no token', async () => {
    const fetch = scriptedFetch(json(completed));
    const api = clientOf(fetch);
    await api.operation('op_1');
    await api.resumeSubscription('plan', options);
    const [read, write] = fetch.asked;
    expect(read?.init.credentials).to.equal('same-origin');
    expect(read?.headers.has('X-Requested-With')).to.equal(false);
    expect(write?.headers.has('X-Requested-With')).to.equal(true);
    expect(write?.headers.has('Authorization')).to.equal(false);
  });

  it('goes without cookies where there is a token, unless the page says otherwise', async () => {
    const fetch = scriptedFetch(json(completed));
    const getToken = () => Promise.resolve('t1');
    await clientOf(fetch, { getToken }).resumeSubscription('plan', options);
    await clientOf(fetch, { getToken, credentials: 'include' }).resumeSubscription('plan', options);
    const [plain, both] = fetch.asked;
    expect(plain?.headers.get('Authorization')).to.equal('Bearer t1');
    expect(plain?.init.credentials).to.equal('omit');
    expect(plain?.headers.has('X-Requested-With')).to.equal(false);
    expect(both?.init.credentials).to.equal('include');
    expect(both?.headers.has('X-Requested-With')).to.equal(true);
  });

  it('refuses ids that would leave their place, and asks nothing', async () => {
    const fetch = scriptedFetch(json(completed));
    expect((await errorOf(clientOf(fetch).operation('..'))).code).to.equal('invalid_request');
    expect(fetch.asked).to.eql([]);
  });

  it('takes the fetch that the page has at the time of the call', async () => {
    const original = globalThis.fetch;
    const api = createHttpClientWith({ apiBase }, new ManualClock());
    const fetch = scriptedFetch(json(account));
    globalThis.fetch = fetch;
    try {
      await api.account();
    } finally {
      globalThis.fetch = original;
    }
    expect(fetch.asked).to.have.length(1);
  });

  describe('tells of a failure', () => {
    it('by the problem that the server sent', async () => {
      const errors = [{ detail: 'Too low', pointer: '/amount' }];
      const fetch = scriptedFetch(
        problem(422, 'invalid_request', { errors, requestId: 'r1', detail: 'Jane Doe' }),
      );
      const error = await errorOf(clientOf(fetch).topUp('b1', {}, options));
      expect(error).to.include({ code: 'invalid_request', status: 422, requestId: 'r1' });
      expect(error.problem).to.deep.include({ errors, type: 'about:blank' });
      expect(error.message, 'logs get the message').not.to.include('Jane');
    });

    it('by codes that it does not know', async () => {
      const fetch = scriptedFetch(problem(409, 'plan_frozen'));
      expect((await errorOf(clientOf(fetch).account())).code).to.equal('plan_frozen');
    });

    const byStatus: [number, string, boolean][] = [
      [400, 'invalid_request', false],
      [401, 'unauthenticated', false],
      [402, 'payment_failed', false],
      [403, 'forbidden', false],
      [404, 'not_found', false],
      [409, 'conflict', false],
      [418, 'bad_response', false],
      [422, 'invalid_request', false],
      [429, 'rate_limited', true],
      [500, 'upstream_unavailable', true],
      [503, 'upstream_unavailable', true],
    ];
    for (const [status, code, retryable] of byStatus) {
      it(`by the status ${status} where a gateway answers for the server`, async () => {
        const fetch = scriptedFetch(failing(status, { 'X-Request-Id': 'r2' }));
        const error = await errorOf(clientOf(fetch).payInvoice('in_1', {}, options));
        expect(error).to.include({ code, status, retryable, requestId: 'r2' });
        expect(error.problem).to.equal(undefined);
      });
    }

    it('by the status where the problem is no problem', async () => {
      for (const body of [null, 'text', [], { code: 5 }, { status: 404 }]) {
        const fetch = scriptedFetch(json(body, { status: 404 }));
        expect((await errorOf(clientOf(fetch).account())).code).to.equal('not_found');
      }
    });

    it('with what the server says about asking again', async () => {
      const headers = { 'Retry-After': '90' };
      const error = await errorOf(clientOf(scriptedFetch(failing(503, headers))).account());
      expect(error).to.include({ status: 503, retryAfter: 90 });
    });
  });

  describe('takes for a bad response', () => {
    const bodies: [string, BodyInit | null, string][] = [
      ['nothing at all', null, 'application/json'],
      ['an empty body', '', 'application/json'],
      ['a page', '<!doctype html>', 'text/html'],
      ['JSON that says it is a page', JSON.stringify(account), 'text/html'],
      ['JSON without a type', JSON.stringify(account), ''],
      ['half of the JSON', JSON.stringify(account).slice(0, 40), 'application/json'],
      ['raw gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0xff]), 'application/json'],
      [
        'text that is no UTF-8',
        latin1(JSON.stringify({ ...account, name: 'é' })),
        'application/json',
      ],
      ['null', 'null', 'application/json'],
    ];
    for (const [what, body, type] of bodies) {
      it(what, async () => {
        const headers = { 'Content-Type': type, 'X-Request-Id': 'r3' };
        const fetch = scriptedFetch(() => new Response(body, { headers }));
        const error = await errorOf(clientOf(fetch).account());
        expect(error).to.include({ code: 'bad_response', status: 200, requestId: 'r3' });
        expect(String(error.cause), 'what was sent may be personal').not.to.include('acc_1');
        expect(fetch.asked, 'it would come again').to.have.length(1);
      });
    }

    it('more than the page can hold', async () => {
      const large = new Uint8Array(5_000_001).fill(32);
      const told = { 'Content-Type': 'application/json', 'Content-Length': '6000000' };
      for (const answer of [
        () => new Response(large, { headers: { 'Content-Type': 'application/json' } }),
        () => new Response('{}', { headers: told }),
      ]) {
        const error = await errorOf(clientOf(scriptedFetch(answer)).account());
        expect(error.code).to.equal('bad_response');
        expect(error).to.have.nested.property('cause.message', 'The answer is too large.');
      }
    });
  });

  it('takes types of JSON and a byte order mark as they come', async () => {
    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON',
      'application/a+json',
    ]) {
      const body = `\ufeff${JSON.stringify(account)}`;
      const fetch = scriptedFetch(() => new Response(body, { headers: { 'Content-Type': type } }));
      expect((await clientOf(fetch).account()).id, type).to.equal('acc_1');
    }
  });

  describe('gets the PDF of an invoice', () => {
    const file = (text: string) =>
      scriptedFetch(() => new Response(text, { headers: { 'Content-Type': 'application/pdf' } }));

    it('as a file', async () => {
      const fetch = file('%PDF-1.7\n…\n%%EOF\n');
      const pdf = await clientOf(fetch).invoicePdf('in_1');
      if (pdf.kind !== 'file') throw new Error('It is no file.');
      expect(pdf.file.type).to.equal('application/pdf');
      expect(await pdf.file.text()).to.equal('%PDF-1.7\n…\n%%EOF\n');
      expect(fetch.asked[0]?.headers.get('Accept')).to.include('application/pdf');
    });

    it('but none that is cut off, or no PDF', async () => {
      for (const text of ['%PDF-1.7\n…', `%PDF-1.7\n%%EOF${'.'.repeat(1100)}`, '<html>%%EOF', '']) {
        const error = await errorOf(clientOf(file(text)).invoicePdf('in_1'));
        expect(error.code).to.equal('bad_response');
      }
    });

    it('as a link', async () => {
      const link = { url: 'https://files.example/1', expiresAt: '2026-03-18T16:00:00Z' };
      const pdf = await clientOf(scriptedFetch(json(link))).invoicePdf('in_1');
      expect(pdf).to.eql({ kind: 'link', ...link });
    });

    it('later', async () => {
      const preparing = (headers: Record<string, string>) =>
        clientOf(scriptedFetch(() => new Response(null, { status: 202, headers }))).invoicePdf('x');
      expect(await preparing({ 'Retry-After': '2' })).to.eql({ kind: 'preparing', retryAfter: 2 });
      expect(await preparing({})).to.eql({ kind: 'preparing' });
    });

    it('where it is larger than any other answer', async () => {
      const fetch = file(`%PDF-1.7\n${' '.repeat(6_000_000)}%%EOF`);
      expect((await clientOf(fetch).invoicePdf('in_1')).kind).to.equal('file');
    });
  });
});
