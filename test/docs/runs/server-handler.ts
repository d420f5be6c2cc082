import { expect } from 'chai';

import { createMemoryEngine } from '../../../mocks/memory-engine.js';
import type { BillingHandler } from '../../../src/server/index.js';
import type { Run } from '../runs.js';

/** The block exports `handle`, which serves the account of whoever asks, and nobody else's. */
export const check: Run = async ({ module }) => {
  Object.assign(globalThis, {
    accountOf: () => Promise.resolve('acc_1'),
    billingOf: (id: string) => createMemoryEngine({ world: 'standard', id }),
  });
  const { handle } = (await module()) as { handle: BillingHandler };
  const ask = (account: string): Promise<Response> =>
    handle(new Request(`https://host.test/api/billing/accounts/${account}/account`));
  const own = await ask('acc_1');
  expect(own.status, await own.clone().text()).to.equal(200);
  expect(await own.json()).to.include({ id: 'acc_1' });
  expect((await ask('acc_2')).status).to.equal(403);
};
