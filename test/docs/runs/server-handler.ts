import { expect } from 'chai';

import type { BillingHandler } from '../../../src/server/index.js';
import { asHost, askAccount } from '../hosts.js';
import type { Run } from '../runs.js';

/** The block exports `handle`, which serves the account of whoever asks, and nobody else's. */
export const check: Run = async ({ module }) => {
  asHost();
  const { handle } = (await module()) as { handle: BillingHandler };
  const own = await askAccount(handle, 'acc_1');
  expect(own.status, await own.clone().text()).to.equal(200);
  expect(await own.json()).to.include({ id: 'acc_1' });
  expect((await askAccount(handle, 'acc_2')).status).to.equal(403);
};
