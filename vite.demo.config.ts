import { defineConfig } from 'vite';

import { demoApi } from './mocks/demo-plugin.js';

/** The demo console of `index.html`, and the backend it talks to: `BILLING_ENGINE=stripe npm start`. */
export default defineConfig({
  plugins: [demoApi(process.env['BILLING_ENGINE'])],
  publicDir: false,
  // Known from the start: a package that is found later would load the page anew under people's hands.
  optimizeDeps: {
    // Only the demo's own pages: others of the project have packages of their own.
    entries: ['*.html'],
    include: [
      'lit',
      '@lit/context',
      '@lit/task',
      'echarts/charts',
      'echarts/components',
      'echarts/core',
      'echarts/renderers',
      'papaparse',
      'jspdf',
      'client-zip',
    ],
  },
  server: { host: '127.0.0.1', port: 5173 },
});
