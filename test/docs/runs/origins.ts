import { expect } from 'chai';

import type { BillingHandler } from '../../../src/server/index.js';
import { asHost } from '../hosts.js';
import type { Run } from '../runs.js';

/** The block lets pages of one other origin write and come back, and of no third one. */
export const check: Run = async ({ module }) => {
  asHost();
  const { handle } = (await module()) as { handle: BillingHandler };
  const order = (origin: string, returnUrl: string): Promise<Response> =>
    handle(
      new Request('https://api.example.com/api/billing/accounts/acc_1/payment-session', {
        method: 'POST',
        headers: {
          Origin: origin,
          'Content-Type': 'application/json',
          'X-Requested-With': 'XMLHttpRequest',
        },
        body: JSON.stringify({ purpose: 'payment_method', returnUrl }),
      }),
    );
  const [own, other] = ['https://console.example.com', 'https://elsewhere.example.com'];
  const good = await order(own, `${own}/billing`);
  expect(good.status, await good.clone().text()).to.equal(200);
  expect(good.headers.get('Access-Control-Allow-Origin')).to.equal(own);
  expect((await order(other, `${own}/billing`)).status).to.equal(403);
  expect((await order(own, `${other}/billing`)).status).to.equal(422);
};
