import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { etagOf } from '../../src/server/etag.js';
import { createBillingHandler, memoryIdempotencyStore } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { get, write } from './support.js';

const headers = { 'Idempotency-Key': 'a-key-of-both-tenants' };
const reload = { optionId: 'pack_100' };

/** What each operation is asked about: its path with things that an account owns, and a body. */
interface Question {
  readonly path: string;
  readonly body?: Record<string, unknown>;
}

/** Ids of the other account's, all of which exist there and none of which exist at ours. */
interface Foreign {
  readonly operation: string;
  readonly invoice: string;
  readonly balance: string;
  readonly preview: string;
}

const range = 'meter=sessions&from=2026-03-01&to=2026-03-03';

function questionsOf(foreign: Foreign): Readonly<Record<string, Question>> {
  const change = { planId: 'plan_essential', when: 'now' };
  return {
    getAccount: { path: '/account?' },
    getSubscription: { path: '/subscriptions/plan?' },
    listPlans: { path: '/subscriptions/plan/plans?' },
    previewChange: { path: '/subscriptions/plan/preview?', body: change },
    listBalances: { path: '/balances?' },
    queryUsage: { path: `/usage?granularity=day&${range}` },
    listUsageRecords: { path: `/usage/records?${range}` },
    listInvoices: { path: '/invoices?limit=100' },
    getInvoice: { path: `/invoices/${foreign.invoice}?` },
    getInvoicePdf: { path: `/invoices/${foreign.invoice}/pdf?` },
    listPaymentOptions: { path: '/payment-options?purpose=plan' },
    getOperation: { path: `/operations/${foreign.operation}?` },
    changePlan: {
      path: '/subscriptions/plan/change?',
      body: { ...change, previewId: foreign.preview },
    },
    cancelSubscription: { path: '/subscriptions/support/cancel?', body: { when: 'period_end' } },
    resumeSubscription: { path: '/subscriptions/support/resume?', body: {} },
    topUp: { path: `/balances/${foreign.balance}/top-up?`, body: { optionId: 'pack_100' } },
    setAutoTopUp: { path: `/balances/${foreign.balance}/auto-top-up?`, body: { enabled: false } },
    payInvoice: { path: `/invoices/${foreign.invoice}/pay?`, body: {} },
    createPaymentSession: { path: '/payment-session?', body: { purpose: 'portal' } },
  };
}

const theirs = 'acc_theirs';
const names = [
  'account',
  'accountId',
  'account_id',
  'customer',
  'customerId',
  'id',
  'tenant',
  'sub',
];

/** Where a request can name an account; each leaves the rest of it as it was. */
const places: Readonly<Record<string, (request: Request) => Promise<Request> | Request>> = {
  'the path before it': (request) =>
    new Request(request.url.replace('/acc_ours/', `/${theirs}/`), request),
  'the path, encoded': (request) =>
    new Request(request.url.replace('/acc_ours/', '/acc%5Ftheirs/'), request),
  'the path, twice': (request) =>
    new Request(request.url.replace('/acc_ours/', `/acc_ours/..%2F${theirs}/`), request),
  'the path alone': (request) => request,
  'the query': (request) => {
    const query = names.map((name) => `&${name}=${theirs}`).join('');
    return new Request(request.url + query, request);
  },
  'a header': (request) => {
    const named = new Headers(request.headers);
    for (const name of names) named.set(`X-${name}`, theirs);
    named.set('Cookie', names.map((name) => `${name}=${theirs}`).join('; '));
    named.set('From', theirs);
    named.set('X-Forwarded-Prefix', `/accounts/${theirs}`);
    named.set('X-Original-URL', request.url.replace('acc_ours', theirs));
    named.set('X-Rewrite-URL', request.url.replace('acc_ours', theirs));
    named.set('X-HTTP-Method-Override', 'GET');
    return new Request(request, { headers: named });
  },
  'the body': async (request) => {
    if (request.method === 'GET') return request;
    const own = (await request.clone().json()) as Record<string, unknown>;
    const named = Object.fromEntries(names.map((name) => [name, theirs]));
    const body = JSON.stringify({ ...own, ...named }).replace(
      /}$/,
      `,"__proto__":{"account":"${theirs}"},"constructor":{"prototype":{"account":"${theirs}"}}}`,
    );
    return new Request(request.url, { method: request.method, headers: request.headers, body });
  },
};

/** Two tenants behind one handler. Who asks is known by the session alone, and it is always ours. */
async function twoTenants() {
  const ours = createMemoryEngine({ world: 'standard', id: 'acc_ours' });
  const their = createMemoryEngine({ world: 'huge', id: theirs });
  const asked: string[] = [];
  const idempotency = memoryIdempotencyStore();
  const handlerFor = (session: string) =>
    createBillingHandler({
      basePath: '/accounts/{account}',
      authorize: () => ({ account: session }),
      idempotency,
      nameRequest: () => 'req_test',
      engine: ({ account }) => {
        asked.push(account);
        return account === theirs ? their : ours;
      },
    });
  const change = { planId: 'plan_essential', when: 'now' } as const;
  const { previewId = '' } = await their.previewChange('plan', change);
  // What they did bears the key that our person sends.
  const done = await handlerFor(theirs)(
    write(`/accounts/${theirs}/balances/credits/top-up`, reload, { headers }),
  );
  const { id: operation } = (await done.json()) as { id: string };
  const invoice = (await their.invoices({ status: 'paid' })).items[0]?.id ?? '';
  asked.length = 0;
  const foreign = { operation, invoice, balance: 'credits', preview: previewId };
  return { asked, ours, their, handle: handlerFor('acc_ours'), foreign };
}

/** Words that stand in their answers and in none of ours. */
const theirWords = /acc_theirs|United Railways|inv-00\d{4}|🚆|واتساب/;

/** Places where a claim is refused, and where it must make no difference at all. */
const refused: Readonly<Record<string, number>> = {
  'the path before it': 403,
  'the path, encoded': 403,
  'the path, twice': 404,
};

/** What our person asks of an operation, with a word about the other account put somewhere. */
async function asking(operation: string, method: string, put = places['the path alone']) {
  const tenants = await twoTenants();
  const { path, body = {} } = questionsOf(tenants.foreign)[operation] ?? { path: '' };
  const address = `/accounts/acc_ours${path}`;
  const request = method === 'GET' ? get(address) : write(address, body, { method, headers });
  const before = tenants.their.ledger.length;
  const response = await tenants.handle(put ? await put(request) : request);
  const { status } = response;
  const text = await response.text();
  return { ...tenants, status, text, touched: tenants.their.ledger.length - before };
}

describe('Of two tenants', () => {
  for (const { operation, method } of routes) {
    for (const [place, put] of Object.entries(places)) {
      it(`the other one stays unknown to ${operation}, whatever stands in ${place}`, async () => {
        const { asked, status, text, touched } = await asking(operation, method, put);
        expect(asked.filter((account) => account !== 'acc_ours')).to.eql([]);
        expect(touched).to.equal(0);
        expect(text).not.to.match(theirWords);
        if (place in refused) expect([status, asked]).to.eql([refused[place], []]);
        else expect(text).to.equal((await asking(operation, method)).text);
      });
    }
  }

  it('neither gets what the other one was answered to the same key', async () => {
    const { ours, handle } = await twoTenants();
    const request = write('/accounts/acc_ours/balances/credits/top-up', reload, { headers });
    expect((await handle(request)).status).to.equal(200);
    expect(ours.ledger.map(({ kind }) => kind)).to.eql(['top_up']);
  });

  it('neither finds the operations and invoices of the other one', async () => {
    for (const operation of ['getOperation', 'getInvoice', 'getInvoicePdf']) {
      expect((await asking(operation, 'GET')).status, operation).to.equal(404);
    }
    expect((await asking('payInvoice', 'POST')).status).to.equal(404);
  });

  it('neither is told that what it has is what the other one has', async () => {
    const { their, handle } = await twoTenants();
    const tag = await etagOf(JSON.stringify(await their.balances()));
    const response = await handle(get('/accounts/acc_ours/balances', { 'If-None-Match': tag }));
    expect(response.status).to.equal(200);
  });
});
