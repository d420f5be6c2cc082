/** When a call is sent again, when it is given up, and how long it may take. */
import { expect } from 'chai';

import { createHttpClientWith } from '../../src/api/http-client.js';
import type { HttpClientSettings } from '../../src/api/http-client.js';
import { account, completed } from './support/answers.js';
import { ManualClock, settled } from './support/manual-clock.js';
import { errorOf, reasonOf } from './support/outcome.js';
import { dead, failing, json, scriptedFetch, silent } from './support/scripted-fetch.js';

const apiBase = 'https://host.example/api/accounts/acc_1';
const options = { idempotencyKey: 'confirmation-0001' };

function over(fetch: typeof globalThis.fetch, more: Partial<HttpClientSettings> = {}) {
  const clock = new ManualClock();
  return { api: createHttpClientWith({ apiBase, fetch, ...more }, clock), clock };
}

/** Whether a promise has settled by now. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  let done = false;
  const finish = (): void => {
    done = true;
  };
  work.then(finish, finish);
  await settled();
  return done;
}

describe('a read', () => {
  it('is tried three times, with a growing wait', async () => {
    const fetch = scriptedFetch(dead, failing(503), json(account));
    const { api, clock } = over(fetch);
    const read = api.account();
    await clock.advance(249);
    expect(fetch.asked).to.have.length(1);
    await clock.advance(1);
    expect(fetch.asked).to.have.length(2);
    await clock.advance(499);
    expect(fetch.asked).to.have.length(2);
    await clock.advance(1);
    expect((await read).id).to.equal('acc_1');
    expect(clock.waiting, 'no timer is left').to.equal(0);
  });

  it('ends with the last failure', async () => {
    const fetch = scriptedFetch(dead, failing(500), failing(502));
    const { api, clock } = over(fetch);
    const failure = errorOf(api.account());
    await clock.advance(15_000);
    expect(await failure).to.include({ status: 502, code: 'upstream_unavailable' });
    expect(fetch.asked).to.have.length(3);
  });

  it('tells of a dead line', async () => {
    const { api, clock } = over(scriptedFetch(dead));
    const failure = errorOf(api.account());
    await clock.advance(15_000);
    expect(await failure).to.include({ code: 'network', status: 0, retryable: true });
  });

  it('waits as long as the server says', async () => {
    const fetch = scriptedFetch(failing(429, { 'Retry-After': '5' }), json(account));
    const { api, clock } = over(fetch);
    const read = api.account();
    await clock.advance(5_249);
    expect(fetch.asked).to.have.length(1);
    await clock.advance(1);
    expect((await read).id).to.equal('acc_1');
  });

  it('does not wait for what would come too late, and says how long it would be', async () => {
    const fetch = scriptedFetch(failing(503, { 'Retry-After': '15' }));
    const { api, clock } = over(fetch);
    const failure = await errorOf(api.account());
    expect(failure).to.include({ retryAfter: 15, retryable: true });
    expect(fetch.asked).to.have.length(1);
    expect(clock.waiting).to.equal(0);
  });

  it('is given up where no headers come within 10 s', async () => {
    const fetch = scriptedFetch(silent);
    const { api, clock } = over(fetch);
    const failure = errorOf(api.account());
    await clock.advance(9_999);
    expect(await isDone(failure)).to.equal(false);
    await clock.advance(1);
    expect(await failure).to.include({ code: 'timeout', status: 0, retryable: true });
    expect(fetch.asked).to.have.length(1);
    expect(fetch.asked[0]?.init.signal?.aborted, 'the request too').to.equal(true);
  });

  it('is given up where its body takes longer than 15 s', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const stalled = () => new Response(new ReadableStream({ pull: silentPull }), { headers });
    const { api, clock } = over(scriptedFetch(stalled));
    const failure = errorOf(api.account());
    await clock.advance(14_999);
    expect(await isDone(failure)).to.equal(false);
    await clock.advance(1);
    expect((await failure).code).to.equal('timeout');
  });

  it('ends within 15 s, tries and waiting included', async () => {
    const fetch = scriptedFetch(failing(503, { 'Retry-After': '9' }), silent);
    const { api, clock } = over(fetch);
    const failure = errorOf(api.account());
    await clock.advance(14_999);
    expect(fetch.asked).to.have.length(2);
    expect(await isDone(failure)).to.equal(false);
    await clock.advance(1);
    expect((await failure).code).to.equal('timeout');
  });

  it('ends within 15 s where the page has no token for it', async () => {
    const fetch = scriptedFetch(json(account));
    const getToken = () => new Promise<string>(() => undefined);
    const { api, clock } = over(fetch, { getToken });
    const failure = errorOf(api.account());
    await clock.advance(15_000);
    expect((await failure).code).to.equal('timeout');
    expect(fetch.asked).to.eql([]);
  });
});

const silentPull = (): Promise<void> => new Promise(() => undefined);

describe('a write', () => {
  it('is sent once more under the same key where its answer was lost', async () => {
    for (const lost of [dead, () => new Response('{"id":', { status: 200 })]) {
      const fetch = scriptedFetch(lost, json(completed));
      const { api, clock } = over(fetch);
      const write = api.topUp('b1', { optionId: 'o' }, options);
      await clock.advance(1_000);
      expect((await write).status).to.equal('completed');
      expect(fetch.asked.map(({ headers }) => headers.get('Idempotency-Key'))).to.eql([
        options.idempotencyKey,
        options.idempotencyKey,
      ]);
      expect(fetch.asked.map(({ init }) => init.body)).to.eql([
        '{"optionId":"o"}',
        '{"optionId":"o"}',
      ]);
    }
  });

  it('is sent once more where no headers came, in the time that is left', async () => {
    const fetch = scriptedFetch(silent, json(completed));
    const { api, clock } = over(fetch);
    const write = api.topUp('b1', { optionId: 'o' }, options);
    await clock.advance(10_250);
    expect((await write).status).to.equal('completed');
  });

  it('is never sent a third time', async () => {
    const fetch = scriptedFetch(dead);
    const { api, clock } = over(fetch);
    const failure = errorOf(api.topUp('b1', { optionId: 'o' }, options));
    await clock.advance(15_000);
    expect(await failure).to.include({ code: 'network', retryable: true });
    expect(fetch.asked).to.have.length(2);
  });

  it('is not sent again where the server answered, or could not recognise it', async () => {
    const refusals = scriptedFetch(failing(503, { 'Retry-After': '1' }));
    const first = over(refusals);
    const refused = errorOf(first.api.topUp('b1', {}, options));
    await first.clock.advance(15_000);
    expect(await refused).to.include({ status: 503, retryAfter: 1 });
    expect(refusals.asked).to.have.length(1);

    const lost = scriptedFetch(dead);
    const second = over(lost);
    const failures = [
      errorOf(second.api.createPaymentSession({ purpose: 'portal' })),
      errorOf(second.api.setAutoTopUp('b1', { enabled: true })),
      errorOf(second.api.previewChange('plan', { planId: 'p', when: 'now' })),
    ];
    await second.clock.advance(15_000);
    for (const { code } of await Promise.all(failures)) expect(code).to.equal('network');
    expect(lost.asked).to.have.length(3);
  });
});

describe('an abort', () => {
  it('asks nothing where it came first, not even for a token', async () => {
    const fetch = scriptedFetch(json(account));
    let asked = 0;
    const getToken = () => Promise.resolve(`t${(asked += 1)}`);
    const { api } = over(fetch, { getToken });
    const signal = AbortSignal.abort('early');
    expect(await reasonOf(api.account({ signal }))).to.equal('early');
    expect([fetch.asked.length, asked]).to.eql([0, 0]);
  });

  it('ends a request with its own reason, even where fetch takes no notice', async () => {
    const fetch = scriptedFetch(silent);
    const { api, clock } = over(fetch);
    const leaving = new AbortController();
    const left = reasonOf(api.account({ signal: leaving.signal }));
    await settled();
    leaving.abort('gone');
    expect(await left).to.equal('gone');
    expect(fetch.asked[0]?.init.signal?.aborted).to.equal(true);
    expect(clock.waiting).to.equal(0);
  });

  it('ends the waiting between tries', async () => {
    const fetch = scriptedFetch(failing(503, { 'Retry-After': '8' }));
    const { api, clock } = over(fetch);
    const leaving = new AbortController();
    const left = reasonOf(api.account({ signal: leaving.signal }));
    await clock.advance(1_000);
    leaving.abort('gone');
    expect(await left).to.equal('gone');
    await clock.advance(15_000);
    expect(fetch.asked).to.have.length(1);
    expect(clock.waiting).to.equal(0);
  });

  it('ends the reading of a body', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const stalled = () => new Response(new ReadableStream({ pull: silentPull }), { headers });
    const { api } = over(scriptedFetch(stalled));
    const leaving = new AbortController();
    const left = reasonOf(api.account({ signal: leaving.signal }));
    await settled();
    leaving.abort('gone');
    expect(await left).to.equal('gone');
  });
});

describe('the token', () => {
  const unless = (good: string) => (asked: { headers: Headers }) =>
    asked.headers.get('Authorization') === `Bearer ${good}`
      ? Response.json(completed)
      : new Response(null, { status: 401 });

  function counting(...tokens: string[]) {
    const getToken = (): Promise<string> =>
      Promise.resolve(tokens[Math.min((getToken.asked += 1), tokens.length) - 1] ?? '');
    getToken.asked = 0;
    return getToken;
  }

  it('is renewed once for twenty widgets with clients of their own, and each call sent again', async () => {
    const fetch = scriptedFetch(unless('t2'));
    const getToken = counting('t1', 't2');
    const clients = Array.from({ length: 20 }, () => over(fetch, { getToken }).api);
    const answers = await Promise.all(clients.map((api) => api.operation('op_1')));
    expect(answers.map(({ status }) => status)).to.eql(Array(20).fill('completed'));
    expect(getToken.asked, 'the first and its renewal').to.equal(2);
    expect(fetch.asked).to.have.length(40);
  });

  it('is renewed once where the server refuses every one', async () => {
    const fetch = scriptedFetch(unless('none'));
    const getToken = counting('t1', 't2', 't3');
    const clients = Array.from({ length: 20 }, () => over(fetch, { getToken }).api);
    const failures = await Promise.all(clients.map((api) => errorOf(api.account())));
    for (const failure of failures) {
      expect(failure).to.include({ code: 'unauthenticated', status: 401 });
    }
    expect(getToken.asked).to.equal(2);
    expect(fetch.asked).to.have.length(40);
  });

  it('is renewed for a write too, which keeps its key', async () => {
    const fetch = scriptedFetch(unless('t2'));
    const { api } = over(fetch, { getToken: counting('t1', 't2') });
    await api.topUp('b1', { optionId: 'o' }, options);
    expect(fetch.asked.map(({ headers }) => headers.get('Idempotency-Key'))).to.eql([
      options.idempotencyKey,
      options.idempotencyKey,
    ]);
  });

  it('is renewed once for a call, whatever else goes wrong with it', async () => {
    const refused = failing(401);
    const fetch = scriptedFetch(refused, failing(503), refused);
    const getToken = counting('t1', 't2', 't3');
    const { api, clock } = over(fetch, { getToken });
    const failure = errorOf(api.account());
    await clock.advance(15_000);
    expect((await failure).status).to.equal(401);
    expect(getToken.asked).to.equal(2);
  });

  it('is left as it is by a refusal of the cookies', async () => {
    const fetch = scriptedFetch(failing(401));
    expect(await errorOf(over(fetch).api.account())).to.include({ status: 401 });
    expect(fetch.asked).to.have.length(1);
  });

  it('is told in no error', async () => {
    const getToken = counting('canary-token');
    for (const step of [dead, failing(401), failing(500), () => new Response('<html>')]) {
      const { api, clock } = over(scriptedFetch(step), { getToken });
      const failure = errorOf(api.account());
      await clock.advance(15_000);
      const error = await failure;
      const told = [error.message, error.stack, error.cause, JSON.stringify(error)].join(' ');
      expect(told).not.to.include('canary');
    }
  });

  it('sends no request where the page has none', async () => {
    const fetch = scriptedFetch(json(account));
    const { api } = over(fetch, { getToken: () => Promise.reject(new Error('Signed out')) });
    expect(await errorOf(api.account())).to.include({ code: 'unauthenticated', status: 401 });
    expect(fetch.asked).to.eql([]);
  });
});

describe('a redirect', () => {
  it('means signed out, whether the browser hides it or not', async () => {
    const opaque = new Response(null);
    Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
    for (const answer of [opaque, new Response(null, { status: 302 })]) {
      const fetch = scriptedFetch(() => answer);
      expect(await errorOf(over(fetch).api.account())).to.include({
        code: 'unauthenticated',
        status: 401,
      });
      expect(fetch.asked).to.have.length(1);
    }
  });
});

describe('the memory of ETags', () => {
  const tagged = json(account, { headers: { ETag: '"v1"' } });
  const unchanged = () => new Response(null, { status: 304 });

  it('lets an unchanged answer stand in', async () => {
    const fetch = scriptedFetch(tagged, unchanged);
    const { api } = over(fetch);
    const first = await api.account();
    expect(await api.account()).to.eql(first);
    expect(fetch.asked.map(({ headers }) => headers.get('If-None-Match'))).to.eql([null, '"v1"']);
  });

  it('is kept for each address', async () => {
    const series = json({ ...completed }, { headers: { ETag: '"op"' } });
    const fetch = scriptedFetch(series);
    const { api } = over(fetch);
    await api.operation('op_1');
    await api.operation('op_2');
    expect(fetch.asked[1]?.headers.has('If-None-Match')).to.equal(false);
  });

  it('takes 304 for a bad response where nothing is held', async () => {
    const fetch = scriptedFetch(unchanged);
    expect(await errorOf(over(fetch).api.account())).to.include({
      code: 'bad_response',
      status: 304,
    });
    expect(fetch.asked).to.have.length(1);
  });

  it('asks once more without it where a conditional answer is broken', async () => {
    const broken = () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
    const fetch = scriptedFetch(tagged, broken, tagged);
    const { api, clock } = over(fetch);
    await api.account();
    const again = api.account();
    await clock.advance(1_000);
    expect((await again).id).to.equal('acc_1');
    expect(fetch.asked.map(({ headers }) => headers.get('If-None-Match'))).to.eql([
      ...[null, '"v1"', null],
    ]);
  });

  it('forgets an answer once one comes without a tag', async () => {
    const fetch = scriptedFetch(tagged, json(account), json(account));
    const { api } = over(fetch);
    for (let times = 0; times < 3; times += 1) await api.account();
    expect(fetch.asked[2]?.headers.has('If-None-Match')).to.equal(false);
  });

  it('holds the latest fifty, so that it does not grow for good', async () => {
    const fetch = scriptedFetch(json(completed, { headers: { ETag: '"op"' } }));
    const { api } = over(fetch);
    for (let id = 0; id <= 50; id += 1) await api.operation(`op_${id}`);
    await api.operation('op_1');
    await api.operation('op_0');
    const [, second, first] = fetch.asked.slice(-3);
    expect(second?.headers.has('If-None-Match'), 'the second').to.equal(true);
    expect(first?.headers.has('If-None-Match'), 'the first').to.equal(false);
  });
});
