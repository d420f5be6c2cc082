import { createBillingHandler } from 'billing-elements/server.js';

import { billingOf } from '../../../billing-of';

const handle = createBillingHandler({
  basePath: '/api/billing',
  // Who asks: look into your session, and answer null where nobody is logged on.
  authorize: () => ({ account: 'acc_1' }),
  engine: ({ account }) => billingOf(account),
});

export { handle as DELETE, handle as GET, handle as POST, handle as PUT };
