import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import { createBillingHandler } from '../../src/server/index.js';
import type { BillingHandler } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { get, handlerOver, problemOf, refusalOf, unasked, without, write } from './support.js';

const perAccount = { basePath: '/accounts/{account}' };
const reload = { optionId: 'pack_100' };

describe('Access to the billing handler', () => {
  it('refuses whom the host does not know', async () => {
    const response = await handlerOver(
      { account: unasked },
      { authorize: () => null },
    )(get('/billing/account'));
    expect(response.headers.get('WWW-Authenticate')).to.equal('Bearer');
    expect(await refusalOf(response)).to.eql([401, 'unauthenticated', undefined]);
  });

  it("answers the host's own refusal as it is", async () => {
    const authorize = () => {
      throw new BillingError('rate_limited', { status: 429, retryAfter: 7 });
    };
    const response = await handlerOver({}, { authorize })(get('/billing/account'));
    expect([response.status, response.headers.get('Retry-After')]).to.eql([429, '7']);
  });

  it('serves the account that the host names, whatever the query says', async () => {
    const asked: string[] = [];
    const handle = handlerOver(
      {},
      {
        engine: ({ account }) => {
          asked.push(account);
          return createMemoryEngine({ world: 'standard' });
        },
      },
    );
    const headers = { 'X-Account': 'acc_b', Cookie: 'account=acc_b' };
    await handle(get('/billing/account?account=acc_b&accountId=acc_b', headers));
    expect(asked).to.eql(['acc_a']);
  });

  it('tells the host which account the path claims', async () => {
    const claims: unknown[] = [];
    const authorize = (_request: Request, claimed: string | undefined) => {
      claims.push(claimed);
      return { account: 'acc_a' };
    };
    const own = get('/accounts/acc%5Fa/account');
    expect((await handlerOver({}, { authorize, ...perAccount })(own)).status).to.equal(200);
    await handlerOver({}, { authorize })(get('/billing/account'));
    expect(claims).to.eql(['acc_a', undefined]);
  });

  for (const { method, operation, path } of routes) {
    it(`never asks an engine for ${operation} of another account than the host's`, async () => {
      const handle = handlerOver({}, { ...perAccount, engine: unasked });
      const address = `/accounts/acc_b${path.replace(/\{slot\}/, 'plan').replace(/\{\w+\}/, 'x')}`;
      const request = method === 'GET' ? get(address) : write(address, {}, { method });
      expect(await refusalOf(await handle(request))).to.eql([403, 'forbidden', undefined]);
    });
  }

  it('refuses a write that a form of another site could send', async () => {
    const request = without('X-Requested-With', write('/billing/balances/credits/top-up', reload));
    const response = await handlerOver({ topUp: unasked })(request);
    expect(await refusalOf(response)).to.eql([403, 'forbidden', undefined]);
  });

  it('takes a bearer token for a proof that no form sent it', async () => {
    const request = without(
      'X-Requested-With',
      write('/billing/balances/credits/top-up', reload, { headers: { Authorization: 'Bearer x' } }),
    );
    expect((await handlerOver()(request)).status).to.equal(200);
  });

  for (const password of ['Basic x', 'Basic bearer x', 'Bearerx']) {
    it(`does not take "${password}", which browsers may send by themselves, for one`, async () => {
      const headers = { Authorization: password };
      const request = write('/billing/balances/credits/top-up', reload, { headers });
      const response = await handlerOver({ topUp: unasked })(without('X-Requested-With', request));
      expect(response.status).to.equal(403);
    });
  }

  it('asks no proof for a preview, which changes nothing', async () => {
    const change = { planId: 'plan_essential', when: 'now' };
    const request = without(
      'X-Requested-With',
      write('/billing/subscriptions/plan/preview', change),
    );
    expect((await handlerOver()(request)).status).to.equal(200);
  });

  it('names each request, in answers and problems', async () => {
    const handle = handlerOver();
    const good = await handle(get('/billing/account'));
    const bad = await handle(get('/billing/nothing'));
    expect(good.headers.get('X-Request-Id')).to.equal('req_test');
    expect((await problemOf(bad)).requestId).to.equal('req_test');
  });

  const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
  const nameBy = async (handle: BillingHandler) =>
    (await handle(get('/billing/account'))).headers.get('X-Request-Id');

  it('names a request itself where the host does not', async () => {
    const handle = createBillingHandler({
      basePath: '/billing',
      authorize: () => ({ account: 'acc_a' }),
      engine: () => createMemoryEngine({ world: 'standard' }),
    });
    const names = [await nameBy(handle), await nameBy(handle)];
    for (const name of names) expect(name).to.match(uuid);
    expect(names[0]).not.to.equal(names[1]);
  });

  for (const name of ['', 'a b', ' trace', 'trace\n', 'Ünnamed', 'x'.repeat(129)]) {
    it(`names a request itself where the host says ${JSON.stringify(name)}`, async () => {
      expect(await nameBy(handlerOver({}, { nameRequest: () => name }))).to.match(uuid);
    });
  }

  it('keeps a name that can stand in a log', async () => {
    const name = `trace-1.2:3_${'x'.repeat(116)}`;
    expect(await nameBy(handlerOver({}, { nameRequest: () => name }))).to.equal(name);
  });
});
