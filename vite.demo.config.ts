import { defineConfig } from 'vite';

import { demoApi } from './mocks/demo-plugin.js';

/** The demo console of `index.html`, and the billing backend it talks to over HTTP. */
export default defineConfig({
  plugins: [demoApi()],
  publicDir: false,
  server: { host: '127.0.0.1', port: 5173 },
});
