import { createServer } from 'node:http';

import { createBillingHandler } from 'billing-elements/server.js';

import { billingOf } from './billing.js';
import { postgresIdempotencyStore } from './idempotency.js';
import { listener } from './listener.js';
import { nobodyIsCharged } from './payments.js';
import { createSessions } from './sessions.js';

/** The host: log on at `/session`, and the contract at `/api/billing` for whoever is logged on. */
export function createHost(database, payments = nobodyIsCharged) {
  const sessions = createSessions(database);
  const billing = createBillingHandler({
    basePath: '/api/billing',
    authorize: (request) => sessions.accessOf(request),
    engine: ({ account }) => billingOf(database, payments, account),
    idempotency: postgresIdempotencyStore(database),
    onFailure: ({ error, requestId, operation }) => console.error(requestId, operation, error),
  });
  return createServer(
    listener((request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/session') return sessions.handle(request);
      if (pathname.startsWith('/api/billing/')) return billing(request);
      return new Response('Not found', { status: 404 });
    }),
  );
}
