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
