import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
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
    await handlerOver({}, { authorize, ...perAccount })(get('/accounts/acc%5Fa/account'));
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

  it('does not take a password that browsers send by themselves for one', async () => {
    const request = without(
      'X-Requested-With',
      write('/billing/balances/credits/top-up', reload, { headers: { Authorization: 'Basic x' } }),
    );
    expect((await handlerOver({ topUp: unasked })(request)).status).to.equal(403);
  });

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
});
