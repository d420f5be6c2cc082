import type { Plugin } from 'vite';

import { createDemoApi } from './demo-api.js';
import { createMockBackend } from './mock-backend.js';
import { nodeListener } from './node-listener.js';
import { listen } from './node-server.js';
import { paymentAddress, paymentPage } from './payment-page.js';

/**
 * Serves the demo's billing below `/api/` of Vite's own server, where page and backend are of one
 * origin, and the payment provider's page on an origin of its own.
 */
export function demoApi(): Plugin {
  let provider = '';
  const backend = createMockBackend({
    paymentPage: (account, operationId, returnUrl) =>
      paymentAddress(provider, account, operationId, returnUrl),
  });
  const listener = nodeListener(createDemoApi(backend));
  const payments = paymentPage({
    amountOf: (account, id) =>
      backend
        .engine(account)
        .simulate.waiting()
        .find(({ operationId }) => operationId === id)?.amount,
    settle: (account, operationId, outcome) => {
      backend.engine(account).simulate.settle(operationId, outcome);
    },
  });
  return {
    name: 'demo-api',
    configureServer: async ({ httpServer, middlewares }) => {
      const server = await listen(payments);
      provider = server.origin;
      httpServer?.once('close', () => void server.close());
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listener(request, response);
        else next();
      });
    },
  };
}
