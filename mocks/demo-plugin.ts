import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { createDemoApi } from './demo-api.js';
import { demoEngineNamed } from './demo-backends/index.js';
import { nodeListener } from './node-listener.js';
import { listen } from './node-server.js';
import { paymentPage } from './payment-page.js';

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/**
 * Serves the demo's billing below `/api/` of Vite's own server, where page and backend are of one
 * origin, and the payment provider's page on an origin of its own.
 *
 * @param engine - What it stands on, by a word that `BILLING_ENGINE` takes.
 */
export function demoApi(engine = 'memory'): Plugin {
  const open = demoEngineNamed(engine);
  const stops: (() => Promise<void>)[] = [];
  return {
    name: 'demo-api',
    config: () => ({
      // What hosts of `examples/` import; the demo needs no build.
      resolve: { alias: { 'billing-elements/server.js': source('server/index.ts') } },
    }),
    configureServer: async (server) => {
      let provider = '';
      const backend = await open({
        provider: () => provider,
        load: (path) => server.ssrLoadModule(path),
      });
      if (backend.close) {
        stops.push(backend.close);
        // Ctrl-C would leave behind what was started.
        process.once('SIGINT', () => void server.close().finally(() => process.exit(130)));
      }
      const payments = await listen(paymentPage(backend.payments));
      stops.push(payments.close);
      provider = payments.origin;
      const listener = nodeListener(createDemoApi(backend));
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listener(request, response);
        else next();
      });
    },
    closeBundle: async () => {
      for (const stop of stops.splice(0)) await stop();
    },
  };
}
