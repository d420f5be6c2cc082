import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import type { BillingFailure } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { get, handlerOver, problemOf, refusalOf, write } from './support.js';

const usage = '/billing/usage?meter=sessions&granularity=day&from=2026-03-01&to=2026-03-02';

describe("The billing handler's answers", () => {
  for (const path of ['/account', '/subscriptions/plan', '/balances']) {
    it(`tags ${path}, and answers 304 to who has it`, async () => {
      const handle = handlerOver();
      const first = await handle(get(`/billing${path}`));
      const etag = first.headers.get('ETag') ?? '';
      expect(etag).to.match(/^"[0-9a-f]{32}"$/);
      expect(first.headers.get('Cache-Control')).to.equal('private, no-cache');
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await handle(get(`/billing${path}`, { 'If-None-Match': tags }));
        expect([again.status, await again.text(), again.headers.get('ETag')]).to.eql([
          304,
          '',
          etag,
        ]);
      }
      const other = await handle(get(`/billing${path}`, { 'If-None-Match': '"other"' }));
      expect(other.status).to.equal(200);
    });
  }

  it('gives usage another tag for another range', async () => {
    const handle = handlerOver();
    const one = await handle(get(usage));
    const two = await handle(get(usage.replace('2026-03-02', '2026-03-03')));
    expect(one.headers.get('ETag')).not.to.equal(two.headers.get('ETag'));
  });

  it('lets nobody keep the other answers', async () => {
    const response = await handlerOver()(get('/billing/invoices'));
    expect([response.headers.get('ETag'), response.headers.get('Cache-Control')]).to.eql([
      null,
      'no-store',
    ]);
  });

  it('gives a read up with its request, but not a write', async () => {
    const gone = new AbortController();
    const signals: (AbortSignal | undefined)[] = [];
    const handle = handlerOver({
      balances: (options) => {
        signals.push(options?.signal);
        return Promise.resolve({ items: [] });
      },
      resumeSubscription: (_slot, options) => {
        signals.push(options.signal);
        return Promise.resolve({ id: 'op_1', status: 'completed' });
      },
    });
    gone.abort();
    await handle(new Request(get('/billing/balances'), { signal: gone.signal }));
    await handle(write('/billing/subscriptions/support/resume', ''));
    expect(signals.map((signal) => signal?.aborted)).to.eql([true, undefined]);
  });

  it('sends nobody to the file of an invoice over a line that others read', async () => {
    for (const url of ['http://files.example.com/i.pdf', 'javascript:alert(1)', '/i.pdf']) {
      const handle = handlerOver({ invoicePdf: () => Promise.resolve({ kind: 'link', url }) });
      const response = await handle(get('/billing/invoices/inv-2025-0029/pdf'));
      expect(await refusalOf(response)).to.eql([502, 'upstream_unavailable', undefined]);
    }
  });

  it('says which headers decide about an answer', async () => {
    const response = await handlerOver()(get('/billing/account'));
    expect(response.headers.get('Vary')).to.equal('Accept-Language, Authorization, Cookie');
  });

  it('sends the file of an invoice, a link to it, or when to ask again', async () => {
    const pdf = '/billing/invoices/inv-2025-0029/pdf';
    const file = await handlerOver()(get(pdf));
    expect(file.headers.get('Content-Type')).to.equal('application/pdf');
    expect(file.headers.get('Content-Disposition')).to.equal('attachment');
    expect((await file.text()).startsWith('%PDF-')).to.equal(true);

    const url = 'https://files.example.com/i.pdf';
    const link = await handlerOver({
      invoicePdf: () => Promise.resolve({ kind: 'link', url, expiresAt: '2026-03-18T16:00:00Z' }),
    })(get(pdf));
    expect(await link.json()).to.eql({ url, expiresAt: '2026-03-18T16:00:00Z' });

    const later = await handlerOver({
      invoicePdf: () => Promise.resolve({ kind: 'preparing', retryAfter: 9 }),
    })(get(pdf));
    expect([later.status, later.headers.get('Retry-After')]).to.eql([202, '9']);

    for (const { headers } of [file, link, later]) {
      expect(headers.get('Cache-Control')).to.equal('no-store');
    }
    expect(link.headers.get('Content-Type')).to.equal('application/json');
  });

  it('are what they say to be, whatever a browser would guess', async () => {
    const handle = handlerOver();
    for (const path of ['/billing/account', '/billing/invoices', '/billing/nothing']) {
      const { headers } = await handle(get(path));
      expect(headers.get('Content-Type'), path).to.match(/^application\/(?:problem\+)?json$/);
      expect(headers.get('X-Content-Type-Options'), path).to.equal('nosniff');
    }
  });
});

describe("The billing handler's problems", () => {
  const failing = (error: Error, heard: BillingFailure[] = []) =>
    handlerOver(
      { account: () => Promise.reject(error) },
      {
        onFailure: (failure) => {
          heard.push(failure);
        },
      },
    )(get('/billing/account'));

  it("pass on an engine's code, status and wait, but neither its words nor its name for the request", async () => {
    const error = new BillingError('rate_limited', {
      status: 429,
      retryAfter: 12,
      requestId: 'up_1',
      problem: {
        type: 'https://engine.example/internal',
        status: 429,
        code: 'rate_limited',
        title: 'customer cus_123 of acct_9',
        detail: 'quota of sk_live_secret',
      },
    });
    const response = await failing(error);
    expect(response.headers.get('Retry-After')).to.equal('12');
    expect(response.headers.get('Content-Type')).to.equal('application/problem+json');
    expect(response.headers.get('Cache-Control')).to.equal('no-store');
    const text = await response.clone().text();
    expect(text).not.to.match(/cus_123|sk_live|internal/);
    expect(await problemOf(response)).to.eql({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      code: 'rate_limited',
      requestId: 'req_test',
    });
  });

  it('say nothing of what nobody expected, and tell the host', async () => {
    const heard: BillingFailure[] = [];
    const error = new TypeError('connect ECONNREFUSED 10.0.0.7:5432 user=billing');
    const response = await failing(error, heard);
    const text = await response.text();
    expect(response.status).to.equal(500);
    expect(text).not.to.contain('10.0.0.7');
    expect(text).to.contain('upstream_unavailable');
    expect(heard).to.eql([{ error, requestId: 'req_test', operation: 'getAccount' }]);
  });

  it("do not bother the host with what is the client's", async () => {
    const heard: BillingFailure[] = [];
    await failing(new BillingError('forbidden', { status: 403 }), heard);
    expect(heard).to.eql([]);
  });

  it('do not bother the host with a client that left', async () => {
    const heard: unknown[] = [];
    const gone = new AbortController();
    const handle = handlerOver(
      {
        account: () => {
          gone.abort();
          return Promise.reject(new Error('given up'));
        },
      },
      { onFailure: (failure) => heard.push(failure) },
    );
    await handle(new Request(get('/billing/account'), { signal: gone.signal }));
    expect(heard).to.eql([]);
  });

  const withoutStatus: readonly (readonly [string, number, string])[] = [
    ['timeout', 504, 'upstream_unavailable'],
    ['network', 502, 'upstream_unavailable'],
    ['bad_response', 502, 'upstream_unavailable'],
    ['conflict', 409, 'conflict'],
    ['payment_failed', 402, 'payment_failed'],
    ['not_supported', 501, 'not_supported'],
  ];
  for (const [code, status, sent] of withoutStatus) {
    it(`answer ${status} for an engine's ${code} that has no status`, async () => {
      const response = await failing(new BillingError(code));
      const problem = await problemOf(response);
      expect([response.status, problem.status, problem.code]).to.eql([status, status, sent]);
    });
  }

  it('do not let an engine that refused the host sign the person out', async () => {
    const heard: BillingFailure[] = [];
    const error = new BillingError('unauthenticated', { status: 401 });
    const response = await failing(error, heard);
    expect(await refusalOf(response)).to.eql([502, 'upstream_unavailable', undefined]);
    expect(response.headers.get('WWW-Authenticate')).to.equal(null);
    expect(heard.map((failure) => (failure.error as Error).cause)).to.eql([error]);
  });

  it('do not bother the host with what is not offered', async () => {
    const heard: BillingFailure[] = [];
    await failing(new BillingError('not_supported'), heard);
    expect(heard).to.eql([]);
  });

  it('say a wait in whole seconds, or nothing of it', async () => {
    const waits: unknown[] = [];
    for (const retryAfter of [1.2, 0, -3, NaN, Infinity]) {
      const response = await failing(new BillingError('rate_limited', { retryAfter }));
      waits.push(response.headers.get('Retry-After'));
    }
    expect(waits).to.eql(['2', '0', null, null, null]);
  });

  it('are answered also where the log of the host fails', async () => {
    const response = await handlerOver(
      { account: () => Promise.reject(new Error('down')) },
      {
        onFailure: () => {
          throw new Error('disk full');
        },
      },
    )(get('/billing/account'));
    expect(response.status).to.equal(500);
  });

  it('tell the host nothing that the request said', async () => {
    const heard: BillingFailure[] = [];
    const engine = Object.fromEntries(
      routes.map(({ operation }) => [operation, () => Promise.reject(new Error('down'))]),
    );
    const handle = handlerOver(engine, {
      onFailure: (failure) => heard.push(failure),
      nameRequest: ({ headers }) => headers.get('X-Trace') ?? 'none',
      authorize: () => {
        throw new Error('down');
      },
    });
    for (const { method, path } of routes) {
      const address = `/billing${path.replaceAll(/\{\w+\}/g, 'canary')}?q=canary`;
      const headers = {
        Authorization: 'Bearer canary',
        Cookie: 'canary',
        'X-Trace': '\tcanary\u0085',
      };
      await handle(
        method === 'GET' ? get(address, headers) : write(address, 'canary', { method, headers }),
      );
    }
    expect(heard).to.have.length(routes.length);
    for (const { error, ...named } of heard) {
      expect(`${String(error)} ${JSON.stringify(named)}`).not.to.contain('canary');
    }
  });

  for (const status of [400, 418, 599]) {
    it(`pass an unknown code through with its status ${status}, and some title`, async () => {
      const problem = await problemOf(await failing(new BillingError('too_shiny', { status })));
      expect([problem.code, problem.status]).to.eql(['too_shiny', status]);
      expect(problem.title).to.match(/\w/);
    });
  }

  for (const status of [200, 302, 399, 600, 999]) {
    it(`take a failure of an engine with the status ${status} for one without`, async () => {
      const response = await failing(new BillingError('conflict', { status }));
      expect(await refusalOf(response)).to.eql([409, 'conflict', undefined]);
    });
  }

  it('answer also who left before it was known what was asked', async () => {
    const request = new Request(get('/billing/nothing'), { signal: AbortSignal.abort() });
    expect((await handlerOver()(request)).status).to.equal(404);
  });
});
