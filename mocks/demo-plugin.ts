import type { Plugin } from 'vite';

import { createDemoApi } from './demo-api.js';
import { nodeListener } from './node-listener.js';

/** Serves the demo's billing below `/api/` of Vite's own server: page and backend are of one origin. */
export function demoApi(): Plugin {
  const listener = nodeListener(createDemoApi());
  return {
    name: 'demo-api',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listener(request, response);
        else next();
      });
    },
  };
}
