import { expect } from 'chai';

import { createEngineClient } from '../../../src/engines/shared/client.js';
import type { EngineCall, EngineConnection } from '../../../src/engines/shared/client.js';
import { EngineFailure } from '../../../src/engines/shared/engine-failure.js';
import { ManualClock, settled } from '../../api/support/manual-clock.js';
import { errorOf, reasonOf } from '../../api/support/outcome.js';
import { json, scriptedEngine } from '../../../mocks/vendors/scripted-engine.js';

const secret = 'sk_test_of_the_tests';

function client({ fetch, clock = new ManualClock(), ...others }: EngineConnection) {
  return createEngineClient({
    engine: 'Tills',
    baseUrl: 'https://tills.test/api/v1/',
    headers: { Authorization: `Bearer ${secret}` },
    secrets: [secret],
    fetch,
    clock,
    ...others,
  });
}

const read: EngineCall = { path: ['bills'] };
const write: EngineCall = { method: 'POST', path: ['bills'], json: {} };

describe('calls to an engine', () => {
  it('go below the base, with the key in a header and whatever an id holds in its segment', async () => {
    const engine = scriptedEngine(() => json({ ok: true }));
    const answer = await client(engine)({
      path: ['customers', 'a/../b?c'],
      query: { limit: 5, 'expand[]': ['x', 'y'], left: undefined },
    });
    expect(answer).to.deep.equal({ ok: true });
    const [request] = engine.requests;
    expect(request?.url.href).to.equal(
      'https://tills.test/api/v1/customers/a%2F..%2Fb%3Fc?limit=5&expand%5B%5D=x&expand%5B%5D=y',
    );
    expect(request?.headers.get('Authorization')).to.equal(`Bearer ${secret}`);
  });

  it('send JSON or a form, and take an answer without a body', async () => {
    const engine = scriptedEngine(() => new Response(null, { status: 204 }));
    const call = client(engine);
    expect(await call({ ...write, json: { a: 1 } })).to.equal(undefined);
    await call({ method: 'POST', path: ['bills'], form: new URLSearchParams({ a: '1 2' }) });
    expect(engine.requests.map(({ body }) => body)).to.deep.equal(['{"a":1}', 'a=1+2']);
    expect(engine.requests.map(({ headers }) => headers.get('Content-Type'))).to.deep.equal([
      'application/json',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ]);
  });

  const meanings = [
    [400, 'invalid_request', 422],
    [401, 'upstream_unavailable', 502],
    [402, 'payment_failed', 402],
    [403, 'upstream_unavailable', 502],
    [404, 'not_found', 404],
    [409, 'conflict', 409],
    [422, 'invalid_request', 422],
    [500, 'upstream_unavailable', 502],
    [302, 'upstream_unavailable', 502],
  ] as const;
  for (const [status, code, own] of meanings) {
    it(`mean by ${status}: ${code}, ${own}`, async () => {
      const engine = scriptedEngine(() => json({ error: 'no' }, status));
      const failed = await errorOf(client(engine)(write));
      expect([failed.code, failed.status]).to.deep.equal([code, own]);
    });
  }

  it('keep what the engine said for the log alone, without the key', async () => {
    const engine = scriptedEngine(() => json({ error: `Bad key ${secret} of Jane` }, 401));
    const failed = await errorOf(client(engine)(read));
    expect(failed.message).to.equal('upstream_unavailable');
    const cause = failed.cause as EngineFailure;
    expect(cause).to.be.instanceOf(EngineFailure);
    expect(cause.status).to.equal(401);
    expect(cause.text).to.equal('{"error":"Bad key … of Jane"}');
    expect(cause.message).not.to.contain('Jane');
  });

  it('ask a read again after 429, 502, 503 and 504, once the time is up that was named', async () => {
    for (const status of [429, 502, 503, 504]) {
      const clock = new ManualClock();
      const engine = scriptedEngine([
        () => json({}, status, { 'Retry-After': '2' }),
        () => json({ at: 'last' }),
      ]);
      const asked = client({ ...engine, clock })(read);
      await clock.advance(1999);
      expect(engine.requests.length, `${status}`).to.equal(1);
      await clock.advance(1000);
      expect(await asked).to.deep.equal({ at: 'last' });
    }
  });

  it('never ask twice after another failure, nor for a write', async () => {
    const refused = scriptedEngine(() => json({}, 500));
    await errorOf(client(refused)(read));
    const busy = scriptedEngine(() => json({}, 503));
    await errorOf(client(busy)(write));
    const silent = scriptedEngine(() => Promise.reject(new TypeError('no network')));
    const failed = await errorOf(client(silent)(read));
    expect([failed.code, failed.status]).to.deep.equal(['upstream_unavailable', 502]);
    for (const engine of [refused, busy, silent]) expect(engine.requests.length).to.equal(1);
  });

  it('hand on a wait that is longer than the call may take', async () => {
    const engine = scriptedEngine(() => json({}, 429, { 'Retry-After': '60' }));
    const failed = await errorOf(client(engine)(read));
    expect([failed.code, failed.retryAfter]).to.deep.equal(['rate_limited', 60]);
    expect(engine.requests.length).to.equal(1);
  });

  it('give up in time, also where fetch takes no notice of signals', async () => {
    const clock = new ManualClock();
    const engine = scriptedEngine(() => new Promise<Response>(() => undefined));
    const asked = errorOf(client({ ...engine, clock, timeout: 3000 })(read));
    await clock.advance(2999);
    expect(clock.waiting).to.equal(1);
    await clock.advance(1);
    expect(await asked).to.include({ code: 'upstream_unavailable', status: 502 });
    expect(clock.waiting).to.equal(0);
  });

  it('end with the reason of the caller who leaves', async () => {
    const leaving = new AbortController();
    const engine = scriptedEngine(() => new Promise<Response>(() => undefined));
    const asked = reasonOf(client(engine)({ ...read, options: { signal: leaving.signal } }));
    await settled();
    leaving.abort('left');
    expect(await asked).to.equal('left');
  });

  it('call an answer that is no JSON a failure of the engine', async () => {
    const engine = scriptedEngine(() => new Response('<html>', { status: 200 }));
    const failed = await errorOf(client(engine)(read));
    expect([failed.code, failed.status]).to.deep.equal(['upstream_unavailable', 502]);
  });
});
