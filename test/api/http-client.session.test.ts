/** What a client keeps from call to call: the token, and the answers that came with a tag. */
import { expect } from 'chai';

import { createHttpClientWith } from '../../src/api/http-client.js';
import type { HttpClientSettings } from '../../src/api/http-client.js';
import { account, completed } from './support/answers.js';
import { ManualClock } from './support/manual-clock.js';
import { errorOf } from './support/outcome.js';
import { dead, failing, json, scriptedFetch } from './support/scripted-fetch.js';

const apiBase = 'https://host.example/api/accounts/acc_1';
const options = { idempotencyKey: 'confirmation-0001' };

function over(fetch: typeof globalThis.fetch, more: Partial<HttpClientSettings> = {}) {
  const clock = new ManualClock();
  return { api: createHttpClientWith({ apiBase, fetch, ...more }, clock), clock };
}

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
