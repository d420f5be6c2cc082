import { join } from 'node:path';

import { describeHost, serveBuilt } from './support/host.js';

describeHost('angular', {
  typed: ['src/billing-page.ts', 'src/billing-page.html'],
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'dist/browser'));
  },
});
