import { createBillingHandler } from 'billing-elements/server.js';

import { billingOf } from './billing.js';

/** Yours: your sessions. Here one token stands for one account. */
const accounts = new Map([['a-token-of-the-example', 'acc_1']]);

export const handle = createBillingHandler({
  basePath: '/api/billing',
  authorize: ({ headers }) => {
    const token = headers.get('Authorization')?.replace('Bearer ', '');
    const account = accounts.get(token);
    return account ? { account } : null;
  },
  engine: ({ account }) => billingOf(account),
  onFailure: ({ error, requestId, operation }) => console.error(requestId, operation, error),
});
