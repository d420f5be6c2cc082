import { expect } from 'chai';
import { setupServer } from 'msw/node';

import { billingHandlers } from '../../mocks/handlers.js';
import { BillingError } from '../../src/api/billing-error.js';
import { createHttpClient } from '../../src/api/http-client.js';

const server = setupServer();
const client = (account = 'acc_1') =>
  createHttpClient({ apiBase: `http://host.test/api/billing/accounts/${account}` });

describe('The handlers for msw', () => {
  beforeEach(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterEach(() => {
    server.resetHandlers();
    server.close();
  });

  it('serve acc_1 as the standard account, and the others by their names', async () => {
    server.use(...billingHandlers());
    expect((await client().subscription('plan')).plan?.id).to.equal('plan_standard');
    expect((await client('enterprise').subscription('plan')).plan?.id).to.equal('plan_enterprise');
  });

  it('serve acc_1 as another world', async () => {
    server.use(...billingHandlers({ world: 'trial' }));
    expect((await client().subscription('plan')).status).to.equal('trialing');
  });

  it("let a page's today be the world's", async () => {
    server.use(...billingHandlers());
    const today = new Date().getFullYear();
    expect((await client().invoice('upcoming')).date.slice(0, 4)).to.be.oneOf([
      String(today),
      String(today + 1),
    ]);
  });

  it('suffer the fault that is asked for', async () => {
    server.use(...billingHandlers({ fault: '403' }));
    const refusal = await client()
      .account()
      .catch((thrown: unknown) => BillingError.from(thrown));
    expect(refusal).to.include({ code: 'forbidden' });
  });

  it('begin anew with each call', async () => {
    server.use(...billingHandlers());
    const key = { idempotencyKey: 'a-key-of-the-msw-test' };
    await client().topUp('credits', { optionId: 'pack_100' }, key);
    expect((await client().balances()).items[0]?.remaining).to.equal('284.60');
    server.resetHandlers(...billingHandlers());
    expect((await client().balances()).items[0]?.remaining).to.equal('184.60');
  });
});
